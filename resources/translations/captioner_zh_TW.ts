<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>AgainDialog</name>
    <message>
        <source>Transcribe again</source>
        <translation>重新轉寫</translation>
    </message>
    <message>
        <source>Detect the language</source>
        <translation>自動偵測語言</translation>
    </message>
    <message>
        <source>Transcribe</source>
        <translation>轉寫</translation>
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
        <translation>所說的語言</translation>
    </message>
    <message>
        <source>There is no model on this computer yet: download one first.</source>
        <translation>這部電腦上還沒有模型：請先下載一個。</translation>
    </message>
    <message>
        <source>This model knows English only.</source>
        <translation>此模型僅支援英語。</translation>
    </message>
    <message>
        <source>It is done in the background. Then you see what changes, and choose what to take over.</source>
        <translation>轉寫在背景進行。完成後您會看到有哪些變更，並決定採用哪些。</translation>
    </message>
</context>
<context>
    <name>CaptionPreview</name>
    <message>
        <source>Preview of the captions</source>
        <translation>字幕預覽</translation>
    </message>
    <message>
        <source>You</source>
        <translation>我</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>對方</translation>
    </message>
    <message>
        <source>Shall we begin?</source>
        <translation>我們開始吧？</translation>
    </message>
    <message>
        <source>Yes, everyone</source>
        <translation>好，大家</translation>
    </message>
    <message>
        <source> is here now</source>
        <translation>都到齊了</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Copy the selected text</source>
        <translation>複製所選文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>縮小文字</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Lock: clicks go through the captions</source>
        <translation>鎖定：滑鼠點擊會穿過字幕</translation>
    </message>
    <message>
        <source>Hide the captions</source>
        <translation>隱藏字幕</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Freeze the text, to read or select it</source>
        <translation>定住文字，以便閱讀或選取</translation>
    </message>
    <message>
        <source>Go to the newest text</source>
        <translation>跳到最新文字</translation>
    </message>
</context>
<context>
    <name>CueDelegate</name>
    <message>
        <source>Text of the cue</source>
        <translation>字幕文字</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>There are no transcripts yet.</source>
        <translation>還沒有字幕紀錄。</translation>
    </message>
    <message>
        <source>The transcript is saved in %1.</source>
        <translation>字幕紀錄已儲存在 %1。</translation>
    </message>
    <message>
        <source>Choose another device</source>
        <translation>選擇其他裝置</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>選擇模型</translation>
    </message>
    <message>
        <source>Change the recognition</source>
        <translation>變更辨識設定</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>選擇其他資料夾</translation>
    </message>
    <message>
        <source>Open the privacy settings</source>
        <translation>開啟隱私權設定</translation>
    </message>
    <message>
        <source>Use the CPU</source>
        <translation>使用 CPU</translation>
    </message>
    <message>
        <source>Download the model</source>
        <translation>下載模型</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>開啟資料夾</translation>
    </message>
    <message>
        <source>Open the library</source>
        <translation>開啟記錄庫</translation>
    </message>
    <message>
        <source>This system has no tray: the window stays open while captions run.</source>
        <translation>此系統沒有系統匣：字幕執行時視窗會保持開啟。</translation>
    </message>
    <message>
        <source>Choose other keys in the settings.</source>
        <translation>請在設定中選擇其他按鍵。</translation>
    </message>
    <message>
        <source>Captions go on</source>
        <translation>字幕繼續執行</translation>
    </message>
    <message>
        <source>Captioner is in the tray; its menu stops it and quits.</source>
        <translation>Captioner 在系統匣中；可透過其選單停止或結束。</translation>
    </message>
    <message>
        <source>Captioner</source>
        <translation>Captioner</translation>
    </message>
    <message>
        <source>Captions are running. Stop them and quit?</source>
        <translation>字幕正在執行。要停止並結束嗎？</translation>
    </message>
    <message>
        <source>This system has no tray into which the window could go.</source>
        <translation>此系統沒有可供視窗收起的系統匣。</translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation>停止並結束</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>The last words are being captioned and saved.</source>
        <translation>正在產生並儲存最後幾句字幕。</translation>
    </message>
    <message>
        <source>Quit at once</source>
        <translation>立即結束</translation>
    </message>
</context>
<context>
    <name>DesktopActions</name>
    <message>
        <source>Show the overlay</source>
        <translation>顯示浮動字幕</translation>
    </message>
    <message>
        <source>Lock the overlay</source>
        <translation>鎖定浮動字幕</translation>
    </message>
    <message>
        <source>Clicks go through the captions to what lies below.</source>
        <translation>點擊會穿過字幕，作用於下方的視窗。</translation>
    </message>
    <message>
        <source>Freeze the text of the overlay</source>
        <translation>凍結浮動字幕的文字</translation>
    </message>
    <message>
        <source>Find in the transcript</source>
        <translation>在字幕紀錄中尋找</translation>
    </message>
    <message>
        <source>Open the window</source>
        <translation>開啟視窗</translation>
    </message>
    <message>
        <source>Open files …</source>
        <translation>開啟檔案…</translation>
    </message>
    <message>
        <source>Audio and video files become sessions of the library</source>
        <translation>音訊和視訊檔案會成為記錄庫中的工作階段</translation>
    </message>
    <message>
        <source>Open the folder of transcripts</source>
        <translation>開啟字幕紀錄資料夾</translation>
    </message>
    <message>
        <source>Settings …</source>
        <translation>設定…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Start captions</source>
        <translation>開始字幕</translation>
    </message>
    <message>
        <source>Stop captions</source>
        <translation>停止字幕</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
</context>
<context>
    <name>DeviceMeter</name>
    <message>
        <source>Off</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Listening …</source>
        <translation>正在聽…</translation>
    </message>
    <message>
        <source>No signal: it may be muted.</source>
        <translation>沒有訊號：可能已靜音。</translation>
    </message>
    <message>
        <source>Too loud: turn it down.</source>
        <translation>太大聲了：請調低音量。</translation>
    </message>
    <message>
        <source>It is heard.</source>
        <translation>聽到了。</translation>
    </message>
    <message>
        <source>Say something.</source>
        <translation>請說句話。</translation>
    </message>
    <message>
        <source>Play something.</source>
        <translation>請播放一些聲音。</translation>
    </message>
</context>
<context>
    <name>DownloadRow</name>
    <message>
        <source>Download now</source>
        <translation>立即下載</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>下載進度</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>as it is</source>
        <translation>保持原樣</translation>
    </message>
    <message>
        <source>Names of the speakers</source>
        <translation>發言者姓名</translation>
    </message>
    <message>
        <source>Times of all words</source>
        <translation>每個詞的時間</translation>
    </message>
    <message>
        <source>UTF-8 with byte order mark (BOM)</source>
        <translation>UTF-8，含位元組順序記號（BOM）</translation>
    </message>
    <message>
        <source>UTF-16: old Windows programs</source>
        <translation>UTF-16：舊的 Windows 程式</translation>
    </message>
    <message>
        <source>GB 18030: China</source>
        <translation>GB 18030：中國</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在讀取…</translation>
    </message>
    <message>
        <source>What breaks the standard</source>
        <translation>不符合規範之處</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>修正</translation>
    </message>
    <message>
        <source>In the files; the session in the library stays as it is</source>
        <translation>只修正匯出的檔案；記錄庫中的工作階段維持不變</translation>
    </message>
    <message>
        <source>Browse …</source>
        <translation>瀏覽…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>正在檢查…</translation>
    </message>
    <message>
        <source>Mended: nothing breaks the standard.</source>
        <translation>已修正：全部符合規範。</translation>
    </message>
    <message>
        <source>Nothing breaks it.</source>
        <translation>全部符合規範。</translation>
    </message>
    <message numerus="yes">
        <source>Mended; %n places are left that only a person can cure.</source>
        <translation>
            <numerusform>已修正；還有 %n 處需要人工處理。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places break the standard.</source>
        <translation>
            <numerusform>%n 處不符合規範。</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>存放檔案的資料夾</translation>
    </message>
    <message>
        <source>Export “%1”</source>
        <translation>匯出「%1」</translation>
    </message>
    <message numerus="yes">
        <source>Export %n sessions</source>
        <translation>
            <numerusform>匯出 %n 個工作階段</numerusform>
        </translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>選項</translation>
    </message>
    <message>
        <source>Characters in a line, at most:</source>
        <translation>每行最多字元數：</translation>
    </message>
    <message>
        <source>Lines of a subtitle, at most:</source>
        <translation>每則字幕最多行數：</translation>
    </message>
    <message>
        <source>Encoding:</source>
        <translation>編碼：</translation>
    </message>
    <message>
        <source>Check by the rules of a standard</source>
        <translation>依規範檢查</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>資料夾：</translation>
    </message>
</context>
<context>
    <name>FileDesk</name>
    <message>
        <source>What waited to be transcribed when captioner ended goes on.</source>
        <translation>上次結束時等待轉寫的內容現在繼續進行。</translation>
    </message>
    <message>
        <source>The library shows how far it is.</source>
        <translation>進度顯示在記錄庫中。</translation>
    </message>
    <message>
        <source>There is nothing new to hear.</source>
        <translation>沒有新的內容可轉寫。</translation>
    </message>
    <message>
        <source>Audio and video files become sessions, each once at a time.</source>
        <translation>音訊和視訊檔案會成為工作階段，每個檔案同時只排一次。</translation>
    </message>
    <message>
        <source>Audio and video files to transcribe</source>
        <translation>要轉寫的音訊和視訊檔案</translation>
    </message>
    <message>
        <source>Audio and video</source>
        <translation>音訊和視訊</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有檔案</translation>
    </message>
</context>
<context>
    <name>FileQueuePanel</name>
    <message>
        <source>Show the files</source>
        <translation>顯示檔案</translation>
    </message>
    <message>
        <source>Hide the files</source>
        <translation>隱藏檔案</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
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
        <translation>正在轉寫的檔案</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>清空清單</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 處，共 %2 處</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>找到 %n 處</numerusform>
        </translation>
    </message>
    <message>
        <source>Find in this transcript</source>
        <translation>在此記錄中尋找</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>取代為</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>取代</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>全部取代</translation>
    </message>
    <message>
        <source>Go to the match before</source>
        <translation>前往上一處</translation>
    </message>
    <message>
        <source>Go to the next match</source>
        <translation>前往下一處</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>關閉尋找</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>No text.</source>
        <translation>沒有文字。</translation>
    </message>
    <message>
        <source>Overlaps the next one by %1 s.</source>
        <translation>與下一則重疊 %1 秒。</translation>
    </message>
    <message>
        <source>%1 lines, at most %2.</source>
        <translation>%1 行，最多 %2 行。</translation>
    </message>
    <message>
        <source>%1 characters in a line, at most %2.</source>
        <translation>一行 %1 個字元，最多 %2 個。</translation>
    </message>
    <message>
        <source>%1 s before the next one, at least %2 s.</source>
        <translation>距下一則 %1 秒，至少 %2 秒。</translation>
    </message>
    <message>
        <source>Shown for %1 s, at most %2 s.</source>
        <translation>顯示 %1 秒，最多 %2 秒。</translation>
    </message>
    <message>
        <source>Shown for %1 s, at least %2 s.</source>
        <translation>顯示 %1 秒，至少 %2 秒。</translation>
    </message>
    <message>
        <source>%1 words a minute, at most %2.</source>
        <translation>每分鐘 %1 詞，最多 %2 詞。</translation>
    </message>
    <message>
        <source>%1 characters a second, at most %2.</source>
        <translation>每秒 %1 個字元，最多 %2 個。</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Welcome to Captioner</source>
        <translation>歡迎使用 Captioner</translation>
    </message>
    <message>
        <source>What shall be captioned?</source>
        <translation>要為哪些聲音加字幕？</translation>
    </message>
    <message>
        <source>Speak, or play something: the meter of what is heard moves.</source>
        <translation>請說話或播放聲音：聽到聲音的音量條會動。</translation>
    </message>
    <message>
        <source>Which language is spoken?</source>
        <translation>說的是什麼語言？</translation>
    </message>
    <message>
        <source>How shall speech be recognized?</source>
        <translation>如何辨識語音？</translation>
    </message>
    <message>
        <source>All of it happens on this computer. No sound leaves it.</source>
        <translation>一切都在這部電腦上進行，聲音不會傳到別處。</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>略過</translation>
    </message>
    <message>
        <source>Leaves the rest as it is; the settings have it all</source>
        <translation>其餘保持不變，之後可在設定中更改</translation>
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
        <translation>開始字幕</translation>
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
        <translation>SRT：適用於各種播放器的字幕</translation>
    </message>
    <message>
        <source>WebVTT: subtitles for the web</source>
        <translation>WebVTT：網頁字幕</translation>
    </message>
    <message>
        <source>Text: to read</source>
        <translation>純文字：便於閱讀</translation>
    </message>
    <message>
        <source>Markdown: to read, with speakers and times</source>
        <translation>Markdown：便於閱讀，含發言人與時間</translation>
    </message>
    <message>
        <source>Word: to read and print, with speakers and times</source>
        <translation>Word：便於閱讀與列印，含發言人與時間</translation>
    </message>
    <message>
        <source>JSON: every word with its time</source>
        <translation>JSON：每個詞及其時間</translation>
    </message>
    <message>
        <source>ASS: subtitles with styles</source>
        <translation>ASS：帶樣式的字幕</translation>
    </message>
    <message>
        <source>TTML: subtitles for broadcasting</source>
        <translation>TTML：廣播字幕</translation>
    </message>
    <message>
        <source>Netflix: two lines, 42 characters each</source>
        <translation>Netflix：兩行，每行 42 個字元</translation>
    </message>
    <message>
        <source>BBC: two lines, 37 characters each</source>
        <translation>BBC：兩行，每行 37 個字元</translation>
    </message>
    <message>
        <source>DCMP: two lines, 32 characters each</source>
        <translation>DCMP：兩行，每行 32 個字元</translation>
    </message>
    <message>
        <source>None: a line for each sentence</source>
        <translation>無：每句一行</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>Windows</source>
        <translation>視窗</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>色彩</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>啟動</translation>
    </message>
    <message>
        <source>Start when I log in</source>
        <translation>登入時自動啟動</translation>
    </message>
    <message>
        <source>Start with the window closed</source>
        <translation>啟動時不開啟視窗</translation>
    </message>
    <message>
        <source>The tray icon and the shortcuts are then the way to it.</source>
        <translation>此時可透過系統匣圖示和快速鍵開啟。</translation>
    </message>
