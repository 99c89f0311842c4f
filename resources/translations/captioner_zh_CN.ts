<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
