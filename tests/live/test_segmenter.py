"""Endpointing by simulated voice activity: what opens, pauses, closes and is cut, and what must hold for any input."""

import random
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from captioner.core.sound import SAMPLE_RATE, ms_to_samples
from captioner.core.speech import Utterance, VadFrame
from captioner.live.segmenter import EndpointPolicy, Segmenter

FRAME = 512


def frames(*parts: tuple[float, float], level: float = -20.0, start: int = 0) -> list[VadFrame]:
    """VAD frames of stretches given as (probability, seconds)."""
    result: list[VadFrame] = []
    for probability, seconds in parts:
        for _ in range(round(seconds * SAMPLE_RATE / FRAME)):
            result.append(VadFrame(start, start + FRAME, probability, level))
            start += FRAME
    return result


def closed(changes: list[Utterance]) -> list[Utterance]:
    return [utterance for utterance in changes if utterance.state == "closed"]


def test_speech_between_silences_is_one_utterance_with_pre_roll_and_a_short_tail() -> None:
    segmenter = Segmenter("mic")
    [utterance] = closed(segmenter.push(frames((0, 2), (0.9, 3), (0, 1))))
    onset, end = 62 * FRAME, 62 * FRAME + 94 * FRAME
    assert utterance == Utterance(
        0, "mic", onset - ms_to_samples(500), end + ms_to_samples(200), onset, end, "closed", "pause", voicing=0.9
    )


def test_too_little_speech_opens_nothing() -> None:
    segmenter = Segmenter("mic")
    for _ in range(20):
        assert segmenter.push(frames((0.9, 0.2), (0, 1))) == []
    assert segmenter.flush(SAMPLE_RATE) == []


def test_a_short_pause_is_offered_as_pausing_and_taken_back_when_speech_resumes() -> None:
    segmenter = Segmenter("mic")
    changes = segmenter.push(frames((0.9, 2), (0, 0.3), (0.9, 1), (0, 1)))
    assert [utterance.state for utterance in changes] == ["open", "pausing", "open", "pausing", "closed"]
    assert {utterance.id for utterance in changes} == {0}
    pausing, last = changes[-2:]
    assert pausing.stop == last.stop, "a speculative pass hears just what the final one would"


def test_the_last_samples_of_a_track_belong_to_its_last_utterance() -> None:
    segmenter = Segmenter("mic")
    segmenter.push(frames((0, 1), (0.9, 1)))
    [utterance] = segmenter.flush(62 * FRAME + 300)
    assert (utterance.stop, utterance.reason) == (62 * FRAME + 300, "end")
    assert segmenter.flush(10**9) == []


def test_a_long_utterance_is_cut_at_the_next_breath() -> None:
    segmenter = Segmenter("mic")
    first = closed(segmenter.push(frames((0.9, 13), (0, 0.25), (0.9, 3), (0, 1))))
    assert [utterance.reason for utterance in first] == ["soft cut", "pause"]
    assert first[1].continues
    assert first[1].start >= first[0].stop


def test_a_very_long_utterance_is_cut_where_it_is_quietest_and_goes_on_without_a_gap() -> None:
    segmenter = Segmenter("mic")
    loud = frames((0.9, 20))
    quiet = frames((0.9, 0.2), level=-45.0, start=loud[-1].stop)
    rest = frames((0.9, 8), start=quiet[-1].stop)
    changes = segmenter.push([*loud, *quiet, *rest])
    [cut] = closed(changes)
    assert cut.reason == "hard cut"
    assert quiet[0].start <= cut.stop <= quiet[-1].stop
    following = next(utterance for utterance in changes if utterance.id == 1)
    assert (following.start, following.continues) == (cut.stop, True)


@given(at=st.integers(250, 760), width=st.integers(3, 12), gap=st.floats(-90, -40), seed=st.integers(0, 2**32 - 1))
def test_a_cut_falls_into_a_short_gap(at: int, width: int, gap: float, seed: int) -> None:
    """Of 100 ms and more, wherever it is, and a loud frame right beside it does not hide it."""
    draws = random.Random(seed)
    levels = [draws.uniform(-30, -10) for _ in range(790)]
    levels[at - 1] = levels[at + width] = 0.0
    levels[at : at + width] = [gap] * width
    stream = [VadFrame(i * FRAME, (i + 1) * FRAME, 0.9, level) for i, level in enumerate(levels)]
    [cut] = closed(Segmenter("mic", EndpointPolicy(cut_search=20 * SAMPLE_RATE)).push(stream))
    assert cut.reason == "hard cut"
    assert stream[at].start < cut.stop < stream[at + width - 1].stop


def test_a_cut_falls_where_the_vad_hears_least_if_all_is_equally_loud() -> None:
    noisy = frames((0.9, 20), (0.4, 0.15), (0.9, 8))
    [cut] = closed(Segmenter("mic").push(noisy))
    assert 20 * SAMPLE_RATE - FRAME <= cut.stop <= 20.2 * SAMPLE_RATE


def test_tracks_of_a_session_never_share_a_number() -> None:
    speech = frames((0.9, 1), (0, 1), (0.9, 1), (0, 1))
    numbers = [
        utterance.id
        for first in (0, 1)
        for utterance in closed(Segmenter("track", first_id=first, id_step=2).push(speech))
    ]
    assert numbers == [0, 2, 1, 3]


def test_voicing_is_the_mean_over_the_speech_and_not_over_the_silence_behind_it() -> None:
    segmenter = Segmenter("mic")
    first, second = closed(segmenter.push(frames((0, 1), (0.8, 1), (0.4, 1), (0, 1), (0.6, 1), (0, 1))))
    assert first.voicing == 0.6
    assert second.voicing == 0.6


activity = st.lists(
    st.tuples(st.sampled_from([0.0, 0.2, 0.4, 0.6, 1.0]), st.integers(1, 300), st.floats(-90, 0)), max_size=25
)


@given(activity=activity, blocks=st.lists(st.integers(1, 400), min_size=1, max_size=10))
def test_whatever_is_heard(activity: list[tuple[float, int, float]], blocks: list[int]) -> None:
    """Utterances are in order, never overlap, are never too long for the engine, and do not depend on the blocks."""
    policy = EndpointPolicy()
    stream = [
        VadFrame(i * FRAME, (i + 1) * FRAME, probability, level)
        for i, (probability, level) in enumerate(
            (probability, level) for probability, count, level in activity for _ in range(count)
        )
    ]
    end = len(stream) * FRAME
    whole = Segmenter("t", policy)
    at_once = closed(whole.push(stream)) + whole.flush(end)
    stepwise = Segmenter("t", policy)
    changes: list[Utterance] = []
    position = turn = 0
    while position < len(stream):
        step = blocks[turn % len(blocks)]
        changes += stepwise.push(stream[position : position + step])
        position, turn = position + step, turn + 1
    changes += stepwise.flush(end)
    assert closed(changes) == at_once
    for utterance in changes:
        assert 0 <= utterance.start <= utterance.speech_start <= utterance.speech_stop <= utterance.stop <= end
        assert utterance.stop - utterance.start <= 30 * SAMPLE_RATE
    for before, after in pairwise(at_once):
        assert before.stop <= after.start
        assert before.id < after.id
    heard = sum(utterance.speech_stop - utterance.speech_start for utterance in at_once)
    loud = sum(FRAME for frame in stream if frame.probability >= policy.start_threshold)
    assert not at_once or heard >= policy.confirm
    if all(frame.probability >= policy.start_threshold for frame in stream) and loud >= policy.confirm:
        assert heard == loud, "unbroken speech is never lost at a cut"