</context>
<context>
    <name>HistoryDelegate</name>
    <message>
        <source>Title</source>
        <translation>標題</translation>
    </message>
</context>
<context>
    <name>HistoryMenu</name>
    <message>
        <source>Recover</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重新命名</translation>
    </message>
    <message>
        <source>Transcribe again …</source>
        <translation>重新轉寫…</translation>
    </message>
    <message>
        <source>Merge into one session</source>
        <translation>合併為一個工作階段</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>匯出…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Export the selected sessions …</source>
        <translation>匯出所選工作階段…</translation>
    </message>
    <message>
        <source>Delete sessions older than</source>
        <translation>刪除早於以下時間的工作階段</translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n 個月</numerusform>
        </translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>New tag …</source>
        <translation>新標籤…</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>新標籤</translation>
    </message>
    <message numerus="yes">
        <source>Tag for %n selected sessions:</source>
        <translation>
            <numerusform>所選 %n 個工作階段的標籤：</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete old sessions</source>
        <translation>刪除舊的工作階段</translation>
    </message>
    <message>
        <source>Delete all sessions from before %1, with their recordings?</source>
        <translation>要刪除 %1 之前的所有工作階段及其錄音嗎？</translation>
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
        <translation>所有標籤</translation>
    </message>
    <message>
        <source>Nothing was found for “%1”.</source>
        <translation>找不到「%1」。</translation>
    </message>
    <message>
        <source>No session has this tag.</source>
        <translation>沒有工作階段具有此標籤。</translation>
    </message>
    <message>
        <source>Nothing has been said yet. Start captions under “Live”: every session is kept here.</source>
        <translation>還沒有任何內容。在「即時」中開始字幕，每次工作階段都會保存在這裡。</translation>
    </message>
    <message numerus="yes">
        <source>The first %n hits</source>
        <translation>
            <numerusform>前 %n 筆結果</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hits</source>
        <translation>
            <numerusform>%n 筆結果</numerusform>
        </translation>
    </message>
    <message>
        <source>Search everything that was said</source>
        <translation>搜尋說過的一切</translation>
    </message>
    <message>
        <source>Sessions with the tag</source>
        <translation>具有標籤的工作階段</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>工作階段</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>搜尋結果</translation>
    </message>
</context>
<context>
    <name>Hotkeys</name>
    <message>
        <source>Another program has %1.</source>
        <translation>%1 已被其他程式佔用。</translation>
    </message>
    <message>
        <source>This keyboard cannot give %1.</source>
        <translation>此鍵盤無法輸入 %1。</translation>
    </message>
    <message>
        <source>Wayland gives programs no keys that work everywhere. Use the tray, or this window.</source>
        <translation>Wayland 不允許程式使用全域快速鍵。請使用系統匣或此視窗。</translation>
    </message>
    <message>
        <source>This system gives programs no keys that work everywhere. Use the tray, or this window.</source>
        <translation>此系統不允許程式使用全域快速鍵。請使用系統匣或此視窗。</translation>
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
        <translation>已暫停</translation>
    </message>
    <message>
        <source>done: open it to see what changes</source>
        <translation>已完成：開啟即可檢視變更</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>loading the model …</source>
        <translation>正在載入模型…</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>還剩 %1 秒</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>還剩 %1 分鐘</translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation>還剩 %1 小時 %2 分鐘</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>已完成 %1/%2</translation>
    </message>
    <message>
        <source>rests while captions run</source>
        <translation>字幕執行時暫停</translation>
    </message>
