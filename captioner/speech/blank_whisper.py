"""A Whisper of any dimensions that has learnt nothing: it costs what a trained one costs, and says nothing of worth.

It serves to measure a machine before any model is there. CTranslate2 writes and reads it like any other.
"""

import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.random import Generator

from captioner.speech.whisper_binary import WhisperShape

SPECIAL = ("<|endoftext|>", "<|startoftranscript|>", "<|nospeech|>", "<|notimestamps|>")
"""Its first tokens, which CTranslate2 looks for; the others are words without meaning."""

_POSITIONS = 1500
_TEXT_POSITIONS = 448


def write_blank_whisper(folder: Path, shape: WhisperShape) -> None:
    """Write it, with 8-bit weights, into an existing folder. Takes a tenth of a second for ten million weights."""
    from ctranslate2.specs import WhisperSpec

    random = np.random.default_rng(0)
    heads = shape.decoder_heads
    spec = WhisperSpec(shape.encoder_layers, heads, shape.decoder_layers, heads)
    _fill_encoder(spec.encoder, shape, random)
    _fill_decoder(spec.decoder, shape, random)
    spec.register_vocabulary([*SPECIAL, *map(str, range(shape.tokens - len(SPECIAL)))])
    spec.config.alignment_heads = [[shape.decoder_layers - 1, head] for head in range(min(6, heads))]
    spec.config.suppress_ids = spec.config.suppress_ids_begin = spec.config.lang_ids = []
    spec.validate()
    spec.optimize()
    spec.save(str(folder))
    (folder / "preprocessor_config.json").write_text(json.dumps({"feature_size": shape.mels}), encoding="utf-8")


def _fill_encoder(encoder: Any, shape: WhisperShape, random: Generator) -> None:
    width = shape.width
    for convolution, inputs in ((encoder.conv1, shape.mels), (encoder.conv2, width)):
        convolution.weight = random.standard_normal((width, inputs, 3), np.float32) / np.float32(inputs)
        convolution.bias = np.zeros(width, np.float32)
    encoder.position_encodings.encodings = random.standard_normal((_POSITIONS, width), np.float32)
    _fill_norm(encoder.layer_norm, width)
    for layer in encoder.layer:
        _fill_attention(layer.self_attention, (3 * width, width), width, random)
        _fill_feed_forward(layer.ffn, width, random)


def _fill_decoder(decoder: Any, shape: WhisperShape, random: Generator) -> None:
    width = shape.width
    _fill_matrix(decoder.embeddings, shape.tokens, width, random)
    decoder.projection.weight = decoder.embeddings.weight
    decoder.projection.weight_scale = decoder.embeddings.weight_scale
    decoder.position_encodings.encodings = random.standard_normal((_TEXT_POSITIONS, width), np.float32)
    _fill_norm(decoder.layer_norm, width)
    for layer in decoder.layer:
        _fill_attention(layer.self_attention, (3 * width, width), width, random)
        _fill_attention(layer.attention, (width, 2 * width, width), width, random)
        _fill_feed_forward(layer.ffn, width, random)


def _fill_attention(attention: Any, outputs: tuple[int, ...], width: int, random: Generator) -> None:
    for linear, rows in zip(attention.linear, outputs, strict=True):
        _fill_matrix(linear, rows, width, random)
        linear.bias = np.zeros(rows, np.float32)
    _fill_norm(attention.layer_norm, width)


def _fill_feed_forward(network: Any, width: int, random: Generator) -> None:
    for linear, rows, columns in ((network.linear_0, 4 * width, width), (network.linear_1, width, 4 * width)):
        _fill_matrix(linear, rows, columns, random)
        linear.bias = np.zeros(rows, np.float32)
    _fill_norm(network.layer_norm, width)


def _fill_norm(norm: Any, width: int) -> None:
    norm.gamma = np.ones(width, np.float32)
    norm.beta = np.zeros(width, np.float32)


def _fill_matrix(spec: Any, rows: int, columns: int, random: Generator) -> None:
    """CTranslate2 divides what is stored by the scale of its row; equal scales would be stored once, and not found."""
    spec.weight = random.integers(-127, 128, (rows, columns), np.int8)
    spec.weight_scale = (127 * columns**0.5 * random.uniform(0.99, 1.01, rows)).astype(np.float32)
