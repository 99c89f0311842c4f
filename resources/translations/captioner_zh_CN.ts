<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AgainDialog</name>
    <message>
        <source>Transcribe again</source>
        <translation>重新转写</translation>
    </message>
    <message>
        <source>Detect the language</source>
        <translation>自动检测语言</translation>
    </message>
    <message>
        <source>Transcribe</source>
        <translation>转写</translation>
    </message>
    <message>
        <source>More models …</source>
        <translation>更多模型…</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Language that is spoken</source>
        <translation>所说的语言</translation>
    </message>
    <message>
        <source>There is no model on this computer yet: download one first.</source>
        <translation>这台电脑上还没有模型：请先下载一个。</translation>
    </message>
    <message>
        <source>This model knows English only.</source>
        <translation>此模型仅支持英语。</translation>
    </message>
    <message>
        <source>It is done in the background. Then you see what changes, and choose what to take over.</source>
        <translation>转写在后台进行。完成后您会看到有哪些改动，并决定采用哪些。</translation>
    </message>
</context>
<context>
    <name>CaptionPreview</name>
    <message>
        <source>Preview of the captions</source>
        <translation>字幕预览</translation>
    </message>
    <message>
        <source>You</source>
        <translation>我</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>Shall we begin?</source>
        <translation>我们开始吧？</translation>
    </message>
    <message>
        <source>Yes, everyone</source>
        <translation>好，大家</translation>
    </message>
    <message>
        <source> is here now</source>
        <translation>都到齐了</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Copy the selected text</source>
        <translation>复制所选文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Lock: clicks go through the captions</source>
        <translation>锁定：鼠标点击会穿过字幕</translation>
    </message>
    <message>
        <source>Hide the captions</source>
        <translation>隐藏字幕</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Freeze the text, to read or select it</source>
        <translation>定住文字，以便阅读或选择</translation>
    </message>
    <message>
        <source>Go to the newest text</source>
        <translation>转到最新文字</translation>
    </message>
</context>
<context>
    <name>CueDelegate</name>
    <message>
        <source>Text of the cue</source>
        <translation>字幕文本</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>There are no transcripts yet.</source>
        <translation>还没有字幕记录。</translation>
    </message>
    <message>
        <source>The transcript is saved in %1.</source>
        <translation>字幕记录已保存在 %1。</translation>
    </message>
    <message>
        <source>Choose another device</source>
        <translation>选择其他设备</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Change the recognition</source>
        <translation>更改识别设置</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>选择其他文件夹</translation>
    </message>
    <message>
        <source>Open the privacy settings</source>
        <translation>打开隐私设置</translation>
    </message>
    <message>
        <source>Use the CPU</source>
        <translation>使用 CPU</translation>
    </message>
    <message>
        <source>Download the model</source>
        <translation>下载模型</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open the library</source>
        <translation>打开记录库</translation>
    </message>
    <message>
        <source>This system has no tray: the window stays open while captions run.</source>
        <translation>此系统没有托盘：字幕运行时窗口会保持打开。</translation>
    </message>
    <message>
        <source>Choose other keys in the settings.</source>
        <translation>请在设置中选择其他按键。</translation>
    </message>
    <message>
        <source>Captions go on</source>
        <translation>字幕继续运行</translation>
    </message>
    <message>
        <source>Captioner is in the tray; its menu stops it and quits.</source>
        <translation>Captioner 在托盘中；可通过其菜单停止或退出。</translation>
    </message>
    <message>
        <source>Captioner</source>
        <translation>Captioner</translation>
    </message>
    <message>
        <source>Captions are running. Stop them and quit?</source>
        <translation>字幕正在运行。要停止并退出吗？</translation>
    </message>
    <message>
        <source>This system has no tray into which the window could go.</source>
        <translation>此系统没有可供窗口收起的托盘。</translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation>停止并退出</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>The last words are being captioned and saved.</source>
        <translation>正在生成并保存最后几句字幕。</translation>
    </message>
    <message>
        <source>Quit at once</source>
        <translation>立即退出</translation>
    </message>
</context>
<context>
    <name>DesktopActions</name>
    <message>
        <source>Show the overlay</source>
        <translation>显示悬浮字幕</translation>
    </message>
    <message>
        <source>Lock the overlay</source>
        <translation>锁定悬浮字幕</translation>
    </message>
    <message>
        <source>Clicks go through the captions to what lies below.</source>
        <translation>点击会穿过字幕，作用于下方的窗口。</translation>
    </message>
    <message>
        <source>Freeze the text of the overlay</source>
        <translation>冻结悬浮字幕的文字</translation>
    </message>
    <message>
        <source>Find in the transcript</source>
        <translation>在字幕记录中查找</translation>
    </message>
    <message>
        <source>Open the window</source>
        <translation>打开窗口</translation>
    </message>
    <message>
        <source>Open files …</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Audio and video files become sessions of the library</source>
        <translation>音频和视频文件会成为记录库中的会话</translation>
    </message>
    <message>
        <source>Open the folder of transcripts</source>
        <translation>打开字幕记录文件夹</translation>
    </message>
    <message>
        <source>Settings …</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Start captions</source>
        <translation>开始字幕</translation>
    </message>
    <message>
        <source>Stop captions</source>
        <translation>停止字幕</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>DeviceMeter</name>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Listening …</source>
        <translation>正在听…</translation>
    </message>
    <message>
        <source>No signal: it may be muted.</source>
        <translation>没有信号：可能已静音。</translation>
    </message>
    <message>
        <source>Too loud: turn it down.</source>
        <translation>太响了：请调低音量。</translation>
    </message>
    <message>
        <source>It is heard.</source>
        <translation>听到了。</translation>
    </message>
    <message>
        <source>Say something.</source>
        <translation>请说句话。</translation>
    </message>
    <message>
        <source>Play something.</source>
        <translation>请播放点声音。</translation>
    </message>
</context>
<context>
    <name>DownloadRow</name>
    <message>
        <source>Download now</source>
        <translation>立即下载</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>下载进度</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>as it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Names of the speakers</source>
        <translation>发言人姓名</translation>
    </message>
    <message>
        <source>Times of all words</source>
        <translation>每个词的时间</translation>
    </message>
    <message>
        <source>UTF-8 with byte order mark (BOM)</source>
        <translation>UTF-8，带字节顺序标记（BOM）</translation>
    </message>
    <message>
        <source>UTF-16: old Windows programs</source>
        <translation>UTF-16：旧的 Windows 程序</translation>
    </message>
    <message>
        <source>GB 18030: China</source>
        <translation>GB 18030：中国</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>What breaks the standard</source>
        <translation>不符合规范之处</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>修正</translation>
    </message>
    <message>
        <source>In the files; the session in the library stays as it is</source>
        <translation>只修正导出的文件；记录库中的会话保持不变</translation>
    </message>
    <message>
        <source>Browse …</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Mended: nothing breaks the standard.</source>
        <translation>已修正：全部符合规范。</translation>
    </message>
    <message>
        <source>Nothing breaks it.</source>
        <translation>全部符合规范。</translation>
    </message>
    <message numerus="yes">
        <source>Mended; %n places are left that only a person can cure.</source>
        <translation>
            <numerusform>已修正；还有 %n 处需要人工处理。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places break the standard.</source>
        <translation>
            <numerusform>%n 处不符合规范。</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>存放文件的文件夹</translation>
    </message>
    <message>
        <source>Export “%1”</source>
        <translation>导出“%1”</translation>
    </message>
    <message numerus="yes">
        <source>Export %n sessions</source>
        <translation>
            <numerusform>导出 %n 个会话</numerusform>
        </translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Characters in a line, at most:</source>
        <translation>每行最多字符数：</translation>
    </message>
    <message>
        <source>Lines of a subtitle, at most:</source>
        <translation>每条字幕最多行数：</translation>
    </message>
    <message>
        <source>Encoding:</source>
        <translation>编码：</translation>
    </message>
    <message>
        <source>Check by the rules of a standard</source>
        <translation>按规范检查</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>文件夹：</translation>
    </message>
</context>
<context>
    <name>FileDesk</name>
    <message>
        <source>What waited to be transcribed when captioner ended goes on.</source>
        <translation>上次退出时等待转写的内容现在继续进行。</translation>
    </message>
    <message>
        <source>The library shows how far it is.</source>
        <translation>进度显示在记录库中。</translation>
    </message>
    <message>
        <source>There is nothing new to hear.</source>
        <translation>没有新的内容可转写。</translation>
    </message>
    <message>
        <source>Audio and video files become sessions, each once at a time.</source>
        <translation>音频和视频文件会成为会话，每个文件同时只排一次。</translation>
    </message>
    <message>
        <source>Audio and video files to transcribe</source>
        <translation>要转写的音频和视频文件</translation>
    </message>
    <message>
        <source>Audio and video</source>
        <translation>音频和视频</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
</context>
<context>
    <name>FileQueuePanel</name>
    <message>
        <source>Show the files</source>
        <translation>显示文件</translation>
    </message>
    <message>
        <source>Hide the files</source>
        <translation>隐藏文件</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>全部取消</translation>
    </message>
    <message>
        <source>Files on their way into the library</source>
        <translation>正在转写的文件</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>清空列表</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 处，共 %2 处</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>找到 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Find in this transcript</source>
        <translation>在此记录中查找</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>全部替换</translation>
    </message>
    <message>
        <source>Go to the match before</source>
        <translation>转到上一处</translation>
    </message>
    <message>
        <source>Go to the next match</source>
        <translation>转到下一处</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>关闭查找</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>No text.</source>
        <translation>没有文本。</translation>
    </message>
    <message>
        <source>Overlaps the next one by %1 s.</source>
        <translation>与下一条重叠 %1 秒。</translation>
    </message>
    <message>
        <source>%1 lines, at most %2.</source>
        <translation>%1 行，最多 %2 行。</translation>
    </message>
    <message>
        <source>%1 characters in a line, at most %2.</source>
        <translation>一行 %1 个字符，最多 %2 个。</translation>
    </message>
    <message>
        <source>%1 s before the next one, at least %2 s.</source>
        <translation>距下一条 %1 秒，至少 %2 秒。</translation>
    </message>
    <message>
        <source>Shown for %1 s, at most %2 s.</source>
        <translation>显示 %1 秒，最多 %2 秒。</translation>
    </message>
    <message>
        <source>Shown for %1 s, at least %2 s.</source>
        <translation>显示 %1 秒，至少 %2 秒。</translation>
    </message>
    <message>
        <source>%1 words a minute, at most %2.</source>
        <translation>每分钟 %1 词，最多 %2 词。</translation>
    </message>
    <message>
        <source>%1 characters a second, at most %2.</source>
        <translation>每秒 %1 个字符，最多 %2 个。</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Welcome to Captioner</source>
        <translation>欢迎使用 Captioner</translation>
    </message>
    <message>
        <source>What shall be captioned?</source>
        <translation>要为哪些声音加字幕？</translation>
    </message>
    <message>
        <source>Speak, or play something: the meter of what is heard moves.</source>
        <translation>请说话或播放声音：听到声音的音量条会动。</translation>
    </message>
    <message>
        <source>Which language is spoken?</source>
        <translation>说的是什么语言？</translation>
    </message>
    <message>
        <source>How shall speech be recognized?</source>
        <translation>如何识别语音？</translation>
    </message>
    <message>
        <source>All of it happens on this computer. No sound leaves it.</source>
        <translation>一切都在这台电脑上进行，声音不会传到别处。</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Leaves the rest as it is; the settings have it all</source>
        <translation>其余保持不变，之后可在设置中更改</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Start captions</source>
        <translation>开始字幕</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>SRT: subtitles for every player</source>
        <translation>SRT：适用于各种播放器的字幕</translation>
    </message>
    <message>
        <source>WebVTT: subtitles for the web</source>
        <translation>WebVTT：网页字幕</translation>
    </message>
    <message>
        <source>Text: to read</source>
        <translation>文本：便于阅读</translation>
    </message>
    <message>
        <source>Markdown: to read, with speakers and times</source>
        <translation>Markdown：便于阅读，含发言人和时间</translation>
    </message>
    <message>
        <source>Word: to read and print, with speakers and times</source>
        <translation>Word：便于阅读和打印，含发言人和时间</translation>
    </message>
    <message>
        <source>JSON: every word with its time</source>
        <translation>JSON：每个词及其时间</translation>
    </message>
    <message>
        <source>ASS: subtitles with styles</source>
        <translation>ASS：带样式的字幕</translation>
    </message>
    <message>
        <source>TTML: subtitles for broadcasting</source>
        <translation>TTML：广播字幕</translation>
    </message>
    <message>
        <source>Netflix: two lines, 42 characters each</source>
        <translation>Netflix：两行，每行 42 个字符</translation>
    </message>
    <message>
        <source>BBC: two lines, 37 characters each</source>
        <translation>BBC：两行，每行 37 个字符</translation>
    </message>
    <message>
        <source>DCMP: two lines, 32 characters each</source>
        <translation>DCMP：两行，每行 32 个字符</translation>
    </message>
    <message>
        <source>None: a line for each sentence</source>
        <translation>无：每句一行</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>Windows</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Start when I log in</source>
        <translation>登录时自动启动</translation>
    </message>
    <message>
        <source>Start with the window closed</source>
        <translation>启动时不打开窗口</translation>
    </message>
    <message>
        <source>The tray icon and the shortcuts are then the way to it.</source>
        <translation>此时可通过托盘图标和快捷键打开。</translation>
    </message>
