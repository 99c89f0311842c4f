"""Downloads from a stand-in for the hub, which serves the tiny test model as if it were Whisper's "tiny"."""

import json
import multiprocessing
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from hub_stand_in import Hub, hub_with

from captioner.core.errors import CaptionerError, ModelError, ModelUnavailableError, OutputError
from captioner.speech import model_download
from captioner.speech.catalogue import entry_named
from captioner.speech.model_download import DownloadProgress, download
from captioner.speech.model_store import ModelStore, check_model_folder

_FOUND = entry_named("tiny")
assert _FOUND is not None
TINY = _FOUND


@pytest.fixture(autouse=True)
def _straight_and_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy of this machine between us and 127.0.0.1, and no pause before a retry."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setattr(model_download, "_FIRST_PAUSE_S", 0.0)


@pytest.fixture
def hub(tiny_whisper: Path) -> Iterator[Hub]:
    with hub_with(tiny_whisper, TINY.repository) as running:
        yield running


@pytest.fixture
def store(tmp_path: Path) -> ModelStore:
    return ModelStore(tmp_path / "models")


def _fetch(hub: Hub | str, store: ModelStore, seen: list[DownloadProgress] | None = None) -> Path | None:
    told: list[DownloadProgress] = [] if seen is None else seen
    mirror = hub if isinstance(hub, str) else hub.address
    return download(TINY, store, mirror=mirror, progress=told.append, cancelled=lambda: False)


def _visible(store: ModelStore) -> list[str]:
    return sorted(path.name for path in store.folder.iterdir() if not path.name.startswith("."))


def _partial(store: ModelStore) -> list[Path]:
    return sorted(store.folder.glob(".*.partial"))


def test_the_model_arrives_whole(hub: Hub, store: ModelStore, tiny_whisper: Path) -> None:
    seen: list[DownloadProgress] = []
    folder = _fetch(hub, store, seen)
    assert folder == store.folder / "tiny"
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        path.name: path.read_bytes() for path in tiny_whisper.iterdir()
    }
    check_model_folder(folder)
    assert store.find("tiny") == folder
    assert _visible(store) == ["tiny"]
    assert not _partial(store)
    done = [step.done_bytes for step in seen]
    assert done == sorted(done)
    assert done[-1] == seen[-1].total_bytes == sum(path.stat().st_size for path in tiny_whisper.iterdir())
    assert {name for name, _ in hub.asked} == {path.name for path in tiny_whisper.iterdir()}


def test_what_is_there_is_not_asked_for(hub: Hub, store: ModelStore) -> None:
    first = _fetch(hub, store)
    hub.asked.clear()
    hub.status = 500
    assert _fetch(hub, store) == first
    assert not hub.asked


def test_a_break_is_resumed_and_nothing_comes_twice(hub: Hub, store: ModelStore) -> None:
    hub.breaks_after = [1_000_000, 0, 7, 500_000]
    assert _fetch(hub, store)
    ranges = [wanted for name, wanted in hub.asked if name == "model.bin"]
    assert ranges == [None, "bytes=1000000-", "bytes=1000000-", "bytes=1000007-", "bytes=1500007-"]
    assert hub.sent == {name: len(hub.files[name]) for name in hub.sent}


def test_the_next_call_goes_on_where_the_last_one_broke_off(hub: Hub, store: ModelStore) -> None:
    hub.breaks_after = [1_000_000, *[0] * 10]
    with pytest.raises(ModelUnavailableError, match="broke off"):
        _fetch(hub, store)
    assert _visible(store) == []
    hub.breaks_after = []
    assert _fetch(hub, store)
    assert hub.sent == {name: len(hub.files[name]) for name in hub.sent}


def test_a_server_without_ranges(hub: Hub, store: ModelStore) -> None:
    hub.serves_ranges = False
    hub.breaks_after = [1_000_000]
    assert _fetch(hub, store)
    assert hub.sent["model.bin"] == 1_000_000 + len(hub.files["model.bin"])


def test_a_flipped_bit_is_found(hub: Hub, store: ModelStore) -> None:
    hub.corrupt = True
    with pytest.raises(ModelError, match=r"model\.bin of tiny comes damaged") as raised:
        _fetch(hub, store)
    assert not isinstance(raised.value, ModelUnavailableError)
    assert _visible(store) == []
    hub.corrupt = False
    assert _fetch(hub, store)


def test_a_part_that_rotted_on_the_disk_is_fetched_anew(hub: Hub, store: ModelStore) -> None:
    hub.breaks_after = [1_000_000, *[0] * 10]
    with pytest.raises(ModelUnavailableError):
        _fetch(hub, store)
    (staging,) = _partial(store)
    with (staging / "model.bin").open("r+b") as file:
        file.write(b"rot")
    hub.breaks_after = []
    assert _fetch(hub, store)


def test_parts_of_another_commit_are_not_mixed_in(hub: Hub, store: ModelStore) -> None:
    hub.breaks_after = [1_000_000, *[0] * 10]
    with pytest.raises(ModelUnavailableError):
        _fetch(hub, store)
    kept = store.folder / ".tiny.en.0123456789ab.partial"
    kept.mkdir()
    hub.breaks_after, hub.commit = [], "f" * 40
    hub.asked.clear()
    assert _fetch(hub, store)
    assert [wanted for name, wanted in hub.asked if name == "model.bin"] == [None]
    assert _partial(store) == [kept]


def test_an_incomplete_folder_is_replaced(hub: Hub, store: ModelStore) -> None:
    (store.folder / "tiny").mkdir(parents=True)
    (store.folder / "tiny" / "config.json").write_text("{}")
    assert _fetch(hub, store) == store.find("tiny")


