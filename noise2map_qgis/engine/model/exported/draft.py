# SPDX-License-Identifier: GPL-2.0-or-later
"""What is known of an exported network, and what a person has to say of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..adapter import Adapter

DEFAULT_TILE = 512
# What a person has to say, as a question, where a file does not.
QUESTIONS = {
    "task": "Does it compare two dates (change) or map one image (segment)?",
    "bands": "Which bands does it take, in this order?",
    "gsd": "For pixels of what size on the ground is it, in metres?",
    "scale": "What does it take pixel values of 0 to 255 as: 255 divides them to 0-1, 1 leaves them?",
    "channel": "Which of its classes is to be mapped?",
    "licence": "Under which licence are its weights?",
}


@dataclass(frozen=True)
class Draft:
    """What is known of a model; None or () where the file does not say and a person has to (`missing`).

    gsd: finest and coarsest, metres. classes: names by channel, () where it has one. Adapter fields as in `Adapter`.
    """

    path: Path
    name: str
    task: str | None
    bands: tuple[str, ...]
    channels: int
    gsd: tuple[float, float] | None
    scale: float | None
    channel: int | None
    adapter: Adapter
    classes: tuple[str, ...] = ()
    tile_size: int = DEFAULT_TILE
    overlap: int = 64
    threshold: float = 0.5
    licence: str = ""
    notes: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields that a person has to fill in, each with its question in `QUESTIONS`."""
        unknown = ["task"] if self.task is None else []
        unknown += ["bands"] if not self.bands or self.channels != self.images * len(self.bands) else []
        unknown += ["gsd"] if self.gsd is None else []
        unknown += ["scale"] if self.scale is None else []
        unknown += ["channel"] if self.channel is None else []
        return (*unknown, *(["licence"] if not self.licence else []))

    @property
    def images(self) -> int:
        """The dates that the network takes."""
        return 1 if self.task == "segment" else 2


def weights_beside(path: Path) -> list[Path]:
    """Return the file of weights that exporters write beside a large model, if it is there."""
    names = (f"{path.name}.data", f"{path.stem}.onnx_data", f"{path.name}_data", f"{path.stem}.data")
    return [path.parent / name for name in dict.fromkeys(names) if (path.parent / name).is_file()][:1]