</context>
<context>
    <name>HistoryDelegate</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
</context>
<context>
    <name>HistoryMenu</name>
    <message>
        <source>Recover</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Transcribe again …</source>
        <translation>重新转写…</translation>
    </message>
    <message>
        <source>Merge into one session</source>
        <translation>合并为一个会话</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Export the selected sessions …</source>
        <translation>导出所选会话…</translation>
    </message>
    <message>
        <source>Delete sessions older than</source>
        <translation>删除早于以下时间的会话</translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n 个月</numerusform>
        </translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>New tag …</source>
        <translation>新标签…</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>新标签</translation>
    </message>
    <message numerus="yes">
        <source>Tag for %n selected sessions:</source>
        <translation>
            <numerusform>所选 %n 个会话的标签：</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete old sessions</source>
        <translation>删除旧会话</translation>
    </message>
    <message>
        <source>Delete all sessions from before %1, with their recordings?</source>
        <translation>删除 %1 之前的所有会话及其录音吗？</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>HistoryPane</name>
    <message>
        <source>All tags</source>
        <translation>所有标签</translation>
    </message>
    <message>
        <source>Nothing was found for “%1”.</source>
        <translation>没有找到“%1”。</translation>
    </message>
    <message>
        <source>No session has this tag.</source>
        <translation>没有会话带有此标签。</translation>
    </message>
    <message>
        <source>Nothing has been said yet. Start captions under “Live”: every session is kept here.</source>
        <translation>还没有任何内容。在“实时”中开始字幕，每次会话都会保存在这里。</translation>
    </message>
    <message numerus="yes">
        <source>The first %n hits</source>
        <translation>
            <numerusform>前 %n 条结果</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hits</source>
        <translation>
            <numerusform>%n 条结果</numerusform>
        </translation>
    </message>
    <message>
        <source>Search everything that was said</source>
        <translation>搜索说过的一切</translation>
    </message>
    <message>
        <source>Sessions with the tag</source>
        <translation>带有标签的会话</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>搜索结果</translation>
    </message>
</context>
<context>
    <name>Hotkeys</name>
    <message>
        <source>Another program has %1.</source>
        <translation>%1 已被其他程序占用。</translation>
    </message>
    <message>
        <source>This keyboard cannot give %1.</source>
        <translation>此键盘无法输入 %1。</translation>
    </message>
    <message>
        <source>Wayland gives programs no keys that work everywhere. Use the tray, or this window.</source>
        <translation>Wayland 不允许程序使用全局快捷键。请使用托盘或此窗口。</translation>
    </message>
    <message>
        <source>This system gives programs no keys that work everywhere. Use the tray, or this window.</source>
        <translation>此系统不允许程序使用全局快捷键。请使用托盘或此窗口。</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>done: open it to see what changes</source>
        <translation>已完成：打开即可查看改动</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>loading the model …</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>还剩 %1 秒</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>还剩 %1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation>还剩 %1 小时 %2 分钟</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>已完成 %1/%2</translation>
    </message>
    <message>
        <source>rests while captions run</source>
        <translation>字幕运行时暂停</translation>
    </message>
