"""The child that tries the GPU. Without one, the same function runs the tiny model on the CPU in its stead."""

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from captioner.speech.cuda_probe import ChildEnd, gpu_error, in_child, in_words, probe_cuda, run_model_once


def _returns(text: str) -> tuple[str, ...]:
    os.write(1, b"printed by the child")
    return (text, "and more")


def _raises(text: str) -> tuple[str, ...]:
    raise RuntimeError(text)


def _aborts(text: str) -> tuple[str, ...]:
    os.write(2, text.encode())
    os.abort()


def _hangs(text: str) -> tuple[str, ...]:
    os.write(1, text.encode())
    time.sleep(600)
    return ()


def _reads_the_input(_: str) -> tuple[str, ...]:
    return (sys.stdin.read(),)


def test_the_trial_runs_a_real_model_in_a_child(tiny_whisper: Path) -> None:
    end = in_child(run_model_once, (str(tiny_whisper), "cpu", "no such type", "int8", "float32"), 60)
    assert end.answer == ("int8",)
    assert end.error is None


def test_a_model_that_does_not_load_is_told(tmp_path: Path) -> None:
    end = in_child(run_model_once, (str(tmp_path), "cpu", "int8"), 60)
    assert end.answer is None
    assert end.error is not None
    assert "model.bin" in end.error


def test_answer_and_print_of_a_child(capfd: pytest.CaptureFixture[str]) -> None:
    end = in_child(_returns, ("yes",), 60)
    assert end == ChildEnd(("yes", "and more"), None, 0, "printed by the child")
    assert capfd.readouterr() == ("", "")


def test_a_child_that_raises() -> None:
    end = in_child(_raises, ("CUDA failed with error out of memory",), 60)
    assert end.error == "CUDA failed with error out of memory"
    assert in_words(end)[0] == "The GPU has too little free memory for this model."


def test_an_error_while_it_works_is_told_with_the_way_out() -> None:
    error = gpu_error(RuntimeError("CUDA failed with error out of memory"))
    assert (error.message, error.remedy) == ("The GPU has too little free memory for this model.", "cpu")


def test_a_child_that_aborts(capfd: pytest.CaptureFixture[str]) -> None:
    told = "Unable to load any of {libcudnn_ops.so.9.1.0, libcudnn_ops.so.9, libcudnn_ops.so}\nInvalid handle."
    end = in_child(_aborts, (told,), 60)
    assert (end.answer, end.error, end.exit_code) == (None, None, -signal.SIGABRT)
    assert in_words(end)[0] == "The library libcudnn_ops.so.9.1.0, which the GPU needs, is missing or cannot be loaded."
    assert capfd.readouterr() == ("", "")


def test_a_child_that_crashes_without_a_word() -> None:
    assert in_words(in_child(_aborts, ("",), 60))[0] == "A trial on the GPU crashed (SIGABRT)."


def test_a_child_that_hangs_is_ended() -> None:
    end = in_child(_hangs, ("",), 1.0)
    assert (end.answer, end.error, end.exit_code) == (None, None, None)
    assert in_words(end)[0] == "The GPU did not answer in time."


def test_a_child_leaves_the_standard_input_alone() -> None:
    assert in_child(_reads_the_input, ("",), 60).answer == ("",)


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ("Library libcublas.so.12 is not found or cannot be loaded", "The library libcublas.so.12,"),
        ("Could not load library libcudnn_ops_infer.so.8. Error: libcudnn", "The library libcudnn_ops_infer.so.8,"),
        ("Could not locate cudnn_ops64_9.dll. Please make sure it is in your path!", "The library cudnn_ops64_9.dll,"),
        ("CUDA failed with error CUDA driver version is insufficient for CUDA runtime version", "The NVIDIA driver is"),
        ("CUDA failed with error no kernel image is available for execution on the device", "The GPU is of a kind"),
        ("cuBLAS failed with status CUBLAS_STATUS_ALLOC_FAILED", "The GPU has too little free memory"),
        ("cuBLAS failed with status CUBLAS_STATUS_NOT_SUPPORTED", "The GPU failed: cuBLAS failed with status"),
    ],
)
def test_what_the_libraries_say_becomes_a_sentence(told: str, sentence: str) -> None:
    reason, hint = in_words(ChildEnd(None, told, 0, ""))
    assert reason.startswith(sentence)
    assert reason.endswith(".")
    assert hint.endswith(".")


def test_without_a_gpu_no_child_is_needed(tiny_whisper: Path) -> None:
    import ctranslate2

    if devices := ctranslate2.get_cuda_device_count():
        probe = probe_cuda(tiny_whisper)
        assert probe.devices == devices
        assert probe.usable == bool(probe.compute_types)
        assert probe.usable or probe.reason
    else:
        probe = probe_cuda(tiny_whisper / "not there")
        assert (probe.usable, probe.devices, probe.compute_types) == (False, 0, ())
        assert probe.reason == "No NVIDIA GPU was found."
