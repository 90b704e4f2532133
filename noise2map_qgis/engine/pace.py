# SPDX-License-Identifier: GPL-2.0-or-later
"""How quickly a model answers tiles of several sizes on this computer: measured once, kept, and asked when a raster is large.

Small tiles infer the ground they share with their neighbours twice, large ones outgrow the processor's caches or the device's memory. Which
of it costs more is for the computer to say. The card's tile size holds unless a smaller one is clearly quicker here, or there is no room
for the card's; it is never exceeded, so that no run needs more memory than the card foresees.
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
# Sides of the tiles that are measured beside the card's, pixels.
_SIDES = (384, 512)
# Larger ones are not asked for.
_LARGEST = 4096
# Of the card's time a smaller tile must promise less than this: the measure is rough, and a run also reads, more often with smaller tiles.
_CLEARLY = 0.8
# Seconds a view that answering one batch may take while measuring: a model that takes longer is not waited for.
_PATIENCE = 1.0
_REPETITIONS = 3


@dataclass(frozen=True)
class Pace:
    """Seconds that a tile takes when all callers are busy, by its side in pixels; none where the model is too slow to be measured."""

    seconds: dict[int, float]

    def best(self, cols: int, rows: int, overlap: int, card: int) -> int:
        """Return the tile size for a raster: the card's, or the one between the smallest and the largest measured that covers the raster
        in the least time, if that is clearly less. overlap: pixels that tiles share.
        """
        sides = sorted(self.seconds)
        least = -(-2 * overlap // TILE_STEP) * TILE_STEP
        candidates = range(max(sides[0], least), sides[-1] + 1, TILE_STEP) if sides else range(0)
        if not candidates:
            return card
        covering = {side: self._covering(Lattice.of(cols, rows, side, overlap)) for side in candidates}
        best = min(covering, key=lambda side: covering[side])
        # Where the card's was not measured there is no room for it.
        return best if card not in covering or covering[best] < _CLEARLY * covering[card] else card

    def _covering(self, lattice: Lattice) -> float:
        """Seconds for all tiles of a lattice; between the sizes measured a pixel's share of them is interpolated."""
        sides = sorted(self.seconds)
        pixels = lattice.rows.tile * lattice.cols.tile
        share = np.interp(pixels**0.5, sides, [self.seconds[side] / side**2 for side in sides])
        return float(share) * pixels * lattice.rows.count * lattice.cols.count


def of(session: Session, channels: int, card: int, log: Callable[[str], None]) -> Pace:
    """Return the pace of a model as it was kept, else measure and keep it.

    channels: images * bands that a tile has. card: the card's tile size, pixels.
    """
    file = paths.user_dir() / "pace.json"
    everything = _read(file)
    kept = everything.get(session.key)
    if kept is None:
        kept = measure(session, channels, card)
        _write(file, everything | {session.key: kept})
        told = ", ".join(f"{side}: {1000 * taken:.0f} ms" for side, taken in kept.items()) or "each takes too long"
        log(f"Measured tiles of several sizes on this computer, once for this model ({told}).")
    return Pace({side: taken for side, taken in kept.items() if side <= card})


def measure(session: Session, channels: int, card: int) -> dict[int, float]:
    """Return the seconds a tile takes in all its views, by its side: of tiles of the card's size and smaller ones, as far as the memory
    reaches; nothing where that would take too long."""
    found: dict[int, float] = {}
    patience = _PATIENCE * session.views
    with ThreadPoolExecutor(session.callers, thread_name_prefix="noise2map-pace") as pool:

        def timed(images: np.ndarray, calls: int) -> float:
            begun = time.perf_counter()
            list(pool.map(session.run, [images] * calls))
            return (time.perf_counter() - begun) / calls

        last, needed = 0, 0.0
        for side in sorted({*(side for side in _SIDES if side < card), card}):
            free = free_memory()
            growth = (side / last) ** 2 if last else 0.0
            if free is not None and needed * growth > free / 2:
                break
            count = session.batch(side * side)
            if last and found[last] * growth * count * session.callers > patience:
                return {}
            images = np.random.default_rng(side).integers(0, 256, (count, channels, side, side), dtype=np.uint8)
            try:
                if timed(images, session.callers) * session.callers > patience:
                    return {}
                found[side] = min(timed(images, session.callers) for _ in range(_REPETITIONS)) / count
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
    return 2 * TILE_STEP <= side <= _LARGEST and side % TILE_STEP == 0 and 0 < seconds < float("inf")


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