</context>
<context>
    <name>LanguageStep</name>
    <message>
        <source>Several, or another one: detect it</source>
        <translation>多种或其他语言：自动检测</translation>
    </message>
    <message>
        <source>All languages</source>
        <translation>所有语言</translation>
    </message>
    <message>
        <source>All languages …</source>
        <translation>所有语言…</translation>
    </message>
    <message>
        <source>Captions come sooner and better where the language is named. It can be changed any time.</source>
        <translation>指定语言后，字幕出现得更快、更准确。可以随时更改。</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>English</source>
        <translation>英语</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>German</source>
        <translation>德语</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>西班牙语</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>俄语</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>韩语</translation>
    </message>
    <message>
        <source>French</source>
        <translation>法语</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>日语</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>葡萄牙语</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>土耳其语</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>波兰语</translation>
    </message>
    <message>
        <source>Catalan</source>
        <translation>加泰罗尼亚语</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>荷兰语</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>阿拉伯语</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>瑞典语</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>意大利语</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>印度尼西亚语</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>印地语</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>芬兰语</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>越南语</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>希伯来语</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>乌克兰语</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>希腊语</translation>
    </message>
    <message>
        <source>Malay</source>
        <translation>马来语</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>捷克语</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>罗马尼亚语</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>丹麦语</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>匈牙利语</translation>
    </message>
    <message>
        <source>Tamil</source>
        <translation>泰米尔语</translation>
    </message>
    <message>
        <source>Norwegian</source>
        <translation>挪威语</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>泰语</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>乌尔都语</translation>
    </message>
    <message>
        <source>Croatian</source>
        <translation>克罗地亚语</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>保加利亚语</translation>
    </message>
    <message>
        <source>Lithuanian</source>
        <translation>立陶宛语</translation>
    </message>
    <message>
        <source>Latin</source>
        <translation>拉丁语</translation>
    </message>
    <message>
        <source>Maori</source>
        <translation>毛利语</translation>
    </message>
    <message>
        <source>Malayalam</source>
        <translation>马拉雅拉姆语</translation>
    </message>
    <message>
        <source>Welsh</source>
        <translation>威尔士语</translation>
    </message>
    <message>
        <source>Slovak</source>
        <translation>斯洛伐克语</translation>
    </message>
    <message>
        <source>Telugu</source>
        <translation>泰卢固语</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>波斯语</translation>
    </message>
    <message>
        <source>Latvian</source>
        <translation>拉脱维亚语</translation>
    </message>
    <message>
        <source>Bengali</source>
        <translation>孟加拉语</translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation>塞尔维亚语</translation>
    </message>
    <message>
        <source>Azerbaijani</source>
        <translation>阿塞拜疆语</translation>
    </message>
    <message>
        <source>Slovenian</source>
        <translation>斯洛文尼亚语</translation>
    </message>
    <message>
        <source>Kannada</source>
        <translation>卡纳达语</translation>
    </message>
    <message>
        <source>Estonian</source>
        <translation>爱沙尼亚语</translation>
    </message>
    <message>
        <source>Macedonian</source>
        <translation>马其顿语</translation>
    </message>
    <message>
        <source>Breton</source>
        <translation>布列塔尼语</translation>
    </message>
    <message>
        <source>Basque</source>
        <translation>巴斯克语</translation>
    </message>
    <message>
        <source>Icelandic</source>
        <translation>冰岛语</translation>
    </message>
    <message>
        <source>Armenian</source>
        <translation>亚美尼亚语</translation>
    </message>
    <message>
        <source>Nepali</source>
        <translation>尼泊尔语</translation>
    </message>
    <message>
        <source>Mongolian</source>
        <translation>蒙古语</translation>
    </message>
    <message>
        <source>Bosnian</source>
        <translation>波斯尼亚语</translation>
    </message>
    <message>
        <source>Kazakh</source>
        <translation>哈萨克语</translation>
    </message>
    <message>
        <source>Albanian</source>
        <translation>阿尔巴尼亚语</translation>
    </message>
    <message>
        <source>Swahili</source>
        <translation>斯瓦希里语</translation>
    </message>
    <message>
        <source>Galician</source>
        <translation>加利西亚语</translation>
    </message>
    <message>
        <source>Marathi</source>
        <translation>马拉地语</translation>
    </message>
    <message>
        <source>Punjabi</source>
        <translation>旁遮普语</translation>
    </message>
    <message>
        <source>Sinhala</source>
        <translation>僧伽罗语</translation>
    </message>
    <message>
        <source>Khmer</source>
        <translation>高棉语</translation>
    </message>
    <message>
        <source>Shona</source>
        <translation>修纳语</translation>
    </message>
    <message>
        <source>Yoruba</source>
        <translation>约鲁巴语</translation>
    </message>
    <message>
        <source>Somali</source>
        <translation>索马里语</translation>
    </message>
    <message>
        <source>Afrikaans</source>
        <translation>南非荷兰语</translation>
    </message>
    <message>
        <source>Occitan</source>
        <translation>奥克语</translation>
    </message>
    <message>
        <source>Georgian</source>
        <translation>格鲁吉亚语</translation>
    </message>
    <message>
        <source>Belarusian</source>
        <translation>白俄罗斯语</translation>
    </message>
    <message>
        <source>Tajik</source>
        <translation>塔吉克语</translation>
    </message>
    <message>
        <source>Sindhi</source>
        <translation>信德语</translation>
    </message>
    <message>
        <source>Gujarati</source>
        <translation>古吉拉特语</translation>
    </message>
    <message>
        <source>Amharic</source>
        <translation>阿姆哈拉语</translation>
    </message>
    <message>
        <source>Yiddish</source>
        <translation>意第绪语</translation>
    </message>
    <message>
        <source>Lao</source>
        <translation>老挝语</translation>
    </message>
    <message>
        <source>Uzbek</source>
        <translation>乌兹别克语</translation>
    </message>
    <message>
        <source>Faroese</source>
        <translation>法罗语</translation>
    </message>
    <message>
        <source>Haitian Creole</source>
        <translation>海地克里奥尔语</translation>
    </message>
    <message>
        <source>Pashto</source>
        <translation>普什图语</translation>
    </message>
    <message>
        <source>Turkmen</source>
        <translation>土库曼语</translation>
    </message>
    <message>
        <source>Nynorsk</source>
        <translation>新挪威语</translation>
    </message>
    <message>
        <source>Maltese</source>
        <translation>马耳他语</translation>
    </message>
    <message>
        <source>Sanskrit</source>
        <translation>梵语</translation>
    </message>
    <message>
        <source>Luxembourgish</source>
        <translation>卢森堡语</translation>
    </message>
    <message>
        <source>Burmese</source>
        <translation>缅甸语</translation>
    </message>
    <message>
        <source>Tibetan</source>
        <translation>藏语</translation>
    </message>
    <message>
        <source>Tagalog</source>
        <translation>他加禄语</translation>
    </message>
    <message>
        <source>Malagasy</source>
        <translation>马达加斯加语</translation>
    </message>
    <message>
        <source>Assamese</source>
        <translation>阿萨姆语</translation>
    </message>
    <message>
        <source>Tatar</source>
        <translation>鞑靼语</translation>
    </message>
    <message>
        <source>Hawaiian</source>
        <translation>夏威夷语</translation>
    </message>
    <message>
        <source>Lingala</source>
        <translation>林加拉语</translation>
    </message>
    <message>
        <source>Hausa</source>
        <translation>豪萨语</translation>
    </message>
    <message>
        <source>Bashkir</source>
        <translation>巴什基尔语</translation>
    </message>
    <message>
        <source>Javanese</source>
        <translation>爪哇语</translation>
    </message>
    <message>
        <source>Sundanese</source>
        <translation>巽他语</translation>
    </message>
    <message>
        <source>Cantonese</source>
        <translation>粤语</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>Today, %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <translation>昨天 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>The day and the time of day</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>MMM d, yyyy</source>
        <extracomment>A day as QLocale writes it: d day, MMM name of the month, M its number, yyyy year</extracomment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分钟</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>已中断</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>“%1” was transcribed again.</source>
        <translation>“%1”已重新转写。</translation>
    </message>
    <message>
        <source>Show the changes</source>
        <translation>查看改动</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message numerus="yes">
        <source>%n files were written to %1.</source>
        <translation>
            <numerusform>已将 %n 个文件写入 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Captioner</source>
        <translation>Captioner</translation>
    </message>
    <message>
        <source>&amp;Captions</source>
        <translation>字幕(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Language that is spoken</source>
        <translation>所说的语言</translation>
    </message>
    <message>
        <source>Detect the language</source>
        <translation>自动检测语言</translation>
    </message>
    <message>
        <source>Embedded English engine</source>
        <translation>内置英语引擎</translation>
    </message>
    <message>
        <source>Whisper %1</source>
        <translation>Whisper %1</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>There is nothing to hear: both sources are off.</source>
        <translation>没有可听的声音：两个音源都已关闭。</translation>
    </message>
    <message>
        <source>Choose a microphone or system audio.</source>
        <translation>请选择麦克风或系统声音。</translation>
    </message>
    <message>
        <source>The session broke off by a fault of captioner itself: {reason}.</source>
        <translation>会话因 Captioner 自身的故障而中断：{reason}。</translation>
    </message>
    <message>
        <source>Choose a multilingual Whisper model, such as small.</source>
        <translation>请选择多语言的 Whisper 模型，例如 small。</translation>
    </message>
    <message>
        <source>The {engine} model {model} does not know {language}.</source>
        <translation>{engine} 模型 {model} 不支持{language}。</translation>
    </message>
    <message>
        <source>{trouble} The embedded English engine captions meanwhile.</source>
        <translation>{trouble}暂由内置英语引擎生成字幕。</translation>
    </message>
    <message>
        <source>Fetching the model was stopped.</source>
        <translation>模型下载已停止。</translation>
    </message>
    <message>
        <source>The next time it goes on from here.</source>
        <translation>下次将从此处继续下载。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made: {reason}.</source>
        <translation>无法创建文件夹 {folder}：{reason}。</translation>
    </message>
    <message>
        <source>Make room or give yourself access, or set {variable} to a folder that you can write to.</source>
        <translation>请腾出空间或获取访问权限，或将 {variable} 设为可写入的文件夹。</translation>
    </message>
    <message>
        <source>There is no screen to show captions on.</source>
        <translation>没有可显示字幕的屏幕。</translation>
    </message>
    <message>
        <source>captioner listen shows them in a terminal; see captioner --help.</source>
        <translation>captioner listen 可在终端中显示字幕；参见 captioner --help。</translation>
    </message>
    <message>
        <source>{time} of speech was not captioned.</source>
        <translation>有 {time} 的语音没有生成字幕。</translation>
    </message>
    <message>
        <source>The transcript is not whole.</source>
        <translation>文字记录不完整。</translation>
    </message>
    <message>
        <source>The sound is kept: captioner transcribe {paths}</source>
        <translation>声音已保留，可运行以下命令转写：captioner transcribe {paths}</translation>
    </message>
    <message>
        <source>{hint} The sound is kept in {paths}.</source>
        <translation>{hint}声音保留在 {paths}。</translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation>请从列表中选择。</translation>
    </message>
    <message>
        <source>There is no model &quot;{name}&quot;.</source>
        <translation>没有名为“{name}”的模型。</translation>
    </message>
    <message>
        <source>The transcript could not be kept: {reason}.</source>
        <translation>无法保存文字记录：{reason}。</translation>
    </message>
    <message>
        <source>Delete the line; it is written by captioner itself.</source>
        <translation>请删除该行；Captioner 会自行写入。</translation>
    </message>
    <message>
        <source>Settings: version: {version} is no version.</source>
        <translation>设置：version：{version} 不是版本号。</translation>
    </message>
    <message>
        <source>Update captioner, or set CAPTIONER_HOME to another folder to run this one with its own settings.</source>
        <translation>请更新 Captioner，或将 CAPTIONER_HOME 设为其他文件夹，让此版本使用自己的设置。</translation>
    </message>
    <message>
        <source>Settings: version: {version} is newer than this captioner, which knows up to {newest}.</source>
        <translation>设置：version：{version} 比此版 Captioner 新，此版最高支持 {newest}。</translation>
    </message>
    <message>
        <source>Give yourself access to the file.</source>
        <translation>请获取该文件的访问权限。</translation>
    </message>
    <message>
        <source>The settings in {path} cannot be read: {reason}.</source>
        <translation>无法读取设置文件 {path}：{reason}。</translation>
    </message>
    <message>
        <source>Correct that line.</source>
        <translation>请改正该行。</translation>
    </message>
    <message>
        <source>The settings in {path} are not valid TOML: {reason}.</source>
        <translation>设置文件 {path} 不是有效的 TOML：{reason}。</translation>
    </message>
    <message>
        <source>{hint} The file is {path}.</source>
        <translation>{hint}文件：{path}。</translation>
    </message>
    <message>
        <source>The file is kept as {path}.</source>
        <translation>原文件已保留为 {path}。</translation>
    </message>
    <message>
        <source>The file is still there and will be tried again at the next start.</source>
        <translation>文件仍在原处，下次启动时会再次读取。</translation>
    </message>
    <message>
        <source>{trouble} Captioner starts with its defaults.</source>
        <translation>{trouble}Captioner 将以默认设置启动。</translation>
    </message>
    <message>
        <source>Make room or give yourself access to the folder.</source>
        <translation>请腾出空间，或获取该文件夹的访问权限。</translation>
    </message>
    <message>
        <source>The settings cannot be written to {path}: {reason}.</source>
        <translation>无法将设置写入 {path}：{reason}。</translation>
    </message>
    <message>
        <source>Move it away to get the defaults.</source>
        <translation>请将其移走以恢复默认设置。</translation>
    </message>
    <message>
        <source>The settings in {path} are not a file.</source>
        <translation>设置 {path} 不是文件。</translation>
    </message>
    <message>
        <source>Move the file away to get the defaults.</source>
        <translation>请将该文件移走以恢复默认设置。</translation>
    </message>
    <message>
        <source>The settings in {path} are larger than {size} MB.</source>
        <translation>设置文件 {path} 大于 {size} MB。</translation>
    </message>
    <message>
        <source>Save the file as UTF-8.</source>
        <translation>请将文件存为 UTF-8 编码。</translation>
    </message>
    <message>
        <source>The settings in {path} are not UTF-8 text (byte {place}).</source>
        <translation>设置文件 {path} 不是 UTF-8 文本（第 {place} 字节）。</translation>
    </message>
    <message>
        <source>Give yourself access to the folder of programs that start at login.</source>
        <translation>请获取登录启动程序文件夹的访问权限。</translation>
    </message>
    <message>
        <source>Starting at login cannot be set: {reason}.</source>
        <translation>无法设置登录时启动：{reason}。</translation>
    </message>
    <message>
        <source>Name the audio or video file itself.</source>
        <translation>请指定音频或视频文件本身。</translation>
    </message>
    <message>
        <source>{name} is a folder.</source>
        <translation>{name} 是文件夹。</translation>
    </message>
    <message>
        <source>Use an http:// or https:// address.</source>
        <translation>请使用以 http:// 或 https:// 开头的地址。</translation>
    </message>
    <message>
        <source>Addresses that begin with {scheme}:// are not supported.</source>
        <translation>不支持以 {scheme}:// 开头的地址。</translation>
    </message>
    <message>
        <source>Check the path for a typing mistake.</source>
        <translation>请检查路径是否有误。</translation>
    </message>
    <message>
        <source>There is no file {name}.</source>
        <translation>没有文件 {name}。</translation>
    </message>
    <message>
        <source>What was said is in the library. There you can also transcribe the rest of its sound.</source>
        <translation>已说的内容都在记录库中。在那里还可以转写其余的声音。</translation>
    </message>
    <message>
        <source>It is kept: the library can transcribe it later.</source>
        <translation>声音已保留：以后可在记录库中转写。</translation>
    </message>
    <message>
        <source>It is kept: captioner recover</source>
        <translation>已保留：captioner recover</translation>
    </message>
    <message>
        <source>Name an audio or video file.</source>
        <translation>请指定音频或视频文件。</translation>
    </message>
    <message>
        <source>{name} is a device, not a file.</source>
        <translation>{name} 是设备，不是文件。</translation>
    </message>
    <message>
        <source>There is no standard input.</source>
        <translation>没有标准输入。</translation>
    </message>
    <message>
        <source>Name a file instead of &apos;-&apos;.</source>
        <translation>请指定文件，而不是“-”。</translation>
    </message>
    <message>
        <source>Standard input is the keyboard.</source>
        <translation>标准输入是键盘。</translation>
    </message>
    <message>
        <source>Pipe a file into it, as in: captioner … - &lt; talk.mp3</source>
        <translation>请将文件传入，例如：captioner … - &lt; talk.mp3</translation>
    </message>
    <message>
        <source>Change its permissions, or copy it elsewhere.</source>
        <translation>请更改其权限，或将其复制到别处。</translation>
    </message>
    <message>
        <source>No permission to read {name}.</source>
        <translation>没有读取 {name} 的权限。</translation>
    </message>
    <message>
        <source>Check that the disk or the network is still there.</source>
        <translation>请检查磁盘或网络是否仍然可用。</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>无法读取 {name}：{reason}。</translation>
    </message>
    <message>
        <source>{name} gives a signal again.</source>
        <translation>{name}已恢复信号。</translation>
    </message>
    <message>
        <source>{name} gives no signal, only digital silence.</source>
        <translation>{name}没有信号，只有数字静音。</translation>
    </message>
    <message>
        <source>This program is not allowed to use it. {hint}</source>
        <translation>此程序未获准使用它。{hint}</translation>
    </message>
    <message>
        <source>It may be muted, or this program may not be allowed to use it: check the sound settings.</source>
        <translation>可能已静音，或此程序未获准使用它：请检查声音设置。</translation>
    </message>
    <message>
        <source>{ms:.0f} ms of sound were lost: this computer was too busy.</source>
        <translation>丢失了 {ms:.0f} 毫秒的声音：这台电脑过于繁忙。</translation>
    </message>
    <message>
        <source>Close programs that you do not need, or choose a smaller model.</source>
        <translation>请关闭不需要的程序，或选择更小的模型。</translation>
    </message>
    <message>
        <source>macOS gives no program the sound of others. Install the free virtual device BlackHole (brew install blackhole-2ch), then in Audio MIDI Setup make a Multi-Output Device of your speakers and BlackHole and choose it as the sound output.</source>
        <translation>macOS 不允许程序获取其他程序的声音。请安装免费的虚拟设备 BlackHole（brew install blackhole-2ch），然后在“音频 MIDI 设置”中将扬声器与 BlackHole 组成“多输出设备”，并选为声音输出。</translation>
    </message>
    <message>
        <source>Choose an earlier start.</source>
        <translation>请选择更早的起点。</translation>
    </message>
    <message>
        <source>{name} ends before {seconds:g} s.</source>
        <translation>{name} 不到 {seconds:g} 秒就结束了。</translation>
    </message>
    <message>
        <source>Check that it plays in a media player.</source>
        <translation>请确认它能在播放器中播放。</translation>
    </message>
    <message>
        <source>{name} holds no sound that can be decoded.</source>
        <translation>{name} 中没有可解码的声音。</translation>
    </message>
    <message>
        <source>There is no system-audio source.</source>
        <translation>没有系统声音源。</translation>
    </message>
    <message>
        <source>There is no microphone.</source>
        <translation>没有麦克风。</translation>
    </message>
    <message>
        <source>Plug one in, and check the sound settings.</source>
        <translation>请接入麦克风，并检查声音设置。</translation>
    </message>
    <message>
        <source>Give more of the name.</source>
        <translation>请输入更完整的名称。</translation>
    </message>
    <message>
        <source>“{name}” may be {names}.</source>
        <translation>“{name}”可能指 {names}。</translation>
    </message>
    <message>
        <source>There is no system-audio source “{name}”.</source>
        <translation>没有系统声音源“{name}”。</translation>
    </message>
    <message>
        <source>There is no microphone “{name}”.</source>
        <translation>没有麦克风“{name}”。</translation>
    </message>
    <message>
        <source>Did you mean “{name}”?</source>
        <translation>是否指“{name}”？</translation>
    </message>
    <message>
        <source>There is {names}.</source>
        <translation>现有：{names}。</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>“{name}”</translation>
    </message>
    <message>
        <source>{one} or {other}</source>
        <translation>{one}或{other}</translation>
    </message>
    <message>
        <source>{one}, {others}</source>
        <translation>{one}、{others}</translation>
    </message>
    <message>
        <source>Check the network, or download the file first.</source>
        <translation>请检查网络，或先下载该文件。</translation>
    </message>
    <message>
        <source>The connection to {name} broke off.</source>
        <translation>与 {name} 的连接中断。</translation>
    </message>
    <message>
        <source>{name} is not a valid address.</source>
        <translation>{name} 不是有效的地址。</translation>
    </message>
    <message>
        <source>Check the address and the network.</source>
        <translation>请检查地址和网络。</translation>
    </message>
    <message>
        <source>{name} does not answer.</source>
        <translation>{name} 没有响应。</translation>
    </message>
    <message>
        <source>Use the address of the file itself.</source>
        <translation>请使用文件本身的地址。</translation>
    </message>
    <message>
        <source>{name} redirects without end.</source>
        <translation>{name} 无休止地重定向。</translation>
    </message>
    <message>
        <source>{name} cannot be reached: {reason}.</source>
        <translation>无法连接 {name}：{reason}。</translation>
    </message>
    <message>
        <source>Choose another address.</source>
        <translation>请选择其他地址。</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} 是空的。</translation>
    </message>
    <message>
        <source>Check the address.</source>
        <translation>请检查地址。</translation>
    </message>
    <message>
        <source>Download the file first.</source>
        <translation>请先下载该文件。</translation>
    </message>
    <message>
        <source>{name} gives other bytes than asked for.</source>
        <translation>{name} 给出的数据与请求不符。</translation>
    </message>
    <message>
        <source>{name} gives no media: it asks for a password (HTTP {status}).</source>
        <translation>无法从 {name} 获取媒体：需要密码（HTTP {status}）。</translation>
    </message>
    <message>
        <source>{name} gives no media: access is forbidden (HTTP {status}).</source>
        <translation>无法从 {name} 获取媒体：禁止访问（HTTP {status}）。</translation>
    </message>
    <message>
        <source>{name} gives no media: there is nothing (HTTP {status}).</source>
        <translation>无法从 {name} 获取媒体：内容不存在（HTTP {status}）。</translation>
    </message>
    <message>
        <source>{name} gives no media: it is gone (HTTP {status}).</source>
        <translation>无法从 {name} 获取媒体：内容已移除（HTTP {status}）。</translation>
    </message>
    <message>
        <source>{name} gives no media: the server failed (HTTP {status}).</source>
        <translation>无法从 {name} 获取媒体：服务器出错（HTTP {status}）。</translation>
    </message>
    <message>
        <source>{name} gives no media: the server refused (HTTP {status}).</source>
        <translation>无法从 {name} 获取媒体：服务器拒绝（HTTP {status}）。</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>请选择其他文件。</translation>
    </message>
    <message>
        <source>Name the audio or video file that it lists.</source>
        <translation>请指定其中列出的音频或视频文件。</translation>
    </message>
    <message>
        <source>{name} is a playlist, not sound.</source>
        <translation>{name} 是播放列表，不是声音。</translation>
    </message>
    <message>
        <source>{name} is not audio or video, or it is damaged.</source>
        <translation>{name} 不是音频或视频，或已损坏。</translation>
    </message>
    <message>
        <source>Save it to a file first.</source>
        <translation>请先将其保存为文件。</translation>
    </message>
    <message>
        <source>{name} has its index at the end, where a stream is over.</source>
        <translation>{name} 的索引在末尾，以流的方式无法读取。</translation>
    </message>
    <message>
        <source>{name} declares no audio channels.</source>
        <translation>{name} 没有声明声道。</translation>
    </message>
    <message>
        <source>{name} has no sound.</source>
        <translation>{name} 没有声音。</translation>
    </message>
    <message>
        <source>{name} has no sound: it holds only {kinds}.</source>
        <translation>{name} 没有声音：其中只有 {kinds}。</translation>
    </message>
    <message>
        <source>Choose a file with an audio track.</source>
        <translation>请选择带有音轨的文件。</translation>
    </message>
    <message>
        <source>The file is damaged: make it anew.</source>
        <translation>文件已损坏，请重新制作。</translation>
    </message>
    <message>
        <source>{name} declares {channels} channels at {rate} Hz.</source>
        <translation>{name} 声明了 {channels} 个声道、{rate} Hz。</translation>
    </message>
    <message>
        <source>Allow the sound socket: flatpak override --user --socket=pulseaudio, then start the program again.</source>
        <translation>请允许使用声音套接字：flatpak override --user --socket=pulseaudio，然后重新启动程序。</translation>
    </message>
    <message>
        <source>Allow it in System Settings &gt; Privacy &amp; Security &gt; Microphone, then start the program again.</source>
        <translation>请在“系统设置 &gt; 隐私与安全性 &gt; 麦克风”中允许，然后重新启动程序。</translation>
    </message>
    <message>
        <source>Allow it in Settings &gt; Privacy &amp; security &gt; Microphone, also for desktop apps.</source>
        <translation>请在“设置 &gt; 隐私和安全性 &gt; 麦克风”中允许，并允许桌面应用访问。</translation>
    </message>
    <message>
        <source>System audio needs a sound server: install PipeWire (pipewire-pulse) or PulseAudio.</source>
        <translation>系统声音需要声音服务器：请安装 PipeWire（pipewire-pulse）或 PulseAudio。</translation>
    </message>
    <message>
        <source>Install it, for example: sudo apt install libportaudio2 libasound2-plugins</source>
        <translation>请安装，例如：sudo apt install libportaudio2 libasound2-plugins</translation>
    </message>
    <message>
        <source>Install it: brew install portaudio</source>
        <translation>请安装：brew install portaudio</translation>
    </message>
    <message>
        <source>The sound library PortAudio cannot be loaded: {reason}.</source>
        <translation>无法加载声音库 PortAudio：{reason}。</translation>
    </message>
    <message>
        <source>Install captioner again: its sound library is missing.</source>
        <translation>请重新安装 Captioner：缺少声音库。</translation>
    </message>
    <message>
        <source>Close other programs that may be using it, and check that this program may use the microphone.</source>
        <translation>请关闭可能正在使用它的其他程序，并确认此程序可以使用麦克风。</translation>
    </message>
    <message>
        <source>“{device}” cannot be opened: {reason}.</source>
        <translation>无法打开“{device}”：{reason}。</translation>
    </message>
    <message>
        <source>The session {title} was cut off.</source>
        <translation>会话“{title}”意外中断。</translation>
    </message>
    <message>
        <source>{count} sessions were cut off.</source>
        <translation>{count} 个会话意外中断。</translation>
    </message>
    <message>
        <source>A fault of captioner itself: {reason}.</source>
        <translation>captioner 自身的错误：{reason}。</translation>
    </message>
    <message>
        <source>Was it moved or renamed?</source>
        <translation>它被移动或重命名了吗？</translation>
    </message>
    <message>
        <source>No speech was found in {name}.</source>
        <translation>在 {name} 中没有找到语音。</translation>
    </message>
    <message>
        <source>The session is not in the library any more.</source>
        <translation>该会话已不在记录库中。</translation>
    </message>
    <message>
        <source>The session was recovered. New lines: {number}.</source>
        <translation>会话已恢复。新增行数：{number}。</translation>
    </message>
    <message>
        <source>Sessions are being recovered already.</source>
        <translation>正在恢复会话。</translation>
    </message>
    <message>
        <source>Wait for that to end.</source>
        <translation>请等待其完成。</translation>
    </message>
    <message>
        <source>Its sound is kept: try it with another model or language.</source>
        <translation>声音已保留：请用其他模型或语言再试。</translation>
    </message>
    <message>
        <source>Somebody speaks in the rest of {title}, but no words were recognized.</source>
        <translation>{title} 的其余部分有人说话，但未识别出任何词语。</translation>
    </message>
    <message>
        <source>Only sessions with a recording can be heard again.</source>
        <translation>只有保留了录音的会话才能重新转写。</translation>
    </message>
    <message>
        <source>The sound of this session is not here any more.</source>
        <translation>此会话的声音已不在这里。</translation>
    </message>
    <message>
        <source>Check the loudspeaker or the headphones in the sound settings of the system.</source>
        <translation>请在系统的声音设置中检查扬声器或耳机。</translation>
    </message>
    <message>
        <source>Nothing can be played: {reason}.</source>
        <translation>无法播放：{reason}。</translation>
    </message>
    <message>
        <source>Plug it in, or choose another one.</source>
        <translation>请接入该设备，或选择其他设备。</translation>
    </message>
    <message>
        <source>“{device}” is not there.</source>
        <translation>找不到“{device}”。</translation>
    </message>
    <message>
        <source>Start it (systemctl --user start pipewire-pulse, or pulseaudio --start) and try again.</source>
        <translation>请启动它（systemctl --user start pipewire-pulse 或 pulseaudio --start），然后重试。</translation>
    </message>
    <message>
        <source>The sound server has no output device: check the sound settings of the desktop.</source>
        <translation>声音服务器没有输出设备：请检查桌面的声音设置。</translation>
    </message>
    <message>
        <source>Choose the source in the sound settings of the desktop, and try again.</source>
        <translation>请在桌面的声音设置中选择该音源，然后重试。</translation>
    </message>
    <message>
        <source>“{device}” cannot be recorded: the sound server gives another source instead.</source>
        <translation>无法录制“{device}”：声音服务器给出了其他音源。</translation>
    </message>
    <message>
        <source>PortAudio does not reach the sound server: ALSA has no device “pulse”.</source>
        <translation>PortAudio 无法连接声音服务器：ALSA 没有“pulse”设备。</translation>
    </message>
    <message>
        <source>Install it, for example: sudo apt install libasound2-plugins</source>
        <translation>请安装，例如：sudo apt install libasound2-plugins</translation>
    </message>
    <message>
        <source>The sound server does not answer.</source>
        <translation>声音服务器没有响应。</translation>
    </message>
    <message>
        <source>The stream does not appear at the sound server.</source>
        <translation>声音流没有出现在声音服务器上。</translation>
    </message>
    <message>
        <source>The stream stays at another source.</source>
        <translation>声音流停留在其他音源上。</translation>
    </message>
    <message>
        <source>End the name with .wav or .flac.</source>
        <translation>文件名请以 .wav 或 .flac 结尾。</translation>
    </message>
    <message>
        <source>{path} has no format for recordings.</source>
        <translation>{path} 不是录音格式。</translation>
    </message>
    <message>
        <source>Choose an existing folder.</source>
        <translation>请选择已有的文件夹。</translation>
    </message>
    <message>
        <source>{path} cannot be written: there is no such folder.</source>
        <translation>无法写入 {path}：没有该文件夹。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请选择其他文件夹。</translation>
    </message>
    <message>
        <source>No permission to write {path}.</source>
        <translation>没有写入 {path} 的权限。</translation>
    </message>
    <message>
        <source>Free some space or choose another folder.</source>
        <translation>请腾出空间，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>无法写入 {path}：{reason}。</translation>
    </message>
    <message>
        <source>The microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>System audio</source>
        <translation>系统声音</translation>
    </message>
    <message>
        <source>The microphone “{device}”</source>
        <translation>麦克风“{device}”</translation>
    </message>
    <message>
        <source>System audio “{device}”</source>
        <translation>系统声音“{device}”</translation>
    </message>
    <message>
        <source>The sound of this session cannot be kept on disk: {reason}.</source>
        <translation>无法将此次会话的声音保存到磁盘：{reason}。</translation>
    </message>
    <message>
        <source>Captions go on. Free some space where {folder} is.</source>
        <translation>字幕会继续。请在 {folder} 所在的磁盘上腾出空间。</translation>
    </message>
    <message>
        <source>The computer slept for {time}.</source>
        <translation>电脑睡眠了 {time}。</translation>
    </message>
    <message>
        <source>Captions go on from here.</source>
        <translation>字幕从此处继续。</translation>
    </message>
    <message>
        <source>{name} is back after {time}.</source>
        <translation>{name}中断 {time}后恢复。</translation>
    </message>
    <message>
        <source>{name} was interrupted for {time}.</source>
        <translation>{name}中断了 {time}。</translation>
    </message>
    <message>
        <source>The gap is silent in the recording.</source>
        <translation>录音中这段空缺为静音。</translation>
    </message>
    <message>
        <source>Unplug it and plug it in again, or choose another one.</source>
        <translation>请拔下后重新接入，或选择其他设备。</translation>
    </message>
    <message>
        <source>{name} delivers no sound.</source>
        <translation>{name}没有传来声音。</translation>
    </message>
    <message>
        <source>Captions resume by themselves when it is there again.</source>
        <translation>设备恢复后，字幕会自动继续。</translation>
    </message>
    <message>
        <source>Captions resume by themselves when it, or another default, is there again.</source>
        <translation>该设备或其他默认设备恢复后，字幕会自动继续。</translation>
    </message>
    <message>
        <source>The sound system put another source in its place; that is not recorded. {hint}</source>
        <translation>声音系统换上了其他音源，该音源不会被录制。{hint}</translation>
    </message>
    <message>
        <source>{name} is gone.</source>
        <translation>{name}已断开。</translation>
    </message>
    <message>
        <source>The microphone is now “{device}”.</source>
        <translation>麦克风现为“{device}”。</translation>
    </message>
    <message>
        <source>System audio is now “{device}”.</source>
        <translation>系统声音现为“{device}”。</translation>
    </message>
    <message>
        <source>{seconds:.1f} s</source>
        <translation>{seconds:.1f} 秒</translation>
    </message>
    <message>
        <source>{seconds:.0f} s</source>
        <translation>{seconds:.0f} 秒</translation>
    </message>
    <message>
        <source>{minutes:.0f} min</source>
        <translation>{minutes:.0f} 分钟</translation>
    </message>
    <message>
        <source>Windows reports no output device: plug in or enable one in the sound settings.</source>
        <translation>Windows 没有输出设备：请接入设备，或在声音设置中启用。</translation>
    </message>
    <message>
        <source>Choose another output device.</source>
        <translation>请选择其他输出设备。</translation>
    </message>
    <message>
        <source>What “{device}” plays cannot be recorded: {reason}.</source>
        <translation>无法录制“{device}”播放的声音：{reason}。</translation>
    </message>
    <message>
        <source>Correct the value or delete the line to get the default.</source>
        <translation>请改正该值，或删除该行以使用默认值。</translation>
    </message>
    <message>
        <source>Settings: {path}: {what}.</source>
        <translation>设置：{path}：{what}。</translation>
    </message>
    <message>
        <source>The engine has ended by itself and is being started again.</source>
        <translation>引擎意外退出，正在重新启动。</translation>
    </message>
    <message>
        <source>Nothing is lost, the captions come a little later.</source>
        <translation>内容不会丢失，字幕会稍晚出现。</translation>
    </message>
    <message>
        <source>Nothing is lost, the rest is being caught up. A smaller model keeps up better.</source>
        <translation>没有丢失内容，正在赶上进度。更小的模型更容易跟上。</translation>
    </message>
    <message>
        <source>Captions are {seconds:.0f} s behind: this computer is slower than the speech.</source>
        <translation>字幕落后 {seconds:.0f} 秒：这台电脑跟不上语速。</translation>
    </message>
    <message>
        <source>Captions have caught up.</source>
        <translation>字幕已赶上进度。</translation>
    </message>
    <message>
        <source>Set the device to &quot;cpu&quot; to be told no more.</source>
        <translation>将设备设为“CPU”即可不再提示。</translation>
    </message>
    <message>
        <source>No NVIDIA GPU was found.</source>
        <translation>未找到 NVIDIA 显卡。</translation>
    </message>
    <message>
        <source>The NVIDIA driver is too old for this program.</source>
        <translation>NVIDIA 驱动程序版本过旧，不适用于此程序。</translation>
    </message>
    <message>
        <source>Update the NVIDIA driver.</source>
        <translation>请更新 NVIDIA 驱动程序。</translation>
    </message>
    <message>
        <source>The library {library}, which the GPU needs, is missing or cannot be loaded.</source>
        <translation>显卡所需的库 {library} 缺失或无法加载。</translation>
    </message>
    <message>
        <source>Install cuBLAS of CUDA 12 and cuDNN 9. {otherwise}</source>
        <translation>请安装 CUDA 12 的 cuBLAS 和 cuDNN 9。{otherwise}</translation>
    </message>
    <message>
        <source>The GPU has too little free memory for this model.</source>
        <translation>显存不足，无法运行此模型。</translation>
    </message>
    <message>
        <source>Choose a smaller model, or close programs that use the GPU.</source>
        <translation>请选择更小的模型，或关闭正在使用显卡的程序。</translation>
    </message>
    <message>
        <source>The GPU is of a kind that this program has no code for.</source>
        <translation>此程序不支持这种型号的显卡。</translation>
    </message>
    <message>
        <source>Update the NVIDIA driver. {otherwise}</source>
        <translation>请更新 NVIDIA 驱动程序。{otherwise}</translation>
    </message>
    <message>
        <source>The GPU failed: {reason}.</source>
        <translation>显卡出错：{reason}。</translation>
    </message>
    <message>
        <source>The GPU did not answer in time.</source>
        <translation>显卡没有及时响应。</translation>
    </message>
    <message>
        <source>Restart the computer or update the NVIDIA driver. {otherwise}</source>
        <translation>请重启电脑或更新 NVIDIA 驱动程序。{otherwise}</translation>
    </message>
    <message>
        <source>A trial on the GPU crashed ({code}).</source>
        <translation>显卡试运行时崩溃（{code}）。</translation>
    </message>
    <message>
        <source>Choose a Whisper model for it.</source>
        <translation>请为此选择 Whisper 模型。</translation>
    </message>
    <message>
        <source>The embedded engine knows English only, not &quot;{language}&quot;.</source>
        <translation>内置引擎只懂英语，不支持“{language}”。</translation>
    </message>
    <message>
        <source>The embedded engine cannot translate.</source>
        <translation>内置引擎不能翻译。</translation>
    </message>
    <message>
        <source>The embedded engine&apos;s English model is missing.</source>
        <translation>缺少内置引擎的英语模型。</translation>
    </message>
    <message>
        <source>Install the application again.</source>
        <translation>请重新安装应用程序。</translation>
    </message>
    <message>
        <source>Start the captions again.</source>
        <translation>请重新开始字幕。</translation>
    </message>
    <message>
        <source>Did you mean {names}?</source>
        <translation>是否指 {names}？</translation>
    </message>
    <message>
        <source>Use a code such as &quot;en&quot;, &quot;zh&quot; or &quot;de&quot;, or &quot;auto&quot;.</source>
        <translation>请使用语言代码，例如“en”“zh”“de”，或“auto”。</translation>
    </message>
    <message>
        <source>No language is called &quot;{text}&quot;.</source>
        <translation>没有名为“{text}”的语言。</translation>
    </message>
    <message>
        <source>Make room, or give yourself access to the folder.</source>
        <translation>请腾出空间，或获取该文件夹的访问权限。</translation>
    </message>
    <message>
        <source>The model {name} cannot be stored in {folder}: {reason}.</source>
        <translation>无法将模型 {name} 存入 {folder}：{reason}。</translation>
    </message>
    <message>
        <source>Choose another model or mirror.</source>
        <translation>请选择其他模型或镜像。</translation>
    </message>
    <message>
        <source>{host} has no complete model {name}.</source>
        <translation>{host} 没有完整的模型 {name}。</translation>
    </message>
    <message>
        <source>Choose another mirror.</source>
        <translation>请选择其他镜像。</translation>
    </message>
    <message>
        <source>{host} tells nothing usable about {file} of {name}.</source>
        <translation>{host} 没有提供 {name} 的 {file} 的可用信息。</translation>
    </message>
    <message>
        <source>What {host} has as {name} is far larger than that model.</source>
        <translation>{host} 上的 {name} 远大于该模型的实际大小。</translation>
    </message>
    <message>
        <source>Make room, or choose a smaller model.</source>
        <translation>请腾出空间，或选择更小的模型。</translation>
    </message>
    <message>
        <source>The model {name} needs {needed} MB more, but {folder} has room for {free} MB.</source>
        <translation>模型 {name} 还需要 {needed} MB，但 {folder} 只剩 {free} MB 可用空间。</translation>
    </message>
    <message>
        <source>Try again later, or set the mirror (recognition.mirror) to another server.</source>
        <translation>请稍后重试，或将镜像（recognition.mirror）设为其他服务器。</translation>
    </message>
    <message>
        <source>{file} of {name} comes damaged from {host}.</source>
        <translation>从 {host} 下载的 {name} 的 {file} 已损坏。</translation>
    </message>
    <message>
        <source>Try again: what has come is kept.</source>
        <translation>请重试：已下载的部分会保留。</translation>
    </message>
    <message>
        <source>The connection to {host} broke off while the model {name} came.</source>
        <translation>下载模型 {name} 时与 {host} 的连接中断。</translation>
    </message>
    <message>
        <source>Check the network and try again later, or set the mirror (recognition.mirror) to a server with the same models.</source>
        <translation>请检查网络后重试，或将镜像（recognition.mirror）设为模型库的镜像服务器。</translation>
    </message>
    <message>
        <source>If this network wants a login in the browser, do that first. Check the mirror (recognition.mirror).</source>
        <translation>如果此网络需要在浏览器中登录，请先登录。并检查镜像（recognition.mirror）。</translation>
    </message>
    <message>
        <source>{host} answers, but not as a model hub does.</source>
        <translation>{host} 有响应，但不是模型库。</translation>
    </message>
    <message>
        <source>{host} gives other bytes of {file} than asked for.</source>
        <translation>{host} 给出的 {file} 数据与请求不符。</translation>
    </message>
    <message>
        <source>{host} does not serve models now (HTTP {status}).</source>
        <translation>{host} 目前不提供模型下载（HTTP {status}）。</translation>
    </message>
    <message>
        <source>{host} has no model {repository} for you (HTTP {status}).</source>
        <translation>{host} 没有可供下载的模型 {repository}（HTTP {status}）。</translation>
    </message>
    <message>
        <source>{host} redirects to {scheme}:, which is not safe.</source>
        <translation>{host} 重定向到 {scheme}:，并不安全。</translation>
    </message>
    <message>
        <source>{host} cannot be reached for a model.</source>
        <translation>无法连接 {host} 下载模型。</translation>
    </message>
    <message>
        <source>{host} does not answer as a model hub does.</source>
        <translation>{host} 的响应不像模型库。</translation>
    </message>
    <message>
        <source>{host} redirects without end.</source>
        <translation>{host} 无休止地重定向。</translation>
    </message>
    <message>
        <source>Set the mirror (recognition.mirror) to an http:// or https:// address.</source>
        <translation>请将镜像（recognition.mirror）设为以 http:// 或 https:// 开头的地址。</translation>
    </message>
    <message>
        <source>&quot;{address}&quot; is not the address of a model hub.</source>
        <translation>“{address}”不是模型库的地址。</translation>
    </message>
    <message>
        <source>Delete the folder and fetch the model again.</source>
        <translation>请删除该文件夹，并重新下载模型。</translation>
    </message>
    <message>
        <source>Close other programs that use it.</source>
        <translation>请关闭正在使用它的其他程序。</translation>
    </message>
    <message>
        <source>The model in {folder} cannot be deleted: {reason}.</source>
        <translation>无法删除 {folder} 中的模型：{reason}。</translation>
    </message>
    <message>
        <source>Did you mean &quot;{name}&quot;?</source>
        <translation>是否指“{name}”？</translation>
    </message>
    <message>
        <source>Give a folder, or one of: {known}.</source>
        <translation>请指定文件夹，或以下之一：{known}。</translation>
    </message>
    <message>
        <source>Check the path, or give the name of a model.</source>
        <translation>请检查路径，或输入模型名称。</translation>
    </message>
    <message>
        <source>There is no model folder {folder}.</source>
        <translation>没有模型文件夹 {folder}。</translation>
    </message>
    <message>
        <source>The model in {folder} is not usable: model.bin {fault}.</source>
        <translation>{folder} 中的模型不可用：model.bin {fault}。</translation>
    </message>
    <message>
        <source>The model in {folder} {fault}.</source>
        <translation>{folder} 中的模型{fault}。</translation>
    </message>
    <message>
        <source>Give yourself access to it.</source>
        <translation>请获取其访问权限。</translation>
    </message>
    <message>
        <source>The model in {folder} cannot be read: {reason}.</source>
        <translation>无法读取 {folder} 中的模型：{reason}。</translation>
    </message>
    <message>
        <source>lacks {names}</source>
        <translation>缺少 {names}</translation>
    </message>
    <message>
        <source>lacks vocabulary.json</source>
        <translation>缺少 vocabulary.json</translation>
    </message>
    <message>
        <source>is not usable: {name} is not a file</source>
        <translation>不可用：{name} 不是文件</translation>
    </message>
    <message>
        <source>is not usable: {name} has {size} bytes</source>
        <translation>不可用：{name} 有 {size} 字节</translation>
    </message>
    <message>
        <source>is damaged: {name} is not a list of texts</source>
        <translation>已损坏：{name} 不是文本列表</translation>
    </message>
    <message>
        <source>is not usable: {name} has {found} tokens, model.bin {needed}</source>
        <translation>不可用：{name} 有 {found} 个词元，而 model.bin 有 {needed} 个</translation>
    </message>
    <message>
        <source>is not a Whisper: {name} lacks {token}</source>
        <translation>不是 Whisper 模型：{name} 缺少 {token}</translation>
    </message>
    <message>
        <source>is damaged: {key} of config.json holds what is no token</source>
        <translation>已损坏：config.json 的 {key} 中有不存在的词元</translation>
    </message>
    <message>
        <source>is not usable: alignment_heads of config.json are not heads that model.bin has</source>
        <translation>不可用：config.json 的 alignment_heads 在 model.bin 中不存在</translation>
    </message>
    <message>
        <source>is not usable: tokenizer.json is not the tokenizer of a Whisper</source>
        <translation>不可用：tokenizer.json 不是 Whisper 的分词器</translation>
    </message>
    <message>
        <source>is damaged: the added_tokens of tokenizer.json are not tokens</source>
        <translation>已损坏：tokenizer.json 的 added_tokens 不是词元</translation>
    </message>
    <message>
        <source>is not usable: tokenizer.json has tokens that model.bin has not</source>
        <translation>不可用：tokenizer.json 中有 model.bin 没有的词元</translation>
    </message>
    <message>
        <source>is not a Whisper: tokenizer.json lacks {token}</source>
        <translation>不是 Whisper 模型：tokenizer.json 缺少 {token}</translation>
    </message>
    <message>
        <source>is damaged: {name} is not JSON</source>
        <translation>已损坏：{name} 不是 JSON</translation>
    </message>
    <message>
        <source>is damaged: {name} is not what it should be</source>
        <translation>已损坏：{name} 的内容不符</translation>
    </message>
    <message>
        <source>The speech detector&apos;s model cannot be loaded: {path}.</source>
        <translation>无法加载语音检测模型：{path}。</translation>
    </message>
    <message>
        <source>The speech detector&apos;s model, {file}, is missing.</source>
        <translation>缺少语音检测模型 {file}。</translation>
    </message>
    <message>
        <source>has the format {version} of CTranslate2, not {known}</source>
        <translation>是 CTranslate2 格式 {version}，而非 {known}</translation>
    </message>
    <message>
        <source>is not a model of CTranslate2</source>
        <translation>不是 CTranslate2 模型</translation>
    </message>
    <message>
        <source>holds a {spec}, not a Whisper</source>
        <translation>包含 {spec}，而非 Whisper</translation>
    </message>
    <message>
        <source>has {left} bytes too many</source>
        <translation>多出 {left} 字节</translation>
    </message>
    <message>
        <source>is damaged: a name has no end</source>
        <translation>已损坏：有名称没有结尾</translation>
    </message>
    <message>
        <source>is cut short</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>is damaged: it claims {count} variables</source>
        <translation>已损坏：声称有 {count} 个变量</translation>
    </message>
    <message>
        <source>is damaged: {name} comes twice</source>
        <translation>已损坏：{name} 出现两次</translation>
    </message>
    <message>
        <source>is damaged: {name} is not as large as it says</source>
        <translation>已损坏：{name} 的大小与声明不符</translation>
    </message>
    <message>
        <source>is no Whisper: its sizes are out of all proportion</source>
        <translation>不是 Whisper 模型：尺寸不合常理</translation>
    </message>
    <message>
        <source>is damaged: the attention heads do not share its width</source>
        <translation>已损坏：注意力头数与宽度不匹配</translation>
    </message>
    <message>
        <source>is damaged: it aligns by a layer that it does not have</source>
        <translation>已损坏：对齐所用的层不存在</translation>
    </message>
    <message>
        <source>is no Whisper: it has {part}</source>
        <translation>不是 Whisper 模型：含有 {part}</translation>
    </message>
    <message>
        <source>is no Whisper: {name}/weight is missing or of another shape</source>
        <translation>不是 Whisper 模型：{name}/weight 缺失或形状不符</translation>
    </message>
    <message>
        <source>is no Whisper: {name} has another shape</source>
        <translation>不是 Whisper 模型：{name} 的形状不符</translation>
    </message>
    <message>
        <source>is no Whisper: {name} is missing or of another shape</source>
        <translation>不是 Whisper 模型：{name} 缺失或形状不符</translation>
    </message>
    <message>
        <source>is no Whisper: {name} is missing</source>
        <translation>不是 Whisper 模型：缺少 {name}</translation>
    </message>
    <message>
        <source>Whisper runs on the CPU: {reason}</source>
        <translation>Whisper 正在 CPU 上运行：{reason}</translation>
    </message>
    <message>
        <source>Delete the folder and fetch it again.</source>
        <translation>请删除该文件夹并重新下载。</translation>
    </message>
    <message>
        <source>The model in {folder} cannot be loaded: {reason}</source>
        <translation>无法加载 {folder} 中的模型：{reason}</translation>
    </message>
    <message>
        <source>Check the name of the file.</source>
        <translation>请检查文件名。</translation>
    </message>
    <message>
        <source>Cannot read {name}: {reason}.</source>
        <translation>无法读取 {name}：{reason}。</translation>
    </message>
    <message>
        <source>{name} is larger than {limit} MB: this is no subtitle file.</source>
        <translation>{name} 大于 {limit} MB：这不是字幕文件。</translation>
    </message>
    <message>
        <source>{name} is no subtitle file that is understood.</source>
        <translation>{name} 不是可识别的字幕文件。</translation>
    </message>
    <message>
        <source>Understood are {formats}, in UTF-8, UTF-16 or GB 18030.</source>
        <translation>支持 {formats}，编码为 UTF-8、UTF-16 或 GB 18030。</translation>
    </message>
    <message>
        <source>{format} cannot hold times past {hours} hours: {cues} cues stand at the limit.</source>
        <translation>{format} 无法容纳超过 {hours} 小时的时间：{cues} 条字幕停在上限处。</translation>
    </message>
    <message>
        <source>This is not a JSON transcript: {reason}.</source>
        <translation>这不是 JSON 文字记录：{reason}。</translation>
    </message>
    <message>
        <source>A newer version of this program reads it.</source>
        <translation>此程序的较新版本可以读取。</translation>
    </message>
    <message>
        <source>This JSON transcript has version {version}; only version {known} is understood.</source>
        <translation>此 JSON 文字记录的版本为 {version}；只支持版本 {known}。</translation>
    </message>
    <message>
        <source>This is not a SubRip file: no cue was found in it.</source>
        <translation>这不是 SubRip 文件：其中没有字幕。</translation>
    </message>
    <message>
        <source>This is not a SubStation file: it has no [Events].</source>
        <translation>这不是 SubStation 文件：没有 [Events]。</translation>
    </message>
    <message>
        <source>This SubStation file is damaged: its events have no times or no text.</source>
        <translation>此 SubStation 文件已损坏：其中的事件没有时间或文本。</translation>
    </message>
    <message>
        <source>This SubStation file has a time that is not understood: {time!r}.</source>
        <translation>此 SubStation 文件中有无法理解的时间：{time!r}。</translation>
    </message>
    <message>
        <source>This TTML file declares a document type, which no subtitles need.</source>
        <translation>此 TTML 文件声明了文档类型，字幕不需要它。</translation>
    </message>
    <message>
        <source>This is not a TTML file: {reason}.</source>
        <translation>这不是 TTML 文件：{reason}。</translation>
    </message>
    <message>
        <source>This XML file is not TTML.</source>
        <translation>此 XML 文件不是 TTML。</translation>
    </message>
    <message>
        <source>This TTML file is nested too deeply to be subtitles.</source>
        <translation>此 TTML 文件嵌套过深，不像字幕。</translation>
    </message>
    <message>
        <source>This TTML file has a time that is not understood: {expression!r}.</source>
        <translation>此 TTML 文件中有无法识别的时间：{expression!r}。</translation>
    </message>
    <message>
        <source>This is not a WebVTT file: it does not begin with WEBVTT.</source>
        <translation>这不是 WebVTT 文件：开头不是 WEBVTT。</translation>
    </message>
    <message>
        <source>Stop it first.</source>
        <translation>请先停止会话。</translation>
    </message>
    <message>
        <source>The session {title} is still running.</source>
        <translation>会话“{title}”仍在进行。</translation>
    </message>
    <message>
        <source>Close the programs that use it, or give yourself access to its folder.</source>
        <translation>请关闭正在使用它的程序，或获取其文件夹的访问权限。</translation>
    </message>
    <message>
        <source>{path} cannot be deleted: {reason}.</source>
        <translation>无法删除 {path}：{reason}。</translation>
    </message>
    <message>
        <source>The library {path} is closed.</source>
        <translation>记录库 {path} 已关闭。</translation>
    </message>
    <message>
        <source>This transcript was changed in another window.</source>
        <translation>此文字记录已在其他窗口中更改。</translation>
    </message>
    <message>
        <source>Look at it anew, then make the change again.</source>
        <translation>请重新查看，然后再次更改。</translation>
    </message>
    <message>
        <source>Free some space on this disk.</source>
        <translation>请在此磁盘上腾出空间。</translation>
    </message>
    <message>
        <source>The library {path} cannot be written: the disk is full.</source>
        <translation>无法写入记录库 {path}：磁盘已满。</translation>
    </message>
    <message>
        <source>Give yourself access to the file and its folder.</source>
        <translation>请获取该文件及其文件夹的访问权限。</translation>
    </message>
    <message>
        <source>The library {path} cannot be opened or written: no permission.</source>
        <translation>无法打开或写入记录库 {path}：没有权限。</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>请稍后重试。</translation>
    </message>
    <message>
        <source>The library {path} is in use by another program.</source>
        <translation>记录库 {path} 正被其他程序使用。</translation>
    </message>
    <message>
        <source>Look whether the disk is full, failing or gone.</source>
        <translation>请检查磁盘是否已满、有故障或已断开。</translation>
    </message>
    <message>
        <source>The engine has ended by itself.</source>
        <translation>引擎自行结束了。</translation>
    </message>
    <message>
        <source>The library {path} cannot be read or written: {reason}.</source>
        <translation>无法读写记录库 {path}：{reason}。</translation>
    </message>
    <message>
        <source>Look into the log, and tell the makers of this program.</source>
        <translation>请查看日志，并告知此程序的开发者。</translation>
    </message>
    <message>
        <source>The library {path} cannot be used: {reason}.</source>
        <translation>无法使用记录库 {path}：{reason}。</translation>
    </message>
    <message>
        <source>Only two sessions or more can be merged.</source>
        <translation>至少需要两个会话才能合并。</translation>
    </message>
    <message>
        <source>Choose the sessions that belong together.</source>
        <translation>请选择属于同一次的会话。</translation>
    </message>
    <message>
        <source>Move the file away, or rename it.</source>
        <translation>请将该文件移走或重命名。</translation>
    </message>
    <message>
        <source>{path} is not a library of transcripts.</source>
        <translation>{path} 不是记录库。</translation>
    </message>
    <message>
        <source>Install the newest version. This one leaves the library as it is.</source>
        <translation>请安装最新版本。此版本不会改动该记录库。</translation>
    </message>
    <message>
        <source>The library {path} was made by a newer version of this program.</source>
        <translation>记录库 {path} 由此程序的较新版本创建。</translation>
    </message>
    <message>
        <source>The library was brought to the form that this version uses.</source>
        <translation>记录库已转换为此版本使用的格式。</translation>
    </message>
    <message>
        <source>What it was is kept in {path}.</source>
        <translation>原记录库已保留在 {path}。</translation>
    </message>
    <message>
        <source>The library was damaged. Cues that could be recovered: {number}.</source>
        <translation>记录库已损坏。已恢复的字幕条数：{number}。</translation>
    </message>
    <message>
        <source>The damaged one is kept in {path}. Delete that file when you miss nothing.</source>
        <translation>损坏的文件保存在 {path}。确认没有缺失后可删除该文件。</translation>
    </message>
    <message>
        <source>It may have been deleted in another window.</source>
        <translation>可能已在其他窗口中删除。</translation>
    </message>
    <message>
        <source>There is no session {number} in the library.</source>
        <translation>记录库中没有会话 {number}。</translation>
    </message>
    <message>
        <source>Give the name of an ordinary file.</source>
        <translation>请指定普通文件。</translation>
    </message>
    <message>
        <source>Cannot grow subtitles in {path}: it is a device or a pipe.</source>
        <translation>无法在 {path} 中续写字幕：它是设备或管道。</translation>
    </message>
    <message>
        <source>Create the folder or choose another.</source>
        <translation>请创建该文件夹，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>Cannot write {path}: its folder does not exist.</source>
        <translation>无法写入 {path}：所在文件夹不存在。</translation>
    </message>
    <message>
        <source>Cannot write {path}: what should be its folder is a file.</source>
        <translation>无法写入 {path}：所在位置是文件而非文件夹。</translation>
    </message>
    <message>
        <source>Give the name of a file in it.</source>
        <translation>请指定其中的文件名。</translation>
    </message>
    <message>
        <source>Cannot write {path}: it is a folder.</source>
        <translation>无法写入 {path}：它是文件夹。</translation>
    </message>
    <message>
        <source>Choose another folder or change the permissions of this one.</source>
        <translation>请选择其他文件夹，或更改此文件夹的权限。</translation>
    </message>
    <message>
        <source>Cannot write {path}: no permission.</source>
        <translation>无法写入 {path}：没有权限。</translation>
    </message>
    <message>
        <source>Choose another disk. If this one could be written to before, it may be failing.</source>
        <translation>请选择其他磁盘。如果此磁盘以前可以写入，它可能正在损坏。</translation>
    </message>
    <message>
        <source>Cannot write {path}: its disk is read-only.</source>
        <translation>无法写入 {path}：其磁盘是只读的。</translation>
    </message>
    <message>
        <source>Free some space or choose another disk.</source>
        <translation>请腾出空间，或选择其他磁盘。</translation>
    </message>
    <message>
        <source>Cannot write {path}: the disk is full.</source>
        <translation>无法写入 {path}：磁盘已满。</translation>
    </message>
    <message>
        <source>Choose another file name or folder.</source>
        <translation>请选择其他文件名或文件夹。</translation>
    </message>
    <message>
        <source>Cannot write {path}: {reason}.</source>
        <translation>无法写入 {path}：{reason}。</translation>
    </message>