</context>
<context>
    <name>LanguageStep</name>
    <message>
        <source>Several, or another one: detect it</source>
        <translation>多種或其他語言：自動偵測</translation>
    </message>
    <message>
        <source>All languages</source>
        <translation>所有語言</translation>
    </message>
    <message>
        <source>All languages …</source>
        <translation>所有語言…</translation>
    </message>
    <message>
        <source>Captions come sooner and better where the language is named. It can be changed any time.</source>
        <translation>指定語言後，字幕出現得更快、更準確。可以隨時更改。</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>English</source>
        <translation>英語</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>German</source>
        <translation>德語</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>西班牙語</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>俄語</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>韓語</translation>
    </message>
    <message>
        <source>French</source>
        <translation>法語</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>日語</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>葡萄牙語</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>土耳其語</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>波蘭語</translation>
    </message>
    <message>
        <source>Catalan</source>
        <translation>加泰隆尼亞語</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>荷蘭語</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>阿拉伯語</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>瑞典語</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>義大利語</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>印尼語</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>印地語</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>芬蘭語</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>越南語</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>希伯來語</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>烏克蘭語</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>希臘語</translation>
    </message>
    <message>
        <source>Malay</source>
        <translation>馬來語</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>捷克語</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>羅馬尼亞語</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>丹麥語</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>匈牙利語</translation>
    </message>
    <message>
        <source>Tamil</source>
        <translation>坦米爾語</translation>
    </message>
    <message>
        <source>Norwegian</source>
        <translation>挪威語</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>泰語</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>烏爾都語</translation>
    </message>
    <message>
        <source>Croatian</source>
        <translation>克羅埃西亞語</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>保加利亞語</translation>
    </message>
    <message>
        <source>Lithuanian</source>
        <translation>立陶宛語</translation>
    </message>
    <message>
        <source>Latin</source>
        <translation>拉丁語</translation>
    </message>
    <message>
        <source>Maori</source>
        <translation>毛利語</translation>
    </message>
    <message>
        <source>Malayalam</source>
        <translation>馬拉雅拉姆語</translation>
    </message>
    <message>
        <source>Welsh</source>
        <translation>威爾斯語</translation>
    </message>
    <message>
        <source>Slovak</source>
        <translation>斯洛伐克語</translation>
    </message>
    <message>
        <source>Telugu</source>
        <translation>泰盧固語</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>波斯語</translation>
    </message>
    <message>
        <source>Latvian</source>
        <translation>拉脫維亞語</translation>
    </message>
    <message>
        <source>Bengali</source>
        <translation>孟加拉語</translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation>塞爾維亞語</translation>
    </message>
    <message>
        <source>Azerbaijani</source>
        <translation>亞塞拜然語</translation>
    </message>
    <message>
        <source>Slovenian</source>
        <translation>斯洛維尼亞語</translation>
    </message>
    <message>
        <source>Kannada</source>
        <translation>坎那達語</translation>
    </message>
    <message>
        <source>Estonian</source>
        <translation>愛沙尼亞語</translation>
    </message>
    <message>
        <source>Macedonian</source>
        <translation>馬其頓語</translation>
    </message>
    <message>
        <source>Breton</source>
        <translation>布列塔尼語</translation>
    </message>
    <message>
        <source>Basque</source>
        <translation>巴斯克語</translation>
    </message>
    <message>
        <source>Icelandic</source>
        <translation>冰島語</translation>
    </message>
    <message>
        <source>Armenian</source>
        <translation>亞美尼亞語</translation>
    </message>
    <message>
        <source>Nepali</source>
        <translation>尼泊爾語</translation>
    </message>
    <message>
        <source>Mongolian</source>
        <translation>蒙古語</translation>
    </message>
    <message>
        <source>Bosnian</source>
        <translation>波士尼亞語</translation>
    </message>
    <message>
        <source>Kazakh</source>
        <translation>哈薩克語</translation>
    </message>
    <message>
        <source>Albanian</source>
        <translation>阿爾巴尼亞語</translation>
    </message>
    <message>
        <source>Swahili</source>
        <translation>斯瓦希里語</translation>
    </message>
    <message>
        <source>Galician</source>
        <translation>加利西亞語</translation>
    </message>
    <message>
        <source>Marathi</source>
        <translation>馬拉地語</translation>
    </message>
    <message>
        <source>Punjabi</source>
        <translation>旁遮普語</translation>
    </message>
    <message>
        <source>Sinhala</source>
        <translation>僧伽羅語</translation>
    </message>
    <message>
        <source>Khmer</source>
        <translation>高棉語</translation>
    </message>
    <message>
        <source>Shona</source>
        <translation>紹納語</translation>
    </message>
    <message>
        <source>Yoruba</source>
        <translation>約魯巴語</translation>
    </message>
    <message>
        <source>Somali</source>
        <translation>索馬利語</translation>
    </message>
    <message>
        <source>Afrikaans</source>
        <translation>南非荷蘭語</translation>
    </message>
    <message>
        <source>Occitan</source>
        <translation>奧克語</translation>
    </message>
    <message>
        <source>Georgian</source>
        <translation>喬治亞語</translation>
    </message>
    <message>
        <source>Belarusian</source>
        <translation>白俄羅斯語</translation>
    </message>
    <message>
        <source>Tajik</source>
        <translation>塔吉克語</translation>
    </message>
    <message>
        <source>Sindhi</source>
        <translation>信德語</translation>
    </message>
    <message>
        <source>Gujarati</source>
        <translation>古吉拉特語</translation>
    </message>
    <message>
        <source>Amharic</source>
        <translation>阿姆哈拉語</translation>
    </message>
    <message>
        <source>Yiddish</source>
        <translation>意第緒語</translation>
    </message>
    <message>
        <source>Lao</source>
        <translation>寮語</translation>
    </message>
    <message>
        <source>Uzbek</source>
        <translation>烏茲別克語</translation>
    </message>
    <message>
        <source>Faroese</source>
        <translation>法羅語</translation>
    </message>
    <message>
        <source>Haitian Creole</source>
        <translation>海地克里奧爾語</translation>
    </message>
    <message>
        <source>Pashto</source>
        <translation>普什圖語</translation>
    </message>
    <message>
        <source>Turkmen</source>
        <translation>土庫曼語</translation>
    </message>
    <message>
        <source>Nynorsk</source>
        <translation>新挪威語</translation>
    </message>
    <message>
        <source>Maltese</source>
        <translation>馬爾他語</translation>
    </message>
    <message>
        <source>Sanskrit</source>
        <translation>梵語</translation>
    </message>
    <message>
        <source>Luxembourgish</source>
        <translation>盧森堡語</translation>
    </message>
    <message>
        <source>Burmese</source>
        <translation>緬甸語</translation>
    </message>
    <message>
        <source>Tibetan</source>
        <translation>藏語</translation>
    </message>
    <message>
        <source>Tagalog</source>
        <translation>他加祿語</translation>
    </message>
    <message>
        <source>Malagasy</source>
        <translation>馬拉加斯語</translation>
    </message>
    <message>
        <source>Assamese</source>
        <translation>阿薩姆語</translation>
    </message>
    <message>
        <source>Tatar</source>
        <translation>韃靼語</translation>
    </message>
    <message>
        <source>Hawaiian</source>
        <translation>夏威夷語</translation>
    </message>
    <message>
        <source>Lingala</source>
        <translation>林加拉語</translation>
    </message>
    <message>
        <source>Hausa</source>
        <translation>豪薩語</translation>
    </message>
    <message>
        <source>Bashkir</source>
        <translation>巴什喀爾語</translation>
    </message>
    <message>
        <source>Javanese</source>
        <translation>爪哇語</translation>
    </message>
    <message>
        <source>Sundanese</source>
        <translation>巽他語</translation>
    </message>
    <message>
        <source>Cantonese</source>
        <translation>粵語</translation>
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
        <translation>%1 分鐘</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小時 %2 分鐘</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>已中斷</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>“%1” was transcribed again.</source>
        <translation>「%1」已重新轉寫。</translation>
    </message>
    <message>
        <source>Show the changes</source>
        <translation>檢視變更</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message numerus="yes">
        <source>%n files were written to %1.</source>
        <translation>
            <numerusform>已將 %n 個檔案寫入 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>開啟資料夾</translation>
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
        <translation>檢視(&amp;V)</translation>
    </message>
    <message>
        <source>Language that is spoken</source>
        <translation>所說的語言</translation>
    </message>
    <message>
        <source>Detect the language</source>
        <translation>自動偵測語言</translation>
    </message>
    <message>
        <source>Embedded English engine</source>
        <translation>內建英語引擎</translation>
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
        <translation>沒有可聽的聲音：兩個音源都已關閉。</translation>
    </message>
    <message>
        <source>Choose a microphone or system audio.</source>
        <translation>請選擇麥克風或系統聲音。</translation>
    </message>
    <message>
        <source>The session broke off by a fault of captioner itself: {reason}.</source>
        <translation>工作階段因 Captioner 自身的故障而中斷：{reason}。</translation>
    </message>
    <message>
        <source>Choose a multilingual Whisper model, such as small.</source>
        <translation>請選擇多語言的 Whisper 模型，例如 small。</translation>
    </message>
    <message>
        <source>The {engine} model {model} does not know {language}.</source>
        <translation>{engine} 模型 {model} 不支援{language}。</translation>
    </message>
    <message>
        <source>{trouble} The embedded English engine captions meanwhile.</source>
        <translation>{trouble}暫由內建英語引擎生成字幕。</translation>
    </message>
    <message>
        <source>Fetching the model was stopped.</source>
        <translation>模型下載已停止。</translation>
    </message>
    <message>
        <source>The next time it goes on from here.</source>
        <translation>下次將從此處繼續下載。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made: {reason}.</source>
        <translation>無法建立資料夾 {folder}：{reason}。</translation>
    </message>
    <message>
        <source>Make room or give yourself access, or set {variable} to a folder that you can write to.</source>
        <translation>請騰出空間或取得存取權限，或將 {variable} 設為可寫入的資料夾。</translation>
    </message>
    <message>
        <source>There is no screen to show captions on.</source>
        <translation>沒有可顯示字幕的螢幕。</translation>
    </message>
    <message>
        <source>captioner listen shows them in a terminal; see captioner --help.</source>
        <translation>captioner listen 可在終端中顯示字幕；參見 captioner --help。</translation>
    </message>
    <message>
        <source>{time} of speech was not captioned.</source>
        <translation>有 {time} 的語音沒有生成字幕。</translation>
    </message>
    <message>
        <source>The transcript is not whole.</source>
        <translation>文字記錄不完整。</translation>
    </message>
    <message>
        <source>The sound is kept: captioner transcribe {paths}</source>
        <translation>聲音已保留，可執行以下命令轉錄：captioner transcribe {paths}</translation>
    </message>
    <message>
        <source>{hint} The sound is kept in {paths}.</source>
        <translation>{hint}聲音保留在 {paths}。</translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation>請從清單中選擇。</translation>
    </message>
    <message>
        <source>There is no model &quot;{name}&quot;.</source>
        <translation>沒有名為「{name}」的模型。</translation>
    </message>
    <message>
        <source>The transcript could not be kept: {reason}.</source>
        <translation>無法儲存文字記錄：{reason}。</translation>
    </message>
    <message>
        <source>Delete the line; it is written by captioner itself.</source>
        <translation>請刪除該行；Captioner 會自行寫入。</translation>
    </message>
    <message>
        <source>Settings: version: {version} is no version.</source>
        <translation>設定：version：{version} 不是版本號。</translation>
    </message>
    <message>
        <source>Update captioner, or set CAPTIONER_HOME to another folder to run this one with its own settings.</source>
        <translation>請更新 Captioner，或將 CAPTIONER_HOME 設為其他資料夾，讓此版本使用自己的設定。</translation>
    </message>
    <message>
        <source>Settings: version: {version} is newer than this captioner, which knows up to {newest}.</source>
        <translation>設定：version：{version} 比此版 Captioner 新，此版最高支援 {newest}。</translation>
    </message>
    <message>
        <source>Give yourself access to the file.</source>
        <translation>請取得該檔案的存取權限。</translation>
    </message>
    <message>
        <source>The settings in {path} cannot be read: {reason}.</source>
        <translation>無法讀取設定檔案 {path}：{reason}。</translation>
    </message>
    <message>
        <source>Correct that line.</source>
        <translation>請改正該行。</translation>
    </message>
    <message>
        <source>The settings in {path} are not valid TOML: {reason}.</source>
        <translation>設定檔案 {path} 不是有效的 TOML：{reason}。</translation>
    </message>
    <message>
        <source>{hint} The file is {path}.</source>
        <translation>{hint}檔案：{path}。</translation>
    </message>
    <message>
        <source>The file is kept as {path}.</source>
        <translation>原檔案已保留為 {path}。</translation>
    </message>
    <message>
        <source>The file is still there and will be tried again at the next start.</source>
        <translation>檔案仍在原處，下次啟動時會再次讀取。</translation>
    </message>
    <message>
        <source>{trouble} Captioner starts with its defaults.</source>
        <translation>{trouble}Captioner 將以預設設定啟動。</translation>
    </message>
    <message>
        <source>Make room or give yourself access to the folder.</source>
        <translation>請騰出空間，或取得該資料夾的存取權限。</translation>
    </message>
    <message>
        <source>The settings cannot be written to {path}: {reason}.</source>
        <translation>無法將設定寫入 {path}：{reason}。</translation>
    </message>
    <message>
        <source>Move it away to get the defaults.</source>
        <translation>請將其移走以恢復預設設定。</translation>
    </message>
    <message>
        <source>The settings in {path} are not a file.</source>
        <translation>設定 {path} 不是檔案。</translation>
    </message>
    <message>
        <source>Move the file away to get the defaults.</source>
        <translation>請將該檔案移走以恢復預設設定。</translation>
    </message>
    <message>
        <source>The settings in {path} are larger than {size} MB.</source>
        <translation>設定檔案 {path} 大於 {size} MB。</translation>
    </message>
    <message>
        <source>Save the file as UTF-8.</source>
        <translation>請將檔案存為 UTF-8 編碼。</translation>
    </message>
    <message>
        <source>The settings in {path} are not UTF-8 text (byte {place}).</source>
        <translation>設定檔案 {path} 不是 UTF-8 文字（第 {place} 位元組）。</translation>
    </message>
    <message>
        <source>Give yourself access to the folder of programs that start at login.</source>
        <translation>請取得登入啟動程式資料夾的存取權限。</translation>
    </message>
    <message>
        <source>Starting at login cannot be set: {reason}.</source>
        <translation>無法設定登入時啟動：{reason}。</translation>
    </message>
    <message>
        <source>Name the audio or video file itself.</source>
        <translation>請指定音訊或影片檔案本身。</translation>
    </message>
    <message>
        <source>{name} is a folder.</source>
        <translation>{name} 是資料夾。</translation>
    </message>
    <message>
        <source>Use an http:// or https:// address.</source>
        <translation>請使用以 http:// 或 https:// 開頭的位址。</translation>
    </message>
    <message>
        <source>Addresses that begin with {scheme}:// are not supported.</source>
        <translation>不支援以 {scheme}:// 開頭的位址。</translation>
    </message>
    <message>
        <source>Check the path for a typing mistake.</source>
        <translation>請檢查路徑是否有誤。</translation>
    </message>
    <message>
        <source>There is no file {name}.</source>
        <translation>沒有檔案 {name}。</translation>
    </message>
    <message>
        <source>What was said is in the library. There you can also transcribe the rest of its sound.</source>
        <translation>已說的內容都在記錄庫中。在那裡還可以轉寫其餘的聲音。</translation>
    </message>
    <message>
        <source>It is kept: the library can transcribe it later.</source>
        <translation>聲音已保留：之後可在記錄庫中轉寫。</translation>
    </message>
    <message>
        <source>It is kept: captioner recover</source>
        <translation>已保留：captioner recover</translation>
    </message>
    <message>
        <source>Name an audio or video file.</source>
        <translation>請指定音訊或影片檔案。</translation>
    </message>
    <message>
        <source>{name} is a device, not a file.</source>
        <translation>{name} 是裝置，不是檔案。</translation>
    </message>
    <message>
        <source>There is no standard input.</source>
        <translation>沒有標準輸入。</translation>
    </message>
    <message>
        <source>Name a file instead of &apos;-&apos;.</source>
        <translation>請指定檔案，而不是「-」。</translation>
    </message>
    <message>
        <source>Standard input is the keyboard.</source>
        <translation>標準輸入是鍵盤。</translation>
    </message>
    <message>
        <source>Pipe a file into it, as in: captioner … - &lt; talk.mp3</source>
        <translation>請將檔案傳入，例如：captioner … - &lt; talk.mp3</translation>
    </message>
    <message>
        <source>Change its permissions, or copy it elsewhere.</source>
        <translation>請更改其權限，或將其複製到別處。</translation>
    </message>
    <message>
        <source>No permission to read {name}.</source>
        <translation>沒有讀取 {name} 的權限。</translation>
    </message>
    <message>
        <source>Check that the disk or the network is still there.</source>
        <translation>請檢查磁碟或網路是否仍然可用。</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>無法讀取 {name}：{reason}。</translation>
    </message>
    <message>
        <source>{name} gives a signal again.</source>
        <translation>{name}已恢復訊號。</translation>
    </message>
    <message>
        <source>{name} gives no signal, only digital silence.</source>
        <translation>{name}沒有訊號，只有數字靜音。</translation>
    </message>
    <message>
        <source>This program is not allowed to use it. {hint}</source>
        <translation>此程式未獲准使用它。{hint}</translation>
    </message>
    <message>
        <source>It may be muted, or this program may not be allowed to use it: check the sound settings.</source>
        <translation>可能已靜音，或此程式未獲准使用它：請檢查聲音設定。</translation>
    </message>
    <message>
        <source>{ms:.0f} ms of sound were lost: this computer was too busy.</source>
        <translation>遺失了 {ms:.0f} 毫秒的聲音：這部電腦過於繁忙。</translation>
    </message>
    <message>
        <source>Close programs that you do not need, or choose a smaller model.</source>
        <translation>請關閉不需要的程式，或選擇更小的模型。</translation>
    </message>
    <message>
        <source>macOS gives no program the sound of others. Install the free virtual device BlackHole (brew install blackhole-2ch), then in Audio MIDI Setup make a Multi-Output Device of your speakers and BlackHole and choose it as the sound output.</source>
        <translation>macOS 不允許程式取得其他程式的聲音。請安裝免費的虛擬裝置 BlackHole（brew install blackhole-2ch），然後在「音訊 MIDI 設定」中將揚聲器與 BlackHole 組成「多重輸出裝置」，並選為聲音輸出。</translation>
    </message>
    <message>
        <source>Choose an earlier start.</source>
        <translation>請選擇更早的起點。</translation>
    </message>
    <message>
        <source>{name} ends before {seconds:g} s.</source>
        <translation>{name} 不到 {seconds:g} 秒就結束了。</translation>
    </message>
    <message>
        <source>Check that it plays in a media player.</source>
        <translation>請確認它能在播放器中播放。</translation>
    </message>
    <message>
        <source>{name} holds no sound that can be decoded.</source>
        <translation>{name} 中沒有可解碼的聲音。</translation>
    </message>
    <message>
        <source>There is no system-audio source.</source>
        <translation>沒有系統聲音源。</translation>
    </message>
    <message>
        <source>There is no microphone.</source>
        <translation>沒有麥克風。</translation>
    </message>
    <message>
        <source>Plug one in, and check the sound settings.</source>
        <translation>請接上麥克風，並檢查聲音設定。</translation>
    </message>
    <message>
        <source>Give more of the name.</source>
        <translation>請輸入更完整的名稱。</translation>
    </message>
    <message>
        <source>“{name}” may be {names}.</source>
        <translation>「{name}」可能指 {names}。</translation>
    </message>
    <message>
        <source>There is no system-audio source “{name}”.</source>
        <translation>沒有系統聲音源「{name}」。</translation>
    </message>
    <message>
        <source>There is no microphone “{name}”.</source>
        <translation>沒有麥克風「{name}」。</translation>
    </message>
    <message>
        <source>Did you mean “{name}”?</source>
        <translation>是否指「{name}」？</translation>
    </message>
    <message>
        <source>There is {names}.</source>
        <translation>現有：{names}。</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>「{name}」</translation>
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
        <translation>請檢查網路，或先下載該檔案。</translation>
    </message>
    <message>
        <source>The connection to {name} broke off.</source>
        <translation>與 {name} 的連線中斷。</translation>
    </message>
    <message>
        <source>{name} is not a valid address.</source>
        <translation>{name} 不是有效的位址。</translation>
    </message>
    <message>
        <source>Check the address and the network.</source>
        <translation>請檢查位址和網路。</translation>
    </message>
    <message>
        <source>{name} does not answer.</source>
        <translation>{name} 沒有回應。</translation>
    </message>
    <message>
        <source>Use the address of the file itself.</source>
        <translation>請使用檔案本身的位址。</translation>
    </message>
    <message>
        <source>{name} redirects without end.</source>
        <translation>{name} 無休止地重新導向。</translation>
    </message>
    <message>
        <source>{name} cannot be reached: {reason}.</source>
        <translation>無法連線 {name}：{reason}。</translation>
    </message>
    <message>
        <source>Choose another address.</source>
        <translation>請選擇其他位址。</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} 是空的。</translation>
    </message>
    <message>
        <source>Check the address.</source>
        <translation>請檢查位址。</translation>
    </message>
    <message>
        <source>Download the file first.</source>
        <translation>請先下載該檔案。</translation>
    </message>
    <message>
        <source>{name} gives other bytes than asked for.</source>
        <translation>{name} 提供的資料與請求不符。</translation>
    </message>
    <message>
        <source>{name} gives no media: it asks for a password (HTTP {status}).</source>
        <translation>無法從 {name} 取得媒體：需要密碼（HTTP {status}）。</translation>
    </message>
    <message>
        <source>{name} gives no media: access is forbidden (HTTP {status}).</source>
        <translation>無法從 {name} 取得媒體：禁止存取（HTTP {status}）。</translation>
    </message>
    <message>
        <source>{name} gives no media: there is nothing (HTTP {status}).</source>
        <translation>無法從 {name} 取得媒體：內容不存在（HTTP {status}）。</translation>
    </message>
    <message>
        <source>{name} gives no media: it is gone (HTTP {status}).</source>
        <translation>無法從 {name} 取得媒體：內容已移除（HTTP {status}）。</translation>
    </message>
    <message>
        <source>{name} gives no media: the server failed (HTTP {status}).</source>
        <translation>無法從 {name} 取得媒體：伺服器出錯（HTTP {status}）。</translation>
    </message>
    <message>
        <source>{name} gives no media: the server refused (HTTP {status}).</source>
        <translation>無法從 {name} 取得媒體：伺服器拒絕（HTTP {status}）。</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>請選擇其他檔案。</translation>
    </message>
    <message>
        <source>Name the audio or video file that it lists.</source>
        <translation>請指定其中列出的音訊或影片檔案。</translation>
    </message>
    <message>
        <source>{name} is a playlist, not sound.</source>
        <translation>{name} 是播放清單，不是聲音。</translation>
    </message>
    <message>
        <source>{name} is not audio or video, or it is damaged.</source>
        <translation>{name} 不是音訊或影片，或已損壞。</translation>
    </message>
    <message>
        <source>Save it to a file first.</source>
        <translation>請先將其儲存為檔案。</translation>
    </message>
    <message>
        <source>{name} has its index at the end, where a stream is over.</source>
        <translation>{name} 的索引在末尾，以流的方式無法讀取。</translation>
    </message>
    <message>
        <source>{name} declares no audio channels.</source>
        <translation>{name} 沒有宣告聲道。</translation>
    </message>
    <message>
        <source>{name} has no sound.</source>
        <translation>{name} 沒有聲音。</translation>
    </message>
    <message>
        <source>{name} has no sound: it holds only {kinds}.</source>
        <translation>{name} 沒有聲音：其中只有 {kinds}。</translation>
    </message>
    <message>
        <source>Choose a file with an audio track.</source>
        <translation>請選擇帶有音軌的檔案。</translation>
    </message>
    <message>
        <source>The file is damaged: make it anew.</source>
        <translation>檔案已損壞，請重新製作。</translation>
    </message>
    <message>
        <source>{name} declares {channels} channels at {rate} Hz.</source>
        <translation>{name} 宣告了 {channels} 個聲道、{rate} Hz。</translation>
    </message>
    <message>
        <source>Allow the sound socket: flatpak override --user --socket=pulseaudio, then start the program again.</source>
        <translation>請允許使用聲音通訊端：flatpak override --user --socket=pulseaudio，然後重新啟動程式。</translation>
    </message>
    <message>
        <source>Allow it in System Settings &gt; Privacy &amp; Security &gt; Microphone, then start the program again.</source>
        <translation>請在「系統設定 &gt; 隱私權與安全性 &gt; 麥克風」中允許，然後重新啟動程式。</translation>
    </message>
    <message>
        <source>Allow it in Settings &gt; Privacy &amp; security &gt; Microphone, also for desktop apps.</source>
        <translation>請在「設定 &gt; 隱私權與安全性 &gt; 麥克風」中允許，並允許桌面應用程式存取。</translation>
    </message>
    <message>
        <source>System audio needs a sound server: install PipeWire (pipewire-pulse) or PulseAudio.</source>
        <translation>系統聲音需要聲音伺服器：請安裝 PipeWire（pipewire-pulse）或 PulseAudio。</translation>
    </message>
    <message>
        <source>Install it, for example: sudo apt install libportaudio2 libasound2-plugins</source>
        <translation>請安裝，例如：sudo apt install libportaudio2 libasound2-plugins</translation>
    </message>
    <message>
        <source>Install it: brew install portaudio</source>
        <translation>請安裝：brew install portaudio</translation>
    </message>
    <message>
        <source>The sound library PortAudio cannot be loaded: {reason}.</source>
        <translation>無法載入音訊程式庫 PortAudio：{reason}。</translation>
    </message>
    <message>
        <source>Install captioner again: its sound library is missing.</source>
        <translation>請重新安裝 Captioner：缺少音訊程式庫。</translation>
    </message>
    <message>
        <source>Close other programs that may be using it, and check that this program may use the microphone.</source>
        <translation>請關閉可能正在使用它的其他程式，並確認此程式可以使用麥克風。</translation>
    </message>
    <message>
        <source>“{device}” cannot be opened: {reason}.</source>
        <translation>無法開啟「{device}」：{reason}。</translation>
    </message>
    <message>
        <source>The session {title} was cut off.</source>
        <translation>工作階段「{title}」意外中斷。</translation>
    </message>
    <message>
        <source>{count} sessions were cut off.</source>
        <translation>{count} 個工作階段意外中斷。</translation>
    </message>
    <message>
        <source>A fault of captioner itself: {reason}.</source>
        <translation>captioner 本身的錯誤：{reason}。</translation>
    </message>
    <message>
        <source>Was it moved or renamed?</source>
        <translation>它被移動或重新命名了嗎？</translation>
    </message>
    <message>
        <source>No speech was found in {name}.</source>
        <translation>在 {name} 中找不到語音。</translation>
    </message>
    <message>
        <source>The session is not in the library any more.</source>
        <translation>該工作階段已不在記錄庫中。</translation>
    </message>
    <message>
        <source>The session was recovered. New lines: {number}.</source>
        <translation>工作階段已復原。新增行數：{number}。</translation>
    </message>
    <message>
        <source>Sessions are being recovered already.</source>
        <translation>正在復原工作階段。</translation>
    </message>
    <message>
        <source>Wait for that to end.</source>
        <translation>請等待其完成。</translation>
    </message>
    <message>
        <source>Its sound is kept: try it with another model or language.</source>
        <translation>聲音已保留：請用其他模型或語言再試。</translation>
    </message>
    <message>
        <source>Somebody speaks in the rest of {title}, but no words were recognized.</source>
        <translation>{title} 的其餘部分有人說話，但未辨識出任何詞語。</translation>
    </message>
    <message>
        <source>Only sessions with a recording can be heard again.</source>
        <translation>只有保留了錄音的工作階段才能重新轉寫。</translation>
    </message>
    <message>
        <source>The sound of this session is not here any more.</source>
        <translation>此工作階段的聲音已不在這裡。</translation>
    </message>
    <message>
        <source>Check the loudspeaker or the headphones in the sound settings of the system.</source>
        <translation>請在系統的聲音設定中檢查喇叭或耳機。</translation>
    </message>
    <message>
        <source>Nothing can be played: {reason}.</source>
        <translation>無法播放：{reason}。</translation>
    </message>
    <message>
        <source>Plug it in, or choose another one.</source>
        <translation>請接上該裝置，或選擇其他裝置。</translation>
    </message>
    <message>
        <source>“{device}” is not there.</source>
        <translation>找不到「{device}」。</translation>
    </message>
    <message>
        <source>Start it (systemctl --user start pipewire-pulse, or pulseaudio --start) and try again.</source>
        <translation>請啟動它（systemctl --user start pipewire-pulse 或 pulseaudio --start），然後重試。</translation>
    </message>
    <message>
        <source>The sound server has no output device: check the sound settings of the desktop.</source>
        <translation>聲音伺服器沒有輸出裝置：請檢查桌面的聲音設定。</translation>
    </message>
    <message>
        <source>Choose the source in the sound settings of the desktop, and try again.</source>
        <translation>請在桌面的聲音設定中選擇該音源，然後重試。</translation>
    </message>
    <message>
        <source>“{device}” cannot be recorded: the sound server gives another source instead.</source>
        <translation>無法錄製「{device}」：聲音伺服器提供了其他音源。</translation>
    </message>
    <message>
        <source>PortAudio does not reach the sound server: ALSA has no device “pulse”.</source>
        <translation>PortAudio 無法連線聲音伺服器：ALSA 沒有「pulse」裝置。</translation>
    </message>
    <message>
        <source>Install it, for example: sudo apt install libasound2-plugins</source>
        <translation>請安裝，例如：sudo apt install libasound2-plugins</translation>
    </message>
    <message>
        <source>The sound server does not answer.</source>
        <translation>聲音伺服器沒有回應。</translation>
    </message>
    <message>
        <source>The stream does not appear at the sound server.</source>
        <translation>聲音流沒有出現在聲音伺服器上。</translation>
    </message>
    <message>
        <source>The stream stays at another source.</source>
        <translation>聲音流停留在其他音源上。</translation>
    </message>
    <message>
        <source>End the name with .wav or .flac.</source>
        <translation>檔名請以 .wav 或 .flac 結尾。</translation>
    </message>
    <message>
        <source>{path} has no format for recordings.</source>
        <translation>{path} 不是錄音格式。</translation>
    </message>
    <message>
        <source>Choose an existing folder.</source>
        <translation>請選擇已有的資料夾。</translation>
    </message>
    <message>
        <source>{path} cannot be written: there is no such folder.</source>
        <translation>無法寫入 {path}：沒有該資料夾。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>請選擇其他資料夾。</translation>
    </message>
    <message>
        <source>No permission to write {path}.</source>
        <translation>沒有寫入 {path} 的權限。</translation>
    </message>
    <message>
        <source>Free some space or choose another folder.</source>
        <translation>請騰出空間，或選擇其他資料夾。</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>無法寫入 {path}：{reason}。</translation>
    </message>
    <message>
        <source>The microphone</source>
        <translation>麥克風</translation>
    </message>
    <message>
        <source>System audio</source>
        <translation>系統聲音</translation>
    </message>
    <message>
        <source>The microphone “{device}”</source>
        <translation>麥克風「{device}」</translation>
    </message>
    <message>
        <source>System audio “{device}”</source>
        <translation>系統聲音「{device}」</translation>
    </message>
    <message>
        <source>The sound of this session cannot be kept on disk: {reason}.</source>
        <translation>無法將此次工作階段的聲音儲存到磁碟：{reason}。</translation>
    </message>
    <message>
        <source>Captions go on. Free some space where {folder} is.</source>
        <translation>字幕會繼續。請在 {folder} 所在的磁碟上騰出空間。</translation>
    </message>
    <message>
        <source>The computer slept for {time}.</source>
        <translation>電腦睡眠了 {time}。</translation>
    </message>
    <message>
        <source>Captions go on from here.</source>
        <translation>字幕從此處繼續。</translation>
    </message>
    <message>
        <source>{name} is back after {time}.</source>
        <translation>{name}中斷 {time}後恢復。</translation>
    </message>
    <message>
        <source>{name} was interrupted for {time}.</source>
        <translation>{name}中斷了 {time}。</translation>
    </message>
    <message>
        <source>The gap is silent in the recording.</source>
        <translation>錄音中這段空缺為靜音。</translation>
    </message>
    <message>
        <source>Unplug it and plug it in again, or choose another one.</source>
        <translation>請拔下後重新接上，或選擇其他裝置。</translation>
    </message>
    <message>
        <source>{name} delivers no sound.</source>
        <translation>{name}沒有傳來聲音。</translation>
    </message>
    <message>
        <source>Captions resume by themselves when it is there again.</source>
        <translation>裝置恢復後，字幕會自動繼續。</translation>
    </message>
    <message>
        <source>Captions resume by themselves when it, or another default, is there again.</source>
        <translation>該裝置或其他預設裝置恢復後，字幕會自動繼續。</translation>
    </message>
    <message>
        <source>The sound system put another source in its place; that is not recorded. {hint}</source>
        <translation>聲音系統換上了其他音源，該音源不會被錄製。{hint}</translation>
    </message>
    <message>
        <source>{name} is gone.</source>
        <translation>{name}已中斷連線。</translation>
    </message>
    <message>
        <source>The microphone is now “{device}”.</source>
        <translation>麥克風現為「{device}」。</translation>
    </message>
    <message>
        <source>System audio is now “{device}”.</source>
        <translation>系統聲音現為「{device}」。</translation>
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
        <translation>{minutes:.0f} 分鐘</translation>
    </message>
    <message>
        <source>Windows reports no output device: plug in or enable one in the sound settings.</source>
        <translation>Windows 沒有輸出裝置：請接上裝置，或在聲音設定中啟用。</translation>
    </message>
    <message>
        <source>Choose another output device.</source>
        <translation>請選擇其他輸出裝置。</translation>
    </message>
    <message>
        <source>What “{device}” plays cannot be recorded: {reason}.</source>
        <translation>無法錄製「{device}」播放的聲音：{reason}。</translation>
    </message>
    <message>
        <source>Correct the value or delete the line to get the default.</source>
        <translation>請改正該值，或刪除該行以使用預設值。</translation>
    </message>
    <message>
        <source>Settings: {path}: {what}.</source>
        <translation>設定：{path}：{what}。</translation>
    </message>
    <message>
        <source>The engine has ended by itself and is being started again.</source>
        <translation>引擎意外結束，正在重新啟動。</translation>
    </message>
    <message>
        <source>Nothing is lost, the captions come a little later.</source>
        <translation>內容不會遺失，字幕會稍晚出現。</translation>
    </message>
    <message>
        <source>Nothing is lost, the rest is being caught up. A smaller model keeps up better.</source>
        <translation>沒有遺失內容，正在趕上進度。更小的模型更容易跟上。</translation>
    </message>
    <message>
        <source>Captions are {seconds:.0f} s behind: this computer is slower than the speech.</source>
        <translation>字幕落後 {seconds:.0f} 秒：這部電腦跟不上語速。</translation>
    </message>
    <message>
        <source>Captions have caught up.</source>
        <translation>字幕已趕上進度。</translation>
    </message>
    <message>
        <source>Set the device to &quot;cpu&quot; to be told no more.</source>
        <translation>將裝置設為「CPU」即可不再提示。</translation>
    </message>
    <message>
        <source>No NVIDIA GPU was found.</source>
        <translation>未找到 NVIDIA 顯示卡。</translation>
    </message>
    <message>
        <source>The NVIDIA driver is too old for this program.</source>
        <translation>NVIDIA 驅動程式版本過舊，不適用於此程式。</translation>
    </message>
    <message>
        <source>Update the NVIDIA driver.</source>
        <translation>請更新 NVIDIA 驅動程式。</translation>
    </message>
    <message>
        <source>The library {library}, which the GPU needs, is missing or cannot be loaded.</source>
        <translation>顯示卡所需的程式庫 {library} 遺失或無法載入。</translation>
    </message>
    <message>
        <source>Install cuBLAS of CUDA 12 and cuDNN 9. {otherwise}</source>
        <translation>請安裝 CUDA 12 的 cuBLAS 和 cuDNN 9。{otherwise}</translation>
    </message>
    <message>
        <source>The GPU has too little free memory for this model.</source>
        <translation>顯示記憶體不足，無法執行此模型。</translation>
    </message>
    <message>
        <source>Choose a smaller model, or close programs that use the GPU.</source>
        <translation>請選擇更小的模型，或關閉正在使用顯示卡的程式。</translation>
    </message>
    <message>
        <source>The GPU is of a kind that this program has no code for.</source>
        <translation>此程式不支援這種型號的顯示卡。</translation>
    </message>
    <message>
        <source>Update the NVIDIA driver. {otherwise}</source>
        <translation>請更新 NVIDIA 驅動程式。{otherwise}</translation>
    </message>
    <message>
        <source>The GPU failed: {reason}.</source>
        <translation>顯示卡出錯：{reason}。</translation>
    </message>
    <message>
        <source>The GPU did not answer in time.</source>
        <translation>顯示卡沒有及時回應。</translation>
    </message>
    <message>
        <source>Restart the computer or update the NVIDIA driver. {otherwise}</source>
        <translation>請重新啟動電腦或更新 NVIDIA 驅動程式。{otherwise}</translation>
    </message>
    <message>
        <source>A trial on the GPU crashed ({code}).</source>
        <translation>顯示卡試執行時崩潰（{code}）。</translation>
    </message>
    <message>
        <source>Choose a Whisper model for it.</source>
        <translation>請為此選擇 Whisper 模型。</translation>
    </message>
    <message>
        <source>The embedded engine knows English only, not &quot;{language}&quot;.</source>
        <translation>內建引擎只懂英語，不支援「{language}」。</translation>
    </message>
    <message>
        <source>The embedded engine cannot translate.</source>
        <translation>內建引擎無法翻譯。</translation>
    </message>
    <message>
        <source>The embedded engine&apos;s English model is missing.</source>
        <translation>缺少內建引擎的英語模型。</translation>
    </message>
    <message>
        <source>Install the application again.</source>
        <translation>請重新安裝應用程式。</translation>
    </message>
    <message>
        <source>Start the captions again.</source>
        <translation>請重新開始字幕。</translation>
    </message>
    <message>
        <source>Did you mean {names}?</source>
        <translation>是否指 {names}？</translation>
    </message>
    <message>
        <source>Use a code such as &quot;en&quot;, &quot;zh&quot; or &quot;de&quot;, or &quot;auto&quot;.</source>
        <translation>請使用語言代碼，例如「en」、「zh」、「de」，或「auto」。</translation>
    </message>
    <message>
        <source>No language is called &quot;{text}&quot;.</source>
        <translation>沒有名為「{text}」的語言。</translation>
    </message>
    <message>
        <source>Make room, or give yourself access to the folder.</source>
        <translation>請騰出空間，或取得該資料夾的存取權限。</translation>
    </message>
    <message>
        <source>The model {name} cannot be stored in {folder}: {reason}.</source>
        <translation>無法將模型 {name} 存入 {folder}：{reason}。</translation>
    </message>
    <message>
        <source>Choose another model or mirror.</source>
        <translation>請選擇其他模型或鏡像。</translation>
    </message>
    <message>
        <source>{host} has no complete model {name}.</source>
        <translation>{host} 沒有完整的模型 {name}。</translation>
    </message>
    <message>
        <source>Choose another mirror.</source>
        <translation>請選擇其他鏡像。</translation>
    </message>
    <message>
        <source>{host} tells nothing usable about {file} of {name}.</source>
        <translation>{host} 沒有提供 {name} 的 {file} 的可用資訊。</translation>
    </message>
    <message>
        <source>What {host} has as {name} is far larger than that model.</source>
        <translation>{host} 上的 {name} 遠大於該模型的實際大小。</translation>
    </message>
    <message>
        <source>Make room, or choose a smaller model.</source>
        <translation>請騰出空間，或選擇更小的模型。</translation>
    </message>
    <message>
        <source>The model {name} needs {needed} MB more, but {folder} has room for {free} MB.</source>
        <translation>模型 {name} 還需要 {needed} MB，但 {folder} 只剩 {free} MB 可用空間。</translation>
    </message>
    <message>
        <source>Try again later, or set the mirror (recognition.mirror) to another server.</source>
        <translation>請稍後重試，或將鏡像（recognition.mirror）設為其他伺服器。</translation>
    </message>
    <message>
        <source>{file} of {name} comes damaged from {host}.</source>
        <translation>從 {host} 下載的 {name} 的 {file} 已損壞。</translation>
    </message>
    <message>
        <source>Try again: what has come is kept.</source>
        <translation>請重試：已下載的部分會保留。</translation>
    </message>
    <message>
        <source>The connection to {host} broke off while the model {name} came.</source>
        <translation>下載模型 {name} 時與 {host} 的連線中斷。</translation>
    </message>
    <message>
        <source>Check the network and try again later, or set the mirror (recognition.mirror) to a server with the same models.</source>
        <translation>請檢查網路後重試，或將鏡像（recognition.mirror）設為模型庫的鏡像伺服器。</translation>
    </message>
    <message>
        <source>If this network wants a login in the browser, do that first. Check the mirror (recognition.mirror).</source>
        <translation>如果此網路需要在瀏覽器中登入，請先登入。並檢查鏡像（recognition.mirror）。</translation>
    </message>
    <message>
        <source>{host} answers, but not as a model hub does.</source>
        <translation>{host} 有回應，但不是模型庫。</translation>
    </message>
    <message>
        <source>{host} gives other bytes of {file} than asked for.</source>
        <translation>{host} 提供的 {file} 資料與請求不符。</translation>
    </message>
    <message>
        <source>{host} does not serve models now (HTTP {status}).</source>
        <translation>{host} 目前不提供模型下載（HTTP {status}）。</translation>
    </message>
    <message>
        <source>{host} has no model {repository} for you (HTTP {status}).</source>
        <translation>{host} 沒有可供下載的模型 {repository}（HTTP {status}）。</translation>
    </message>
    <message>
        <source>{host} redirects to {scheme}:, which is not safe.</source>
        <translation>{host} 重新導向到 {scheme}:，並不安全。</translation>
    </message>
    <message>
        <source>{host} cannot be reached for a model.</source>
        <translation>無法連線 {host} 下載模型。</translation>
    </message>
    <message>
        <source>{host} does not answer as a model hub does.</source>
        <translation>{host} 的回應不像模型庫。</translation>
    </message>
    <message>
        <source>{host} redirects without end.</source>
        <translation>{host} 無休止地重新導向。</translation>
    </message>
    <message>
        <source>Set the mirror (recognition.mirror) to an http:// or https:// address.</source>
        <translation>請將鏡像（recognition.mirror）設為以 http:// 或 https:// 開頭的位址。</translation>
    </message>
    <message>
        <source>&quot;{address}&quot; is not the address of a model hub.</source>
        <translation>「{address}」不是模型庫的位址。</translation>
    </message>
    <message>
        <source>Delete the folder and fetch the model again.</source>
        <translation>請刪除該資料夾，並重新下載模型。</translation>
    </message>
    <message>
        <source>Close other programs that use it.</source>
        <translation>請關閉正在使用它的其他程式。</translation>
    </message>
    <message>
        <source>The model in {folder} cannot be deleted: {reason}.</source>
        <translation>無法刪除 {folder} 中的模型：{reason}。</translation>
    </message>
    <message>
        <source>Did you mean &quot;{name}&quot;?</source>
        <translation>是否指「{name}」？</translation>
    </message>
    <message>
        <source>Give a folder, or one of: {known}.</source>
        <translation>請指定資料夾，或以下之一：{known}。</translation>
    </message>
    <message>
        <source>Check the path, or give the name of a model.</source>
        <translation>請檢查路徑，或輸入模型名稱。</translation>
    </message>
    <message>
        <source>There is no model folder {folder}.</source>
        <translation>沒有模型資料夾 {folder}。</translation>
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
        <translation>請取得其存取權限。</translation>
    </message>
    <message>
        <source>The model in {folder} cannot be read: {reason}.</source>
        <translation>無法讀取 {folder} 中的模型：{reason}。</translation>
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
        <translation>不可用：{name} 不是檔案</translation>
    </message>
    <message>
        <source>is not usable: {name} has {size} bytes</source>
        <translation>不可用：{name} 有 {size} 位元組</translation>
    </message>
    <message>
        <source>is damaged: {name} is not a list of texts</source>
        <translation>已損壞：{name} 不是文字清單</translation>
    </message>
    <message>
        <source>is not usable: {name} has {found} tokens, model.bin {needed}</source>
        <translation>不可用：{name} 有 {found} 個詞元，而 model.bin 有 {needed} 個</translation>
    </message>
    <message>
        <source>is not a Whisper: {name} lacks {token}</source>
        <translation>不是 Whisper 模型：{name} 缺少 {token}</translation>
    </message>
    <message>
        <source>is damaged: {key} of config.json holds what is no token</source>
        <translation>已損壞：config.json 的 {key} 中有不存在的詞元</translation>
    </message>
    <message>
        <source>is not usable: alignment_heads of config.json are not heads that model.bin has</source>
        <translation>不可用：config.json 的 alignment_heads 在 model.bin 中不存在</translation>
    </message>
    <message>
        <source>is not usable: tokenizer.json is not the tokenizer of a Whisper</source>
        <translation>不可用：tokenizer.json 不是 Whisper 的分詞器</translation>
    </message>
    <message>
        <source>is damaged: the added_tokens of tokenizer.json are not tokens</source>
        <translation>已損壞：tokenizer.json 的 added_tokens 不是詞元</translation>
    </message>
    <message>
        <source>is not usable: tokenizer.json has tokens that model.bin has not</source>
        <translation>不可用：tokenizer.json 中有 model.bin 沒有的詞元</translation>
    </message>
    <message>
        <source>is not a Whisper: tokenizer.json lacks {token}</source>
        <translation>不是 Whisper 模型：tokenizer.json 缺少 {token}</translation>
    </message>
    <message>
        <source>is damaged: {name} is not JSON</source>
        <translation>已損壞：{name} 不是 JSON</translation>
    </message>
    <message>
        <source>is damaged: {name} is not what it should be</source>
        <translation>已損壞：{name} 的內容不符</translation>
    </message>
    <message>
        <source>The speech detector&apos;s model cannot be loaded: {path}.</source>
        <translation>無法載入語音偵測模型：{path}。</translation>
    </message>
    <message>
        <source>The speech detector&apos;s model, {file}, is missing.</source>
        <translation>缺少語音偵測模型 {file}。</translation>
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
        <translation>多出 {left} 位元組</translation>
    </message>
    <message>
        <source>is damaged: a name has no end</source>
        <translation>已損壞：有名稱沒有結尾</translation>
    </message>
    <message>
        <source>is cut short</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>is damaged: it claims {count} variables</source>
        <translation>已損壞：聲稱有 {count} 個變數</translation>
    </message>
    <message>
        <source>is damaged: {name} comes twice</source>
        <translation>已損壞：{name} 出現兩次</translation>
    </message>
    <message>
        <source>is damaged: {name} is not as large as it says</source>
        <translation>已損壞：{name} 的大小與宣告不符</translation>
    </message>
    <message>
        <source>is no Whisper: its sizes are out of all proportion</source>
        <translation>不是 Whisper 模型：尺寸不合常理</translation>
    </message>
    <message>
        <source>is damaged: the attention heads do not share its width</source>
        <translation>已損壞：注意力頭數與寬度不相符</translation>
    </message>
    <message>
        <source>is damaged: it aligns by a layer that it does not have</source>
        <translation>已損壞：對齊所用的層不存在</translation>
    </message>
    <message>
        <source>is no Whisper: it has {part}</source>
        <translation>不是 Whisper 模型：含有 {part}</translation>
    </message>
    <message>
        <source>is no Whisper: {name}/weight is missing or of another shape</source>
        <translation>不是 Whisper 模型：{name}/weight 遺失或形狀不符</translation>
    </message>
    <message>
        <source>is no Whisper: {name} has another shape</source>
        <translation>不是 Whisper 模型：{name} 的形狀不符</translation>
    </message>
    <message>
        <source>is no Whisper: {name} is missing or of another shape</source>
        <translation>不是 Whisper 模型：{name} 遺失或形狀不符</translation>
    </message>
    <message>
        <source>is no Whisper: {name} is missing</source>
        <translation>不是 Whisper 模型：缺少 {name}</translation>
    </message>
    <message>
        <source>Whisper runs on the CPU: {reason}</source>
        <translation>Whisper 正在 CPU 上執行：{reason}</translation>
    </message>
    <message>
        <source>Delete the folder and fetch it again.</source>
        <translation>請刪除該資料夾並重新下載。</translation>
    </message>
    <message>
        <source>The model in {folder} cannot be loaded: {reason}</source>
        <translation>無法載入 {folder} 中的模型：{reason}</translation>
    </message>
    <message>
        <source>Check the name of the file.</source>
        <translation>請檢查檔名。</translation>
    </message>
    <message>
        <source>Cannot read {name}: {reason}.</source>
        <translation>無法讀取 {name}：{reason}。</translation>
    </message>
    <message>
        <source>{name} is larger than {limit} MB: this is no subtitle file.</source>
        <translation>{name} 大於 {limit} MB：這不是字幕檔案。</translation>
    </message>
    <message>
        <source>{name} is no subtitle file that is understood.</source>
        <translation>{name} 不是可識別的字幕檔案。</translation>
    </message>
    <message>
        <source>Understood are {formats}, in UTF-8, UTF-16 or GB 18030.</source>
        <translation>支援 {formats}，編碼為 UTF-8、UTF-16 或 GB 18030。</translation>
    </message>
    <message>
        <source>{format} cannot hold times past {hours} hours: {cues} cues stand at the limit.</source>
        <translation>{format} 無法容納超過 {hours} 小時的時間：{cues} 條字幕停在上限處。</translation>
    </message>
    <message>
        <source>This is not a JSON transcript: {reason}.</source>
        <translation>這不是 JSON 文字記錄：{reason}。</translation>
    </message>
    <message>
        <source>A newer version of this program reads it.</source>
        <translation>此程式的較新版本可以讀取。</translation>
    </message>
    <message>
        <source>This JSON transcript has version {version}; only version {known} is understood.</source>
        <translation>此 JSON 文字記錄的版本為 {version}；只支援版本 {known}。</translation>
    </message>
    <message>
        <source>This is not a SubRip file: no cue was found in it.</source>
        <translation>這不是 SubRip 檔案：其中沒有字幕。</translation>
    </message>
    <message>
        <source>This is not a SubStation file: it has no [Events].</source>
        <translation>這不是 SubStation 檔案：沒有 [Events]。</translation>
    </message>
    <message>
        <source>This SubStation file is damaged: its events have no times or no text.</source>
        <translation>此 SubStation 檔案已損毀：其中的事件沒有時間或文字。</translation>
    </message>
    <message>
        <source>This SubStation file has a time that is not understood: {time!r}.</source>
        <translation>此 SubStation 檔案中有無法理解的時間：{time!r}。</translation>
    </message>
    <message>
        <source>This TTML file declares a document type, which no subtitles need.</source>
        <translation>此 TTML 檔案宣告了文件類型，字幕不需要它。</translation>
    </message>
    <message>
        <source>This is not a TTML file: {reason}.</source>
        <translation>這不是 TTML 檔案：{reason}。</translation>
    </message>
    <message>
        <source>This XML file is not TTML.</source>
        <translation>此 XML 檔案不是 TTML。</translation>
    </message>
    <message>
        <source>This TTML file is nested too deeply to be subtitles.</source>
        <translation>此 TTML 檔案巢狀過深，不像字幕。</translation>
    </message>
    <message>
        <source>This TTML file has a time that is not understood: {expression!r}.</source>
        <translation>此 TTML 檔案中有無法識別的時間：{expression!r}。</translation>
    </message>
    <message>
        <source>This is not a WebVTT file: it does not begin with WEBVTT.</source>
        <translation>這不是 WebVTT 檔案：開頭不是 WEBVTT。</translation>
    </message>
    <message>
        <source>Stop it first.</source>
        <translation>請先停止工作階段。</translation>
    </message>
    <message>
        <source>The session {title} is still running.</source>
        <translation>工作階段「{title}」仍在進行。</translation>
    </message>
    <message>
        <source>Close the programs that use it, or give yourself access to its folder.</source>
        <translation>請關閉正在使用它的程式，或取得其資料夾的存取權限。</translation>
    </message>
    <message>
        <source>{path} cannot be deleted: {reason}.</source>
        <translation>無法刪除 {path}：{reason}。</translation>
    </message>
    <message>
        <source>The library {path} is closed.</source>
        <translation>記錄庫 {path} 已關閉。</translation>
    </message>
    <message>
        <source>This transcript was changed in another window.</source>
        <translation>此文字記錄已在其他視窗中更改。</translation>
    </message>
    <message>
        <source>Look at it anew, then make the change again.</source>
        <translation>請重新檢視，然後再次更改。</translation>
    </message>
    <message>
        <source>Free some space on this disk.</source>
        <translation>請在此磁碟上騰出空間。</translation>
    </message>
    <message>
        <source>The library {path} cannot be written: the disk is full.</source>
        <translation>無法寫入記錄庫 {path}：磁碟已滿。</translation>
    </message>
    <message>
        <source>Give yourself access to the file and its folder.</source>
        <translation>請取得該檔案及其資料夾的存取權限。</translation>
    </message>
    <message>
        <source>The library {path} cannot be opened or written: no permission.</source>
        <translation>無法開啟或寫入記錄庫 {path}：沒有權限。</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>請稍後重試。</translation>
    </message>
    <message>
        <source>The library {path} is in use by another program.</source>
        <translation>記錄庫 {path} 正被其他程式使用。</translation>
    </message>
    <message>
        <source>Look whether the disk is full, failing or gone.</source>
        <translation>請檢查磁碟是否已滿、有故障或已中斷連線。</translation>
    </message>
    <message>
        <source>The engine has ended by itself.</source>
        <translation>引擎自行結束了。</translation>
    </message>
    <message>
        <source>The library {path} cannot be read or written: {reason}.</source>
        <translation>無法讀寫記錄庫 {path}：{reason}。</translation>
    </message>
    <message>
        <source>Look into the log, and tell the makers of this program.</source>
        <translation>請檢視記錄檔，並告知此程式的開發者。</translation>
    </message>
    <message>
        <source>The library {path} cannot be used: {reason}.</source>
        <translation>無法使用記錄庫 {path}：{reason}。</translation>
    </message>
    <message>
        <source>Only two sessions or more can be merged.</source>
        <translation>至少需要兩個工作階段才能合併。</translation>
    </message>
    <message>
        <source>Choose the sessions that belong together.</source>
        <translation>請選擇屬於同一次的工作階段。</translation>
    </message>
    <message>
        <source>Move the file away, or rename it.</source>
        <translation>請將該檔案移走或重新命名。</translation>
    </message>
    <message>
        <source>{path} is not a library of transcripts.</source>
        <translation>{path} 不是記錄庫。</translation>
    </message>
    <message>
        <source>Install the newest version. This one leaves the library as it is.</source>
        <translation>請安裝最新版本。此版本不會改動該記錄庫。</translation>
    </message>
    <message>
        <source>The library {path} was made by a newer version of this program.</source>
        <translation>記錄庫 {path} 由此程式的較新版本建立。</translation>
    </message>
    <message>
        <source>The library was brought to the form that this version uses.</source>
        <translation>記錄庫已轉換為此版本使用的格式。</translation>
    </message>
    <message>
        <source>What it was is kept in {path}.</source>
        <translation>原記錄庫已保留在 {path}。</translation>
    </message>
    <message>
        <source>The library was damaged. Cues that could be recovered: {number}.</source>
        <translation>記錄庫已損壞。已復原的字幕則數：{number}。</translation>
    </message>
    <message>
        <source>The damaged one is kept in {path}. Delete that file when you miss nothing.</source>
        <translation>損壞的檔案保存在 {path}。確認沒有遺漏後可刪除該檔案。</translation>
    </message>
    <message>
        <source>It may have been deleted in another window.</source>
        <translation>可能已在其他視窗中刪除。</translation>
    </message>
    <message>
        <source>There is no session {number} in the library.</source>
        <translation>記錄庫中沒有工作階段 {number}。</translation>
    </message>
    <message>
        <source>Give the name of an ordinary file.</source>
        <translation>請指定普通檔案。</translation>
    </message>
    <message>
        <source>Cannot grow subtitles in {path}: it is a device or a pipe.</source>
        <translation>無法在 {path} 中續寫字幕：它是裝置或管道。</translation>
    </message>
    <message>
        <source>Create the folder or choose another.</source>
        <translation>請建立該資料夾，或選擇其他資料夾。</translation>
    </message>
    <message>
        <source>Cannot write {path}: its folder does not exist.</source>
        <translation>無法寫入 {path}：所在資料夾不存在。</translation>
    </message>
    <message>
        <source>Cannot write {path}: what should be its folder is a file.</source>
        <translation>無法寫入 {path}：所在位置是檔案而非資料夾。</translation>
    </message>
    <message>
        <source>Give the name of a file in it.</source>
        <translation>請指定其中的檔名。</translation>
    </message>
    <message>
        <source>Cannot write {path}: it is a folder.</source>
        <translation>無法寫入 {path}：它是資料夾。</translation>
    </message>
    <message>
        <source>Choose another folder or change the permissions of this one.</source>
        <translation>請選擇其他資料夾，或更改此資料夾的權限。</translation>
    </message>
    <message>
        <source>Cannot write {path}: no permission.</source>
        <translation>無法寫入 {path}：沒有權限。</translation>
    </message>
    <message>
        <source>Choose another disk. If this one could be written to before, it may be failing.</source>
        <translation>請選擇其他磁碟。如果此磁碟以前可以寫入，它可能正在損壞。</translation>
    </message>
    <message>
        <source>Cannot write {path}: its disk is read-only.</source>
        <translation>無法寫入 {path}：其磁碟是唯讀的。</translation>
    </message>
    <message>
        <source>Free some space or choose another disk.</source>
        <translation>請騰出空間，或選擇其他磁碟。</translation>
    </message>
    <message>
        <source>Cannot write {path}: the disk is full.</source>
        <translation>無法寫入 {path}：磁碟已滿。</translation>
    </message>
    <message>
        <source>Choose another file name or folder.</source>
        <translation>請選擇其他檔名或資料夾。</translation>
    </message>
    <message>
        <source>Cannot write {path}: {reason}.</source>
        <translation>無法寫入 {path}：{reason}。</translation>
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
        <translation>下載進度</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下載</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Cancel the download</source>
        <translation>取消下載</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>使用此模型</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Use a folder …</source>
        <translation>使用資料夾…</translation>
    </message>
    <message>
        <source>A Whisper model in CTranslate2&apos;s format on this computer</source>
        <translation>這部電腦上 CTranslate2 格式的 Whisper 模型</translation>
    </message>
    <message>
        <source>Mirror of the model hub</source>
        <translation>模型庫的鏡像</translation>
    </message>
    <message>
        <source>Where models come from, if huggingface.co is not to be asked: an http(s) address.</source>
        <translation>不從 huggingface.co 下載時模型的來源：一個 http(s) 位址。</translation>
    </message>
    <message>
        <source>Folder of a Whisper model</source>
        <translation>Whisper 模型的資料夾</translation>
    </message>
    <message>
        <source>A mirror has an http:// or https:// address.</source>
        <translation>鏡像位址應以 http:// 或 https:// 開頭。</translation>
    </message>
    <message>
        <source>Looking at this computer …</source>
        <translation>正在查看這部電腦…</translation>
    </message>
    <message>
        <source>Models take %1 of the disk; %2 are free.</source>
        <translation>模型占用磁碟 %1，剩餘 %2。</translation>
    </message>
    <message>
        <source>Go on with the download</source>
        <translation>繼續下載</translation>
    </message>
    <message>
        <source>Models that are on this computer work without a network.</source>
        <translation>已在這部電腦上的模型不需網路即可使用。</translation>
    </message>