@pytest.mark.parametrize("status", [401, 403, 404])
def test_a_model_that_the_server_has_not(hub: Hub, store: ModelStore, status: int) -> None:
    hub.status = status
    with pytest.raises(ModelError, match=f"has no model Systran/faster-whisper-tiny for you .HTTP {status}.") as raised:
        _fetch(hub, store)
    assert not isinstance(raised.value, ModelUnavailableError)


@pytest.mark.parametrize("status", [408, 429, 500, 503])
def test_a_server_that_does_not_serve(hub: Hub, store: ModelStore, status: int) -> None:
    hub.status = status
    with pytest.raises(ModelUnavailableError, match=f"HTTP {status}"):
        _fetch(hub, store)


def test_a_login_page_in_between(hub: Hub, store: ModelStore) -> None:
    hub.listing = b"<html>Welcome to our hotel</html>"
    with pytest.raises(ModelUnavailableError, match="not as a model hub does"):
        _fetch(hub, store)


def test_a_hub_that_cannot_be_reached(store: ModelStore) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound but not listening: whoever connects is refused
        with pytest.raises(ModelUnavailableError, match=r"127\.0\.0\.1 cannot be reached"):
            _fetch(f"http://127.0.0.1:{taken.getsockname()[1]}", store)


@pytest.mark.parametrize("address", ["ftp://example.org", "http://", "not an address", "http://[::1"])
def test_an_address_that_is_none(store: ModelStore, address: str) -> None:
    with pytest.raises(ModelError, match="is not the address of a model hub"):
        _fetch(address, store)


def test_content_from_another_server(hub: Hub, store: ModelStore, tiny_whisper: Path) -> None:
    with hub_with(tiny_whisper, TINY.repository) as other:
        hub.redirect_to = other.address
        assert _fetch(hub, store)
        assert not hub.asked
        assert other.asked


@pytest.mark.parametrize("elsewhere", ["file:///etc", "ftp://127.0.0.1", "gopher://127.0.0.1"])
def test_a_redirect_to_what_is_not_http(hub: Hub, store: ModelStore, elsewhere: str) -> None:
    hub.redirect_to = elsewhere
    with pytest.raises(ModelError):
        _fetch(hub, store)
    assert _visible(store) == []


def test_redirects_without_end(hub: Hub, store: ModelStore) -> None:
    hub.redirect_to = hub.address
    with pytest.raises(ModelError, match="redirects without end"):
        _fetch(hub, store)


def test_cancelled_and_begun_again(hub: Hub, store: ModelStore) -> None:
    arrived: list[DownloadProgress] = []

    def enough() -> bool:
        return bool(arrived) and arrived[-1].done_bytes > 1_000_000

    assert download(TINY, store, mirror=hub.address, progress=arrived.append, cancelled=enough) is None
    assert _visible(store) == []
    assert _fetch(hub, store)
    assert [wanted for name, wanted in hub.asked if name == "model.bin"][1] is not None


def test_cancelled_before_it_began(hub: Hub, store: ModelStore) -> None:
    assert download(TINY, store, mirror=hub.address, progress=lambda _: None, cancelled=lambda: True) is None
    assert not hub.asked


def _listing_with(hub: Hub, name: str, **changes: object) -> bytes:
    listing = json.loads(hub.listed())
    for sibling in listing["siblings"]:
        if sibling["rfilename"] == name:
            sibling |= changes
    return json.dumps(listing).encode()


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"size": 9 << 30}, "far larger than that model"),
        ({"size": 1 << 50}, "nothing usable about model.bin"),
        ({"size": 0}, "nothing usable about model.bin"),
        ({"lfs": None, "blobId": None}, "nothing usable about model.bin"),
        ({"rfilename": "other.bin"}, "no complete model"),
        ({"rfilename": "config.json"}, "no complete model"),
        ({"size": -1}, "not as a model hub does"),
        ({"lfs": {"sha256": "../.."}}, "not as a model hub does"),
    ],
)
def test_a_listing_is_not_trusted(hub: Hub, store: ModelStore, changes: dict[str, object], told: str) -> None:
    hub.listing = _listing_with(hub, "model.bin", **changes)
    with pytest.raises(ModelError, match=told):
        _fetch(hub, store)
    assert not hub.asked


def test_a_whole_model_that_is_no_whisper(hub: Hub, store: ModelStore) -> None:
    hub.files["config.json"] = b'{"suppress_ids": [123456]}'
    with pytest.raises(ModelError, match="suppress_ids"):
        _fetch(hub, store)
    assert _visible(store) == []


def test_a_full_disk_is_told_before(hub: Hub, store: ModelStore, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage("/")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1 << 20))
    with pytest.raises(OutputError, match="has room for 1 MB"):
        _fetch(hub, store)
    assert not hub.asked


def test_a_place_that_cannot_be_written(hub: Hub, tmp_path: Path) -> None:
    (tmp_path / "models").write_text("a file")
    with pytest.raises(OutputError, match="cannot be stored"):
        _fetch(hub, ModelStore(tmp_path / "models"))


def _fetch_in_a_process(address: str, folder: str) -> None:
    try:
        _fetch(address, ModelStore(Path(folder)))
    except CaptionerError as error:
        raise SystemExit(str(error)) from error


def test_two_processes_fetch_it_once(hub: Hub, store: ModelStore) -> None:
    spawn = multiprocessing.get_context("spawn")
    fetching = [spawn.Process(target=_fetch_in_a_process, args=(hub.address, str(store.folder))) for _ in range(2)]
    for process in fetching:
        process.start()
    for process in fetching:
        process.join()
    assert [process.exitcode for process in fetching] == [0, 0]
    assert store.find("tiny")
    assert hub.sent == {name: len(hub.files[name]) for name in hub.sent}