</context>
<context>
    <name>ModelPage</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>下载进度</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Cancel the download</source>
        <translation>取消下载</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>使用此模型</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Use a folder …</source>
        <translation>使用文件夹…</translation>
    </message>
    <message>
        <source>A Whisper model in CTranslate2&apos;s format on this computer</source>
        <translation>这台电脑上 CTranslate2 格式的 Whisper 模型</translation>
    </message>
    <message>
        <source>Mirror of the model hub</source>
        <translation>模型库的镜像</translation>
    </message>
    <message>
        <source>Where models come from, if huggingface.co is not to be asked: an http(s) address.</source>
        <translation>不从 huggingface.co 下载时模型的来源：一个 http(s) 地址。</translation>
    </message>
    <message>
        <source>Folder of a Whisper model</source>
        <translation>Whisper 模型的文件夹</translation>
    </message>
    <message>
        <source>A mirror has an http:// or https:// address.</source>
        <translation>镜像地址应以 http:// 或 https:// 开头。</translation>
    </message>
    <message>
        <source>Looking at this computer …</source>
        <translation>正在查看这台电脑…</translation>
    </message>
    <message>
        <source>Models take %1 of the disk; %2 are free.</source>
        <translation>模型占用磁盘 %1，剩余 %2。</translation>
    </message>
    <message>
        <source>Go on with the download</source>
        <translation>继续下载</translation>
    </message>
    <message>
        <source>Models that are on this computer work without a network.</source>
        <translation>已在这台电脑上的模型无需网络即可使用。</translation>
    </message>
