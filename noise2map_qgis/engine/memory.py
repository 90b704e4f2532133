# SPDX-License-Identifier: GPL-2.0-or-later
"""How much of the computer's memory is free, from the operating system alone."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

_MEMINFO = Path("/proc/meminfo")


class _Status(ctypes.Structure):
    """MEMORYSTATUSEX of the Windows API (sysinfoapi.h)."""

    _fields_ = [
        ("length", ctypes.c_ulong),
        ("load", ctypes.c_ulong),
        ("total", ctypes.c_ulonglong),
        ("available", ctypes.c_ulonglong),
        ("others", ctypes.c_ulonglong * 5),
    ]


def free_memory() -> int | None:
    """Return the bytes that programs may still have without anything being swapped out; None where the system does not tell."""
    if sys.platform == "win32":
        status = _Status(length=ctypes.sizeof(_Status))
        told = ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status))
        return int(status.available) if told else None
    try:
        lines = _MEMINFO.read_text(encoding="ascii").splitlines()
    except OSError:  # macOS has no such file
        return None
    for line in lines:
        if line.startswith("MemAvailable:"):
            return int(line.split()[1]) * 1024
    return None
