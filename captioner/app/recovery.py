"""What a session that was cut off still lacks: its sound that was kept becomes the rest of its transcript."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from captioner.app.folders import Folders, make_private
from captioner.app.live_sources import MICROPHONE, SYSTEM
from captioner.app.recorded_speech import RecordedSpeech, Watch
from captioner.audio.recording import save_recording
from captioner.audio.spool import StoredSpool
from captioner.core.caption import Caption, Cue
from captioner.core.errors import InputError, LibraryError, OutputError
from captioner.core.library import CueChange, SessionInfo, SessionTrack, StoredCue
from captioner.core.message import Message
from captioner.core.protocols import Recognizer
from captioner.core.settings import RecognitionSettings, Standard
from captioner.core.sound import ms_to_samples, seconds_to_samples
from captioner.core.speech import Word, text_of
from captioner.live.echo import EchoFilter
from captioner.transcript.library import Library
from captioner.transcript.live_srt import LiveSrt
from captioner.transcript.save import output_error

_LEAST = ms_to_samples(250)
"""Samples; less sound than this is not heard as speech."""
_CLEARLY_SPEECH = seconds_to_samples(3)
"""Samples; so much speech without a word is not only a cough or a chair: another model may hear what was said."""
_ECHO_ROOM = seconds_to_samples(3)
"""A word of the microphone is judged when what the system track said up to so much later is known."""


@contextmanager
def only_recovery(folders: Folders) -> Iterator[None]:
    """Nobody else recovers sessions meanwhile. Raises LibraryError where somebody does, OutputError."""
    from filelock import FileLock, Timeout

    path = make_private(folders.library.parent) / "recovery.lock"
    lock = FileLock(path, blocking=False, mode=0o600)
    try:
        lock.acquire()
    except Timeout:
        raise LibraryError("Sessions are being recovered already.", "Wait for that to end.") from None
    except OSError as error:
        raise output_error(path, error) from error
    try:
        yield
    finally:
        lock.release()


def recover(
    library: Library,
    session: SessionInfo,
    recognizer: Recognizer,
    recognition: RecognitionSettings,
    standard: Standard,
    watch: Watch,
) -> int:
    """Transcribes the rest of a cut-off session, ends the session and deletes its spools; the number of new cues.

    Where ``watch`` or anything else raises before the end, all is as before and can be done again. Raises InputError,
    also where there is speech in which no word was recognized, OutputError, LibraryError, and what the recognizer
    raises.
    """
    rests = [rest for rest in library.unheard(session.id) if rest.to_sample - rest.from_sample >= _LEAST]
    tracks = {track.id: track for track in session.tracks}
    if recognition.language == "auto" and session.language is not None:
        recognition = msgspec.structs.replace(recognition, language=session.language)
    done, whole = 0, sum(rest.to_sample - rest.from_sample for rest in rests)
    heard: list[RecordedSpeech] = []
    for rest in rests:
        speech = RecordedSpeech(tracks.get(rest.track, SessionTrack(rest.track)), rest.from_sample)
        speech.hear_recording(
            rest.spool,
            recognizer,
            recognition,
            lambda now, _, before=done: watch(before + now, whole),  # type: ignore[misc]
            stop=rest.to_sample,
        )
        heard.append(speech)
        done += rest.to_sample - rest.from_sample
    if not any(speech.spoken for speech in heard) and sum(s.without_words for s in heard) >= _CLEARLY_SPEECH:
        raise InputError(
            Message("Somebody speaks in the rest of {title}, but no words were recognized.", title=session.title),
            "Its sound is kept: try it with another model or language.",
        )
    known = [stored.cue for stored in library.cues(session.id)]
    _drop_echo(heard, known)
    added = tuple(StoredCue(0, cue, language=speech.language) for speech in heard for cue in speech.cues(standard))
    if added:
        library.change(session.id, CueChange(added=added))
    end_cut_off(library, session)
    return len(added)


def end_cut_off(library: Library, session: SessionInfo) -> None:
    """Ends a cut-off session with the transcript that it has. What is left of its sound is deleted.

    The subtitles that grew get it all, and where recordings were to be kept, the sound becomes one. Raises
    LibraryError, and OutputError where the library or the recording cannot be written; the sound is still there then.
    """
    spools = [rest.spool for rest in library.unheard(session.id)]
    cues = [stored.cue for stored in library.cues(session.id)]
    if session.subtitles is not None and cues:
        with suppress(OutputError):  # its folder may be gone: the library has it all
            subtitles = LiveSrt(session.subtitles)
            subtitles.append(cues)
            subtitles.close()
    if session.recording is not None and not session.recording.exists():
        _keep_recording(spools, session.recording)
    library.recovered(session.id)


def _keep_recording(spools: Sequence[Path], recording: Path) -> None:
    stored = [StoredSpool(path) for path in spools if path.exists()]
    try:
        if any(spool.length for spool in stored):
            save_recording(stored, recording)
    finally:
        for spool in stored:
            spool.close()


def _drop_echo(heard: Sequence[RecordedSpeech], known: Sequence[Cue]) -> None:
    """Takes out of the microphone's words what it heard of the loudspeakers, as the session would have done."""
    by_track = {speech.track: speech for speech in heard}
    if MICROPHONE.id not in by_track:
        return
    microphone = by_track[MICROPHONE.id]
    finals = [_as_final(at, MICROPHONE.id, words) for at, words in enumerate(microphone.utterances) if words]
    system = [_words_of(cue) for cue in known if cue.track == SYSTEM.id and cue.words]
    if SYSTEM.id in by_track:
        system += [words for words in by_track[SYSTEM.id].utterances if words]
    finals += [_as_final(-1 - at, SYSTEM.id, words) for at, words in enumerate(system)]
    echo = EchoFilter(SYSTEM.id, MICROPHONE.id)
    kept: dict[int, tuple[Word, ...]] = {}
    for final in sorted(finals, key=lambda final: final.end + (_ECHO_ROOM if final.track == MICROPHONE.id else 0)):
        for shown in echo.take(final):
            kept[shown.utterance] = shown.words
    microphone.utterances[:] = [kept.get(at, ()) for at in range(len(microphone.utterances))]


def _as_final(utterance: int, track: str, words: tuple[Word, ...]) -> Caption:
    return Caption(utterance, track, 0, text_of(words), "", True, words[0].start, words[-1].end, 0.0, words)


def _words_of(cue: Cue) -> tuple[Word, ...]:
    return tuple(
        Word(word.text, ms_to_samples(word.start_ms), ms_to_samples(word.end_ms), word.probability)
        for word in cue.words
    )
