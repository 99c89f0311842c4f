"""The engines of a benchmark: one for each model, whatever the number of variants that use it."""

from pathlib import Path

from captioner.app.bench.recordings import Recording
from captioner.app.bench.runs import sound_of
from captioner.app.bench.variants import Variant
from captioner.app.engine import ShowLoading, Tell, load_engine
from captioner.app.folders import Folders
from captioner.app.recognition import chosen_language
from captioner.core.protocols import Recognizer
from captioner.core.settings import RecognitionSettings
from captioner.core.sound import SAMPLE_RATE
from captioner.core.speech import EngineInfo, text_of
from captioner.live.conversation import Conversation, Wishes
from captioner.live.segmenter import Segmenter
from captioner.live.whole_file import transcribe
from captioner.speech.model_store import ModelStore, chosen_model
from captioner.speech.vad import GatedVad
from captioner.speech.whisper import WhisperRecognizer
from captioner.speech.whisper_whole_file import WholeFileWhisper


class Engines:
    """Loads what is asked for once, and closes it all at the end."""

    def __init__(self, folders: Folders, tell: Tell, progress: ShowLoading) -> None:
        self._folders = folders
        self._tell = tell
        self._progress = progress
        self._loaded: dict[RecognitionSettings, Recognizer] = {}
        self._whole: dict[RecognitionSettings, WholeFileWhisper] = {}
        self._texts: dict[tuple[RecognitionSettings, Recording], str] = {}

    def recognizer(self, variant: Variant) -> Recognizer:
        """The variant's engine. Raises ModelError, OutputError or EngineError."""
        chosen = variant.recognition
        if chosen not in self._loaded:
            self._loaded[chosen] = load_engine(chosen, self._folders, tell=self._tell, progress=self._progress)
        engine = self._loaded[chosen]
        if isinstance(engine, WhisperRecognizer):
            return engine.with_policy(variant.passes(engine.policy))
        return engine

    def whole_file_text(self, variant: Variant, recording: Recording) -> str:
        """What the variant's model makes of the whole recording; the embedded engine hears it by utterances."""
        key = (variant.recognition, recording)
        if key not in self._texts:
            self._texts[key] = self._whole_file_text(variant, recording)
        return self._texts[key]

    def close(self) -> None:
        """Frees the models."""
        for engine in self._loaded.values():
            engine.close()
        self._loaded.clear()
        self._whole.clear()

    def _whole_file_text(self, variant: Variant, recording: Recording) -> str:
        chosen, pcm = variant.recognition, sound_of(recording.path)
        language = chosen_language(chosen)
        recognizer = self.recognizer(variant)
        if isinstance(recognizer, WhisperRecognizer):
            if chosen not in self._whole:
                self._whole[chosen] = self._whisper(chosen, recognizer.info)
            return self._whole[chosen].text(pcm, language or recording.language)
        blocks = (pcm[at : at + SAMPLE_RATE] for at in range(0, len(pcm), SAMPLE_RATE))
        wishes = Wishes(chosen.task, chosen.vocabulary)
        steps = transcribe(blocks, GatedVad(), Segmenter("file"), recognizer, Conversation(language), wishes)
        return " ".join(text_of(step.found[1].words) for step in steps if step.found)

    def _whisper(self, chosen: RecognitionSettings, info: EngineInfo) -> WholeFileWhisper:
        model = chosen_model(chosen.model)
        folder = model if isinstance(model, Path) else ModelStore(self._folders.models).find(model.name)
        if folder is None:
            raise ValueError("a model that runs is installed")
        return WholeFileWhisper(folder, info.device, info.compute_type)
