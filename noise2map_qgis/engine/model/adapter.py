# SPDX-License-Identifier: GPL-2.0-or-later
"""How a network that was exported elsewhere is fed and read: names, layout, scaling, and what its numbers mean.

The engine's own networks take uint8 `image` and give `probability`. For any other the card carries an `adapter`, by
which tiles are turned into its inputs and its answer into probability at run time; the ONNX file stays as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from ..errors import EngineError

LAYOUTS = ("NCHW", "NHWC")
OUTPUT_LAYOUTS = (*LAYOUTS, "NHW")
INPUT_TYPES = ("uint8", "float32", "float16")
# What the numbers of an output are: probabilities; logits, one for a pixel or one a class; or the class itself.
ACTIVATIONS = ("none", "sigmoid", "softmax", "class")


@dataclass(frozen=True)
class Adapter:
    """The inputs and the output of a network.

    inputs: one name (the bands of all dates follow each other) or one a date. scale: what bytes are divided by; mean,
    std: a number a band or none, subtracted and divided by after that. size: rows and cols where they are fixed; batch:
    tiles where that is. channel: of the positive class (its number, where the activation is "class").
    """

    inputs: tuple[str, ...]
    output: str
    layout: str = "NCHW"
    type: str = "float32"
    scale: float = 255.0
    mean: tuple[float, ...] = ()
    std: tuple[float, ...] = ()
    size: tuple[int, int] | None = None
    batch: int | None = None
    output_layout: str = "NCHW"
    activation: str = "none"
    channel: int = 0

    @classmethod
    def from_card(cls, fields: dict[str, Any]) -> Adapter:
        """Return the adapter of a card's `adapter` object, which the schema has checked."""
        given: dict[str, Any] = {k: tuple(value) if isinstance(value, list) else value for k, value in fields.items()}
        return cls(**given)

    def to_card(self) -> dict[str, Any]:
        """Return the adapter as a card's `adapter` object."""
        given = {key: list(value) if isinstance(value, tuple) else value for key, value in vars(self).items()}
        return {key: value for key, value in given.items() if value is not None}

    def shapes(self, channels: int, rows: int, cols: int) -> dict[str, tuple[int, ...]]:
        """Return the shape of each input for one tile; channels: of all dates."""
        rows, cols = self.size or (rows, cols)
        each = channels // len(self.inputs)
        shape = (each, rows, cols) if self.layout == "NCHW" else (rows, cols, each)
        return dict.fromkeys(self.inputs, (self.batch or 1, *shape))

    def feed(self, tiles: np.ndarray) -> dict[str, np.ndarray]:
        """Return the inputs for `(tiles, dates * bands, rows, cols) uint8`; EngineError if they are too large."""
        tiles = self._padded(tiles)
        values: np.ndarray = tiles
        if self.type != "uint8":
            values = tiles.astype(np.float32)
            if self.scale != 1:
                values /= np.float32(self.scale)
            for numbers, apply in ((self.mean, np.subtract), (self.std, np.divide)):
                if numbers:
                    repeated = np.resize(np.array(numbers, np.float32), values.shape[1])[None, :, None, None]
                    apply(values, repeated, out=values)
            values = values.astype(self.type)
        if self.layout == "NHWC":
            values = values.transpose(0, 2, 3, 1)
            parts = np.split(values, len(self.inputs), axis=3)
        else:
            parts = np.split(values, len(self.inputs), axis=1)
        return {name: np.ascontiguousarray(part) for name, part in zip(self.inputs, parts)}

    def _padded(self, tiles: np.ndarray) -> np.ndarray:
        if self.size is None:
            return tiles
        rows, cols = (fixed - given for fixed, given in zip(self.size, tiles.shape[2:]))
        if rows < 0 or cols < 0:
            raise EngineError(
                f"The model takes tiles of {self.size[1]} x {self.size[0]} pixels only, not of {tiles.shape[3]} x "
                f"{tiles.shape[2]}. Leave the tile size unset."
            )
        return np.pad(tiles, ((0, 0), (0, 0), (0, rows), (0, cols)), mode="edge") if rows or cols else tiles

    def read(self, answer: np.ndarray, rows: int, cols: int) -> np.ndarray:
        """Return the probability `(tiles, rows, cols) float32` of the positive class; raises EngineError for another
        shape."""
        layout = "NHW" if answer.ndim == 3 else self.output_layout
        if answer.ndim not in (3, 4):
            raise EngineError(
                f"The model's output '{self.output}' has the shape {answer.shape}, which is no map of a tile."
            )
        maps = answer[:, None] if layout == "NHW" else answer if layout == "NCHW" else answer.transpose(0, 3, 1, 2)
        if (
            maps.shape[2] < rows
            or maps.shape[3] < cols
            or self.channel >= max(maps.shape[1], 1 + self.channel * self._by_class)
        ):
            raise EngineError(
                f"The model's output '{self.output}' has the shape {answer.shape} for a tile of {cols} x {rows} "
                f"pixels; it must have a number for every pixel, and a channel "
                f"{self.channel}."
            )
        maps = maps[:, :, :rows, :cols]
        if self._by_class:
            return (maps[:, 0] == self.channel).astype(np.float32)
        maps = maps.astype(np.float32)
        if self.activation == "softmax":
            maps = np.exp(maps - maps.max(axis=1, keepdims=True))
            return maps[:, self.channel] / maps.sum(axis=1)
        chosen = maps[:, self.channel]
        if self.activation == "sigmoid":
            with np.errstate(over="ignore"):
                return 1 / (1 + np.exp(-chosen))
        return np.clip(chosen, 0, 1)

    @property
    def _by_class(self) -> bool:
        return self.activation == "class"