</context>
<context>
    <name>ModelStep</name>
    <message>
        <source>Looking at this computer …</source>
        <translation>正在查看这台电脑…</translation>
    </message>
    <message>
        <source>Whisper %1 (recommended)</source>
        <translation>Whisper %1（推荐）</translation>
    </message>
    <message>
        <source>Whisper %1</source>
        <translation>Whisper %1</translation>
    </message>
    <message>
        <source>On this computer already; %1</source>
        <translation>已在这台电脑上；%1</translation>
    </message>
    <message>
        <source>%1 to download; %2</source>
        <translation>需下载 %1；%2</translation>
    </message>
    <message>
        <source>No download</source>
        <translation>不下载</translation>
    </message>
    <message>
        <source>The embedded engine: English only, less accurate</source>
        <translation>内置引擎：仅英语，准确度较低</translation>
    </message>
    <message>
        <source>Captions start at once with the embedded engine, and move to Whisper when it is here.</source>
        <translation>先用内置引擎立即开始字幕，下载完成后改用 Whisper。</translation>
    </message>
    <message>
        <source>The embedded engine knows English only: captions in %1 start when the model is here.</source>
        <translation>内置引擎只懂英语：模型下载完成后才会有%1字幕。</translation>
    </message>
    <message>
        <source>Without a model there are no captions in %1.</source>
        <translation>没有模型就没有%1字幕。</translation>
    </message>
    <message>
        <source>A model can be downloaded any time, in the settings.</source>
        <translation>可随时在设置中下载模型。</translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <source>recommended for this computer</source>
        <translation>推荐用于这台电脑</translation>
    </message>
    <message>
        <source>turbo</source>
        <translation>加速版</translation>
    </message>
    <message>
        <source>distilled</source>
        <translation>精简版</translation>
    </message>
    <message>
        <source>100 languages</source>
        <translation>100 种语言</translation>
    </message>
    <message>
        <source>English only</source>
        <translation>仅英语</translation>
    </message>
    <message>
        <source>speed %1</source>
        <translation>速度 %1</translation>
    </message>
    <message>
        <source>keeps up with speech here</source>
        <translation>在这台电脑上跟得上说话</translation>
    </message>
    <message>
        <source>lags behind speech here</source>
        <translation>在这台电脑上会落后于说话</translation>
    </message>
    <message>
        <source>too slow here for live captions</source>
        <translation>在这台电脑上太慢，不适合实时字幕</translation>
    </message>
    <message>
        <source>too large for this computer&apos;s memory</source>
        <translation>超出这台电脑的内存</translation>
    </message>
    <message>
        <source>Downloading: %1</source>
        <translation>正在下载：%1</translation>
    </message>
    <message>
        <source>The download broke off</source>
        <translation>下载中断</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>正在使用</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>已在这台电脑上</translation>
    </message>
    <message>
        <source>Download paused</source>
        <translation>下载已暂停</translation>
    </message>
    <message>
        <source>In use once it is downloaded</source>
        <translation>下载完成后使用</translation>
    </message>
    <message>
        <source>asking the server …</source>
        <translation>正在询问服务器…</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1（%2，共 %3）</translation>
    </message>
    <message>
        <source>%1-core processor</source>
        <translation>%1 核处理器</translation>
    </message>
    <message>
        <source>%1 of memory</source>
        <translation>%1 内存</translation>
    </message>
    <message>
        <source>no NVIDIA GPU found</source>
        <translation>未找到 NVIDIA 显卡</translation>
    </message>
    <message>
        <source>This computer: %1</source>
        <translation>这台电脑：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>NoticeBubble</name>
    <message>
        <source>Notice</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>关闭此通知</translation>
    </message>
