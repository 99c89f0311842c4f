"""Where the application keeps its files on this machine."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

from captioner.core.errors import OutputError
from captioner.core.message import Message

HOME_VARIABLE = "CAPTIONER_HOME"
"""Environment variable; where set, everything lies under the folder that it names (portable use, tests)."""

LIBRARY = Path("library") / "sessions.db"


@dataclass(frozen=True, slots=True)
class Folders:
    """Absolute paths; none of them need exist yet."""

    config: Path
    """What the user set."""
    models: Path
    """Downloaded speech models: large, and not in a cache that a cleaner may empty while there is no network."""
    state: Path
    """What the program notes about itself."""
    spool: Path
    """Sound of running sessions, and of sessions that were cut off."""
    transcripts: Path
    """What was said, where the user finds it; the settings may name another folder."""
    library: Path
    """The database of all sessions, in a folder of its own."""

    @property
    def settings_file(self) -> Path:
        """The settings, as TOML."""
        return self.config / "settings.toml"

    @property
    def log_file(self) -> Path:
        """The newest part of the log."""
        return self.state / "captioner.log"

    @property
    def native_log_file(self) -> Path:
        """What the sound libraries printed in the last session."""
        return self.state / "sound-libraries.log"


def folders(environment: Mapping[str, str] = os.environ) -> Folders:
    """The folders that this system gives an application, or those under CAPTIONER_HOME."""
    if home := environment.get(HOME_VARIABLE):
        top = Path(home).expanduser().absolute()
        return Folders(
            config=top / "config",
            models=top / "data" / "models",
            state=top / "state",
            spool=top / "state" / "spool",
            transcripts=top / "Captions",
            library=top / "data" / LIBRARY,
        )
    system = PlatformDirs("captioner", appauthor=False, roaming=False)
    return Folders(
        config=system.user_config_path,
        models=system.user_data_path / "models",
        state=system.user_state_path,
        spool=system.user_state_path / "spool",
        transcripts=system.user_documents_path / "Captions",
        library=system.user_data_path / LIBRARY,
    )


def make_private(folder: Path) -> Path:
    """Make the folder where it is missing, readable by this user only; an existing one stays as it is.

    Raises OutputError.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            Message("The folder {folder} cannot be made: {reason}.", folder=folder, reason=error.strerror or error),
            Message(
                "Make room or give yourself access, or set {variable} to a folder that you can write to.",
                variable=HOME_VARIABLE,
            ),
        ) from error
    return folder