</context>
<context>
    <name>ModelStep</name>
    <message>
        <source>Looking at this computer …</source>
        <translation>正在查看這部電腦…</translation>
    </message>
    <message>
        <source>Whisper %1 (recommended)</source>
        <translation>Whisper %1（推薦）</translation>
    </message>
    <message>
        <source>Whisper %1</source>
        <translation>Whisper %1</translation>
    </message>
    <message>
        <source>On this computer already; %1</source>
        <translation>已在這部電腦上；%1</translation>
    </message>
    <message>
        <source>%1 to download; %2</source>
        <translation>需下載 %1；%2</translation>
    </message>
    <message>
        <source>No download</source>
        <translation>不下載</translation>
    </message>
    <message>
        <source>The embedded engine: English only, less accurate</source>
        <translation>內建引擎：僅英語，準確度較低</translation>
    </message>
    <message>
        <source>Captions start at once with the embedded engine, and move to Whisper when it is here.</source>
        <translation>先用內建引擎立即開始字幕，下載完成後改用 Whisper。</translation>
    </message>
    <message>
        <source>The embedded engine knows English only: captions in %1 start when the model is here.</source>
        <translation>內建引擎只懂英語：模型下載完成後才會有%1字幕。</translation>
    </message>
    <message>
        <source>Without a model there are no captions in %1.</source>
        <translation>沒有模型就沒有%1字幕。</translation>
    </message>
    <message>
        <source>A model can be downloaded any time, in the settings.</source>
        <translation>可隨時在設定中下載模型。</translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <source>recommended for this computer</source>
        <translation>推薦用於這部電腦</translation>
    </message>
    <message>
        <source>turbo</source>
        <translation>加速版</translation>
    </message>
    <message>
        <source>distilled</source>
        <translation>精簡版</translation>
    </message>
    <message>
        <source>100 languages</source>
        <translation>100 種語言</translation>
    </message>
    <message>
        <source>English only</source>
        <translation>僅英語</translation>
    </message>
    <message>
        <source>speed %1</source>
        <translation>速度 %1</translation>
    </message>
    <message>
        <source>keeps up with speech here</source>
        <translation>在這部電腦上跟得上說話</translation>
    </message>
    <message>
        <source>lags behind speech here</source>
        <translation>在這部電腦上會落後於說話</translation>
    </message>
    <message>
        <source>too slow here for live captions</source>
        <translation>在這部電腦上太慢，不適合即時字幕</translation>
    </message>
    <message>
        <source>too large for this computer&apos;s memory</source>
        <translation>超出這部電腦的記憶體</translation>
    </message>
    <message>
        <source>Downloading: %1</source>
        <translation>正在下載：%1</translation>
    </message>
    <message>
        <source>The download broke off</source>
        <translation>下載中斷</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>已在這部電腦上</translation>
    </message>
    <message>
        <source>Download paused</source>
        <translation>下載已暫停</translation>
    </message>
    <message>
        <source>In use once it is downloaded</source>
        <translation>下載完成後使用</translation>
    </message>
    <message>
        <source>asking the server …</source>
        <translation>正在詢問伺服器…</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1（%2，共 %3）</translation>
    </message>
    <message>
        <source>%1-core processor</source>
        <translation>%1 核處理器</translation>
    </message>
    <message>
        <source>%1 of memory</source>
        <translation>%1 記憶體</translation>
    </message>
    <message>
        <source>no NVIDIA GPU found</source>
        <translation>未找到 NVIDIA 顯示卡</translation>
    </message>
    <message>
        <source>This computer: %1</source>
        <translation>這部電腦：%1</translation>
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
        <translation>關閉此通知</translation>
    </message>