</context>
<context>
    <name>NoticeRow</name>
    <message>
        <source>Close this notice</source>
        <translation>关闭此通知</translation>
    </message>
</context>
<context>
    <name>NoticeText</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>Captions</source>
        <translation>字幕</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>定住</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Lock: clicks go through</source>
        <translation>锁定：点击会穿过</translation>
    </message>
    <message>
        <source>Hide the captions</source>
        <translation>隐藏字幕</translation>
    </message>
</context>
<context>
    <name>OverlayPage</name>
    <message>
        <source>Looks</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Behind the text</source>
        <translation>文字背后</translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation>行为</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Colour of the second speaker</source>
        <translation>第二位说话者的颜色</translation>
    </message>
    <message>
        <source>Opacity of the text</source>
        <translation>文字不透明度</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>边缘</translation>
    </message>
    <message>
        <source>Box behind each line</source>
        <translation>每行背后的底色</translation>
    </message>
    <message>
        <source>Opacity of the box</source>
        <translation>底色不透明度</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Opacity of the window</source>
        <translation>窗口不透明度</translation>
    </message>
    <message>
        <source>Name the speakers where there are two</source>
        <translation>有两位说话者时显示名称</translation>
    </message>
    <message>
        <source>Fade out after a silence of</source>
        <translation>静音多久后淡出</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Lock: clicks go through</source>
        <translation>锁定：点击穿透</translation>
    </message>
    <message>
        <source>The tray and the shortcut unlock it again.</source>
        <translation>可通过托盘或快捷键解锁。</translation>
    </message>
    <message>
        <source>Hide it from screen sharing (best effort)</source>
        <translation>屏幕共享时隐藏（尽力而为）</translation>
    </message>
    <message>
        <source>Works on Windows 10 and later. Newer systems of Apple ignore it, Linux has no such thing.</source>
        <translation>适用于 Windows 10 及更高版本；较新的 macOS 会忽略，Linux 没有此功能。</translation>
    </message>
    <message>
        <source>Classic (reset)</source>
        <translation>经典（重置）</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Yellow on black</source>
        <translation>黑底黄字</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大字</translation>
    </message>
    <message>
        <source>White</source>
        <translation>白色</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>黑色</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>Magenta</source>
        <translation>品红</translation>
    </message>
    <message>
        <source>Cyan</source>
        <translation>青色</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>常用</translation>
    </message>
    <message>
        <source>Typewriter with serifs</source>
        <translation>等宽衬线体</translation>
    </message>
    <message>
        <source>With serifs</source>
        <translation>衬线体</translation>
    </message>
    <message>
        <source>Typewriter without serifs</source>
        <translation>等宽无衬线体</translation>
    </message>
    <message>
        <source>Without serifs</source>
        <translation>无衬线体</translation>
    </message>
    <message>
        <source>Casual</source>
        <translation>随意体</translation>
    </message>
    <message>
        <source>Cursive</source>
        <translation>手写体</translation>
    </message>
    <message>
        <source>Small capitals</source>
        <translation>小型大写字母</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>凸起</translation>
    </message>
    <message>
        <source>Depressed</source>
        <translation>凹陷</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>描边</translation>
    </message>
    <message>
        <source>Drop shadow</source>
        <translation>投影</translation>
    </message>
