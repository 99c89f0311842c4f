"""What a Whisper model makes of a recording as a whole: the yardstick for its live captions."""

from pathlib import Path

from captioner.core.sound import Pcm


class WholeFileWhisper:
    """The model of a folder behind faster-whisper's own ``transcribe``: 30 s windows, full context, beam 5."""

    def __init__(self, folder: Path, device: str, compute_type: str) -> None:
        from faster_whisper import WhisperModel

        self._model = WhisperModel(str(folder), device=device, compute_type=compute_type)

    def text(self, pcm: Pcm, language: str | None) -> str:
        """What is said in the recording; ``language`` None to detect it."""
        segments, _ = self._model.transcribe(pcm, language=language, beam_size=5, condition_on_previous_text=False)
        return "".join(segment.text for segment in segments)
