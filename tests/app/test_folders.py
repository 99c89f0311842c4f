import stat
from pathlib import Path

import pytest

from captioner.app.folders import HOME_VARIABLE, folders, make_private
from captioner.core.errors import OutputError


def test_everything_lies_under_captioner_home(home: Path) -> None:
    found = folders()
    assert all(
        path.is_relative_to(home)
        for path in (found.config, found.models, found.state, found.spool, found.settings_file, found.log_file)
    )


def test_a_relative_home_does_not_wander_with_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = folders({HOME_VARIABLE: "portable"})
    assert found.config == tmp_path / "portable" / "config"


@pytest.mark.parametrize("environment", [{}, {HOME_VARIABLE: ""}])
def test_without_it_they_are_the_system_s_own(environment: dict[str, str], home: Path) -> None:
    found = folders(environment)
    assert found.config.is_absolute()
    assert not found.config.is_relative_to(home)
    assert len({found.config, found.models, found.spool}) == 3


def test_a_folder_is_made_for_this_user_only(tmp_path: Path) -> None:
    folder = make_private(tmp_path / "new" / "deep")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert make_private(folder) == folder


def test_a_folder_that_cannot_be_made_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match=r"file/below cannot be made: Not a directory") as caught:
        make_private(tmp_path / "file" / "below")
    assert HOME_VARIABLE in caught.value.hint
