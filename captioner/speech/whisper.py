"""Whisper through CTranslate2, below faster-whisper's ``transcribe()``.

One pass is: features (extended, not recomputed), one ``encode``, one ``generate`` over its output, one ``align`` that
gives each word its time and probability. Partial passes are greedy, continue a prefix that is already on the screen and
may use a short encoder context; final passes decode freely with beam search over Whisper's full context and are
checked for hallucination. Finals of a backlog go through one ``generate`` and one ``align`` together.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Any

import numpy as np

from captioner.core.sound import SAMPLE_RATE
from captioner.core.speech import EngineInfo, Hypothesis, PassCost, Window, Word
from captioner.speech.cuda_probe import gpu_error
from captioner.speech.hallucination import REPETITION, Evidence, rejection
from captioner.speech.mel import GrowingMel, Mel, MelSpectrum
from captioner.speech.whisper_words import (
    SAMPLES_PER_POSITION,
    TokenSpan,
    bounded,
    join_punctuation,
    spans_of,
    word_times,
)

FULL_CONTEXT = 1500
"""Encoder positions of Whisper's 30 s."""

SHORT_CONTEXTS = (384, 512, 768, 1024, FULL_CONTEXT)
"""Encoder positions that a pass may use. 80 and 128 would be taken for a number of mel bins."""

THRIFTY_FINAL_CONTEXT = 768
"""Of a thrifty final pass at least: half of the full context costs a third, and the words stay much the same."""

CPU_BATCH, GPU_BATCH = 4, 8
"""Finals heard at once. Measured on 2 cores with base dimensions, a final of 20 tokens: decoding takes 0.53 of the time
in a batch of four, the whole pass 0.79; a GPU is hardly busy with one."""

LONGEST_WINDOW = 30 * SAMPLE_RATE
ONSET_MARGIN = SAMPLE_RATE // 10
"""How much earlier than the VAD's onset a first word may begin."""

PROMPT_TOKENS = 223
"""What Whisper's decoder keeps of the text before: half its context less the start token."""


@dataclass(frozen=True, slots=True)
class PassPolicy:
    """How hard the engine works: hypotheses kept by the beam search of final passes, context of partial ones."""

    final_beam: int = 5
    short_partials: bool = False


@dataclass(frozen=True, slots=True)
class _Decoded:
    """A generated sequence: text between timestamps, mean log-probability a token, probability of no speech."""

    spans: list[TokenSpan]
    log_probability: float
    no_speech: float

    @property
    def tokens(self) -> list[int]:
        return [token for span in self.spans for token in span.tokens]


