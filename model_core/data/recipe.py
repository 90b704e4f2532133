# SPDX-License-Identifier: GPL-2.0-or-later
"""A recipe: everything that decides what a network becomes, in one typed file (YAML or JSON)."""

from __future__ import annotations

import csv
from fnmatch import fnmatch
from glob import escape
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from model_core.data.tiles import Tile, find_tiles
from model_core.errors import DataError


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Source(_Strict):
    """One data set: where it lies below the data folder, what it is for, and under which terms."""

    name: str
    path: str
    layout: Literal["pairs", "images", "plain"]
    gsd: float | None = Field(
        default=None, description="ground sample distance in metres; none if it varies or is unknown"
    )
    weight: float = Field(default=1.0, description="how often it is drawn, against the others of its layout")
    terms: str
    origin: str = Field(description="who made it and where it shows")
    buildings_only: bool = Field(
        default=False, description="pairs whose label is the exclusive or of the buildings of both dates"
    )
    empty: bool = Field(default=False, description="plain images that show no buildings; texture to build on")
    include: list[str] = Field(default_factory=lambda: ["*"], description="tiles to use, as name patterns")
    validation: list[str] = Field(
        default_factory=list, description="name patterns of the tiles held out for validation"
    )
    test: list[str] = Field(default_factory=list, description="name patterns of test tiles: never read")
    splits: str | None = Field(default=None, description="a CSV beside the tiles with columns tile, site, split")

    def tiles(self, data: Path, split: Literal["train", "validation"]) -> list[Tile]:
        """The tiles of one split. Raises DataError if a site of the table lies in two splits."""
        folder = data / self.path
        found = [t for t in find_tiles(folder, self.layout) if any(fnmatch(t.name, p) for p in self.include)]
        table = _read_splits(folder / self.splits) if self.splits else {}
        return [tile for tile in found if (table.get(tile.name) or self._split_of(tile.name)) == split]

    def _split_of(self, name: str) -> str:
        if any(fnmatch(name, pattern) for pattern in self.test):
            return "test"
        return "validation" if any(fnmatch(name, pattern) for pattern in self.validation) else "train"


class ScoredSet(_Strict):
    """A set that nothing is chosen on; a finished bundle is scored on it once."""

    name: str
    path: str
    task: Literal["change", "segment"]
    gsd: float = Field(description="ground sample distance in metres")
    splits: str | None = Field(
        default=None, description="a CSV with columns tile, split: only tiles of the split `test` count"
    )


class Recipe(_Strict):
    """What is trained, on what, and how long."""

    name: str
    title: str
    description: str = ""
    encoder: Literal["lite0", "lite1", "lite2"] = "lite0"
    schedule: Literal["linear", "scaled-linear", "cosine", "sigmoid", "clean"] = "linear"
    timesteps: Literal["uniform", "order"] = Field(
        default="order", description="how training draws them; see corruption.py"
    )
    candidates: list[int] = Field(default_factory=lambda: [0, 999], description="timesteps compared on validation data")
    gsd: tuple[float, float] = Field(
        default=(0.3, 1.0), description="ground sample distances the network is for, metres"
    )
    crop: int = Field(default=256, description="pixels a side, a multiple of 32")
    pairs: int = Field(default=8, description="pairs a step")
    images: int = Field(default=4, description="single images a step; 0 trains change alone")
    synthetic: float = Field(default=0.4, description="share of pairs that are made, not found")
    learning_rate: float = 1e-3
    encoder_rate: float = Field(
        default=0.3, description="learning rate of the pre-trained encoder, as a share of the other"
    )
    weight_decay: float = 1e-2
    exclusive_weight: float = Field(
        default=0.2, description="weight of the loss that ties both dates' buildings to the change"
    )
    steps: int = 4000
    seed: int = 0
    int8: bool = Field(default=False, description="also write int8 files, which the CPU then prefers")
    known_failures: list[str] = Field(default_factory=list)
    sources: list[Source]
    tests: list[ScoredSet] = Field(default_factory=list)

    def usable_candidates(self) -> list[int]:
        """Timesteps to compare; clean training knows only one."""
        return [0] if self.schedule == "clean" else self.candidates

    def of(self, layout: str) -> list[Source]:
        return [source for source in self.sources if source.layout == layout]


def load_recipe(path: Path) -> Recipe:
    """Read a recipe. Raises DataError with the file, the field and what is wrong with it."""
    try:
        return Recipe.model_validate(yaml.safe_load(path.read_text()))
    except OSError as error:
        raise DataError(f"The recipe '{path}' can't be read: {error.strerror}.") from error
    except yaml.YAMLError as error:
        raise DataError(f"The recipe '{path}' is not YAML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise DataError(f"The recipe '{path}' is wrong at '{where}': {first['msg']}.") from error


def recipe_for_folder(folder: Path, gsd: float) -> Recipe:
    """A recipe for a user's own tiles of one ground sample distance (metres): pairs or single images, as found.

    Where a `tiles.csv` (tile, site, split) lies beside them it splits them; else the last fifth by name is held out,
    which is honest only if neighbouring names are neighbouring places.
    """
    layout: Literal["pairs", "images"] = "pairs" if (folder / "A").is_dir() else "images"
    table = "tiles.csv" if (folder / "tiles.csv").exists() else None
    names = [tile.name for tile in find_tiles(folder, layout)]
    held_out = [] if table else [escape(name) for name in names[-max(1, len(names) // 5) :]]
    source = Source(
        name=folder.resolve().name,
        path=".",
        layout=layout,
        gsd=gsd,
        terms="your own",
        origin=str(folder),
        splits=table,
        validation=held_out,
        buildings_only=False,
    )
    return Recipe(
        name=_identifier(source.name),
        title=f"Trained on {source.name}",
        gsd=(min(gsd, 0.3), max(gsd, 1.0)),
        images=0 if layout == "pairs" else 8,
        sources=[source],
    )


def _identifier(name: str) -> str:
    """A name that a card may have: letters, digits, dots, hyphens, at least three of them, a letter first."""
    kept = "".join(c if c.isascii() and c.isalnum() else "-" for c in name).strip("-")
    return f"own-{kept or 'model'}"


def _read_splits(path: Path) -> dict[str, str]:
    with path.open(newline="") as file:
        rows = list(csv.DictReader(file))
    site_split: dict[str, str] = {}
    for row in rows:
        known = site_split.setdefault(row["site"], row["split"])
        if known != row["split"]:
            raise DataError(f"The site '{row['site']}' lies in two splits of '{path}': {known} and {row['split']}.")
    return {row["tile"]: {"val": "validation"}.get(row["split"], row["split"]) for row in rows}