</context>
<context>
    <name>NoticeRow</name>
    <message>
        <source>Close this notice</source>
        <translation>關閉此通知</translation>
    </message>
</context>
<context>
    <name>NoticeText</name>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
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
        <translation>複製</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全選</translation>
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
        <translation>縮小文字</translation>
    </message>
    <message>
        <source>Lock: clicks go through</source>
        <translation>鎖定：點擊會穿過</translation>
    </message>
    <message>
        <source>Hide the captions</source>
        <translation>隱藏字幕</translation>
    </message>
</context>
<context>
    <name>OverlayPage</name>
    <message>
        <source>Looks</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Behind the text</source>
        <translation>文字背後</translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation>行為</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>字型</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行數</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>色彩</translation>
    </message>
    <message>
        <source>Colour of the second speaker</source>
        <translation>第二位說話者的色彩</translation>
    </message>
    <message>
        <source>Opacity of the text</source>
        <translation>文字不透明度</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>邊緣</translation>
    </message>
    <message>
        <source>Box behind each line</source>
        <translation>每行背後的底色</translation>
    </message>
    <message>
        <source>Opacity of the box</source>
        <translation>底色不透明度</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>視窗</translation>
    </message>
    <message>
        <source>Opacity of the window</source>
        <translation>視窗不透明度</translation>
    </message>
    <message>
        <source>Name the speakers where there are two</source>
        <translation>有兩位說話者時顯示名稱</translation>
    </message>
    <message>
        <source>Fade out after a silence of</source>
        <translation>靜音多久後淡出</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>永不</translation>
    </message>
    <message>
        <source>Lock: clicks go through</source>
        <translation>鎖定：點擊穿透</translation>
    </message>
    <message>
        <source>The tray and the shortcut unlock it again.</source>
        <translation>可透過系統匣或快速鍵解鎖。</translation>
    </message>
    <message>
        <source>Hide it from screen sharing (best effort)</source>
        <translation>螢幕分享時隱藏（盡力而為）</translation>
    </message>
    <message>
        <source>Works on Windows 10 and later. Newer systems of Apple ignore it, Linux has no such thing.</source>
        <translation>適用於 Windows 10 及更新版本；較新的 macOS 會忽略，Linux 沒有此功能。</translation>
    </message>
    <message>
        <source>Classic (reset)</source>
        <translation>經典（重設）</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高對比</translation>
    </message>
    <message>
        <source>Yellow on black</source>
        <translation>黑底黃字</translation>
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
        <translation>紅色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>綠色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>藍色</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黃色</translation>
    </message>
    <message>
        <source>Magenta</source>
        <translation>洋紅</translation>
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
        <translation>等寬襯線體</translation>
    </message>
    <message>
        <source>With serifs</source>
        <translation>襯線體</translation>
    </message>
    <message>
        <source>Typewriter without serifs</source>
        <translation>等寬無襯線體</translation>
    </message>
    <message>
        <source>Without serifs</source>
        <translation>無襯線體</translation>
    </message>
    <message>
        <source>Casual</source>
        <translation>隨意體</translation>
    </message>
    <message>
        <source>Cursive</source>
        <translation>手寫體</translation>
    </message>
    <message>
        <source>Small capitals</source>
        <translation>小型大寫字母</translation>
    </message>
    <message>
        <source>None</source>
        <translation>無</translation>
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
        <translation>描邊</translation>
    </message>
    <message>
        <source>Drop shadow</source>
        <translation>陰影</translation>
    </message>