</context>
<context>
    <name>PlaceRail</name>
    <message>
        <source>Captions are running</source>
        <translation>字幕正在运行</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Captions of what is said now</source>
        <translation>正在说的话的字幕</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>记录库</translation>
    </message>
    <message>
        <source>What was said before</source>
        <translation>以前说过的话</translation>
    </message>
</context>
<context>
    <name>PlayerBar</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Place in the recording</source>
        <translation>录音中的位置</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation>波形</translation>
    </message>
</context>
<context>
    <name>RecognitionPage</name>
    <message>
        <source>Speech</source>
        <translation>语音</translation>
    </message>
    <message>
        <source>Language spoken</source>
        <translation>说话的语言</translation>
    </message>
    <message>
        <source>Detect it</source>
        <translation>自动检测</translation>
    </message>
    <message>
        <source>Captions come sooner and better where the language is named.</source>
        <translation>指定语言后，字幕出现得更快、更准确。</translation>
    </message>
    <message>
        <source>Captions are</source>
        <translation>字幕内容</translation>
    </message>
    <message>
        <source>In the language spoken</source>
        <translation>使用原语言</translation>
    </message>
    <message>
        <source>Translated into English</source>
        <translation>翻译成英语</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Embedded (English only)</source>
        <translation>内置（仅英语）</translation>
    </message>
    <message>
        <source>Automatic: Whisper, and the embedded engine until its model is here.</source>
        <translation>自动：使用 Whisper，模型就绪前使用内置引擎。</translation>
    </message>
    <message>
        <source>The GPU if it works</source>
        <translation>可用时用显卡</translation>
    </message>
    <message>
        <source>Whisper only</source>
        <translation>仅 Whisper</translation>
    </message>
    <message>
        <source>Models …</source>
        <translation>模型…</translation>
    </message>
    <message>
        <source>Shows all models, to download or delete them</source>
        <translation>显示所有模型，可下载或删除</translation>
    </message>
    <message>
        <source>Whisper model</source>
        <translation>Whisper 模型</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>运行于</translation>
    </message>
    <message>
        <source>The processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>The NVIDIA GPU only</source>
        <translation>仅 NVIDIA 显卡</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>词汇</translation>
    </message>
    <message>
        <source>Names and terms to expect, one on each line</source>
        <translation>可能出现的人名和术语，每行一个</translation>
    </message>
    <message>
        <source>Up to 500 of up to 80 characters. Whisper takes them as a hint; the first ones count most.</source>
        <translation>最多 500 个，每个最多 80 个字符。Whisper 将其作为提示，排在前面的作用最大。</translation>
    </message>
    <message>
        <source>This engine or model knows English only: choose another one for %1.</source>
        <translation>此引擎或模型只懂英语：要识别%1，请选用其他引擎或模型。</translation>
    </message>
    <message>
        <source>This engine or model knows English only, and does not translate.</source>
        <translation>此引擎或模型只懂英语，不能翻译。</translation>
    </message>
    <message>
        <source>%1 (not downloaded yet)</source>
        <translation>%1（尚未下载）</translation>
    </message>
</context>
<context>
    <name>RevisionDelegate</name>
    <message>
        <source>You edited this line: it stays as it is unless you accept the change.</source>
        <translation>此行由您编辑过：除非您接受改动，否则保持不变。</translation>
    </message>
</context>
<context>
    <name>RevisionModel</name>
    <message>
        <source>[removed: %1]</source>
        <translation>[删除：%1]</translation>
    </message>
    <message>
        <source>[added: %1]</source>
        <translation>[新增：%1]</translation>
    </message>
