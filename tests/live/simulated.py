"""Sound through a simulated session of one track, with real parts, and the words that were really said in it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from captioner.audio.decode import Decoder
from captioner.audio.spool import DiskSpool
from captioner.core.caption import Caption
from captioner.core.protocols import Recognizer
from captioner.core.sound import Pcm, Track
from captioner.core.speech import text_of
from captioner.live.conversation import Conversation, Wishes
from captioner.live.segmenter import EndpointPolicy, Segmenter
from captioner.live.simulation import SimulatedSource, Simulation
from captioner.live.talk import Talk
from captioner.speech.vad import GatedVad

PASS_NS = 40_000_000

Entry = Mapping[str, Any]
"""A recording's line in the manifest."""


def sound_of(path: Path) -> Pcm:
    """All of a file's sound."""
    with Decoder(str(path)) as decoder:
        return np.concatenate(list(decoder.blocks()))


def captions_of(
    pcm: Pcm,
    engine: Recognizer,
    folder: Path,
    *,
    conversation: Conversation | None = None,
    endpoint: EndpointPolicy | None = None,
    wishes: Wishes | None = None,
) -> list[Caption]:
    """All captions, on a machine that takes 40 ms for a pass. The language is detected where no conversation tells."""
    captions: list[Caption] = []
    spool = DiskSpool(folder / "spool.wav")
    source, segmenter = SimulatedSource(Track("file"), pcm), Segmenter("file", endpoint)
    talk = Talk(source, spool, GatedVad(), segmenter, conversation or Conversation())
    Simulation([talk], engine, captions.append, wishes, pass_time=lambda window, hypothesis: PASS_NS).run()
    spool.close()
    return captions


def finals_of(captions: Sequence[Caption]) -> list[Caption]:
    """The last state of each utterance."""
    return [caption for caption in captions if caption.final]


def transcript_of(captions: Sequence[Caption]) -> str:
    """What stays: the words of the final captions."""
    return " ".join(text_of(caption.words) for caption in finals_of(captions) if caption.words)


def told(figures: str) -> None:
    """Says what was measured to whoever runs the tests with ``-s``."""
    print(f"\n{figures}")  # noqa: T201
