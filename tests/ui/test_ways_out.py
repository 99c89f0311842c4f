"""The buttons on notices, clicked with a real mouse: each does what it says."""

from collections.abc import Iterator
from pathlib import Path

import ctranslate2
import pytest
from desktop import Desktop
from PySide6.QtCore import QObject, QPoint, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from running_application import running_application
from sound_server import SoundServer

from captioner.app.desktop import Desktop as Application
from captioner.app.ways_out import way_out
from captioner.core.caption import Notice, Remedy
from captioner.core.errors import EngineError, ModelUnavailableError
from captioner.core.settings import InterfaceSettings, RecognitionSettings, Settings, SoundSettings
from captioner.ui.overlay_notice import NoticeBubble
from captioner.ui.settings_dialog import SettingsDialog


class _Opened(QObject):
    """Takes the addresses of a scheme in place of the system."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.urls.append(url.toString())


@pytest.fixture
def opened() -> Iterator[_Opened]:
    opened = _Opened()
    QDesktopServices.setUrlHandler("ms-settings", opened, "take")  # type: ignore[arg-type]  # not bytes, whatever the stub says
    yield opened
    QDesktopServices.unsetUrlHandler("ms-settings")


@pytest.fixture
def settings(tiny_whisper: Path) -> Settings:
    return Settings(
        sound=SoundSettings(microphone=False),
        recognition=RecognitionSettings(model=str(tiny_whisper), language="en", device="cuda"),
        interface=InterfaceSettings(language="zh_CN", theme="light", welcomed=True),
    )


def _button(shower: QWidget, label: str) -> QPushButton | None:
    found = [one for one in shower.findChildren(QPushButton) if one.text() == label and one.isVisible()]
    return found[0] if found else None


def _click(shower: QWidget, label: str, desktop: Desktop, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: _button(shower, label) is not None, timeout=20_000)
    qtbot.wait(200)  # the window manager places the window
    button = _button(shower, label)
    assert button is not None
    spot = button.mapToGlobal(QPoint(button.width() // 2, button.height() // 2))
    desktop.click(spot.x(), spot.y())


def _bubble(application: Application) -> NoticeBubble:
    bubble = application.overlay.findChild(NoticeBubble)
    assert isinstance(bubble, NoticeBubble)
    return bubble


def test_whisper_goes_to_the_cpu_for_good_without_a_new_session(
    qapp: QApplication, desktop: Desktop, sound_server: SoundServer, qtbot: QtBot, settings: Settings
) -> None:
    """Where the GPU is really missing, the engine takes the CPU, and the button makes that what is wanted."""
    if ctranslate2.get_cuda_device_count():
        pytest.skip("this machine has an NVIDIA GPU")
    with running_application(qapp, qtbot, settings) as application:
        session = application.session
        assert session is not None
        application.window.actions_.start_stop.trigger()
        _click(application.window, "使用 CPU", desktop, qtbot)
        assert application.settings_owner is not None
        owner = application.settings_owner
        qtbot.waitUntil(lambda: owner.settings.recognition.device == "cpu")
        qtbot.waitUntil(lambda: session.state.engine is not None and session.state.phase == "listening", timeout=20_000)
        qtbot.wait(300)
        assert session.state.phase == "listening"
        assert application.window.notices.notices == []
        session.stop()
        qtbot.waitUntil(lambda: application.windows.state.phase == "idle", timeout=20_000)


def test_a_session_that_the_gpu_ended_begins_again_on_the_cpu(
    qapp: QApplication,
    desktop: Desktop,
    sound_server: SoundServer,
    qtbot: QtBot,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object, **__: object) -> None:
        """Stands in for a GPU whose memory another program takes: this machine has none."""
        raise EngineError("The GPU has too little free memory for this model.", remedy="cpu")

    with running_application(qapp, qtbot, settings) as application, monkeypatch.context() as patched:
        patched.setattr("captioner.speech.engine_process.whisper_process", full)
        application.window.actions_.start_stop.trigger()
        qtbot.waitUntil(lambda: application.windows.state.failure is not None, timeout=20_000)
        patched.undo()
        bubble = _bubble(application)
        qtbot.waitUntil(bubble.isVisible)
        assert "显存不足" in bubble.accessibleName()
        _click(bubble, "使用 CPU", desktop, qtbot)
        qtbot.waitUntil(lambda: application.windows.state.phase == "listening", timeout=20_000)
        qtbot.waitUntil(lambda: application.windows.state.engine is not None, timeout=20_000)
        assert application.window.engine.text() == "Whisper tiny-whisper · CPU"
        assert application.session is not None
        application.session.stop()
        qtbot.waitUntil(lambda: application.windows.state.phase == "idle", timeout=20_000)


def test_a_model_that_could_not_be_had_is_downloaded_by_the_button(
    qapp: QApplication,
    desktop: Desktop,
    sound_server: SoundServer,
    qtbot: QtBot,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def fetch(entry: object, *_: object, **__: object) -> None:
        """Stands in for the hub, which these tests cannot reach."""
        asked.append(getattr(entry, "name", ""))
        raise ModelUnavailableError("huggingface.co cannot be reached for a model.")

    monkeypatch.setattr("captioner.speech.model_download.download", fetch)
    wanted = Settings(
        sound=settings.sound, recognition=RecognitionSettings(engine="whisper"), interface=settings.interface
    )
    with running_application(qapp, qtbot, wanted) as application:
        application.window.actions_.start_stop.trigger()
        _click(application.window, "下载模型", desktop, qtbot)
        qtbot.waitUntil(lambda: len(asked) == 2)  # by the session, then by the button
        assert asked == ["base", "base"]
        dialog = next(one for one in qapp.topLevelWidgets() if isinstance(one, SettingsDialog))
        qtbot.waitUntil(dialog.isVisible)
        qtbot.waitUntil(lambda: application.windows.state.phase == "idle")
        dialog.close()


def test_the_page_with_the_permission_is_opened(
    qapp: QApplication, desktop: Desktop, qtbot: QtBot, opened: _Opened, settings: Settings
) -> None:
    notice = Notice("warning", "No signal.", track="mic", remedy="permission")
    shown: list[Remedy] = []
    with running_application(qapp, qtbot, settings) as application:
        way = way_out(notice, shown.append, {}, "ms-settings:privacy-microphone")
        application.windows.show_notice(notice, way)
        _click(application.window, "打开隐私设置", desktop, qtbot)
        qtbot.waitUntil(lambda: opened.urls == ["ms-settings:privacy-microphone"])
        elsewhere = way_out(notice, shown.append, {}, "")
        assert elsewhere is not None
        application.windows.show_notice(notice, elsewhere)
        _click(application.window, "选择其他设备", desktop, qtbot)
        qtbot.waitUntil(lambda: shown == ["sound"])
