"""What the queue does with a recording: a file becomes a session, a session gets its rest or is heard once more."""

from datetime import datetime
from pathlib import Path

from captioner.app.folders import Folders
from captioner.app.hearings import Hearing, Hearings
from captioner.app.recorded_speech import RecordedSpeech, Watch
from captioner.app.recovery import only_recovery, recover
from captioner.app.second_hearing import hear_again
from captioner.app.session_files import session_files
from captioner.core.caption import Notice
from captioner.core.errors import InputError, LibraryError, OutputError
from captioner.core.library import SessionInfo, SessionTrack
from captioner.core.message import Message
from captioner.core.protocols import Recognizer
from captioner.core.settings import RecognitionSettings, Settings
from captioner.core.sound import samples_to_ms
from captioner.transcript.library import Library
from captioner.transcript.live_srt import LiveSrt

TRACK = SessionTrack("file")


def session_of_file(
    library: Library,
    source: Path,
    recognizer: Recognizer,
    settings: Settings,
    folders: Folders,
    watch: Watch,
) -> tuple[int | None, Notice | None]:
    """The session that a media file becomes, and what is to be known of it; no session where nothing is said in it.

    A file that breaks off becomes a session up to there. Raises InputError where nothing of it can be heard,
    OutputError or LibraryError where the library does not take it, and what the recognizer and ``watch`` raise.
    """
    speech = RecordedSpeech(TRACK)
    trouble: Notice | None = None
    try:
        speech.hear_recording(source, recognizer, settings.recognition, watch)
    except InputError as error:
        if not speech.spoken:
            raise
        trouble = Notice("warning", error.message, error.hint)
    cues = speech.cues(settings.transcript.standard)
    if not cues:
        return None, Notice("warning", Message("No speech was found in {name}.", name=source.name))
    now = datetime.now()
    files = session_files(settings.transcript, folders, now, source.stem)
    writer = library.begin(
        title=source.stem,
        began_ms=round(now.timestamp() * 1000),
        tracks=[TRACK],
        model=recognizer.info.model,
        language=speech.language,
        subtitles=files.srt,
        source=str(source),
    )
    try:
        for path in files.other_formats(settings.transcript.formats):
            writer.made(path)
        writer.add(cues, language=speech.language)
        writer.end(samples_to_ms(speech.heard))
    finally:
        writer.leave()
    try:
        subtitles = LiveSrt(files.srt)
        subtitles.append(cues)
        subtitles.close()
        files.save_other_formats(settings.transcript.formats, cues, speech.language)
    except OutputError as error:  # the library has it
        trouble = trouble or Notice("warning", error.message, error.hint, remedy="transcripts")
    return writer.id, trouble


def require_session(library: Library, session: int) -> SessionInfo:
    """The session. Raises LibraryError where it is gone."""
    found = library.session(session)
    if found is None:
        raise LibraryError("The session is not in the library any more.")
    return found


def rest_of_session(
    library: Library, session: int, recognizer: Recognizer, settings: Settings, folders: Folders, watch: Watch
) -> Notice | None:
    """A session that was cut off gets the rest of its transcript and its end, see ``recovery.recover``; what it got."""
    with only_recovery(folders):
        info = require_session(library, session)
        if info.phase != "cut off":
            return None
        added = recover(library, info, recognizer, settings.recognition, settings.transcript.standard, watch)
    return Notice("info", Message("The session was recovered. New lines: {number}.", number=added))


def session_again(
    library: Library,
    session: int,
    recognizer: Recognizer,
    recognition: RecognitionSettings,
    settings: Settings,
    folders: Folders,
    watch: Watch,
) -> Hearing:
    """What is heard of a session now, kept until the user is through with it; see ``second_hearing.hear_again``."""
    info = require_session(library, session)
    tracks = hear_again(info, recognizer, recognition, settings.transcript.standard, watch)
    language = info.language if recognition.language == "auto" else recognition.language
    hearing = Hearing(tuple(cue for cues in tracks.values() for cue in cues), language)
    Hearings(folders).keep(library, session, hearing)
    return hearing
