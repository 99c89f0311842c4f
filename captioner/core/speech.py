"""Speech on its way to text: voice activity, utterances, what an engine is asked, what it answers."""

from dataclasses import dataclass, field
from typing import Literal

from captioner.core.sound import Pcm

Task = Literal["transcribe", "translate"]


@dataclass(frozen=True, slots=True)
class VadFrame:
    """How likely a short stretch of a track is speech.

    ``start`` and ``stop`` are sample indices, ``probability`` is 0…1, ``level`` the RMS in dB of full scale (≤ 0).
    """

    start: int
    stop: int
    probability: float
    level: float


CloseReason = Literal["pause", "soft cut", "hard cut", "end"]
"""Why an utterance closed: a pause of the speaker, a cut at a short breath in a long one, a cut by length alone, or
the end of the track."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """A stretch of a track in which somebody speaks, as the segmenter sees it; its sound is in the track's spool.

    All times are sample indices of the track. ``start``…``stop`` is what the engine hears: speech with its pre-roll
    and at most 0.2 s of the silence behind it. ``speech_start``…``speech_stop`` is the speech as the VAD heard it.
    An open utterance grows from one value to the next. A ``pausing`` one has been silent long enough for a speculative
    final pass: if the speech does not resume, it closes with the same ``stop``. ``continues`` tells that it begins
    at a cut, with no pause before it. ``voicing`` is the VAD's mean probability over the speech: low for music.
    """

    id: int
    track: str
    start: int
    stop: int
    speech_start: int
    speech_stop: int
    state: Literal["open", "pausing", "closed"]
    reason: CloseReason | None = None
    continues: bool = False
    voicing: float = 1.0


@dataclass(frozen=True, slots=True)
class Word:
    """A recognized word.

    ``text`` carries its own leading space where the language writes one and its punctuation, so that a sentence is
    ``"".join(word.text for word in words)``. ``start`` and ``end`` are sample indices of the track, ``probability``
    is 0…1.
    """

    text: str
    start: int
    end: int
    probability: float


def text_of(words: tuple[Word, ...] | list[Word]) -> str:
    """The words as one line of text, without space around it."""
    return "".join(word.text for word in words).strip()


@dataclass(frozen=True, slots=True)
class Window:
    """What an engine is asked to hear: a stretch of one utterance.

    ``start`` is the sample index of ``pcm[0]``. A ``final`` window is the whole utterance and deserves the engine's
    best; otherwise the pass is a quick one over speech that still grows. ``prefix`` holds words that were shown as
    stable and begin in this window: a partial hypothesis continues them and does not repeat them. ``context`` is what
    was said before, ``vocabulary`` words that the user expects. ``language`` is what to decode as; with ``detect`` the
    engine also tells which language it hears (and decodes as that where ``language`` is None). ``speech_start`` is
    where the VAD heard the first speech, ``voicing`` its mean probability of speech. A ``thrifty`` pass is to cost
    little, where the engine has a choice; a final one then gives up some of its best, and is right first of all.
    """

    utterance: int
    track: str
    start: int
    pcm: Pcm
    final: bool
    speech_start: int
    language: str | None = None
    detect: bool = True
    task: Task = "transcribe"
    prefix: tuple[Word, ...] = ()
    context: str = ""
    vocabulary: tuple[str, ...] = ()
    voicing: float = 1.0
    thrifty: bool = False

    @property
    def stop(self) -> int:
        """The sample index just past the window."""
        return self.start + len(self.pcm)


@dataclass(frozen=True, slots=True)
class PassCost:
    """What one pass took: seconds of the engine by stage, and the samples of sound that it encoded."""

    encode_s: float = 0.0
    decode_s: float = 0.0
    align_s: float = 0.0
    encoded: int = 0

    def __add__(self, other: "PassCost") -> "PassCost":
        return PassCost(
            self.encode_s + other.encode_s,
            self.decode_s + other.decode_s,
            self.align_s + other.align_s,
            self.encoded + other.encoded,
        )

    @property
    def seconds(self) -> float:
        """Engine seconds in all."""
        return self.encode_s + self.decode_s + self.align_s


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """What an engine believes was said in a window: the words after the window's prefix, in order of time.

    ``rejected`` names the check that found the words not to be speech ("no speech", "repetition", …); the words are
    then empty. ``language`` is what the engine heard where the window asked it to detect, else what it was told,
    with its probability.
    """

    utterance: int
    words: tuple[Word, ...]
    final: bool
    language: str | None = None
    language_probability: float = 0.0
    rejected: str | None = None
    cost: PassCost = field(default_factory=PassCost)


@dataclass(frozen=True, slots=True)
class EngineInfo:
    """What runs, in words a person understands, and how the pipeline should treat it.

    ``languages`` is empty where any language goes. An ``incremental`` engine keeps its own state while an utterance
    grows: its windows always begin at the utterance's start and carry no prefix.
    """

    engine: str
    model: str
    device: str
    compute_type: str = ""
    languages: tuple[str, ...] = ()
    incremental: bool = False
