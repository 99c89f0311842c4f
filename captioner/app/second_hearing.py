"""The sound of a session transcribed once more, with a larger model or in another language: from draft to final."""

from pathlib import Path

from captioner.app.recorded_speech import RecordedSpeech, Watch
from captioner.core.caption import Cue
from captioner.core.errors import InputError
from captioner.core.library import SessionInfo
from captioner.core.message import Message
from captioner.core.protocols import Recognizer
from captioner.core.settings import RecognitionSettings, Standard


def sound_of(session: SessionInfo) -> Path | None:
    """The file with the session's sound: its recording, else the media file that it was made of; None if all is gone.

    A recording has a channel for each track, a media file belongs to the only track as a whole.
    """
    if session.recording is not None and session.recording.is_file():
        return session.recording
    source = Path(session.source) if session.source and "://" not in session.source else None
    return source if source is not None and source.is_file() else None


def hear_again(
    session: SessionInfo,
    recognizer: Recognizer,
    recognition: RecognitionSettings,
    standard: Standard,
    watch: Watch,
) -> dict[str, list[Cue]]:
    """The new cues of each track, by its id; the library is left as it is.

    ``watch`` hears of samples of all tracks together. Raises InputError where the sound is gone or cannot be heard, and
    what the recognizer raises.
    """
    sound = sound_of(session)
    if sound is None:
        raise InputError(
            Message("The sound of this session is not here any more."),
            "Only sessions with a recording can be heard again.",
        )
    own_channels = sound == session.recording
    count = len(session.tracks)
    cues: dict[str, list[Cue]] = {}
    for number, track in enumerate(session.tracks):

        def watch_all(heard: int, samples: int | None, number: int = number) -> None:
            watch(heard + number * (samples or 0), None if samples is None else samples * count)

        speech = RecordedSpeech(track)
        channel = number if own_channels and count > 1 else None
        speech.hear_recording(sound, recognizer, recognition, watch_all, channel=channel)
        cues[track.id] = speech.cues(standard)
    return cues