</context>
<context>
    <name>PlaceRail</name>
    <message>
        <source>Captions are running</source>
        <translation>字幕正在執行</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>即時</translation>
    </message>
    <message>
        <source>Captions of what is said now</source>
        <translation>正在說的話的字幕</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>記錄庫</translation>
    </message>
    <message>
        <source>What was said before</source>
        <translation>以前說過的話</translation>
    </message>
</context>
<context>
    <name>PlayerBar</name>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Place in the recording</source>
        <translation>錄音中的位置</translation>
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
        <translation>語音</translation>
    </message>
    <message>
        <source>Language spoken</source>
        <translation>說話的語言</translation>
    </message>
    <message>
        <source>Detect it</source>
        <translation>自動偵測</translation>
    </message>
    <message>
        <source>Captions come sooner and better where the language is named.</source>
        <translation>指定語言後，字幕出現得更快、更準確。</translation>
    </message>
    <message>
        <source>Captions are</source>
        <translation>字幕內容</translation>
    </message>
    <message>
        <source>In the language spoken</source>
        <translation>使用原語言</translation>
    </message>
    <message>
        <source>Translated into English</source>
        <translation>翻譯成英語</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Embedded (English only)</source>
        <translation>內建（僅英語）</translation>
    </message>
    <message>
        <source>Automatic: Whisper, and the embedded engine until its model is here.</source>
        <translation>自動：使用 Whisper，模型就緒前使用內建引擎。</translation>
    </message>
    <message>
        <source>The GPU if it works</source>
        <translation>可用時用顯示卡</translation>
    </message>
    <message>
        <source>Whisper only</source>
        <translation>僅 Whisper</translation>
    </message>
    <message>
        <source>Models …</source>
        <translation>模型…</translation>
    </message>
    <message>
        <source>Shows all models, to download or delete them</source>
        <translation>顯示所有模型，可下載或刪除</translation>
    </message>
    <message>
        <source>Whisper model</source>
        <translation>Whisper 模型</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>執行於</translation>
    </message>
    <message>
        <source>The processor</source>
        <translation>處理器</translation>
    </message>
    <message>
        <source>The NVIDIA GPU only</source>
        <translation>僅 NVIDIA 顯示卡</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>詞彙</translation>
    </message>
    <message>
        <source>Names and terms to expect, one on each line</source>
        <translation>可能出現的人名和術語，每行一個</translation>
    </message>
    <message>
        <source>Up to 500 of up to 80 characters. Whisper takes them as a hint; the first ones count most.</source>
        <translation>最多 500 個，每個最多 80 個字元。Whisper 將其作為提示，排在前面的作用最大。</translation>
    </message>
    <message>
        <source>This engine or model knows English only: choose another one for %1.</source>
        <translation>此引擎或模型只懂英語：要辨識%1，請選用其他引擎或模型。</translation>
    </message>
    <message>
        <source>This engine or model knows English only, and does not translate.</source>
        <translation>此引擎或模型只懂英語，無法翻譯。</translation>
    </message>
    <message>
        <source>%1 (not downloaded yet)</source>
        <translation>%1（尚未下載）</translation>
    </message>
