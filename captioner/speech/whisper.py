"""Whisper through CTranslate2, below faster-whisper's ``transcribe()``.

One pass is: features (extended, not recomputed), one ``encode``, one ``generate`` over its output, one ``align`` that
gives each word its time and probability. Partial passes are greedy, continue a prefix that is already on the screen and
may use a short encoder context; final passes decode freely with beam search over Whisper's full context and are
checked for hallucination.
"""

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
"""Encoder positions that a partial pass may use. 80 and 128 would be taken for a number of mel bins."""

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


def context_for(samples: int) -> int:
    """Encoder positions that a partial pass over so much sound needs at least: 50 a second, and 128 to spare."""
    needed = -(-50 * samples // SAMPLE_RATE) + 128
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
        if len(window.pcm) > LONGEST_WINDOW:
            raise ValueError(f"a window of {len(window.pcm)} samples is longer than Whisper's 30 s")
        try:
            return self._pass_over(window)
        except RuntimeError as error:  # its memory is shared with other programs, and its driver may be updated
            if self._info.device == "cuda":
                raise gpu_error(error) from error
            raise

    def _pass_over(self, window: Window) -> Hypothesis:
        clock = perf_counter
        began = clock()
        short = (self._policy.short_partials or window.thrifty) and not window.final
        context = context_for(len(window.pcm)) if short else FULL_CONTEXT
        mel = self._growing.setdefault(window.utterance, GrowingMel(self._spectrum)).features(window.start, window.pcm)
        encoded = self._encode(mel, context)
        language, chance = self._language(window, encoded)
        encode_s, began = clock() - began, clock()
        tokenizer = self._tokenizer(window.language or language, window.task)
        decoded = self._generate(window, encoded, tokenizer)
        reason = self._rejection(window, tokenizer, decoded)
        if reason == REPETITION and window.final:
            decoded = self._generate(window, encoded, tokenizer, loop_free=True)
            reason = self._rejection(window, tokenizer, decoded)
        decode_s, began = clock() - began, clock()
        words = () if reason else self._words(window, encoded, tokenizer, decoded, mel.shape[1])
        cost = PassCost(encode_s, decode_s, clock() - began, context * SAMPLES_PER_POSITION)
        return Hypothesis(window.utterance, words, window.final, language, chance, reason, cost)

    def _encode(self, mel: Mel, context: int) -> Any:
        """The encoder's output over the features, padded with silence to ``context`` positions (two columns each)."""
        from ctranslate2 import StorageView

        columns = np.zeros((1, mel.shape[0], 2 * context), np.float32)
        heard = min(mel.shape[1], 2 * context)
        columns[0, :, :heard] = mel[:, :heard]
        return self._model.encode(StorageView.from_array(columns))

    def _language(self, window: Window, encoded: Any) -> tuple[str, float]:
        """The language that the window sounds like, with its probability, or the one that is given."""
        if not self._model.is_multilingual:
            return "en", 1.0
        if window.language is not None and not window.detect:
            return window.language, 1.0
        token, chance = self._model.detect_language(encoded)[0][0]
        return token.strip("<|>"), float(chance)

    def _tokenizer(self, language: str, task: str) -> Any:
        from faster_whisper.tokenizer import Tokenizer

        key = (language, task)
        if key not in self._tokenizers:
            self._tokenizers[key] = Tokenizer(self._vocabulary, self._model.is_multilingual, task, language)
        return self._tokenizers[key]

    @staticmethod
    def _rejection(window: Window, tokenizer: Any, decoded: _Decoded) -> str | None:
        """Why the pass is not to be believed, or None."""
        text = tokenizer.decode(decoded.tokens)
        seconds = len(window.pcm) / SAMPLE_RATE
        return rejection(Evidence(text, decoded.log_probability, decoded.no_speech, seconds, window.voicing))

    def _generate(self, window: Window, encoded: Any, tokenizer: Any, loop_free: bool = False) -> _Decoded:
        """Decodes at temperature 0; ``loop_free`` forbids any three tokens to come twice."""
        prompt = self._prompt(window, tokenizer)
        room = 16 + 14 * len(window.pcm) // SAMPLE_RATE
        result = self._model.generate(
            encoded,
            [prompt],
            beam_size=self._policy.final_beam if window.final else 1,
            max_length=min(448, len(prompt) + room),
            no_repeat_ngram_size=3 if loop_free else 0,
            suppress_tokens=self._suppressed(tokenizer),
            return_scores=True,
            return_no_speech_prob=True,
        )[0]
        tokens = result.sequences_ids[0]
        # CTranslate2 divides the sum by the length without the end token; Whisper's thresholds count it.
        log_probability = result.scores[0] * len(tokens) / (len(tokens) + 1)
        if not window.final:
            tokens = tokens[len(self._prefix_tokens(window, tokenizer)) :]  # the answer repeats the prefix
        spans = spans_of(tokens, tokenizer.eot, tokenizer.timestamp_begin)
        return _Decoded(spans, log_probability, result.no_speech_prob)

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

    def _words(self, window: Window, encoded: Any, tokenizer: Any, decoded: _Decoded, columns: int) -> tuple[Word, ...]:
        """The decoded words, after the prefix, with times of the track."""
        if not decoded.tokens:
            return ()
        prefix = [] if window.final else self._prefix_tokens(window, tokenizer)
        spans = [TokenSpan(tuple(prefix), None, None), *decoded.spans] if prefix else decoded.spans
        split = [tokenizer.split_to_word_tokens(list(span.tokens)) for span in spans]
        aligned = self._model.align(encoded, tokenizer.sot_sequence, [[*prefix, *decoded.tokens]], columns)[0]
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
