"""Which engine runs where the Whisper model cannot be had."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from captioner.app.engine import load_engine
from captioner.app.folders import folders
from captioner.core.caption import Notice
from captioner.core.errors import EngineError, ModelError, ModelUnavailableError, OutputError
from captioner.core.protocols import Recognizer
from captioner.core.session import EngineLoading
from captioner.core.settings import RecognitionSettings

NOWHERE = "http://127.0.0.1:9"


@dataclass
class Loading:
    """Loads engines, and keeps what the user was told."""

    notices: list[Notice] = field(default_factory=list)
    progress: list[EngineLoading | None] = field(default_factory=list)

    def __call__(self, recognition: RecognitionSettings) -> Recognizer:
        return load_engine(recognition, folders(), tell=self.notices.append, progress=self.progress.append)


@pytest.fixture
def refusing_server() -> Iterator[str]:
    """The address of a proxy that lets nobody through."""

    class Refuses(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_error(403)

        def log_message(self, *_: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Refuses)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def embedded_after_one_warning(recognition: RecognitionSettings) -> None:
    load = Loading()
    recognizer = load(recognition)
    assert recognizer.info.engine == "embedded"
    recognizer.close()
    assert [notice.severity for notice in load.notices] == ["warning"]
    assert "The embedded English engine captions meanwhile." in load.notices[0].text
    assert load.notices[0].hint
    assert load.progress[-1] is None


def test_no_network() -> None:
    embedded_after_one_warning(RecognitionSettings(mirror=NOWHERE))


def test_a_proxy_that_refuses(refusing_server: str) -> None:
    embedded_after_one_warning(RecognitionSettings(mirror=refusing_server))


def test_no_place_for_models(home: Path) -> None:
    (home / "data").touch()
    embedded_after_one_warning(RecognitionSettings(mirror=NOWHERE))


def test_who_asks_for_whisper_gets_no_other(refusing_server: str, home: Path) -> None:
    with pytest.raises(ModelUnavailableError):
        Loading()(RecognitionSettings(engine="whisper", mirror=NOWHERE))
    with pytest.raises(ModelError, match="403"):
        Loading()(RecognitionSettings(engine="whisper", mirror=refusing_server))
    (home / "data" / "models").rename(home / "data" / "elsewhere")
    (home / "data" / "models").touch()
    with pytest.raises(OutputError):
        Loading()(RecognitionSettings(engine="whisper", mirror=NOWHERE))


@pytest.mark.parametrize("wish", [{"language": "de"}, {"task": "translate"}])
def test_what_the_embedded_engine_cannot_do_fails_for_its_true_reason(wish: dict[str, str]) -> None:
    load = Loading()
    with pytest.raises(ModelUnavailableError, match="cannot be reached"):
        load(RecognitionSettings(mirror=NOWHERE, **wish))  # type: ignore[arg-type]
    assert load.notices == []
    with pytest.raises(EngineError):
        load(RecognitionSettings(engine="embedded", **wish))  # type: ignore[arg-type]


def test_a_name_that_no_model_has_and_a_folder_that_is_none_are_errors(tmp_path: Path) -> None:
    for model in ("smal", str(tmp_path / "none")):
        with pytest.raises(ModelError):
            Loading()(RecognitionSettings(model=model, mirror=NOWHERE))
