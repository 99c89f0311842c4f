<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
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
        <source>Open the folder</source>
        <translation>開啟資料夾</translation>
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
        <translation>顯示字幕浮動視窗</translation>
    </message>
    <message>
        <source>Lock the overlay</source>
        <translation>鎖定字幕浮動視窗</translation>
    </message>
    <message>
        <source>Clicks go through the captions to what lies below.</source>
        <translation>點擊會穿過字幕，作用於下方的視窗。</translation>
    </message>
    <message>
        <source>Freeze the text of the overlay</source>
        <translation>凍結浮動視窗中的文字</translation>
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
        <source>Finishing the last words …</source>
        <translation>正在完成最後幾句…</translation>
    </message>
    <message>
        <source>Listening. The first captions come when the engine is ready.</source>
        <translation>正在收聽。引擎就緒後出現第一批字幕。</translation>
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
        <translation>工作階段一律保存在資料庫中，之後也可以匯出。</translation>
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
        <source>Folder for transcripts</source>
        <translation>文字記錄資料夾</translation>
    </message>
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
</TS>