def context_for(samples: int, least: int = 0) -> int:
    """Encoder positions for a short pass over so much sound: 50 a second and 128 to spare, and at least ``least``."""
    needed = max(least, -(-50 * samples // SAMPLE_RATE) + 128)
    return next((context for context in SHORT_CONTEXTS if context >= needed), FULL_CONTEXT)


class WhisperRecognizer:
    """The Recognizer that runs a CTranslate2 Whisper model.

    ``model`` is a ``ctranslate2.models.Whisper``, ``vocabulary`` a
    ``tokenizers.Tokenizer``; ``whisper_load`` makes both.
    """

    def __init__(self, model: Any, vocabulary: Any, n_mels: int, info: EngineInfo, policy: PassPolicy) -> None:
        self._model = model
        self._vocabulary = vocabulary
        self._info = info
        self._policy = policy
        self._spectrum = MelSpectrum(n_mels)
        self._growing: dict[int, GrowingMel] = {}
        self._tokenizers: dict[tuple[str, str], Any] = {}

    @property
    def info(self) -> EngineInfo:
        return self._info

    @property
    def policy(self) -> PassPolicy:
        """How hard it works."""
        return self._policy

    def with_policy(self, policy: PassPolicy) -> "WhisperRecognizer":
        """The same model, working otherwise."""
        return WhisperRecognizer(self._model, self._vocabulary, self._spectrum.n_mels, self._info, policy)

    def forget(self, utterance: int) -> None:
        self._growing.pop(utterance, None)

    def close(self) -> None:
        self._growing.clear()
        self._model = None

    def recognize(self, window: Window) -> Hypothesis:
        """One pass over at most 30 s. Raises ValueError for a longer window, EngineError where the GPU fails."""
        return self._guarded([window])[0]

    @property
    def batch(self) -> int:
        """How many finals it hears at once."""
        return GPU_BATCH if self._info.device == "cuda" else CPU_BATCH

    def recognize_finals(self, windows: Sequence[Window]) -> list[Hypothesis]:
        """Final passes over several windows, together where they are decoded alike. Raises as ``recognize``."""
        found: dict[int, Hypothesis] = {}
        for alike in _decoded_alike(windows):
            for window, hypothesis in zip(alike, self._guarded(alike), strict=True):
                found[window.utterance] = hypothesis
        return [found[window.utterance] for window in windows]

    def _guarded(self, windows: Sequence[Window]) -> list[Hypothesis]:
        longest = max(len(window.pcm) for window in windows)
        if longest > LONGEST_WINDOW:
            raise ValueError(f"a window of {longest} samples is longer than Whisper's 30 s")
        try:
            return self._pass_over(windows)
        except RuntimeError as error:  # its memory is shared with other programs, and its driver may be updated
            if self._info.device == "cuda":
                raise gpu_error(error) from error
            raise

    def _pass_over(self, windows: Sequence[Window]) -> list[Hypothesis]:
        """One pass over one window, or over several that are decoded alike."""
        clock = perf_counter
        began = clock()
        first = windows[0]
        context = max(self._context(window) for window in windows)
        mels = [
            self._growing.setdefault(window.utterance, GrowingMel(self._spectrum)).features(window.start, window.pcm)
            for window in windows
        ]
        encoded = self._encode(mels, context)
        languages = self._languages(windows, encoded)
        encode_s, began = clock() - began, clock()
        tokenizer = self._tokenizer(first.language or languages[0][0], first.task)
        decoded = self._generate(windows, encoded, tokenizer)
        reasons = [self._rejection(*each, tokenizer) for each in zip(windows, decoded, strict=True)]
        if first.final and REPETITION in reasons:
            looping = [number for number, reason in enumerate(reasons) if reason == REPETITION]
            again = self._generate(windows, encoded, tokenizer, loop_free=True)
            for number in looping:
                decoded[number] = again[number]
                reasons[number] = self._rejection(windows[number], again[number], tokenizer)
        decode_s, began = clock() - began, clock()
        believed = [[] if reason else each.spans for reason, each in zip(reasons, decoded, strict=True)]
        words = self._words(windows, encoded, tokenizer, believed, [mel.shape[1] for mel in mels])
        share = 1 / len(windows)
        cost = PassCost(share * encode_s, share * decode_s, share * (clock() - began), context * SAMPLES_PER_POSITION)
        return [
            Hypothesis(window.utterance, own, window.final, *language, reason, cost)
            for window, own, language, reason in zip(windows, words, languages, reasons, strict=True)
        ]

    def _context(self, window: Window) -> int:
        """Encoder positions to use."""
        if window.final:
            return context_for(len(window.pcm), THRIFTY_FINAL_CONTEXT) if window.thrifty else FULL_CONTEXT
        short = self._policy.short_partials or window.thrifty
        return context_for(len(window.pcm)) if short else FULL_CONTEXT

    def _encode(self, mels: Sequence[Mel], context: int) -> Any:
        """The encoder's output over the features, padded with silence to ``context`` positions (two columns each).

        A processor gains nothing from encoding several at once, and would need the buffers for all of them.
        """
        from ctranslate2 import StorageView

        columns = np.zeros((len(mels), mels[0].shape[0], 2 * context), np.float32)
        for row, mel in zip(columns, mels, strict=True):
            heard = min(mel.shape[1], 2 * context)
            row[:, :heard] = mel[:, :heard]
        if len(mels) == 1 or self._info.device == "cuda":
            return self._model.encode(StorageView.from_array(columns))
        rows = [np.asarray(self._model.encode(StorageView.from_array(columns[i : i + 1]))) for i in range(len(mels))]
        return StorageView.from_array(np.concatenate(rows))

    def _languages(self, windows: Sequence[Window], encoded: Any) -> list[tuple[str, float]]:
        """The language that each window sounds like, with its probability, or the one that is given."""
        if not self._model.is_multilingual:
            return [("en", 1.0)] * len(windows)
        if not any(window.detect or window.language is None for window in windows):
            return [(window.language or "", 1.0) for window in windows]
        return [(best[0][0].strip("<|>"), float(best[0][1])) for best in self._model.detect_language(encoded)]

    def _tokenizer(self, language: str, task: str) -> Any:
        from faster_whisper.tokenizer import Tokenizer

        key = (language, task)
        if key not in self._tokenizers:
            self._tokenizers[key] = Tokenizer(self._vocabulary, self._model.is_multilingual, task, language)
        return self._tokenizers[key]

    @staticmethod
    def _rejection(window: Window, decoded: _Decoded, tokenizer: Any) -> str | None:
        """Why the pass is not to be believed, or None."""
        text = tokenizer.decode(decoded.tokens)
        seconds = len(window.pcm) / SAMPLE_RATE
        return rejection(Evidence(text, decoded.log_probability, decoded.no_speech, seconds, window.voicing))

    def _generate(
        self, windows: Sequence[Window], encoded: Any, tokenizer: Any, loop_free: bool = False
    ) -> list[_Decoded]:
        """Decodes at temperature 0; ``loop_free`` forbids any three tokens to come twice."""
        first = windows[0]
        prompt = self._prompt(first, tokenizer)
        room = 16 + 14 * max(len(window.pcm) for window in windows) // SAMPLE_RATE
        results = self._model.generate(
            encoded,
            [prompt] * len(windows),
            beam_size=self._policy.final_beam if first.final and not first.thrifty else 1,
            max_length=min(448, len(prompt) + room),
            no_repeat_ngram_size=3 if loop_free else 0,
            suppress_tokens=self._suppressed(tokenizer),
            return_scores=True,
            return_no_speech_prob=True,
        )
        found = []
        for result in results:
            tokens = result.sequences_ids[0]
            # CTranslate2 divides the sum by the length without the end token; Whisper's thresholds count it.
            log_probability = result.scores[0] * len(tokens) / (len(tokens) + 1)
            if not first.final:
                tokens = tokens[len(self._prefix_tokens(first, tokenizer)) :]  # the answer repeats the prefix
            spans = spans_of(tokens, tokenizer.eot, tokenizer.timestamp_begin)
            found.append(_Decoded(spans, log_probability, result.no_speech_prob))
        return found

    def _prompt(self, window: Window, tokenizer: Any) -> list[int]:
        """Vocabulary and context, the task, then the words already shown."""
        before: list[int] = []
        if window.vocabulary:
            before += tokenizer.encode(" " + ", ".join(window.vocabulary))[: PROMPT_TOKENS // 2]
        if window.context:
            before += tokenizer.encode(" " + window.context)[-(PROMPT_TOKENS - len(before)) :]
        prompt = [tokenizer.sot_prev, *before] if before else []
        prompt += tokenizer.sot_sequence
        if not window.final:
            prompt.append(tokenizer.no_timestamps)
            prompt += self._prefix_tokens(window, tokenizer)
        return prompt

    @staticmethod
    def _prefix_tokens(window: Window, tokenizer: Any) -> list[int]:
        tokens: list[int] = tokenizer.encode("".join(word.text for word in window.prefix))
        return tokens[-PROMPT_TOKENS:]

    @staticmethod
    def _suppressed(tokenizer: Any) -> list[int]:
        """Tokens that are never speech: notes, brackets, and the special ones that only a prompt may hold."""
        special = (tokenizer.transcribe, tokenizer.translate, tokenizer.sot, tokenizer.sot_prev, tokenizer.sot_lm)
        return sorted({-1, *tokenizer.non_speech_tokens, *(token for token in special if token is not None)})

    def _words(
        self,
        windows: Sequence[Window],
        encoded: Any,
        tokenizer: Any,
        believed: Sequence[list[TokenSpan]],
        columns: list[int],
    ) -> list[tuple[Word, ...]]:
        """The decoded words of each window, after its prefix, with times of the track."""
        if not any(believed):
            return [()] * len(windows)
        prefix = [] if windows[0].final else self._prefix_tokens(windows[0], tokenizer)
        texts = [[*prefix, *(token for span in spans for token in span.tokens)] for spans in believed]
        aligned = self._model.align(encoded, tokenizer.sot_sequence, texts, columns)
        return [
            _timed_words(window, each, tokenizer, prefix, spans) if spans else ()
            for window, each, spans in zip(windows, aligned, believed, strict=True)
        ]


def _decoded_alike(windows: Sequence[Window]) -> list[list[Window]]:
    """The windows in groups that one prompt serves; where the language must first be found, each by itself."""
    groups: dict[object, list[Window]] = {}
    for window in windows:
        known = (window.language, window.task, window.context, window.vocabulary, window.thrifty)
        groups.setdefault(known if window.language else window.utterance, []).append(window)
    return list(groups.values())


def _timed_words(
    window: Window, aligned: Any, tokenizer: Any, prefix: list[int], decoded: list[TokenSpan]
) -> tuple[Word, ...]:
    """The words of one window from its alignment."""
    spans = [TokenSpan(tuple(prefix), None, None), *decoded] if prefix else decoded
    split = [tokenizer.split_to_word_tokens(list(span.tokens)) for span in spans]
    timed = word_times(
        aligned.alignments,
        [text for texts, _ in split for text in texts],
        [part for _, parts in split for part in parts],
        aligned.text_token_probs,
    )
    heard = len(window.pcm)
    floor = max(0, window.speech_start - window.start - ONSET_MARGIN)
    words: list[Word] = []
    for number, (span, (texts, _)) in enumerate(zip(spans, split, strict=True)):
        own, timed = timed[: len(texts)], timed[len(texts) :]
        if prefix and number == 0:
            floor = max(0, window.prefix[-1].end - window.start)
            continue
        first = floor if span.start is None else max(floor, span.start * SAMPLES_PER_POSITION)
        last = heard if span.end is None else min(heard, span.end * SAMPLES_PER_POSITION)
        words += bounded(join_punctuation(own), first, max(first, last), ends=span.end is not None)
        floor = words[-1].end if words else floor
    return tuple(
        Word(word.text, window.start + word.start, window.start + word.end, word.probability) for word in words
    )
