"""What the doctor tells about models and the GPU."""

import shutil
from pathlib import Path

import pytest

from captioner.app.doctor.speech import examine_gpu, examine_models, in_words, model_to_try
from captioner.audio.examination import Finding
from captioner.core.settings import RecognitionSettings
from captioner.speech.cuda_probe import CudaProbe

DEFAULTS = RecognitionSettings()


@pytest.fixture
def models(tmp_path: Path, tiny_whisper: Path) -> Path:
    """A store with one sound model, called base."""
    folder = tmp_path / "models"
    shutil.copytree(tiny_whisper, folder / "base")
    return folder


def configured(recognition: RecognitionSettings, models: Path) -> Finding:
    return next(found for found in examine_models(recognition, models) if found.subject == "Model")


def test_the_configured_model_is_here(models: Path) -> None:
    model, here = examine_models(DEFAULTS, models)
    assert (model.severity, model.text) == ("ok", f"base, in {models / 'base'}")
    assert here.text == f"base (3 MB), in {models}"
    assert model_to_try(DEFAULTS, models) == models / "base"


def test_a_model_that_is_still_to_come(tmp_path: Path) -> None:
    finding = configured(RecognitionSettings(model="small"), tmp_path)
    assert (finding.severity, finding.text) == ("warning", "small is not here yet")
    assert "487 MB" in finding.hint
    assert "embedded" in finding.hint
    assert "embedded" not in configured(RecognitionSettings(model="small", engine="whisper"), tmp_path).hint
    assert configured(RecognitionSettings(engine="embedded"), tmp_path).severity == "ok"


def test_a_damaged_model_is_an_error_where_it_is_the_chosen_one(models: Path) -> None:
    (models / "base" / "model.bin").write_bytes(b"half")
    broken = configured(DEFAULTS, models)
    assert broken.severity == "error"
    assert "model.bin" in broken.text
    assert "fetch the model again" in broken.hint
    other = list(examine_models(RecognitionSettings(model="tiny"), models))
    assert [(finding.severity, finding.subject) for finding in other] == [
        ("warning", "Model"), ("ok", "Models here"), ("warning", "Model"),
    ]  # fmt: skip
    assert "model.bin" in other[-1].text
    assert model_to_try(DEFAULTS, models) is None


def test_a_folder_of_the_users_own(tmp_path: Path, tiny_whisper: Path) -> None:
    assert configured(RecognitionSettings(model=str(tiny_whisper)), tmp_path).severity == "ok"
    assert model_to_try(RecognitionSettings(model=str(tiny_whisper)), tmp_path) == tiny_whisper
    missing = configured(RecognitionSettings(model=str(tmp_path / "none")), tmp_path)
    assert (missing.severity, missing.text) == ("error", f"There is no model folder {tmp_path / 'none'}.")


def test_a_model_that_does_not_exist(models: Path) -> None:
    finding = configured(RecognitionSettings(model="bsae"), models)
    assert (finding.severity, finding.hint) == ("error", 'Did you mean "base"?')
    assert model_to_try(RecognitionSettings(model="bsae"), models) == models / "base"


def test_the_gpu_of_this_computer(models: Path) -> None:
    import ctranslate2

    findings = list(examine_gpu(DEFAULTS, models))
    forced = list(examine_gpu(RecognitionSettings(device="cuda"), models))
    if ctranslate2.get_cuda_device_count():
        assert [finding.subject for finding in findings] == ["CUDA libraries", "GPU"]
        assert ("base ran on it" in findings[1].text) == (findings[1].severity == "ok")
    else:
        (finding,) = findings
        assert (finding.subject, finding.severity) in (("GPU", "ok"), ("GPU", "warning"))
        assert "Whisper runs on the CPU" in finding.text
        assert (forced[0].severity, bool(forced[0].hint)) == ("error", True)


def test_what_the_trial_on_a_gpu_tells() -> None:
    ran = in_words(CudaProbe(True, 1, ("float16",), "", ""), "base")
    assert (ran.severity, ran.text) == ("ok", "an NVIDIA GPU; the model base ran on it with float16")
    failed = in_words(CudaProbe(False, 2, (), "A library is missing.", "Install it."), "base")
    assert failed == Finding(
        "error", "GPU", "2 NVIDIA GPUs, but base did not run on it: A library is missing.", "Install it."
    )


def test_an_engine_that_cannot_be_loaded(models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """ctranslate2 as it is where one of its libraries is missing: the child cannot import it."""
    (tmp_path / "ctranslate2.py").write_text('raise ImportError("libgomp.so.1: cannot open shared object file")\n')
    monkeypatch.syspath_prepend(str(tmp_path))
    (finding,) = examine_gpu(DEFAULTS, models)
    assert (finding.severity, finding.subject) == ("error", "CTranslate2")
    assert "libgomp.so.1" in finding.text
    assert finding.hint
