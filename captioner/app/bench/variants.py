"""What a benchmark compares: the settings, and settings that differ from them in some values.

A change is written ``KEY=VALUE``. Keys: ``model``, ``engine``, ``device``, ``language`` and ``task``, as in the
settings; and the fields of the policies, ``endpoint.…`` (EndpointPolicy), ``cadence.…`` (CadencePolicy), ``commit.…``
(CommitPolicy) and ``pass.…`` (PassPolicy). A number of samples may be written as ``300ms`` or ``0.3s``.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, TypeVar

import msgspec

from captioner.core.errors import SettingsError
from captioner.core.protocols import Recognizer
from captioner.core.settings import RecognitionSettings
from captioner.core.sound import SAMPLE_RATE
from captioner.core.speech import EngineInfo
from captioner.live.recognition import StreamingPolicy
from captioner.live.schedule import CadencePolicy
from captioner.live.segmenter import EndpointPolicy
from captioner.live.stabilizer import CommitPolicy, commit_policy
from captioner.speech.whisper import PassPolicy, WhisperRecognizer

RECOGNITION_KEYS = ("model", "engine", "device", "language", "task")
_POLICIES: Mapping[str, type] = {
    "endpoint": EndpointPolicy,
    "cadence": CadencePolicy,
    "commit": CommitPolicy,
    "pass": PassPolicy,
}
_DURATION = re.compile(r"(\d+(?:\.\d+)?)(ms|s)")
Policy = TypeVar("Policy")


@dataclass(frozen=True, slots=True)
class Variant:
    """A way to caption. ``changes`` holds what differs from the policies' defaults, by policy and field."""

    name: str
    recognition: RecognitionSettings
    changes: Mapping[str, Mapping[str, Any]]

    @property
    def endpoint(self) -> EndpointPolicy:
        """When speech begins and ends."""
        return self._changed("endpoint", EndpointPolicy())

    def streaming(self, engine: EngineInfo) -> StreamingPolicy:
        """How often that engine is asked, and when its words are shown."""
        return StreamingPolicy(
            self._changed("cadence", CadencePolicy()), self._changed("commit", commit_policy(engine))
        )

    def passes(self, policy: PassPolicy) -> PassPolicy:
        """How hard an engine works that would work as ``policy`` says."""
        return self._changed("pass", policy)

    def policies(self, recognizer: Recognizer) -> dict[str, Any]:
        """All values that hold with that engine, for a report."""
        policies: dict[str, Any] = {
            "endpoint": asdict(self.endpoint),
            "cadence": asdict(self.streaming(recognizer.info).cadence),
            "commit": asdict(self._changed("commit", commit_policy(recognizer.info))),
        }
        if isinstance(recognizer, WhisperRecognizer):
            policies["pass"] = asdict(recognizer.policy)
        return policies

    def _changed(self, name: str, policy: Policy) -> Policy:
        return replace(policy, **self.changes.get(name, {}))  # type: ignore[type-var]  # all are dataclasses


def variants_of(recognition: RecognitionSettings, against: Sequence[str]) -> list[Variant]:
    """The settings as they are, then one variant for each of ``against``: changes parted by commas.

    Raises SettingsError for an unknown key or a value that does not fit.
    """
    plain = Variant("settings", recognition, {})
    return [plain, *(_variant(plain, text) for text in against)]


def _variant(plain: Variant, text: str) -> Variant:
    tree = msgspec.to_builtins(plain.recognition)
    changes: dict[str, dict[str, Any]] = {}
    for change in text.split(","):
        key, equals, value = (part.strip() for part in change.partition("="))
        room, _, field_name = key.partition(".")
        types = {field.name: field.type for field in fields(_POLICIES[room])} if room in _POLICIES else {}
        try:
            if not equals:
                raise SettingsError(f"{change!r} is no change: it must be KEY=VALUE.")
            if key in RECOGNITION_KEYS:
                tree[key] = value
            elif field_name in types:
                changes.setdefault(room, {})[field_name] = _value(value, types[field_name])
            else:
                raise SettingsError(f"There is nothing called {key!r} to compare.", _known())
        except msgspec.ValidationError as error:
            raise SettingsError(f"{key}: {value!r} does not fit: {error}.") from error
    try:
        changed = msgspec.convert(tree, RecognitionSettings)
    except msgspec.ValidationError as error:
        raise SettingsError(f"{text!r}: {error}.") from error
    return Variant(text, changed, changes)


def _value(text: str, kind: Any) -> Any:
    if (duration := _DURATION.fullmatch(text)) and kind is int:
        return round(float(duration[1]) * SAMPLE_RATE / (1000 if duration[2] == "ms" else 1))
    if kind is bool:
        text = {"yes": "true", "no": "false"}.get(text, text)
    return msgspec.convert(text, kind, strict=False)


def _known() -> str:
    policies = [f"{room}.{field.name}" for room, policy in _POLICIES.items() for field in fields(policy)]
    return "Known: " + ", ".join((*RECOGNITION_KEYS, *policies)) + "."
