<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
    <name>CaptionRows</name>
    <message>
        <source>Captions</source>
        <translation>字幕</translation>
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
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
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
        <translation>显示字幕浮窗</translation>
    </message>
    <message>
        <source>Lock the overlay</source>
        <translation>锁定字幕浮窗</translation>
    </message>
    <message>
        <source>Clicks go through the captions to what lies below.</source>
        <translation>点击会穿过字幕，作用于下方的窗口。</translation>
    </message>
    <message>
        <source>Freeze the text of the overlay</source>
        <translation>冻结浮窗中的文字</translation>
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
        <source>Finishing the last words …</source>
        <translation>正在完成最后几句…</translation>
    </message>
    <message>
        <source>Listening. The first captions come when the engine is ready.</source>
        <translation>正在收听。引擎就绪后出现第一批字幕。</translation>
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
        <source>Folder for transcripts</source>
        <translation>文字记录文件夹</translation>
    </message>
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
</TS>
