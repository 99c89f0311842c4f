"""Pictures of the overlay over another window, to be looked at: python tests/ui/gallery.py FOLDER [SCALE]

Run with the checkout on PYTHONPATH. Each picture is NAME-SCALE.png; NAME-SCALE.txt holds the overlay's
rectangle in device pixels: left, top, width, height.
"""

import os
import sys
from pathlib import Path

from captions import caption
from desktop import Desktop, running_desktop

from captioner.core.caption import Caption, Notice
from captioner.core.settings import OverlaySettings
from captioner.core.sound import Track

_TRACKS = [Track("mic", "You"), Track("system", "Others")]
_TALK = (
    caption(1, "Could we move the release to Thursday?", track="mic", final=True),
    caption(2, "Thursday works. Maria and David will have", " the numbers by", track="system", start_s=6),
)
_SCRIPTS = (
    caption(1, "Yes, we can. 😀👍🏽 Please go on.", final=True),
    caption(2, "我们昨天讨论了这个问题，骨直角令。", track="mic", language="zh", final=True, start_s=6),
    caption(3, "我們昨天討論了這個問題，骨直角令。", language="zh", final=True, start_s=9),
    caption(4, "昨日この問題を話し合いました。骨直角令。", track="mic", language="ja", final=True, start_s=12),
    caption(5, "كان الخادم معطلا لمدة ثلاث ساعات أمس،", " ولم نعرف السبب", language="ar", start_s=15),
    caption(6, "한국어 자막도 보입니다.", track="mic", language="ko", final=True, start_s=18),
)
_CASES: dict[str, tuple[OverlaySettings, tuple[Caption, ...]]] = {
    "talk": (OverlaySettings(), _TALK),
    "scripts": (OverlaySettings(lines=8), _SCRIPTS),
    "largest": (OverlaySettings(size=200, lines=3), _TALK),
    "smallest": (OverlaySettings(size=50, lines=1), _TALK),
    "outlined": (OverlaySettings(window_opacity=0, edge="uniform", size=120), _TALK),
}


def main(folder: Path, scale: str) -> None:
    """Make all pictures."""
    os.environ["QT_SCALE_FACTOR"] = scale
    factor = float(scale)
    with running_desktop(round(1280 * factor), round(800 * factor)) as desktop:
        os.environ.update(DISPLAY=desktop.display, QT_QPA_PLATFORM="xcb")
        from PySide6.QtWidgets import QApplication

        application = QApplication(["gallery"])
        for ground, colour in (("light", "#f6f6f8"), ("dark", "#1e1f22")):
            with desktop.other_window("Quarterly figures", colour=colour, full_screen=True):
                for name, (settings, captions) in _CASES.items():
                    _picture(desktop, settings, captions, folder / f"{name}-{ground}-{scale}", factor)
        application.shutdown()


def _picture(
    desktop: Desktop, settings: OverlaySettings, captions: tuple[Caption, ...], path: Path, scale: float
) -> None:
    from PySide6.QtTest import QTest

    from captioner.ui.overlay import Overlay

    overlay = Overlay(settings)
    overlay.set_tracks(_TRACKS)
    overlay.set_shown(True)
    for one in captions:
        overlay.show_caption(one)
    QTest.qWait(500)
    box = overlay.geometry()
    if "talk" in path.name:
        desktop.xdotool("mousemove", *(round(value * scale) for value in (box.left() + 300, box.bottom() - 30)))
        overlay.show_notice(Notice("warning", "No sound comes from “Built-in Microphone”.", "It may be muted."))
        QTest.qWait(500)
    desktop.screenshot(path.with_name(f"{path.name}.png"))
    parts = (box.left(), box.top(), box.width(), box.height())
    path.with_name(f"{path.name}.txt").write_text(" ".join(str(round(part * scale)) for part in parts))
    desktop.away()
    overlay.set_shown(False)
    overlay.deleteLater()
    QTest.qWait(50)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "1")
