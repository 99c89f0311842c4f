"""The commit rule: what two hypotheses agree on stays; what stays is never rewritten."""

from hypothesis import given
from hypothesis import strategies as st
from spoken import spoken

from captioner.core.sound import SAMPLE_RATE, ms_to_samples
from captioner.core.speech import EngineInfo, Word
from captioner.live.stabilizer import Shown, Stabilizer, commit_policy
from captioner.live.wording import continuation, fold


def test_one_hypothesis_shows_nothing() -> None:
    shown = Stabilizer().partial(spoken("we need to review"), 10 * SAMPLE_RATE, continues=True)
    assert (shown.stable_text, shown.tentative_text) == ("", "")


def test_two_that_agree_show_what_ends_before_the_newest_sound_or_all_in_a_pause() -> None:
    words = spoken("we need to review")  # 1.6 s
    for settled, tentative in ((False, " to"), (True, " to review")):
        stabilizer = Stabilizer()
        for _ in range(2):
            shown = stabilizer.partial(words, words[-1].end + ms_to_samples(100), continues=True, settled=settled)
        assert (shown.stable_text, shown.tentative_text) == ("we need", tentative)


def test_what_is_shown_goes_only_when_two_agree_on_another() -> None:
    stabilizer = Stabilizer()
    near = spoken("we need two")
    heard = near[-1].end + ms_to_samples(300)
    for _ in range(2):
        shown = stabilizer.partial(near, heard, continues=False)
    assert shown.stable_text + shown.tentative_text == "we need two"
    for text in ("we kneed", "we need a review", "we", ""):
        shown = stabilizer.partial(spoken(text), heard, continues=False)
        assert shown.stable_text + shown.tentative_text == "we need two", text
    for _ in range(2):
        shown = stabilizer.partial(spoken("we need to review the"), heard, continues=False)
    assert shown.stable_text + shown.tentative_text == "we need to"


def test_two_hypotheses_that_agree_commit_all_but_the_last_word() -> None:
    stabilizer = Stabilizer()
    stabilizer.partial(spoken("We need to revue"), 10 * SAMPLE_RATE, continues=True)
    shown = stabilizer.partial(spoken("we need, to review the budget"), 10 * SAMPLE_RATE, continues=True)
    assert (shown.stable_text, shown.tentative_text) == ("we need, to", "")


def test_words_near_the_end_of_the_sound_wait() -> None:
    stabilizer = Stabilizer()
    words = spoken("we need to review")  # 1.6 s
    stabilizer.partial(words, round(1.7 * SAMPLE_RATE), continues=True)
    shown = stabilizer.partial(words, round(1.7 * SAMPLE_RATE), continues=True)
    assert shown.stable_text == "we need", "a word that ends less than 0.7 s before the end is not safe"


def test_on_a_gpu_words_wait_less() -> None:
    guards = [commit_policy(EngineInfo("whisper", "small", device)).guard for device in ("cpu", "cuda")]
    assert guards == [ms_to_samples(700), ms_to_samples(500)]


def test_a_sure_word_well_in_the_past_needs_no_second_hypothesis() -> None:
    sure = spoken("we need to", probability=0.97)
    shown = Stabilizer().partial(sure, 10 * SAMPLE_RATE, continues=True)
    assert shown.stable_text == "we need"


def test_the_final_adds_to_what_is_shown_and_rewrites_nothing() -> None:
    stabilizer = Stabilizer()
    for _ in range(2):
        stabilizer.partial(spoken("we kneed to review"), 10 * SAMPLE_RATE, continues=True)
    shown = stabilizer.final(spoken("We need to review the budget."))
    assert shown == Shown(shown.stable, ())
    assert shown.stable_text == "we kneed to review the budget."


def test_an_engine_that_tells_the_utterance_from_its_beginning_is_not_shown_twice() -> None:
    stabilizer = Stabilizer()
    for text in ("we need", "we need to", "we need to review the"):
        shown = stabilizer.partial(spoken(text), 10 * SAMPLE_RATE, continues=False)
    assert (shown.stable_text, shown.tentative_text) == ("we need to", "")


def test_the_boundary_is_a_gap_or_punctuation_between_committed_words() -> None:
    stabilizer = Stabilizer()
    words = spoken("It is late. We go home now")
    for _ in range(2):
        stabilizer.partial(words, 10 * SAMPLE_RATE, continues=True)
    assert stabilizer.boundary == words[2].end
    assert Stabilizer().boundary is None


hypotheses = st.lists(st.lists(st.sampled_from(["a", "b", "c", "d,", "e.", "F"]), max_size=8), min_size=1, max_size=8)


@given(
    hypotheses=hypotheses,
    final=st.lists(st.sampled_from(["a", "b", "c", "d,", "e.", "F"]), max_size=10),
    continues=st.booleans(),
)
def test_what_is_stable_only_ever_grows(hypotheses: list[list[str]], final: list[str], continues: bool) -> None:
    stabilizer = Stabilizer()
    before = ""
    for words in hypotheses:
        shown = stabilizer.partial(spoken(" ".join(words)), 100 * SAMPLE_RATE, continues=continues)
        assert shown.stable_text.startswith(before)
        before = shown.stable_text
    shown = stabilizer.final(spoken(" ".join(final)))
    assert shown.stable_text.startswith(before)
    assert shown.tentative_text == ""


@given(hypotheses=hypotheses, heard_s=st.floats(0, 4))
def test_a_word_is_shown_only_after_two_hypotheses_had_it(hypotheses: list[list[str]], heard_s: float) -> None:
    stabilizer = Stabilizer()
    counts: dict[str, int] = {}
    for words in hypotheses:
        for word in {fold(word) for word in words}:
            counts[word] = counts.get(word, 0) + 1
        shown = stabilizer.partial(spoken(" ".join(words)), round(heard_s * SAMPLE_RATE), continues=False)
        assert all(counts[fold(word.text)] > 1 for word in shown.stable + shown.tentative)


@given(text=st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=8), count=st.integers(0, 8))
def test_a_prefix_of_the_words_stands_for_itself(text: list[str], count: int) -> None:
    words = spoken(" ".join(text))
    assert continuation(words[:count], words) == min(count, len(words))


def test_folding() -> None:
    assert fold(" Don't!") == fold("DONT")
    assert fold(" …") == "…"
    assert fold("Ａ") == "a"
    assert fold(" 你好。") == "你好"


def test_continuation_prefers_the_nearer_end() -> None:
    words = spoken("yes yes yes yes")
    shown = (Word(" yeah", words[1].start, words[1].end, 0.9),)
    assert continuation(shown, words) in (0, 1)
