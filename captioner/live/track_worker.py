"""The thread of one track: sound in, spool, voice activity, segmenter, utterances out; it never awaits the engine."""

import threading
from collections.abc import Callable

from captioner.core.sound import AudioBlock
from captioner.core.speech import Utterance
from captioner.live.talk import Talk

READ_TIMEOUT_S = 0.1


class TrackWorker:
    """Drains one source until it ends.

    ``offer`` takes what the segmenter changed (the open utterance's growth too), ``on_block`` every block. ``room`` is
    asked to wait by a source that is not live, which would outrun the engine. ``on_end`` is called once, with the
    exception that ended the track or None.
    """

    def __init__(
        self,
        talk: Talk,
        *,
        offer: Callable[[list[Utterance]], None],
        on_block: Callable[[AudioBlock], None],
        room: Callable[[], None],
        on_end: Callable[[Talk, BaseException | None], None],
    ) -> None:
        self._talk = talk
        self._offer = offer
        self._on_block = on_block
        self._room = room
        self._on_end = on_end
        self.thread = threading.Thread(target=self._run, name=f"track-{talk.track}", daemon=True)

    def _run(self) -> None:
        failure: BaseException | None = None
        try:
            self._drain()
        except Exception as error:
            failure = error
        try:
            self._offer(self._talk.segmenter.flush(self._talk.spool.length))
        finally:
            self._on_end(self._talk, failure)

    def _drain(self) -> None:
        talk = self._talk
        while True:
            block = talk.source.read(READ_TIMEOUT_S)
            if block is None:
                if talk.source.ended:
                    return
                continue
            talk.spool.append(block.pcm)
            talk.anchor.move(block.stop, block.end_ns)
            self._on_block(block)
            changes = talk.segmenter.push(talk.vad.push(block.pcm))
            if changes:
                self._offer(changes)
            if not talk.source.live:
                self._room()
