"""Somebody's first minute, by mouse and keyboard alone: first run, sound, words, stop, a file.."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from desktop import Desktop
from hub_stand_in import hub_with
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from running_application import running_application
from sound_server import SPEAKER, SoundServer
from word_errors import word_error_rate

from captioner.core.settings import InterfaceSettings, RecognitionSettings, Settings
from captioner.speech.catalogue import entry_named
from captioner.transcript.formats.subrip import SubRip
from captioner.ui.first_run import FirstRun

_PATIENCE_MS = 40_000


def test_from_the_first_launch_to_a_transcript(
    qapp: QApplication,
    desktop: Desktop,
    sound_server: SoundServer,
    qtbot: QtBot,
    speech_dir: Path,
    manifest: dict[str, dict[str, object]],
    tiny_whisper: Path,
    home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The hub is a stand-in that gives the tiny model under whatever name is recommended for this machine."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")

    def beside(act: Callable[[], object]) -> None:
        hand = threading.Thread(target=act, name="hand")
        hand.start()
        qtbot.waitUntil(lambda: not hand.is_alive(), timeout=_PATIENCE_MS)

    def click(widget: QWidget) -> None:
        spot = widget.mapToGlobal(QPoint(min(widget.width() // 2, 40), widget.height() // 2))
        beside(lambda: desktop.click(spot.x(), spot.y()))

    with hub_with(tiny_whisper, "") as hub:
        settings = Settings(
            recognition=RecognitionSettings(mirror=hub.address),
            interface=InterfaceSettings(language="en", theme="light"),
        )
        with running_application(qapp, qtbot, settings) as application:
            window, overlay = application.window, application.overlay
            qtbot.waitUntil(lambda: _first_run(qapp) is not None, timeout=_PATIENCE_MS)
            first_run = _first_run(qapp)
            assert first_run is not None
            qtbot.waitUntil(lambda: bool(first_run.model.buttons), timeout=_PATIENCE_MS)

            meter = first_run.sound.system_meter
            qtbot.waitUntil(lambda: meter.words.text() == "Play something.", timeout=_PATIENCE_MS)
            proof = sound_server.play(speech_dir / "talk_00.flac", SPEAKER)
            qtbot.waitUntil(lambda: meter.bar.shown > 0.2, timeout=_PATIENCE_MS)
            assert meter.words.text() == "It is heard."
            desktop.screenshot(tmp_path / "1-sound.png")
            proof.kill()
            proof.wait()

            click(first_run.next)
            qtbot.waitUntil(lambda: first_run.stack.currentIndex() == 1)
            click(first_run.language.buttons["en"])
            qtbot.waitUntil(lambda: first_run.draft.settings.recognition.language == "en")
            desktop.screenshot(tmp_path / "2-language.png")

            click(first_run.next)
            qtbot.waitUntil(lambda: first_run.stack.currentIndex() == 2)
            model = first_run.model.chosen
            entry = entry_named(model)
            assert entry is not None
            hub.repository = entry.repository
            desktop.screenshot(tmp_path / "3-model.png")
            click(first_run.start)

            qtbot.waitUntil(lambda: window.engine.text() == f"Whisper {model} · CPU", timeout=_PATIENCE_MS)
            player = sound_server.play(speech_dir / "talk_01.flac", SPEAKER)
            qtbot.waitUntil(lambda: "agenda" in window.transcript.view.toPlainText(), timeout=_PATIENCE_MS)
            assert any("agenda" in row for row in overlay.visible_text())
            desktop.screenshot(tmp_path / "4-words.png")
            qtbot.waitUntil(lambda: player.poll() is not None, timeout=_PATIENCE_MS)
            qtbot.wait(500)
            beside(lambda: desktop.activate(window.windowTitle()))
            beside(lambda: desktop.xdotool("key", "ctrl+Return"))
            qtbot.waitUntil(lambda: window.actions_.start_stop.text() == "Start captions", timeout=_PATIENCE_MS)
            qtbot.waitUntil(lambda: any("is saved in" in one.text for one in window.notices.notices))
            desktop.screenshot(tmp_path / "5-saved.png")
    (srt,) = (home / "Captions").glob("*.srt")
    cues = SubRip().read(srt.read_text(encoding="utf-8"))
    text = " ".join(cue.text.replace("\n", " ").removeprefix("Others: ") for cue in cues)
    assert word_error_rate(str(manifest["talk_01.flac"]["text"]), text) <= 0.1


def _first_run(qapp: QApplication) -> FirstRun | None:
    return next((one for one in qapp.topLevelWidgets() if isinstance(one, FirstRun) and one.isVisible()), None)
