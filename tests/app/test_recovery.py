"""Sessions that were cut off: what they have is there, and their sound becomes the rest."""

import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from library_runs import only_session, opened, text_of_cues
from running import Captioner, interrupted, started
from word_errors import word_error_rate

from captioner.app.cut_off_sessions import cut_off_notice
from captioner.app.doctor.files import examine_files
from captioner.app.folders import folders
from captioner.app.recorded_speech import Watch
from captioner.app.recovery import only_recovery, recover
from captioner.app.session_titles import title_of
from captioner.audio.decode import Decoder
from captioner.audio.spool import DiskSpool
from captioner.core.caption import Cue, CueWord
from captioner.core.errors import InputError, LibraryError
from captioner.core.library import SessionTrack
from captioner.core.protocols import Recognizer
from captioner.core.settings import RecognitionSettings
from captioner.core.sound import ms_to_samples
from captioner.core.speech import Hypothesis, Window
from captioner.speech.whisper_load import load_whisper
from captioner.transcript.formats import read_file
from captioner.transcript.library import Library

Manifest = dict[str, dict[str, Any]]


@pytest.fixture
def library() -> Iterator[Library]:
    with opened() as library:
        yield library


@pytest.fixture(scope="module")
def recognizer(tiny_whisper: Path) -> Iterator[Recognizer]:
    loaded = load_whisper(tiny_whisper, "cpu", lambda notice: None)
    yield loaded
    loaded.close()


def spooled(speech: Path, track: str) -> Path:
    """The sound of a file as a session that was killed leaves it."""
    path = folders().spool / f"killed_{track}.wav"
    spool = DiskSpool(path)
    with Decoder(str(speech)) as decoder:
        for block in decoder.blocks():
            spool.append(block)
    left = path.read_bytes()
    spool.close()
    path.write_bytes(left)
    return path


def first_cue(entry: dict[str, Any], track: str) -> Cue:
    """The first utterance as it was kept before the kill."""
    words = tuple(
        CueWord(f" {text}", round(1000 * start), round(1000 * end), 0.9)
        for text, start, end in entry["utterances"][0]["words"]
    )
    return Cue(words[0].start_ms, words[-1].end_ms + 400, entry["utterances"][0]["text"], track, "", words)


def cut_off(
    library: Library,
    spools: dict[str, Path],
    cues: Sequence[Cue] = (),
    subtitles: Path | None = None,
    recording: Path | None = None,
) -> int:
    """A session that was killed when it had these cues."""
    writer = library.begin(
        title="Killed",
        began_ms=0,
        tracks=[SessionTrack(track) for track in spools],
        model="m",
        subtitles=subtitles,
        recording=recording,
        spools=spools,
    )
    writer.add(cues, language="en")
    writer.leave()
    return writer.id


def recovered(library: Library, recognizer: Recognizer, watch: Watch = lambda heard, whole: None) -> int:
    (session,) = library.cut_off()
    return recover(library, session, recognizer, RecognitionSettings(), "netflix", watch)


def test_the_rest_gets_its_true_times_and_the_session_an_end(
    library: Library, recognizer: Recognizer, speech_dir: Path, manifest: Manifest, tmp_path: Path
) -> None:
    entry = manifest["talk_00.flac"]
    subtitles, recording = tmp_path / "s.srt", tmp_path / "s.flac"
    spool = spooled(speech_dir / "talk_00.flac", "mic")
    kept = first_cue(entry, "mic")
    session = cut_off(library, {"mic": spool}, [kept], subtitles=subtitles, recording=recording)
    steps: list[tuple[int, int | None]] = []
    added = recovered(library, recognizer, lambda *step: steps.append(step))
    cues = library.cues(session)
    assert cues[0].cue.text == kept.text
    assert len(cues) == 1 + added
    assert word_error_rate(entry["text"], text_of_cues(cues)) <= 0.05
    assert cues[1].cue.start_ms / 1000 == pytest.approx(entry["utterances"][1]["start"], abs=0.3)
    assert cues[-1].cue.words[-1].end_ms / 1000 == pytest.approx(entry["utterances"][-1]["end"], abs=0.3)
    info = library.session(session)
    assert info is not None
    assert (info.phase, info.language) == ("ended", "en")
    assert info.duration_ms == pytest.approx(1000 * entry["duration"], abs=20)
    assert [cue.text for cue in read_file(subtitles)] == [stored.cue.text for stored in cues]
    with Decoder(str(recording)) as sound:
        assert sound.samples == pytest.approx(ms_to_samples(info.duration_ms), abs=16)
    assert not spool.exists()
    whole = steps[-1][1]
    assert steps[-1][0] == whole
    assert library.cut_off() == []


def test_what_breaks_off_leaves_all_as_it_was(library: Library, recognizer: Recognizer, speech_dir: Path) -> None:
    spool = spooled(speech_dir / "fixed_00.flac", "mic")
    cut_off(library, {"mic": spool})

    def stop(heard: int, whole: int | None) -> None:
        if heard > 16_000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        recovered(library, recognizer, stop)
    assert [session.cues for session in library.cut_off()] == [0]
    assert spool.exists()
    assert recovered(library, recognizer) > 0
    assert library.cut_off() == []


