# SPDX-License-Identifier: GPL-2.0-or-later
"""What the user set once for all runs: the runtime, the memory limit and the number of threads. Knows neither qgis nor
GDAL.

They lie in ``settings.json`` in the user's folder, so that the plugin, qgis_process and the command line read the same.
"""

from __future__ import annotations

import dataclasses
import json
import os
from dataclasses import dataclass
from typing import Any

from . import paths

FILE = "settings.json"
# The kinds of ONNX Runtime that can be installed side by side.
RUNTIMES = ("cpu", "cuda", "directml")
_GIGABYTE = 1 << 30
DEFAULT_MEMORY_GB = 16
LARGEST_MEMORY_GB = 4096


@dataclass(frozen=True)
class Preferences:
    """runtime: one of `RUNTIMES`; memory_gb: whole GiB that one tile may need; threads: of the processor, 0 for all."""

    runtime: str = "cpu"
    memory_gb: int = DEFAULT_MEMORY_GB
    threads: int = 0

    @property
    def memory_bytes(self) -> int:
        """The memory limit in bytes."""
        return self.memory_gb * _GIGABYTE


def load() -> Preferences:
    """Return the user's preferences; what is missing or not usable in the file has its default."""
    try:
        with open(paths.user_dir() / FILE, encoding="utf-8") as stream:
            stored = json.loads(stream.read(1 << 16))
    except (OSError, ValueError):
        return Preferences()
    return _checked(stored if isinstance(stored, dict) else {})


def save(preferences: Preferences) -> None:
    """Store the preferences; the file is replaced as a whole. Raises OSError."""
    folder = paths.user_dir()
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = folder / f".{FILE}.{os.getpid()}"
    unfinished.write_text(json.dumps(dataclasses.asdict(preferences), indent=1) + "\n", encoding="utf-8")
    unfinished.replace(folder / FILE)


def _checked(stored: dict[str, Any]) -> Preferences:
    default = Preferences()
    return Preferences(
        stored["runtime"] if stored.get("runtime") in RUNTIMES else default.runtime,
        _whole(stored.get("memory_gb"), 1, LARGEST_MEMORY_GB, default.memory_gb),
        _whole(stored.get("threads"), 0, 1024, default.threads),
    )


def _whole(value: Any, least: int, most: int, default: int) -> int:
    usable = isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
    return value if usable else default
