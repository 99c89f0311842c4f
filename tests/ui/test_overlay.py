"""The overlay as a real window under a real window manager and compositor."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from captions import caption
from desktop import Desktop
from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QGuiApplication, QImage, QPaintEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from captioner.core.caption import Notice
from captioner.core.settings import OverlaySettings
from captioner.core.sound import Track
from captioner.ui.overlay import Overlay
from captioner.ui.overlay_notice import NoticeBubble, WayOut

_TITLE = "Figures"


@contextmanager
def shown(settings: OverlaySettings, qtbot: QtBot) -> Iterator[Overlay]:
    overlay = Overlay(settings)
    try:
        overlay.set_shown(True)
        qtbot.waitExposed(overlay).__enter__()
        qtbot.wait(400)  # it insists on its place once, then stands
        yield overlay
    finally:
        overlay.set_shown(False)
        overlay.deleteLater()
        qtbot.wait(20)


@pytest.fixture
def overlay(desktop: Desktop, qtbot: QtBot) -> Iterator[Overlay]:
    with shown(OverlaySettings(), qtbot) as one:
        yield one


def middle(rect: QRect) -> tuple[int, int]:
    return rect.center().x(), rect.center().y()


def kept(overlay: Overlay) -> list[OverlaySettings]:
    states: list[OverlaySettings] = []
    overlay.settings_changed.connect(states.append)
    return states


def test_it_stays_above_a_window_that_is_activated_and_leaves_it_the_focus(
    overlay: Overlay, desktop: Desktop, qtbot: QtBot
) -> None:
    with desktop.other_window(_TITLE):
        desktop.activate(_TITLE)
        qtbot.waitUntil(lambda: desktop.focused() == _TITLE)
        overlay.show_caption(caption(1, "Words appear"))
        desktop.click(*middle(overlay.geometry()))
        qtbot.wait(200)
        assert desktop.focused() == _TITLE
        order = desktop.windows_from_bottom()
        assert order.index("Captions") > order.index(_TITLE)


def test_it_stays_above_a_full_screen_window(overlay: Overlay, desktop: Desktop, qtbot: QtBot, tmp_path: Path) -> None:
    with desktop.other_window(_TITLE, full_screen=True, colour="#20c020"):
        desktop.activate(_TITLE)
        qtbot.wait(300)
        shot = QImage(str(desktop.screenshot(tmp_path / "full-screen.png")))
        assert shot.pixelColor(overlay.geometry().center()).lightness() < 80
        assert shot.pixelColor(QPoint(5, 5)).green() > 150


def test_clicks_go_through_when_locked_and_not_when_unlocked(overlay: Overlay, desktop: Desktop, qtbot: QtBot) -> None:
    with desktop.other_window(_TITLE, full_screen=True) as other:
        spot = middle(overlay.geometry())
        desktop.click(*spot)
        qtbot.wait(200)
        assert other.clicks == 0
        overlay.set_locked(True)
        qtbot.wait(100)
        desktop.click(*spot)
        qtbot.waitUntil(lambda: other.clicks == 1)
        overlay.set_locked(False)
        qtbot.wait(100)
        desktop.click(*spot)
        qtbot.wait(200)
        assert other.clicks == 1


def test_it_is_locked_again_when_it_comes_back(desktop: Desktop, qtbot: QtBot) -> None:
    with (
        desktop.other_window(_TITLE, full_screen=True) as other,
        shown(OverlaySettings(locked=True), qtbot) as overlay,
    ):
        for clicks in (1, 2):
            desktop.click(*middle(overlay.geometry()))
            qtbot.waitUntil(lambda expected=clicks: other.clicks == expected)  # type: ignore[misc]
            overlay.set_shown(False)
            overlay.set_shown(True)
            qtbot.wait(300)


def test_dragged_it_follows_and_its_place_is_kept_over_a_restart(desktop: Desktop, qtbot: QtBot) -> None:
    with shown(OverlaySettings(), qtbot) as overlay:
        states = kept(overlay)
        before = overlay.geometry()
        start = middle(before)
        desktop.drag(start, (start[0] - 60, start[1] - 300))
        qtbot.waitUntil(lambda: bool(states))
        moved = overlay.geometry()
        assert moved.topLeft() == before.topLeft() + QPoint(-60, -300)
        assert moved.size() == before.size()
        settings = states[-1]
    with shown(settings, qtbot) as again:
        assert again.geometry() == moved


def test_a_click_is_no_drag(overlay: Overlay, desktop: Desktop, qtbot: QtBot) -> None:
    states = kept(overlay)
    before = overlay.geometry()
    start = middle(before)
    desktop.drag(start, (start[0] + 3, start[1] + 2), steps=2)
    qtbot.wait(100)
    assert overlay.geometry() == before
    assert not states


@pytest.mark.parametrize(("target", "dock"), [(20, "top"), (790, "bottom")])
def test_it_docks_at_top_and_bottom(overlay: Overlay, desktop: Desktop, qtbot: QtBot, target: int, dock: str) -> None:
    states = kept(overlay)
    x, y = middle(overlay.geometry())
    desktop.drag((x, y), (x, y - 250))
    qtbot.waitUntil(lambda: bool(states))
    assert states[-1].places[0].dock == "none"
    desktop.drag((x, y - 250), (x, target))
    qtbot.waitUntil(lambda: states[-1].places[0].dock == dock)
    edge = overlay.geometry().top() if dock == "top" else desktop.height - overlay.geometry().bottom() - 1
    assert edge == 16


def test_edges_resize_width_and_number_of_lines(overlay: Overlay, desktop: Desktop, qtbot: QtBot) -> None:
    states = kept(overlay)
    before = overlay.geometry()
    y = before.center().y()
    desktop.drag((before.right() - 2, y), (before.right() - 302, y))
    qtbot.waitUntil(lambda: overlay.width() == before.width() - 300)
    assert overlay.geometry().topLeft() == before.topLeft()
    now = overlay.geometry()
    row = (before.height() - 16) // 2
    desktop.drag((now.center().x(), now.top() + 2), (now.center().x(), now.top() + 2 - 2 * row))
    qtbot.waitUntil(lambda: states[-1].lines == 4)
    assert overlay.height() == before.height() + 2 * row
    assert overlay.geometry().bottom() == now.bottom()


def test_it_stays_on_the_screen_whatever_the_settings_say(desktop: Desktop, qtbot: QtBot) -> None:
    with shown(OverlaySettings(), qtbot) as overlay:
        states = kept(overlay)
        overlay.dropped()
        place = states[-1].places[0]
    far = type(place)(screen=place.screen, left=5000, top=-4000, width=50_000)
    with shown(OverlaySettings(places=(far,)), qtbot) as overlay:
        assert QRect(0, 0, desktop.width, desktop.height).contains(overlay.geometry())


def test_controls_appear_under_the_mouse_and_work(overlay: Overlay, desktop: Desktop, qtbot: QtBot) -> None:
    states = kept(overlay)
    overlay.show_caption(caption(1, "Words"))
    larger = button(overlay, "Larger text")
    assert not larger.isVisible()
    desktop.xdotool("mousemove", *middle(overlay.geometry()))
    qtbot.waitUntil(larger.isVisible)
    qtbot.wait(250)
    desktop.click(*middle(QRect(larger.mapToGlobal(QPoint(0, 0)), larger.size())))
    qtbot.waitUntil(lambda: bool(states) and states[-1].size == 110)
    with qtbot.waitSignal(overlay.pause_clicked):
        pause = button(overlay, "Pause")
        desktop.click(*middle(QRect(pause.mapToGlobal(QPoint(0, 0)), pause.size())))
    overlay.set_paused(True)
    assert button(overlay, "Resume") is pause
    desktop.away()
    qtbot.waitUntil(lambda: not larger.isVisible())


def button(overlay: QWidget, name: str) -> QWidget:
    (found,) = [one for one in overlay.findChildren(QWidget) if one.accessibleName() == name]
    return found


def test_the_wheel_scrolls_back_and_text_can_be_selected_and_copied(
    overlay: Overlay, desktop: Desktop, qtbot: QtBot
) -> None:
    for number in range(6):
        overlay.show_caption(caption(number, f"Sentence number {number}.", final=True, start_s=10 * number))
    qtbot.wait(300)
    frozen: list[bool] = []
    overlay.frozen_changed.connect(frozen.append)
    x, y = middle(overlay.geometry())
    desktop.xdotool("mousemove", x, y, "click", "4", "click", "4")
    qtbot.waitUntil(lambda: overlay.visible_text() == ["Sentence number 2.", "Sentence number 3."])
    assert frozen == [True]
    overlay.show_caption(caption(7, "Newer words.", start_s=90))
    assert overlay.visible_text() == ["Sentence number 2.", "Sentence number 3."]
    box = overlay.geometry()
    left, row = box.left() + 26, (box.height() - 16) // 2
    desktop.drag((left, box.top() + 8 + row // 2), (box.right() - 40, box.top() + 8 + row + row // 2))
    copy = button(overlay, "Copy the selected text")
    qtbot.waitUntil(copy.isVisible)
    desktop.click(*middle(QRect(copy.mapToGlobal(QPoint(0, 0)), copy.size())))
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "Sentence number 2.\nSentence number 3.")
    assert overlay.geometry() == box  # selecting is no dragging
    desktop.xdotool("mousemove", x, y, *["click", "5"] * 4)
    qtbot.waitUntil(lambda: overlay.visible_text()[-1] == "Newer words.")
    assert frozen == [True, False]


def test_it_fades_after_a_silence_and_comes_back_with_words(desktop: Desktop, qtbot: QtBot) -> None:
    with shown(OverlaySettings(fade_after_s=1), qtbot) as overlay:
        overlay.show_caption(caption(1, "Words", final=True))
        qtbot.waitUntil(lambda: not overlay.isVisible())
        overlay.show_caption(caption(2, "More", start_s=60))
        assert overlay.isVisible()
        assert overlay.visible_text() == ["More"]
        assert overlay.windowOpacity() == 1.0


def test_a_hidden_overlay_stays_hidden_while_captions_come(overlay: Overlay, qtbot: QtBot) -> None:
    overlay.set_shown(False)
    overlay.show_caption(caption(1, "Words"))
    assert not overlay.isVisible()


def test_a_screen_reader_finds_each_line_and_only_what_stands(overlay: Overlay, qtbot: QtBot) -> None:
    overlay.show_caption(caption(1, "The first sentence.", final=True))
    overlay.show_caption(caption(2, "The second", " may chan", start_s=60))
    qtbot.wait(300)
    lines = [
        node.text(QAccessible.Text.Name)
        for node in nodes(QAccessible.queryAccessibleInterface(overlay))
        if node.role() == QAccessible.Role.StaticText and not node.state().invisible
    ]
    assert lines == ["The first sentence.", "The second"]


def nodes(top: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for index in range(top.childCount()):
        child = top.child(index)
        if child is not None:
            yield child
            yield from nodes(child)


def test_every_control_says_what_it_does(overlay: Overlay) -> None:
    buttons = [
        node for node in nodes(QAccessible.queryAccessibleInterface(overlay)) if node.role() == QAccessible.Role.Button
    ]
    assert len(buttons) == 7
    assert all(node.text(QAccessible.Text.Name) for node in buttons)


class PaintCounter(QObject):
    """Counts paint events of all widgets, and how far left of them anything was painted."""

    paints = 0
    leftmost = 100_000

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QPaintEvent):
            self.paints += 1
            self.leftmost = min(self.leftmost, event.rect().left())
        return False


def test_nothing_is_painted_while_nothing_happens(overlay: Overlay, qapp: QApplication, qtbot: QtBot) -> None:
    overlay.show_caption(caption(1, "Words stand", " and may change"))
    qtbot.wait(600)
    counter = PaintCounter()
    qapp.installEventFilter(counter)
    qtbot.wait(1200)
    assert counter.paints == 0
    overlay.show_caption(caption(1, "Words stand", " still", revision=1))
    qtbot.wait(200)
    qapp.removeEventFilter(counter)
    assert 0 < counter.paints <= 4  # the row, what is behind it
    assert counter.leftmost > 100  # what stands is not painted again


def test_notices_stand_beside_the_captions_and_can_be_acted_on(
    overlay: Overlay, desktop: Desktop, qtbot: QtBot
) -> None:
    overlay.show_caption(caption(1, "Words"))
    overlay.set_locked(True)
    done: list[bool] = []
    notice = Notice("error", "The microphone is gone.", "Plug it in again.")
    overlay.show_notice(notice, WayOut(lambda: "Choose another", lambda: done.append(True)))
    overlay.show_notice(notice)
    bubble = overlay.findChild(NoticeBubble)
    assert isinstance(bubble, NoticeBubble)
    qtbot.waitUntil(bubble.isVisible)
    qtbot.wait(200)
    assert overlay.visible_text() == ["Words"]
    assert not bubble.geometry().intersects(overlay.geometry())
    way_out = bubble.findChildren(QWidget, "way out")[0]
    desktop.click(*middle(QRect(way_out.mapToGlobal(QPoint(0, 0)), way_out.size())))
    qtbot.waitUntil(lambda: done == [True])
    assert not bubble.isVisible()


def test_two_speakers_are_told_apart_by_name_and_colour(
    overlay: Overlay, desktop: Desktop, qtbot: QtBot, tmp_path: Path
) -> None:
    overlay.set_tracks([Track("mic", "You"), Track("system", "Others")])
    overlay.show_caption(caption(1, "Hello there", track="mic"))
    overlay.show_caption(caption(1, "Good morning", track="system"))
    qtbot.wait(400)
    assert overlay.visible_text() == ["You: Hello there", "Others: Good morning"]
    shot = QImage(str(desktop.screenshot(tmp_path / "speakers.png")))
    box = overlay.geometry()
    assert brightest(shot, QRect(box.left(), box.top(), box.width(), box.height() // 2)) == QColor("white")
    assert brightest(shot, QRect(box.left(), box.center().y() + 4, box.width(), box.height() // 2 - 4)) == QColor(
        "yellow"
    )


def brightest(shot: QImage, rect: QRect) -> QColor:
    pixels = (shot.pixelColor(x, y) for x in range(rect.left(), rect.right()) for y in range(rect.top(), rect.bottom()))
    return max(pixels, key=lambda colour: colour.red() + colour.green() + colour.blue())


def test_the_menu_does_what_the_buttons_do(overlay: Overlay, desktop: Desktop, qtbot: QtBot) -> None:
    overlay.show_caption(caption(1, "Words"))
    x, y = middle(overlay.geometry())
    desktop.xdotool("mousemove", x, y, "click", "3")
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (action,) = [one for one in menu.actions() if one.text() == "Freeze"]
    desktop.click(
        *middle(QRect(menu.mapToGlobal(menu.actionGeometry(action).topLeft()), menu.actionGeometry(action).size()))
    )
    qtbot.waitUntil(lambda: overlay.frozen)
    assert overlay.isVisible()


def test_when_its_monitor_goes_away_it_is_on_another_and_when_it_is_back_there_again(
    desktop: Desktop, qtbot: QtBot
) -> None:
    half = desktop.width // 2
    with desktop.two_monitors():
        qtbot.waitUntil(lambda: len(QGuiApplication.screens()) == 2)
        with shown(OverlaySettings(), qtbot) as overlay:
            x, y = middle(overlay.geometry())
            target = half + half // 2 if x < half else half // 2
            desktop.drag((x, y), (target, 300))
            qtbot.waitUntil(lambda: bool(overlay.settings.places))
            there = overlay.geometry()
            desktop.one_monitor()
            qtbot.waitUntil(lambda: len(QGuiApplication.screens()) == 1)
            qtbot.waitUntil(lambda: overlay.geometry() != there)
            assert QRect(0, 0, desktop.width, desktop.height).contains(overlay.geometry())
            desktop.split_monitors()
            qtbot.waitUntil(lambda: overlay.geometry() == there)


def test_shown_again_it_comes_back_though_it_had_faded(desktop: Desktop, qtbot: QtBot) -> None:
    with shown(OverlaySettings(fade_after_s=1), qtbot) as overlay:
        qtbot.waitUntil(lambda: not overlay.isVisible())
        overlay.set_shown(True)
        assert overlay.isVisible()