class Deaf:
    """A recognizer that understands nothing."""

    def __init__(self, recognizer: Recognizer) -> None:
        self._recognizer = recognizer

    def recognize(self, window: Window) -> Hypothesis:
        return replace(self._recognizer.recognize(window), words=())

    def __getattr__(self, name: str) -> Any:
        return getattr(self._recognizer, name)


def test_speech_of_which_no_word_is_understood_is_kept_for_another_model(
    library: Library, recognizer: Recognizer, speech_dir: Path
) -> None:
    spool = spooled(speech_dir / "talk_00.flac", "mic")
    cut_off(library, {"mic": spool})
    with pytest.raises(InputError, match="Somebody speaks in the rest of Killed, but no words"):
        recovered(library, Deaf(recognizer))
    assert [session.title for session in library.cut_off()] == ["Killed"]
    assert spool.exists()
    assert recovered(library, recognizer) > 0


def test_what_the_microphone_heard_of_the_loudspeakers_is_said_once(
    library: Library, recognizer: Recognizer, speech_dir: Path, manifest: Manifest
) -> None:
    spools = {track: spooled(speech_dir / "fixed_01.flac", track) for track in ("mic", "system")}
    session = cut_off(library, spools)
    recovered(library, recognizer)
    cues = library.cues(session)
    assert {stored.cue.track for stored in cues} == {"system"}
    assert word_error_rate(manifest["fixed_01.flac"]["text"], text_of_cues(cues)) <= 0.1


def test_sessions_that_were_cut_off_are_shown_and_recovered_by_the_command(
    captioner: Captioner, tiny_whisper: Path, speech_dir: Path, manifest: Manifest
) -> None:
    assert captioner("recover").errors == "No session was cut off.\n"
    with opened() as library:
        cut_off(library, {"mic": spooled(speech_dir / "fixed_02.flac", "mic")})
    assert "[cut off]" in captioner("sessions").out
    ran = captioner("recover", "--model", tiny_whisper)
    assert (ran.status, ran.errors.startswith("Killed: 1 cue more in 0:0")) == (0, True)
    session, cues = only_session()
    assert session.phase == "ended"
    assert word_error_rate(manifest["fixed_02.flac"]["text"], text_of_cues(cues)) <= 0.1
    ran = captioner("recover", "Killed")
    assert ran.status == 1
    assert "was not cut off" in ran.errors


def test_ctrl_c_leaves_the_rest_for_another_time(library: Library, tiny_whisper: Path, long_talk: Path) -> None:
    spool = spooled(long_talk, "mic")
    cut_off(library, {"mic": spool})
    process = started("recover", "--model", tiny_whisper)
    time.sleep(4)
    ran = interrupted(process)
    if ran.status == 0:
        pytest.skip("this machine was so quick that nothing was left")
    assert ran.status == 130
    (session,) = library.cut_off()
    assert session.cues == 0
    assert spool.exists()


def test_a_session_can_be_ended_without_its_sound(captioner: Captioner, speech_dir: Path, manifest: Manifest) -> None:
    spool = spooled(speech_dir / "talk_00.flac", "mic")
    with opened() as library:
        cut_off(library, {"mic": spool}, [first_cue(manifest["talk_00.flac"], "mic")])
    assert captioner("recover", "--forget-sound").errors == "Killed: ended with 1 cue\n"
    assert not spool.exists()
    assert only_session()[0].phase == "ended"


def test_the_application_tells_of_what_was_cut_off_and_ends_what_is_whole(
    library: Library, speech_dir: Path, manifest: Manifest
) -> None:
    assert cut_off_notice(folders(), title_of) is None
    kept = first_cue(manifest["talk_00.flac"], "mic")
    whole = cut_off(library, {"mic": folders().spool / "gone.wav"}, [kept])
    assert cut_off_notice(folders(), title_of) is None
    info = library.session(whole)
    assert info is not None
    assert info.phase == "ended"
    cut_off(library, {"mic": spooled(speech_dir / "talk_00.flac", "mic")}, [kept])
    notice = cut_off_notice(folders(), title_of)
    assert notice is not None
    assert notice.text == "The session Killed was cut off."
    assert [session.title for session in library.cut_off()] == ["Killed"]


def test_the_doctor_tells_sound_of_sessions_from_sound_of_none(library: Library, speech_dir: Path) -> None:
    cut_off(library, {"mic": spooled(speech_dir / "fixed_00.flac", "mic")})
    orphan = spooled(speech_dir / "fixed_01.flac", "system")
    for path in folders().spool.iterdir():
        os.utime(path, (0, 0))
    told = {finding.subject: finding for finding in examine_files(folders())}
    assert told["Library"].text.startswith("1 session in ")
    assert "captioner recover" in told["Sessions to recover"].hint
    assert "(1 file, " in told["Left-over sound"].text
    assert str(orphan) in told["Left-over sound"].hint


def test_only_one_recovers_at_a_time(captioner: Captioner) -> None:
    with only_recovery(folders()):
        ran = captioner("recover")
        assert ran.status == 1
        assert "being recovered already" in ran.errors
    with only_recovery(folders()), pytest.raises(LibraryError), only_recovery(folders()):
        pass
