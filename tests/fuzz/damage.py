# SPDX-License-Identifier: GPL-2.0-or-later
"""Damage: bytes of a file flipped, cut off, repeated or overwritten, and JSON whose values lie."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

_LIES: tuple[Any, ...] = (
    None,
    True,
    -1,
    0,
    1e308,
    10**30,
    "",
    "../../etc/passwd",
    "https://example.org/x",
    [],
    {},
    [[]],
    "\u202e",
    0.5,
)


def damage(rng: np.random.Generator, path: Path) -> str:
    """Damage a file in one of several ways, and say how."""
    data = bytearray(path.read_bytes())
    how = str(rng.choice(["flip", "cut", "header", "repeat", "zero", "empty"], p=[0.35, 0.2, 0.2, 0.1, 0.1, 0.05]))
    if how == "flip":
        for _ in range(int(rng.integers(1, 12))):
            data[int(rng.integers(len(data)))] ^= int(rng.integers(1, 256))
    elif how == "cut":
        del data[int(rng.integers(len(data))) :]
    elif how == "header":
        for _ in range(int(rng.integers(1, 6))):
            data[int(rng.integers(min(len(data), 400)))] = int(rng.integers(256))
    elif how == "repeat":
        first = int(rng.integers(len(data)))
        data[first:first] = data[first : first + int(rng.integers(1, 200))]
    elif how == "zero":
        first = int(rng.integers(len(data)))
        last = min(len(data), first + int(rng.integers(1, 300)))
        data[first:last] = bytes(last - first)
    else:
        data.clear()
    path.write_bytes(bytes(data))
    return how


def lie(rng: np.random.Generator, path: Path) -> str:
    """Replace a value somewhere in a JSON file by another one, or remove it, and say where."""
    document = json.loads(path.read_text(encoding="utf-8"))
    place, where = document, []
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = keys[int(rng.integers(len(keys)))]
        where.append(str(key))
        inner = place[key]
        if isinstance(inner, (dict, list)) and inner and rng.random() < 0.8:
            place = inner
            continue
        if rng.random() < 0.2:
            del place[key]
        else:
            place[key] = _LIES[int(rng.integers(len(_LIES)))]
        break
    path.write_text(json.dumps(document), encoding="utf-8")
    return ".".join(where)