</context>
<context>
    <name>RevisionDelegate</name>
    <message>
        <source>You edited this line: it stays as it is unless you accept the change.</source>
        <translation>此行由您編輯過：除非您接受變更，否則保持不變。</translation>
    </message>
</context>
<context>
    <name>RevisionModel</name>
    <message>
        <source>[removed: %1]</source>
        <translation>[刪除：%1]</translation>
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
            <numerusform>第 %1 處變更，共 %n 處</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n 處變更</numerusform>
        </translation>
    </message>
    <message>
        <source>No change is left.</source>
        <translation>沒有剩餘的變更。</translation>
    </message>
    <message numerus="yes">
        <source>%n in lines that you edited: they stay unless you accept them</source>
        <translation>
            <numerusform>其中 %n 處在您編輯過的行中：除非您接受，否則保持不變</numerusform>
        </translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一處</translation>
    </message>
    <message>
        <source>Go to the change before (P)</source>
        <translation>前往上一處變更 (P)</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一處</translation>
    </message>
    <message>
        <source>Go to the next change (N)</source>
        <translation>前往下一處變更 (N)</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Take the new words (Enter)</source>
        <translation>採用新的文字 (Enter)</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>Leave these words as they are (K)</source>
        <translation>這些文字保持不變 (K)</translation>
    </message>
    <message>
        <source>Accept all</source>
        <translation>全部接受</translation>
    </message>
    <message>
        <source>But those in lines that you edited (Ctrl+Enter)</source>
        <translation>您編輯過的行除外 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Back to the transcript (Escape)</source>
        <translation>返回文字記錄 (Escape)</translation>
    </message>
    <message>
        <source>Changes of the transcript</source>
        <translation>文字記錄的變更</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Opening the sound …</source>
        <translation>正在開啟聲音…</translation>
    </message>
    <message>
        <source>Paused: nothing is heard.</source>
        <translation>已暫停：不收聽任何聲音。</translation>
    </message>
    <message>
        <source>Finishing the last words: %1 s of speech …</source>
        <translation>正在完成最後幾句：還有 %1 秒語音…</translation>
    </message>
    <message>
        <source>Finishing the last words …</source>
        <translation>正在完成最後幾句…</translation>
    </message>
    <message>
        <source>Listening. The first captions come when the engine is ready.</source>
        <translation>正在收聽。引擎就緒後出現第一批字幕。</translation>
    </message>
    <message>
        <source>Listening. Catching up, %1 s behind</source>
        <translation>正在收聽，追趕中：落後 %1 秒</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>正在收聽</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就緒</translation>
    </message>
    <message>
        <source>Embedded English engine</source>
        <translation>內建英語引擎</translation>
    </message>
    <message>
        <source>Loading the model %1 …</source>
        <translation>正在載入模型 %1…</translation>
    </message>
    <message>
        <source>Fetching the model %1: %2 of %3 MB</source>
        <translation>正在下載模型 %1：%2 / %3 MB</translation>
    </message>
    <message>
        <source>%1 s behind the speech</source>
        <translation>比語音晚 %1 秒</translation>
    </message>
    <message>
        <source>You</source>
        <translation>我</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>對方</translation>
    </message>
