"""What of a growing hypothesis is stable enough to be shown for good.

LocalAgreement-2 (Liu et al. 2020; Macháček et al. 2023, "Turning Whisper into Real-Time Transcription System"): a
word is committed when two hypotheses in a row agree on it and on all before it. A word of which the engine is sure, and
that lies well behind the newest sound, need not wait for the second. Committed words are never taken back.
"""

from dataclasses import dataclass

from captioner.core.sound import SAMPLE_RATE, ms_to_samples
from captioner.core.speech import EngineInfo, Word, text_of
from captioner.live.wording import CLAUSE_END, continuation, fold


@dataclass(frozen=True, slots=True)
class CommitPolicy:
    """``guard``: samples before the end of the sound in which nothing is committed; the rest is for sure words."""

    guard: int = ms_to_samples(700)
    sure: float = 0.95
    sure_after: int = SAMPLE_RATE
    pause: int = ms_to_samples(300)


def commit_policy(engine: EngineInfo) -> CommitPolicy:
    """What suits the engine: on a GPU the next pass comes sooner, so less of the newest sound need be left alone."""
    return CommitPolicy(guard=ms_to_samples(500)) if engine.device == "cuda" else CommitPolicy()


@dataclass(frozen=True, slots=True)
class Shown:
    """The display of one utterance: words that stay, and words that may change."""

    stable: tuple[Word, ...]
    tentative: tuple[Word, ...]

    @property
    def stable_text(self) -> str:
        """The words that stay, as text."""
        return text_of(self.stable)

    @property
    def tentative_text(self) -> str:
        """The words that may change, with the space that parts them from the stable ones."""
        text = "".join(word.text for word in self.tentative).rstrip()
        return text if self.stable else text.lstrip()


class Stabilizer:
    """The commit rule for one utterance."""

    def __init__(self, policy: CommitPolicy | None = None) -> None:
        self._policy = policy or CommitPolicy()
        self._committed: tuple[Word, ...] = ()
        self._previous: tuple[Word, ...] = ()

    @property
    def committed(self) -> tuple[Word, ...]:
        """The words shown for good so far."""
        return self._committed

    @property
    def boundary(self) -> int | None:
        """Where a window may safely begin: the newest gap between two committed words with a pause or punctuation.

        A sample index, or None where there is no such gap yet.
        """
        for before, after in reversed(list(zip(self._committed, self._committed[1:], strict=False))):
            if after.start >= before.end and (
                before.text.rstrip()[-1:] in CLAUSE_END or after.start - before.end >= self._policy.pause
            ):
                return (before.end + after.start) // 2
        return None

    def partial(self, words: tuple[Word, ...], heard: int, *, continues: bool) -> Shown:
        """A hypothesis over sound up to sample ``heard``.

        ``continues``: its words come after the committed ones; otherwise they tell the utterance from its beginning.
        """
        if not continues:
            words = words[continuation(self._committed, words) :]
        count = 0
        for i, word in enumerate(words[:-1]):
            agreed = i < len(self._previous) and fold(self._previous[i].text) == fold(word.text)
            sure = word.probability >= self._policy.sure and word.end <= heard - self._policy.sure_after
            if word.end > heard - self._policy.guard or not (agreed or sure):
                break
            count = i + 1
        self._committed += words[:count]
        self._previous = words[count:]
        return Shown(self._committed, self._previous)

    def final(self, words: tuple[Word, ...]) -> Shown:
        """The last hypothesis, over the whole utterance: what was shown stays, what it adds is now stable too."""
        self._committed += words[continuation(self._committed, words) :]
        self._previous = ()
        return Shown(self._committed, ())
