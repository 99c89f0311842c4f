import os
import stat
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from captioner.app.settings_file import (
    MAX_BYTES,
    MIGRATIONS,
    NewerSettingsError,
    load,
    load_or_set_aside,
    migrated,
    save,
)
from captioner.core.errors import OutputError, SettingsError
from captioner.core.settings import VERSION, RecognitionSettings, Settings

_TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
_SETTINGS = st.builds(
    Settings,
    recognition=st.builds(
        RecognitionSettings,
        model=_TEXT,
        device=st.sampled_from(["auto", "cpu", "cuda"]),
        vocabulary=st.lists(_TEXT, max_size=3).map(tuple),
    ),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def _write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir()
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_no_file_means_defaults_and_makes_none(path: Path) -> None:
    assert load(path) == Settings()
    assert not path.parent.exists()


@given(settings=_SETTINGS)
def test_what_is_saved_is_loaded(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "round-trip.toml"
    save(settings, path)
    assert load(path) == settings


def test_a_saved_file_is_private_and_alone(path: Path) -> None:
    save(Settings(), path)
    save(Settings(recognition=RecognitionSettings(model="small")), path)
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_link_to_the_file_stays_a_link(path: Path, tmp_path: Path) -> None:
    _write(path, "")
    link = tmp_path / "link.toml"
    link.symlink_to(path)
    save(Settings(recognition=RecognitionSettings(language="de")), link)
    assert link.is_symlink()
    assert load(path).recognition.language == "de"


def test_a_failed_save_keeps_the_old_file_and_leaves_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(Settings(), path)
    before = path.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)  # stands in for a full disk
    with pytest.raises(OutputError, match="No space left"):
        save(Settings(recognition=RecognitionSettings(model="small")), path)
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('[recognition]\ndevice = "tpu"\n', r"recognition\.device"),
        ("[recognition]\nlanguage = 5\n", r"recognition\.language"),
        ('[recognition]\nvocabulary = ["fine", ""]\n', r"recognition\.vocabulary\[1\]"),
        ("[recognition]\nmodle = 'base'\n", "recognition: .*modle"),
        ("colour = 'red'\n", "colour"),
        ("version = 'one'\n", "version: 'one'"),
        ("version = true\n", "version: True"),
        ("version = -1\n", "version: -1"),
        ("[recognition\n", "not valid TOML.*line 1"),
        ("a = " + "[" * 5000, "not valid TOML"),
        ("a = " + "1" * 5000, "not valid TOML"),
        (b"model = '\xff'\n", r"not UTF-8 text \(byte 9\)"),
        (b"#" * (MAX_BYTES + 1), "larger than 1 MB"),
    ],
)
def test_a_broken_file_is_refused_in_words_and_set_aside_at_start(
    path: Path, content: str | bytes, message: str
) -> None:
    _write(path, content)
    before = path.read_bytes()
    with pytest.raises(SettingsError, match=message) as caught:
        load(path)
    assert "\n" not in caught.value.message
    assert caught.value.hint

    settings, notice = load_or_set_aside(path)
    assert settings == Settings()
    assert notice is not None
    assert caught.value.message in notice.text
    (kept,) = path.parent.iterdir()
    assert kept.name.startswith("settings.toml.broken-20")
    assert str(kept) in notice.hint
    assert kept.read_bytes() == before
    assert load_or_set_aside(path) == (Settings(), None)


def test_two_broken_files_in_one_second_are_both_kept(path: Path) -> None:
    for content in ("one", "two", "three"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(content)
        load_or_set_aside(path)
    assert sorted(kept.read_text() for kept in path.parent.iterdir()) == ["one", "three", "two"]


def test_what_is_no_file_is_not_waited_for(path: Path) -> None:
    path.parent.mkdir()
    os.mkfifo(path)
    with pytest.raises(SettingsError, match="not a file"):
        load(path)


def test_a_byte_order_mark_is_no_fault(path: Path) -> None:
    assert load(_write(path, b"\xef\xbb\xbf[recognition]\nmodel = 'tiny'\n")).recognition.model == "tiny"


def test_a_file_without_a_version_is_lifted_and_not_touched(path: Path) -> None:
    _write(path, "# mine\n[recognition]\nmodel = 'tiny'\n")
    assert load(path).recognition.model == "tiny"
    assert path.read_text().startswith("# mine")


def test_there_is_a_migration_for_every_version() -> None:
    assert len(MIGRATIONS) == VERSION == msgspec.to_builtins(Settings())["version"]


def test_a_migration_leaves_its_argument_alone() -> None:
    tree: dict[str, object] = {}
    assert migrated(tree) == {"version": VERSION}
    assert tree == {}


def test_a_newer_file_asks_for_an_update_and_stays(path: Path) -> None:
    content = f"version = {VERSION + 1}\nfuture = 'yes'\n"
    _write(path, content)
    for read in (load, load_or_set_aside):
        with pytest.raises(NewerSettingsError, match="newer than this captioner") as caught:
            read(path)
        assert "Update" in caught.value.hint
    assert path.read_text() == content
