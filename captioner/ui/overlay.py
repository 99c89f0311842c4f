"""The overlay: captions that float above every other window and never take the focus.

It shows what ``CaptionRows`` holds, moves and resizes under the mouse, lets clicks through while it is locked, fades
after a silence, and keeps its place on each screen. What the user changes on it comes out as ``settings_changed``.
"""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QContextMenuEvent,
    QEnterEvent,
    QGuiApplication,
    QHideEvent,
    QMouseEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QLabel, QWidget

from captioner.core.caption import Caption, Notice
from captioner.core.settings import OverlaySettings
from captioner.core.sound import Track
from captioner.ui.caption_style import style_of
from captioner.ui.overlay_controls import ControlBar
from captioner.ui.overlay_lines import CaptionRows
from captioner.ui.overlay_menu import overlay_menu
from captioner.ui.overlay_mouse import Grip, OverlayMouse
from captioner.ui.overlay_notice import NoticeBubble, WayOut
from captioner.ui.overlay_screens import ScreenSpot
from captioner.ui.overlay_silence import SilenceFade
from captioner.ui.overlay_window_system import hide_from_sharing, let_clicks_through, moves_by_hand, window_flags

_PAD = 8
_RADIUS = 10
_SETTLE_MS = 250
"""Until then some window managers let Qt believe that a new window is at (0, 0)."""
_LINGER_MS = 500
"""The controls stay so long when the mouse has gone."""
_SIZE_STEP = 10
_MIN_SIZE, _MAX_SIZE = 50, 200
_MAX_LINES = 8