</context>
<context>
    <name>SessionActs</name>
    <message>
        <source>“%1” was deleted.</source>
        <translation>已刪除「%1」。</translation>
    </message>
    <message numerus="yes">
        <source>%n sessions were deleted.</source>
        <translation>
            <numerusform>已刪除 %n 個工作階段。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sessions were merged.</source>
        <translation>
            <numerusform>已合併 %n 個工作階段。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionEditing</name>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Edit the text</source>
        <translation>編輯文字</translation>
    </message>
    <message>
        <source>Split at the cursor</source>
        <translation>在游標處分割</translation>
    </message>
    <message>
        <source>Merge with the next</source>
        <translation>與下一則合併</translation>
    </message>
    <message>
        <source>Shift the times …</source>
        <translation>平移時間…</translation>
    </message>
    <message>
        <source>Who speaks here …</source>
        <translation>這裡是誰在說話…</translation>
    </message>
    <message>
        <source>Rename the speaker …</source>
        <translation>重新命名發言者…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>複製為文字</translation>
    </message>
    <message>
        <source>Copy everything as text</source>
        <translation>全部複製為文字</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>尋找</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>尋找和取代</translation>
    </message>
    <message>
        <source>Mark doubtful words</source>
        <translation>標示存疑的詞</translation>
    </message>
    <message>
        <source>%1 – %2 · %3 s · %4 characters a second</source>
        <translation>%1 – %2 · %3 秒 · 每秒 %4 個字元</translation>
    </message>
    <message numerus="yes">
        <source>%n doubtful words</source>
        <translation>
            <numerusform>%n 個存疑的詞</numerusform>
        </translation>
    </message>
    <message>
        <source>Shift the times</source>
        <translation>平移時間</translation>
    </message>
    <message numerus="yes">
        <source>Seconds by which the %n selected cues come later; less than 0 for earlier:</source>
        <translation>
            <numerusform>所選 %n 則字幕延後的秒數；提前則小於 0：</numerusform>
        </translation>
    </message>
    <message>
        <source>Seconds by which this cue and all after it come later; less than 0 for earlier:</source>
        <translation>此則及其後所有字幕延後的秒數；提前則小於 0：</translation>
    </message>
    <message>
        <source>Who speaks here</source>
        <translation>這裡是誰在說話</translation>
    </message>
    <message numerus="yes">
        <source>Name for the %n selected cues:</source>
        <translation>
            <numerusform>所選 %n 則字幕的發言者：</numerusform>
        </translation>
    </message>
    <message>
        <source>New name for “%1” in the whole session:</source>
        <translation>「%1」在整個工作階段中的新名字：</translation>
    </message>
    <message>
        <source>Rename the speaker</source>
        <translation>重新命名發言者</translation>
    </message>
</context>
<context>
    <name>SessionHead</name>
    <message>
        <source>What was said is being recovered: %1 %</source>
        <translation>正在復原說過的話：%1%</translation>
    </message>
    <message>
        <source>This session was cut off: the computer or the program stopped in its middle.</source>
        <translation>此工作階段已中斷：電腦或程式中途停止了。</translation>
    </message>
    <message>
        <source>This session is running: more lines come.</source>
        <translation>此工作階段正在進行：還會有新的內容。</translation>
    </message>
    <message>
        <source>What was said waits for its turn to be recovered.</source>
        <translation>說過的話正在等待復原。</translation>
    </message>
    <message>
        <source>What was said is being recovered: the model is being loaded.</source>
        <translation>正在復原說過的話：正在載入模型。</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>Show the changes</source>
        <translation>檢視變更</translation>
    </message>
    <message>
        <source>What was heard otherwise when the session was transcribed again</source>
        <translation>重新轉寫工作階段時辨識結果的不同之處</translation>
    </message>
    <message>
        <source>Transcribe again …</source>
        <translation>重新轉寫…</translation>
    </message>
    <message>
        <source>With another model or language; you choose what to take over</source>
        <translation>使用其他模型或語言；由您決定採用哪些變更</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>匯出…</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Transcribe the sound that was heard but not yet written down</source>
        <translation>轉寫已錄下但尚未寫成文字的聲音</translation>
    </message>
</context>
<context>
    <name>SessionPane</name>
    <message numerus="yes">
        <source>%n sessions are selected.</source>
        <translation>
            <numerusform>已選取 %n 個工作階段。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a session to read it.</source>
        <translation>選擇一個工作階段來閱讀。</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>字幕記錄</translation>
    </message>
    <message>
        <source>Merge into one session</source>
        <translation>合併為一個工作階段</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>匯出…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>頁面</translation>
    </message>
    <message>
        <source>Restart captions</source>
        <translation>重新開始字幕</translation>
    </message>
    <message>
        <source>General</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>聲音</translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation>辨識</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>浮動字幕</translation>
    </message>
    <message>
        <source>Transcripts</source>
        <translation>文字記錄</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快速鍵</translation>
    </message>
    <message>
        <source>The captions that are running go on with the settings they began with.</source>
        <translation>正在執行的字幕會繼續使用開始時的設定。</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Keys that work in every program</source>
        <translation>在任何程式中都有效的按鍵</translation>
    </message>
    <message>
        <source>Start or stop captions</source>
        <translation>開始或停止字幕</translation>
    </message>
    <message>
        <source>Show or hide the overlay</source>
        <translation>顯示或隱藏浮動字幕</translation>
    </message>
    <message>
        <source>Lock or unlock the overlay</source>
        <translation>鎖定或解鎖浮動字幕</translation>
    </message>
    <message>
        <source>Freeze the text or follow it</source>
        <translation>定住文字或繼續跟隨</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Back to the usual keys</source>
        <translation>恢復預設按鍵</translation>
    </message>
    <message>
        <source>%1 is taken: %2</source>
        <translation>%1 已被占用：%2</translation>
    </message>
    <message>
        <source>Use Ctrl, Alt or Meta with another key, or a function key.</source>
        <translation>請使用 Ctrl、Alt 或 Meta 加另一個鍵，或使用功能鍵。</translation>
    </message>
</context>
<context>
    <name>SoundChooser</name>
    <message>
        <source>The microphone: what I say</source>
        <translation>麥克風：我說的話</translation>
    </message>
    <message>
        <source>The computer: what others say, and what plays</source>
        <translation>電腦：別人說的話和播放的聲音</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>麥克風</translation>
    </message>
    <message>
        <source>Output of the computer</source>
        <translation>電腦的輸出裝置</translation>
    </message>
    <message>
        <source>Level of the microphone</source>
        <translation>麥克風音量</translation>
    </message>
    <message>
        <source>Level of what the computer plays</source>
        <translation>電腦播放音量</translation>
    </message>
    <message>
        <source>As the system: %1</source>
        <translation>跟隨系統：%1</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>%1 (not there now)</source>
        <translation>%1（目前未連接）</translation>
    </message>
    <message>
        <source>Nothing is heard: turn at least one on.</source>
        <translation>什麼也聽不到：請至少開啟一項。</translation>
    </message>
</context>
<context>
    <name>SoundPage</name>
    <message>
        <source>What is captioned</source>
        <translation>為哪些聲音加字幕</translation>
    </message>
    <message>
        <source>The meters only measure: nothing is recorded here, and nothing leaves this computer.</source>
        <translation>音量條只作測量：這裡不會錄音，聲音也不會離開這部電腦。</translation>
    </message>
</context>
<context>
    <name>SoundPicture</name>
    <message>
        <source>Reading …</source>
        <translation>正在讀取…</translation>
    </message>
    <message>
        <source>Waveform and spectrogram</source>
        <translation>波形和頻譜圖</translation>
    </message>
    <message>
        <source>Click to go there; the wheel zooms</source>
        <translation>按一下跳轉；滾輪縮放</translation>
    </message>
</context>
<context>
    <name>SourceRow</name>
    <message>
        <source>The device is gone; waiting for it.</source>
        <translation>裝置已中斷，正在等待。</translation>
    </message>
    <message>
        <source>Too loud: turn it down.</source>
        <translation>太大聲了：請調低音量。</translation>
    </message>
    <message>
        <source>No signal: it may be muted.</source>
        <translation>沒有訊號：可能已靜音。</translation>
    </message>
    <message>
        <source>%1 (default)</source>
        <translation>%1（預設）</translation>
    </message>
    <message>
        <source>The system&apos;s default</source>
        <translation>系統預設裝置</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>麥克風</translation>
    </message>
    <message>
        <source>Sound of this computer</source>
        <translation>此電腦播放的聲音</translation>
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
            <numerusform>找到 %n 處</numerusform>
        </translation>
    </message>
    <message>
        <source>Search the transcript</source>
        <translation>搜尋字幕紀錄</translation>
    </message>
    <message>
        <source>Go to the match before</source>
        <translation>前往上一處</translation>
    </message>
    <message>
        <source>Go to the next match</source>
        <translation>前往下一處</translation>
    </message>
    <message>
        <source>Go to the newest line</source>
        <translation>前往最新一行</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Transcript</source>
        <translation>字幕紀錄</translation>
    </message>
    <message>
        <source>What is said appears here, with its time.</source>
        <translation>所說的話會連同時間顯示在這裡。</translation>
    </message>
</context>
<context>
    <name>TranscriptsPage</name>
    <message>
        <source>Where transcripts are kept</source>
        <translation>文字記錄的儲存位置</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>選擇…</translation>
    </message>
    <message>
        <source>Choose the folder for transcripts</source>
        <translation>選擇儲存文字記錄的資料夾</translation>
    </message>
    <message>
        <source>Usual folder</source>
        <translation>預設資料夾</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Sessions are kept in the library in any case, and can be exported later.</source>
        <translation>工作階段一律保存在記錄庫中，之後也可以匯出。</translation>
    </message>
    <message>
        <source>Subtitles</source>
        <translation>字幕</translation>
    </message>
    <message>
        <source>Rules for lines and times</source>
        <translation>分行與時間規則</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>聲音</translation>
    </message>
    <message>
        <source>Keep a recording of each session</source>
        <translation>保留每次工作階段的錄音</translation>
    </message>
    <message>
        <source>Off, the sound is deleted as soon as it is captioned. Tell those whom you record.</source>
        <translation>關閉時，聲音在產生字幕後立即刪除。錄音前請告知對方。</translation>
    </message>
    <message>
        <source>Watched folder</source>
        <translation>監看的資料夾</translation>
    </message>
    <message>
        <source>None</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Choose the folder to watch</source>
        <translation>選擇要監看的資料夾</translation>
    </message>
    <message>
        <source>Watch none</source>
        <translation>不監看</translation>
    </message>
    <message>
        <source>Audio and video files that come into this folder become sessions by themselves.</source>
        <translation>放入此資料夾的音訊和視訊檔案會自動成為工作階段。</translation>
    </message>
    <message>
        <source>Folder to watch</source>
        <translation>要監看的資料夾</translation>
    </message>
    <message>
        <source>Folder for transcripts</source>
        <translation>文字記錄資料夾</translation>
    </message>
</context>
<context>
    <name>WindowSystem</name>
    <message>
        <source>Wayland does not let captions stay above other windows or remember their place. Install XWayland, or choose “always on top” in the window&apos;s menu.</source>
        <translation>Wayland 不允許字幕保持在其他視窗之上或記住位置。請安裝 XWayland，或在視窗選單中選擇「永遠在最上層」。</translation>
    </message>
    <message>
        <source>This system cannot hide captions from screen sharing.</source>
        <translation>此系統無法在螢幕分享中隱藏字幕。</translation>
    </message>
</context>
<context>
    <name>_DropHint</name>
    <message>
        <source>Drop audio or video files, or folders, to transcribe them</source>
        <translation>將音訊、視訊檔案或資料夾拖放到此處，即可轉寫</translation>
    </message>
</context>
</TS>
