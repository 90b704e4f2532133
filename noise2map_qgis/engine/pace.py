# SPDX-License-Identifier: GPL-2.0-or-later
"""How quickly a model answers tiles of several sizes on this computer: measured once, kept, and asked when a raster is large.

Small tiles infer the ground they share with their neighbours twice, large ones outgrow the processor's caches or the device's memory. Which
of it costs more is for the computer to say. Where nothing was measured the card's tile size holds.
"""

from __future__ import annotations

import contextlib
import json
import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

import numpy as np

from .. import paths
from .errors import EngineError
from .memory import free_memory
from .session import Session
from .tiling import TILE_STEP, Lattice

# Pixels of a raster from which on to know better is worth the second that measuring takes. A smaller one is always run as the card says.
WORTH = 64_000_000
# Sides of the tiles that are measured, pixels. Beyond, overlap costs little any more, and a run would need more than 500 MB.
SIDES = (512, 768, 1056)
# Seconds that answering one batch may take while measuring: a model that takes longer is not kept waiting for.
_PATIENCE = 1.0
_REPETITIONS = 2


@dataclass(frozen=True)
class Pace:
    """Seconds that a tile takes when all callers are busy, by its side in pixels, from the smallest to the largest measured."""

    seconds: dict[int, float]

    def best(self, cols: int, rows: int, overlap: int, otherwise: int) -> int:
        """Return the tile size that covers a raster in the least time; `otherwise` if too little was measured to tell.

        It lies between the smallest and the largest size measured, for tiles that overlap by `overlap` pixels.
        """
        sides = sorted(self.seconds)
        candidates = range(max(sides[0], 2 * overlap), sides[-1] + 1, TILE_STEP) if len(sides) > 1 else ()
        return min(
            candidates, key=lambda side: self._covering(Lattice.of(cols, rows, side, overlap)), default=otherwise
        )

    def _covering(self, lattice: Lattice) -> float:
        """Seconds for all tiles of a lattice; between the sizes measured a pixel's share of them is interpolated."""
        sides = sorted(self.seconds)
        pixels = lattice.rows.tile * lattice.cols.tile
        share = np.interp(pixels**0.5, sides, [self.seconds[side] / side**2 for side in sides])
        return float(share) * pixels * lattice.rows.count * lattice.cols.count


def of(session: Session, channels: int, log: Callable[[str], None]) -> Pace:
    """Return the pace of a model as it was kept, else measure and keep it. channels: images * bands that a tile has."""
    file = paths.user_dir() / "pace.json"
    everything = _read(file)
    kept = everything.get(session.key)
    if kept is None:
        kept = measure(session, channels)
        _write(file, everything | {session.key: kept})
        told = (
            ", ".join(f"{side}: {1000 * taken:.0f} ms" for side, taken in kept.items())
            or "too slow or too large to try"
        )
        log(f"Measured tiles of several sizes on this computer, once for this model ({told}).")
    return Pace(kept)


def measure(session: Session, channels: int) -> dict[int, float]:
    """Return the seconds a tile takes, by its side, for those of SIDES that this computer has the memory and the time for."""
    found: dict[int, float] = {}
    with ThreadPoolExecutor(session.callers, thread_name_prefix="noise2map-pace") as pool:

        def timed(images: np.ndarray, calls: int) -> float:
            begun = time.perf_counter()
            list(pool.map(session.answer, [images] * calls))
            return (time.perf_counter() - begun) / calls

        last, needed = 0, 0.0
        for side in SIDES:
            free = free_memory()
            growth = (side / last) ** 2 if last else 0.0
            if growth and found[last] * growth * session.callers > _PATIENCE:
                break
            if free is not None and needed * growth > free / 2:
                break
            count = session.batch(side * side)
            images = np.random.default_rng(side).integers(0, 256, (count, channels, side, side), dtype=np.uint8)
            try:
                first = timed(images, session.callers)
                if first * session.callers > _PATIENCE:
                    break
                found[side] = timed(images, _REPETITIONS * session.callers) / count
            except EngineError:  # the device has no room for such tiles
                break
            now = free_memory()
            needed = 0.0 if free is None or now is None else max(needed, float(free - now))
            last = side
    return found


def _read(file: Path) -> dict[str, dict[int, float]]:
    """What was kept; nothing where the file is not there or not what `_write` writes."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        return {
            str(key): {int(side): float(taken) for side, taken in pace.items() if _plausible(int(side), float(taken))}
            for key, pace in kept.items()
        }
    except (OSError, ValueError, AttributeError, TypeError, OverflowError, RecursionError):
        return {}


def _plausible(side: int, seconds: float) -> bool:
    return SIDES[0] <= side <= SIDES[-1] and 0 < seconds < float("inf")


def _write(file: Path, everything: dict[str, dict[int, float]]) -> None:
    """Keep it if that is allowed; if not, the next run measures again."""
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(f".{os.getpid()}-{threading.get_ident()}")  # runs go on in several threads, too
        try:
            part.write_text(json.dumps(everything, indent=1) + "\n", encoding="utf-8")
            part.replace(file)
        finally:
            part.unlink(missing_ok=True)