class Overlay(QWidget):
    """``preferred_han`` decides on the forms of Han characters where the text does not tell ("zh-Hans", "zh-Hant").

    The session's side calls ``show_caption``, ``show_notice``, ``set_tracks``, ``set_paused`` and ``set_status``; the
    settings' side ``apply``; hotkeys and tray ``set_shown``, ``set_locked`` and ``set_frozen``.
    """

    settings_changed = Signal(OverlaySettings)
    pause_clicked = Signal()
    shown_changed = Signal(bool)
    locked_changed = Signal(bool)
    frozen_changed = Signal(bool)

    def __init__(self, settings: OverlaySettings, preferred_han: str = "zh-Hans") -> None:
        super().__init__(None, window_flags())
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_AlwaysShowToolTips)
        self.setMouseTracking(True)
        self._settings = settings
        self._style = style_of(settings)
        self._names: dict[str, str] = {}
        self._wanted = False
        self._rows = CaptionRows(self._style, settings.lines, preferred_han)
        self._rows.setParent(self)
        self._rows.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._rows.following_changed.connect(self._show_following)
        self._status = QLabel(self)
        self._status.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._status.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._controls = ControlBar(self)
        self._notices = NoticeBubble(self)
        self._connect_controls()
        self._mouse = OverlayMouse(self, self._rows, self)
        self._spot = ScreenSpot(settings.places, self._height(), self)
        self._spot.moved.connect(self._go)
        self._settle = self._timer(_SETTLE_MS)
        self._settle.timeout.connect(self._settle_down)
        self._settled = False
        self._linger = self._timer(_LINGER_MS)
        self._linger.timeout.connect(lambda: self._controls.fade(False))
        self._silence = SilenceFade(self, self._looked_at)
        self._silence.faded.connect(self._rows.clear)
        self._name()
        self._restyle()
        self._set_fading()
        self._go()

    # What the session tells

    def show_caption(self, caption: Caption) -> None:
        """Take one state of an utterance."""
        if not self._rows.show_caption(caption):
            return
        if not self._status.isHidden():
            self._status.hide()
        self._silence.wake()
        if self._wanted and not self.isVisible():  # it had faded out
            self.show()

    def show_notice(self, notice: Notice, way_out: WayOut | None = None) -> None:
        """Tell something about the program, beside the captions."""
        self._notices.stay_beside(self._spot.rect, self._spot.area)
        self._notices.tell(notice, way_out)

    def set_tracks(self, tracks: Sequence[Track]) -> None:
        """The speakers, in order of their colours; with one only, no name is shown."""
        self._names = {track.id: track.label for track in tracks}
        self._tell_names()

    def set_paused(self, paused: bool) -> None:
        """Whether the session is paused."""
        self._controls.show_paused(paused)

    def set_status(self, text: str) -> None:
        """What to read while there are no captions yet, such as "Listening …"."""
        self._status.setText(text)
        self._status.setVisible(bool(text) and not self._rows.visible_text())

    # What the user wants

    @property
    def settings(self) -> OverlaySettings:
        """The settings with what the user changed here."""
        return self._settings

    def apply(self, settings: OverlaySettings) -> None:
        """Take settings that were changed elsewhere, at once."""
        before, self._settings = self._settings, settings
        if settings == before:
            return
        if (style_of(settings), settings.lines) != (self._style, before.lines):
            self._restyle()
        self._set_fading()
        self._tell_names()
        self._spot.set_height(self._height())
        if settings.places != before.places:
            self._spot.put(settings.places)
        self._go()
        if settings.locked != before.locked:
            self._lock()
            self.locked_changed.emit(settings.locked)
        if settings.hide_from_sharing != before.hide_from_sharing:
            hide_from_sharing(self.windowHandle(), settings.hide_from_sharing)

    def set_shown(self, shown: bool) -> None:
        """Show or hide the captions."""
        self._silence.wake()
        self.setVisible(shown)  # it may have faded out, though it was shown
        if shown != self._wanted:
            self._wanted = shown
            self.shown_changed.emit(shown)

    def set_locked(self, locked: bool) -> None:
        """Let clicks through, or not. Hotkey and tray are the ways out."""
        if locked != self._settings.locked:
            self._change(locked=locked)
            self._lock()
            self.locked_changed.emit(locked)

    def set_frozen(self, frozen: bool) -> None:
        """Hold the text still, or follow the newest."""
        self._rows.freeze(frozen)

    def scroll_back(self, rows: int) -> None:
        """Go back by so many rows, forward by negative ones; at the newest it follows again."""
        self._rows.scroll_back(rows)

    @property
    def frozen(self) -> bool:
        """Whether the text is held, or scrolled back."""
        return not self._rows.following

    def visible_text(self) -> list[str]:
        """The rows that are shown, from the top, without those that are empty."""
        return self._rows.visible_text()

    def select_all(self) -> None:
        """Select all text that can be scrolled to."""
        self._rows.select_all()
        self.selection_changed()

    def copy(self) -> None:
        """Copy the selected text, or all of it."""
        if not self._rows.selected_text:
            self._rows.select_all()
        QGuiApplication.clipboard().setText(self._rows.selected_text)

    # What the mouse does

    def change_size(self, steps: int) -> None:
        """Larger or smaller text."""
        self._change(size=min(max(self._settings.size + steps * _SIZE_STEP, _MIN_SIZE), _MAX_SIZE))
        self._restyle()
        self._spot.set_height(self._height())
        self._go()

    def drag_to(self, rect: QRect, cursor: QPoint) -> None:
        """Move there; near an edge of the cursor's screen it docks."""
        self._spot.drag(rect, cursor)
        self._go()

    def resize_to(self, rect: QRect, grip: Grip) -> None:
        """Take the width of the rectangle, and as many rows as its height holds."""
        rows = min(max(round((rect.height() - 2 * _PAD) / self._rows.row_height), 1), _MAX_LINES)
        if rows != self._settings.lines:
            self._change(lines=rows)
            self._rows.restyle(self._style, rows)
        rect.setTop(rect.bottom() + 1 - self._height() if grip.top else rect.top())
        rect.setHeight(self._height())
        self._spot.stretch(rect)
        self._go()

    def dropped(self) -> None:
        """The mouse is done: remember the place."""
        self._change(places=self._spot.drop(self.geometry()))
        self._go()

    def selection_changed(self) -> None:
        """Offer to copy, or no longer."""
        self._controls.show_selection(bool(self._rows.selected_text))
        self._place_controls()

    # Qt's events

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The window's ground; a trace of it where there is none, so that the mouse finds the overlay."""
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        ground = self._style.window if self._style.window.alpha() else QColor(0, 0, 0, 2)
        inner = self.rect().adjusted(_RADIUS, _RADIUS, -_RADIUS, -_RADIUS)
        if inner.contains(event.rect()):
            painter.fillRect(event.rect(), ground)
        else:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        painter.end()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """What must be asked again of each new native window, once it is there."""
        super().showEvent(event)
        self._settled = False
        self._settle.start()
        self._lock()
        hide_from_sharing(self.windowHandle(), self._settings.hide_from_sharing)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Nothing to settle any more."""
        super().hideEvent(event)
        self._settle.stop()
        self._controls.fade(False)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Closing by the window system hides, as the button does."""
        event.ignore()
        self.set_shown(False)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Rows and controls take their places."""
        super().resizeEvent(event)
        self._rows.setGeometry(0, _PAD, self.width(), self.height() - 2 * _PAD)
        self._status.setGeometry(self.rect())
        self._place_controls()
        self._notices.stay_beside(self.geometry(), self._spot.area)

    def moveEvent(self, event: QMoveEvent) -> None:  # noqa: N802
        """Notices go along; a place that the window system gave is kept."""
        super().moveEvent(event)
        self._notices.stay_beside(self.geometry(), self._spot.area)
        if self._settled and not moves_by_hand():
            self._settle.start()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """Controls come."""
        self._linger.stop()
        self._controls.fade(True)
        self._silence.wake()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Controls go, in a while."""
        self._linger.start()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """See ``OverlayMouse``."""
        self._mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """See ``OverlayMouse``."""
        self._mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """See ``OverlayMouse``."""
        self._mouse.release(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Back and forth in the text."""
        self._mouse.wheel(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """What the buttons do, in words."""
        overlay_menu(self, self).popup(event.globalPos())

    # Within

    def _name(self) -> None:
        self.setWindowTitle(self.tr("Captions"))
        self._rows.setAccessibleName(self.tr("Captions"))

    def _connect_controls(self) -> None:
        controls = self._controls
        controls.pause_clicked.connect(self.pause_clicked)
        controls.lock_clicked.connect(lambda: self.set_locked(True))
        controls.freeze_clicked.connect(lambda: self.set_frozen(not self.frozen))
        controls.copy_clicked.connect(self.copy)
        controls.smaller_clicked.connect(lambda: self.change_size(-1))
        controls.larger_clicked.connect(lambda: self.change_size(1))
        controls.close_clicked.connect(lambda: self.set_shown(False))

    def _timer(self, interval_ms: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        return timer

    def _height(self) -> int:
        return self._settings.lines * self._rows.row_height + 2 * _PAD

    def _change(self, **changes: object) -> None:
        self._settings = msgspec.structs.replace(self._settings, **changes)
        self.settings_changed.emit(self._settings)

    def _restyle(self) -> None:
        self._style = style_of(self._settings)
        self._rows.restyle(self._style, self._settings.lines)
        ink = self._style.tentatives[0]
        self._status.setStyleSheet(f"color: {ink.name()}; font-size: {self._style.points * 0.7:.1f}pt")
        self.update()

    def _set_fading(self) -> None:
        self._silence.set_seconds(self._settings.fade_after_s)
        self._silence.wake()

    def _tell_names(self) -> None:
        several = len(self._names) > 1
        self._rows.set_names(self._names, shown=several and self._settings.show_names)

    def _go(self) -> None:
        self.setGeometry(self._spot.rect)

    def _settle_down(self) -> None:
        """Insist on the place once after showing; later, keep the one that the window system gave."""
        if not self._settled:
            self._settled = True
            self._go()
        elif self.geometry() != self._spot.rect:
            rows = round((self.height() - 2 * _PAD) / self._rows.row_height)
            if rows != self._settings.lines:
                self.resize_to(self.geometry(), Grip())
            self.dropped()

    def _lock(self) -> None:
        let_clicks_through(self.windowHandle(), self._settings.locked)
        if self._settings.locked:
            self._controls.fade(False)

    def _looked_at(self) -> bool:
        return self.frozen or self.underMouse()

    def _show_following(self, following: bool) -> None:
        self._controls.show_following(following)
        self.selection_changed()
        self.frozen_changed.emit(not following)

    def _place_controls(self) -> None:
        self._controls.adjustSize()
        self._controls.move(self.width() - self._controls.width() - _PAD, _PAD // 2)