</context>
<context>
    <name>RevisionPane</name>
    <message numerus="yes">
        <source>Change %1 of %n</source>
        <translation>
            <numerusform>第 %1 处改动，共 %n 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n 处改动</numerusform>
        </translation>
    </message>
    <message>
        <source>No change is left.</source>
        <translation>没有剩余的改动。</translation>
    </message>
    <message numerus="yes">
        <source>%n in lines that you edited: they stay unless you accept them</source>
        <translation>
            <numerusform>其中 %n 处在您编辑过的行中：除非您接受，否则保持不变</numerusform>
        </translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Go to the change before (P)</source>
        <translation>转到上一处改动 (P)</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Go to the next change (N)</source>
        <translation>转到下一处改动 (N)</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Take the new words (Enter)</source>
        <translation>采用新的文字 (Enter)</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>Leave these words as they are (K)</source>
        <translation>这些文字保持不变 (K)</translation>
    </message>
    <message>
        <source>Accept all</source>
        <translation>全部接受</translation>
    </message>
    <message>
        <source>But those in lines that you edited (Ctrl+Enter)</source>
        <translation>您编辑过的行除外 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Back to the transcript (Escape)</source>
        <translation>返回文字记录 (Escape)</translation>
    </message>
    <message>
        <source>Changes of the transcript</source>
        <translation>文字记录的改动</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Opening the sound …</source>
        <translation>正在打开声音…</translation>
    </message>
    <message>
        <source>Paused: nothing is heard.</source>
        <translation>已暂停：不收听任何声音。</translation>
    </message>
    <message>
        <source>Finishing the last words: %1 s of speech …</source>
        <translation>正在完成最后几句：还有 %1 秒语音…</translation>
    </message>
    <message>
        <source>Finishing the last words …</source>
        <translation>正在完成最后几句…</translation>
    </message>
    <message>
        <source>Listening. The first captions come when the engine is ready.</source>
        <translation>正在收听。引擎就绪后出现第一批字幕。</translation>
    </message>
    <message>
        <source>Listening. Catching up, %1 s behind</source>
        <translation>正在收听，追赶中：落后 %1 秒</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>正在收听</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Embedded English engine</source>
        <translation>内置英语引擎</translation>
    </message>
    <message>
        <source>Loading the model %1 …</source>
        <translation>正在加载模型 %1…</translation>
    </message>
    <message>
        <source>Fetching the model %1: %2 of %3 MB</source>
        <translation>正在下载模型 %1：%2 / %3 MB</translation>
    </message>
    <message>
        <source>%1 s behind the speech</source>
        <translation>比语音晚 %1 秒</translation>
    </message>
    <message>
        <source>You</source>
        <translation>我</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>对方</translation>
    </message>
</context>
<context>
    <name>SessionActs</name>
    <message>
        <source>“%1” was deleted.</source>
        <translation>已删除“%1”。</translation>
    </message>
    <message numerus="yes">
        <source>%n sessions were deleted.</source>
        <translation>
            <numerusform>已删除 %n 个会话。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sessions were merged.</source>
        <translation>
            <numerusform>已合并 %n 个会话。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionEditing</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Edit the text</source>
        <translation>编辑文本</translation>
    </message>
    <message>
        <source>Split at the cursor</source>
        <translation>在光标处拆分</translation>
    </message>
    <message>
        <source>Merge with the next</source>
        <translation>与下一条合并</translation>
    </message>
    <message>
        <source>Shift the times …</source>
        <translation>平移时间…</translation>
    </message>
    <message>
        <source>Who speaks here …</source>
        <translation>这里是谁在说话…</translation>
    </message>
    <message>
        <source>Rename the speaker …</source>
        <translation>重命名发言人…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>Copy everything as text</source>
        <translation>全部复制为文本</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>查找和替换</translation>
    </message>
    <message>
        <source>Mark doubtful words</source>
        <translation>标出存疑的词</translation>
    </message>
    <message>
        <source>%1 – %2 · %3 s · %4 characters a second</source>
        <translation>%1 – %2 · %3 秒 · 每秒 %4 个字符</translation>
    </message>
    <message numerus="yes">
        <source>%n doubtful words</source>
        <translation>
            <numerusform>%n 个存疑的词</numerusform>
        </translation>
    </message>
    <message>
        <source>Shift the times</source>
        <translation>平移时间</translation>
    </message>
    <message numerus="yes">
        <source>Seconds by which the %n selected cues come later; less than 0 for earlier:</source>
        <translation>
            <numerusform>所选 %n 条字幕推后的秒数；提前则小于 0：</numerusform>
        </translation>
    </message>
    <message>
        <source>Seconds by which this cue and all after it come later; less than 0 for earlier:</source>
        <translation>此条及其后所有字幕推后的秒数；提前则小于 0：</translation>
    </message>
    <message>
        <source>Who speaks here</source>
        <translation>这里是谁在说话</translation>
    </message>
    <message numerus="yes">
        <source>Name for the %n selected cues:</source>
        <translation>
            <numerusform>所选 %n 条字幕的发言人：</numerusform>
        </translation>
    </message>
    <message>
        <source>New name for “%1” in the whole session:</source>
        <translation>“%1”在整个会话中的新名字：</translation>
    </message>
    <message>
        <source>Rename the speaker</source>
        <translation>重命名发言人</translation>
    </message>
</context>
<context>
    <name>SessionHead</name>
    <message>
        <source>What was said is being recovered: %1 %</source>
        <translation>正在恢复说过的话：%1%</translation>
    </message>
    <message>
        <source>This session was cut off: the computer or the program stopped in its middle.</source>
        <translation>此会话已中断：电脑或程序中途停止了。</translation>
    </message>
    <message>
        <source>This session is running: more lines come.</source>
        <translation>此会话正在进行：还会有新的内容。</translation>
    </message>
    <message>
        <source>What was said waits for its turn to be recovered.</source>
        <translation>说过的话正在等待恢复。</translation>
    </message>
    <message>
        <source>What was said is being recovered: the model is being loaded.</source>
        <translation>正在恢复说过的话：正在加载模型。</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Show the changes</source>
        <translation>查看改动</translation>
    </message>
    <message>
        <source>What was heard otherwise when the session was transcribed again</source>
        <translation>重新转写会话时识别结果的不同之处</translation>
    </message>
    <message>
        <source>Transcribe again …</source>
        <translation>重新转写…</translation>
    </message>
    <message>
        <source>With another model or language; you choose what to take over</source>
        <translation>使用其他模型或语言；由您决定采用哪些改动</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Transcribe the sound that was heard but not yet written down</source>
        <translation>转写已录下但尚未写成文字的声音</translation>
    </message>
</context>
<context>
    <name>SessionPane</name>
    <message numerus="yes">
        <source>%n sessions are selected.</source>
        <translation>
            <numerusform>已选择 %n 个会话。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a session to read it.</source>
        <translation>选择一个会话来阅读。</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>字幕记录</translation>
    </message>
    <message>
        <source>Merge into one session</source>
        <translation>合并为一个会话</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Restart captions</source>
        <translation>重新开始字幕</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation>识别</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>悬浮字幕</translation>
    </message>
    <message>
        <source>Transcripts</source>
        <translation>文字记录</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>The captions that are running go on with the settings they began with.</source>
        <translation>正在运行的字幕会继续使用开始时的设置。</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Keys that work in every program</source>
        <translation>在任何程序中都有效的按键</translation>
    </message>
    <message>
        <source>Start or stop captions</source>
        <translation>开始或停止字幕</translation>
    </message>
    <message>
        <source>Show or hide the overlay</source>
        <translation>显示或隐藏悬浮字幕</translation>
    </message>
    <message>
        <source>Lock or unlock the overlay</source>
        <translation>锁定或解锁悬浮字幕</translation>
    </message>
    <message>
        <source>Freeze the text or follow it</source>
        <translation>定住文字或继续跟随</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Back to the usual keys</source>
        <translation>恢复默认按键</translation>
    </message>
    <message>
        <source>%1 is taken: %2</source>
        <translation>%1 已被占用：%2</translation>
    </message>
    <message>
        <source>Use Ctrl, Alt or Meta with another key, or a function key.</source>
        <translation>请使用 Ctrl、Alt 或 Meta 加另一个键，或使用功能键。</translation>
    </message>
</context>
<context>
    <name>SoundChooser</name>
    <message>
        <source>The microphone: what I say</source>
        <translation>麦克风：我说的话</translation>
    </message>
    <message>
        <source>The computer: what others say, and what plays</source>
        <translation>电脑：别人说的话和播放的声音</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>Output of the computer</source>
        <translation>电脑的输出设备</translation>
    </message>
    <message>
        <source>Level of the microphone</source>
        <translation>麦克风音量</translation>
    </message>
    <message>
        <source>Level of what the computer plays</source>
        <translation>电脑播放音量</translation>
    </message>
    <message>
        <source>As the system: %1</source>
        <translation>跟随系统：%1</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>%1 (not there now)</source>
        <translation>%1（当前未连接）</translation>
    </message>
    <message>
        <source>Nothing is heard: turn at least one on.</source>
        <translation>什么也听不到：请至少打开一项。</translation>
    </message>
</context>
<context>
    <name>SoundPage</name>
    <message>
        <source>What is captioned</source>
        <translation>为哪些声音加字幕</translation>
    </message>
    <message>
        <source>The meters only measure: nothing is recorded here, and nothing leaves this computer.</source>
        <translation>音量条只作测量：这里不会录音，声音也不会离开这台电脑。</translation>
    </message>
</context>
<context>
    <name>SoundPicture</name>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Waveform and spectrogram</source>
        <translation>波形和频谱图</translation>
    </message>
    <message>
        <source>Click to go there; the wheel zooms</source>
        <translation>点击跳转；滚轮缩放</translation>
    </message>
</context>
<context>
    <name>SourceRow</name>
    <message>
        <source>The device is gone; waiting for it.</source>
        <translation>设备已断开，正在等待。</translation>
    </message>
    <message>
        <source>Too loud: turn it down.</source>
        <translation>太响了：请调低音量。</translation>
    </message>
    <message>
        <source>No signal: it may be muted.</source>
        <translation>没有信号：可能已静音。</translation>
    </message>
    <message>
        <source>%1 (default)</source>
        <translation>%1（默认）</translation>
    </message>
    <message>
        <source>The system&apos;s default</source>
        <translation>系统默认设备</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>Sound of this computer</source>
        <translation>此电脑播放的声音</translation>
    </message>
    <message>
        <source>Level of: %1</source>
        <translation>音量：%1</translation>
    </message>
</context>
<context>
    <name>TranscriptPage</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>找到 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Search the transcript</source>
        <translation>搜索字幕记录</translation>
    </message>
    <message>
        <source>Go to the match before</source>
        <translation>转到上一处</translation>
    </message>
    <message>
        <source>Go to the next match</source>
        <translation>转到下一处</translation>
    </message>
    <message>
        <source>Go to the newest line</source>
        <translation>转到最新一行</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Transcript</source>
        <translation>字幕记录</translation>
    </message>
    <message>
        <source>What is said appears here, with its time.</source>
        <translation>所说的话会连同时间显示在这里。</translation>
    </message>
</context>
<context>
    <name>TranscriptsPage</name>
    <message>
        <source>Where transcripts are kept</source>
        <translation>文字记录的保存位置</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the folder for transcripts</source>
        <translation>选择保存文字记录的文件夹</translation>
    </message>
    <message>
        <source>Usual folder</source>
        <translation>默认文件夹</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Sessions are kept in the library in any case, and can be exported later.</source>
        <translation>会话总会保存在库中，以后也可以导出。</translation>
    </message>
    <message>
        <source>Subtitles</source>
        <translation>字幕</translation>
    </message>
    <message>
        <source>Rules for lines and times</source>
        <translation>分行与时间规则</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Keep a recording of each session</source>
        <translation>保留每次会话的录音</translation>
    </message>
    <message>
        <source>Off, the sound is deleted as soon as it is captioned. Tell those whom you record.</source>
        <translation>关闭时，声音在生成字幕后立即删除。录音前请告知对方。</translation>
    </message>
    <message>
        <source>Watched folder</source>
        <translation>监视的文件夹</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Choose the folder to watch</source>
        <translation>选择要监视的文件夹</translation>
    </message>
    <message>
        <source>Watch none</source>
        <translation>不监视</translation>
    </message>
    <message>
        <source>Audio and video files that come into this folder become sessions by themselves.</source>
        <translation>放入此文件夹的音频和视频文件会自动成为会话。</translation>
    </message>
    <message>
        <source>Folder to watch</source>
        <translation>要监视的文件夹</translation>
    </message>
    <message>
        <source>Folder for transcripts</source>
        <translation>文字记录文件夹</translation>
    </message>
</context>
<context>
    <name>WindowSystem</name>
    <message>
        <source>Wayland does not let captions stay above other windows or remember their place. Install XWayland, or choose “always on top” in the window&apos;s menu.</source>
        <translation>Wayland 不允许字幕保持在其他窗口之上或记住位置。请安装 XWayland，或在窗口菜单中选择“总在最前”。</translation>
    </message>
    <message>
        <source>This system cannot hide captions from screen sharing.</source>
        <translation>此系统无法在屏幕共享中隐藏字幕。</translation>
    </message>
</context>
<context>
    <name>_DropHint</name>
    <message>
        <source>Drop audio or video files, or folders, to transcribe them</source>
        <translation>拖放音频、视频文件或文件夹到此处，即可转写</translation>
    </message>
</context>
</TS>
