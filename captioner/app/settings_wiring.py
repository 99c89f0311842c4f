"""The settings of the application with the disk, the sound and the models of this machine."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from captioner.app.folders import Folders
from captioner.app.model_choices import ModelChoices
from captioner.app.settings_file import save
from captioner.app.sound_check import SoundCheckOfThisMachine
from captioner.app.speed_book import MachineSpeeds
from captioner.app.start_at_login import set_start_at_login, start_command
from captioner.core.settings import Settings
from captioner.speech.model_store import ModelStore

if TYPE_CHECKING:
    from captioner.ui.settings_owner import SettingsOwner
    from captioner.ui.translations import Language


def settings_owner(
    settings: Settings,
    folders: Folders,
    transcripts: Path,
    language: "Callable[[], Language]",
    settings_path: Path | None = None,
) -> "SettingsOwner":
    """The owner of the settings, for the GUI thread once there is an application.

    ``transcripts`` is the usual folder for them, ``language`` tells that of the interface,
    ``settings_path`` is where they are kept, if not in their usual file. Connect to ``edited`` (all
    that changes), ``noticed``, ``restart_wanted``, ``model_arrived`` and ``first_run_ended``; call ``show_settings``,
    ``show_first_run`` (where ``settings.interface.welcomed`` is not), ``set_session``, ``show_taken_shortcuts``,
    ``replace`` for what is changed elsewhere, and ``close`` at the end.
    """
    from captioner.ui.settings_owner import SettingsOwner, SettingsServices

    services = SettingsServices(
        shelf=ModelChoices(ModelStore(folders.models), MachineSpeeds(folders.state)),
        sound=SoundCheckOfThisMachine(),
        transcripts=transcripts,
        save=lambda new: save(new, settings_path or folders.settings_file),
        set_start_at_login=lambda wanted: set_start_at_login(wanted, [*start_command(), "--minimized"]),
    )
    return SettingsOwner(settings, services, language)
