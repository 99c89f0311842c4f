"""What this computer has for speech models: processor cores, memory, and an NVIDIA GPU by its name.

The GPU is asked through the driver's own library (NVML): no library of ours is loaded, and nothing runs on the GPU.
Whether Whisper really runs on it, only ``speech.cuda_probe`` can tell.
"""

import ctypes
import os
import platform
import sys
from pathlib import Path

from captioner.ui.model_shelf import MachineFacts

_NVML = {"linux": "libnvidia-ml.so.1", "win32": "nvml.dll"}
_NAME_BYTES = 96


class _NvmlMemory(ctypes.Structure):
    _fields_ = (("total", ctypes.c_ulonglong), ("free", ctypes.c_ulonglong), ("used", ctypes.c_ulonglong))


class _WindowsMemory(ctypes.Structure):
    _fields_ = (
        ("length", ctypes.c_ulong),
        ("load", ctypes.c_ulong),
        ("total", ctypes.c_ulonglong),
        *((name, ctypes.c_ulonglong) for name in ("free", "pages", "pages_free", "space", "space_free", "extended")),
    )


def this_machine() -> MachineFacts:
    """The facts; takes a few milliseconds, or as long as a sleeping GPU takes to wake."""
    gpu, gpu_memory = _nvidia_gpu()
    return MachineFacts(_cores(), _memory(), gpu, gpu_memory)


def processor_name() -> str:
    """What the processor calls itself, "" where it does not tell."""
    cpus = Path("/proc/cpuinfo")
    if cpus.is_file():
        for line in cpus.read_text(encoding="utf-8", errors="replace").splitlines():
            name, _, value = line.partition(":")
            if name.strip() == "model name":
                return value.strip()
    return platform.processor()


def peak_memory() -> int | None:
    """The most bytes that this process has held so far, None where the system does not tell."""
    if sys.platform == "win32":  # it has no module resource
        return None
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def memory_now() -> int | None:
    """The bytes that this process holds, None where the system does not tell without a library more."""
    pages = Path("/proc/self/statm")
    if sys.platform != "linux" or not pages.is_file():
        return None
    return int(pages.read_bytes().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _cores() -> int:
    """Logical cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


def _memory() -> int | None:
    """Bytes of memory that the computer has."""
    if sys.platform == "win32":  # not run on Windows yet
        status = _WindowsMemory(length=ctypes.sizeof(_WindowsMemory))
        return int(status.total) if ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status)) else None
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (ValueError, OSError):
        return None


def _nvidia_gpu() -> tuple[str, int]:
    """Name and bytes of memory of the first GPU; "" and 0 where there is none."""
    library = _NVML.get(sys.platform)
    if library is None:
        return "", 0
    try:
        nvml = ctypes.CDLL(library)
        if nvml.nvmlInit_v2() != 0:
            return "", 0
    except (OSError, AttributeError):
        return "", 0
    try:
        handle, name, memory = ctypes.c_void_p(), ctypes.create_string_buffer(_NAME_BYTES), _NvmlMemory()
        if (
            nvml.nvmlDeviceGetHandleByIndex_v2(0, ctypes.byref(handle)) != 0
            or nvml.nvmlDeviceGetName(handle, name, _NAME_BYTES) != 0
            or nvml.nvmlDeviceGetMemoryInfo(handle, ctypes.byref(memory)) != 0
        ):
            return "", 0
        return name.value.decode("utf-8", "replace"), int(memory.total)
    finally:
        nvml.nvmlShutdown()
