"""A limit of memory for this process on Windows: a job of its own that it puts itself into."""

import ctypes
from ctypes import wintypes

_EXTENDED_LIMITS = 9
_PROCESS_MEMORY = 0x100
_DIE_ON_ERROR = 0x400  # without the box that reports a crash and waits for a click


class _Basic(ctypes.Structure):
    _fields_ = (
        ("per_process_time", wintypes.LARGE_INTEGER),
        ("per_job_time", wintypes.LARGE_INTEGER),
        ("flags", wintypes.DWORD),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("most_processes", wintypes.DWORD),
        ("affinity", ctypes.c_size_t),
        ("priority", wintypes.DWORD),
        ("scheduling", wintypes.DWORD),
    )


class _Extended(ctypes.Structure):
    _fields_ = (
        ("basic", _Basic),
        ("io", ctypes.c_ulonglong * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process", ctypes.c_size_t),
        ("peak_job", ctypes.c_size_t),
    )


def hold_memory(most: int) -> None:
    """Have Windows refuse this process more memory than `most` bytes; an old one may not."""
    kernel = ctypes.CDLL("kernel32", use_last_error=True)
    kernel.CreateJobObjectW.restype = wintypes.HANDLE
    kernel.GetCurrentProcess.restype = wintypes.HANDLE
    kernel.SetInformationJobObject.argtypes = (
        wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD,
    )  # fmt: skip
    kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
    job = kernel.CreateJobObjectW(None, None)
    wanted = _Extended()
    wanted.basic.flags = _PROCESS_MEMORY | _DIE_ON_ERROR
    wanted.process_memory = most
    if job and kernel.SetInformationJobObject(
        job, _EXTENDED_LIMITS, ctypes.byref(wanted), ctypes.sizeof(wanted)
    ):
        kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
