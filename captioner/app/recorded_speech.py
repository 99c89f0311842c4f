"""The speech of a track that is recorded already, as words and cues with true times."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from captioner.app.recognition import chosen_language
from captioner.audio.decode import Decoder
from captioner.core.caption import Cue
from captioner.core.library import SessionTrack
from captioner.core.protocols import Recognizer
from captioner.core.settings import RecognitionSettings, Standard
from captioner.core.sound import SAMPLE_RATE, Pcm
from captioner.core.speech import Hypothesis, Utterance, Word
from captioner.live.conversation import Conversation, Wishes
from captioner.live.segmenter import Segmenter
from captioner.live.whole_file import transcribe
from captioner.speech.vad import GatedVad
from captioner.transcript.cue_builder import build_cues

Watch = Callable[[int, int | None], None]
"""Hears how many samples were heard, of how many in all where that is known. What it raises ends the work."""


class RecordedSpeech:
    """What was recognized so far."""

    def __init__(self, track: SessionTrack, offset: int = 0) -> None:
        """``offset`` is the sample of the track at which hearing begins."""
        self.track = track.id
        self._offset = offset
        self._speaker = track.speaker
        self._translated = False
        self._utterances: list[tuple[Word, ...]] = []
        self._speech: dict[str, int] = {}  # samples by language
        self.heard = 0
        """Samples heard so far, counted from the offset."""
        self.without_words = 0
        """Samples of speech in which no words were recognized."""

    def hear(self, blocks: Iterable[Pcm], recognizer: Recognizer, recognition: RecognitionSettings) -> Iterator[int]:
        """Recognizes the sound, in bounded memory; gives the samples heard so far, step by step. To be called once."""
        self._translated = recognition.task == "translate"
        steps = transcribe(
            blocks,
            GatedVad(),
            Segmenter(self.track),
            recognizer,
            Conversation(chosen_language(recognition)),
            Wishes(recognition.task, recognition.vocabulary),
        )
        for step in steps:
            self.heard = step.heard
            if step.found is not None:
                self._add(*step.found)
            yield step.heard

    def hear_recording(
        self,
        recording: str | Path,
        recognizer: Recognizer,
        recognition: RecognitionSettings,
        watch: Watch,
        *,
        channel: int | None = None,
        stop: int | None = None,
    ) -> None:
        """Recognizes a recording from the offset to its end, or to the sample ``stop``: one channel, or all mixed.

        Raises InputError where it cannot be heard to its end, and what the recognizer and ``watch`` raise; what was
        recognized before is there then.
        """
        start_s = self._offset / SAMPLE_RATE
        duration_s = None if stop is None else stop / SAMPLE_RATE - start_s
        with Decoder(str(recording), start_s=start_s, duration_s=duration_s, channel=channel) as decoder:
            watch(0, decoder.samples)
            for heard in self.hear(decoder.blocks(), recognizer, recognition):
                watch(heard, decoder.samples)

    @property
    def utterances(self) -> list[tuple[Word, ...]]:
        """The words of each utterance, in order of time."""
        return self._utterances

    @property
    def spoken(self) -> bool:
        """Whether there is any word."""
        return any(self._utterances)

    @property
    def language(self) -> str | None:
        """The language of the words: the one that was spoken longest; None before any speech."""
        if self._translated:
            return "en"
        return max(self._speech, key=self._speech.__getitem__, default=None)

    def cues(self, standard: Standard) -> list[Cue]:
        """The words as cues."""
        return build_cues(
            self._utterances, standard=standard, language=self.language, track=self.track, speaker=self._speaker
        )

    def _add(self, utterance: Utterance, hypothesis: Hypothesis) -> None:
        by = self._offset
        self._utterances.append(
            tuple(replace(word, start=word.start + by, end=word.end + by) for word in hypothesis.words)
        )
        length = utterance.speech_stop - utterance.speech_start
        if not hypothesis.words:
            self.without_words += length
        elif hypothesis.language:
            self._speech[hypothesis.language] = self._speech.get(hypothesis.language, 0) + length
