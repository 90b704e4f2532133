# SPDX-License-Identifier: GPL-2.0-or-later
"""A recipe: everything that decides what a network becomes, in one typed file (YAML or JSON)."""

from __future__ import annotations

from collections.abc import Sequence
from glob import escape
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

from model_core.data.settings import overridden, validated
from model_core.data.sources import QuietSet, ScoredSet, Source, Task
from model_core.data.tiles import find_tiles
from model_core.data.variation import Variation
from model_core.errors import DataError

__all__ = ["Recipe", "ScoredSet", "Source", "load_recipe", "recipe_for_folder"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


Weight = Annotated[float, Field(gt=0)] | Literal["data"]
Schedule = Literal["linear", "scaled-linear", "cosine", "sigmoid", "edm", "clean"]


class Recipe(_Strict):
    """What is trained, on what, and how long."""

    name: str
    title: str
    description: str = ""
    network: str = Field(default="folding", description="folding, noise2map-unet (the authors'), or a peer by name")
    network_options: dict[str, Any] = Field(default_factory=dict, description="what that network can be told")
    encoder: Literal["lite0", "lite1", "lite2"] = Field(default="lite0", description="of the folding network")
    tasks: list[Task] = Field(
        default=["change", "segment"], min_length=1, description="both share one network, or one task alone"
    )
    schedule: Schedule | dict[Task | Literal["denoise"], Schedule] = Field(
        default="linear",
        description="the noise, of all tasks or of each (linear where none is named); `clean` is the control, and what "
        "peers are trained with",
    )
    timesteps: Literal["uniform", "order", "fade"] = Field(
        default="order", description="how training draws them; see corruption.py"
    )
    candidates: list[Annotated[int, Field(ge=0)]] = Field(
        default=[0, 999], min_length=1, description="timesteps compared on validation data"
    )
    gsd: tuple[float, float] = Field(
        default=(0.3, 1.0), description="ground sample distances the network is for, metres"
    )
    crop: int = Field(default=256, gt=0, multiple_of=32, description="pixels a side, a multiple of 32")
    pairs: int = Field(default=8, ge=0, description="pairs a batch")
    images: int = Field(default=4, ge=0, description="single images a batch; 0 trains change alone")
    accumulate: int = Field(default=1, ge=1, description="batches a step; the gradient is the mean over all of them")
    synthetic: float = Field(default=0.4, ge=0, le=1, description="share of pairs that are made, not found")
    unchanged: float = Field(
        default=0.0, ge=0, le=1, description="share of pairs in which ground or season changes and no building need to"
    )
    variation: Variation = Field(default_factory=Variation, description="further variation; none unless asked for")
    loss: Literal["map", "cross-entropy"] = Field(
        default="map", description="cross-entropy plus soft F1, or cross-entropy with class weights, as published"
    )
    class_weight: Weight | dict[Task, Weight] = Field(
        default=1.0,
        description="what a pixel of the class counts against one of the background, for cross-entropy; `data`: as "
        "often as the training tiles have background for it; or one weight for each task",
    )
    exclusive_weight: float = Field(
        default=0.2, ge=0, description="weight of the loss that ties both dates' buildings to the change"
    )
    gap_weight: float = Field(
        default=0.0, ge=0, description="what a pixel between close neighbours counts beyond others, for the loss `map`"
    )
    learning_rate: float = Field(default=1e-3, gt=0)
    rate: Literal["cosine", "constant"] = Field(
        default="cosine", description="the learning rate warms up and falls to zero, or stays as it is"
    )
    encoder_rate: float = Field(
        default=0.3, ge=0, description="learning rate of the pre-trained encoder, as a share of the other"
    )
    frozen: int = Field(default=0, ge=0, description="first blocks of the encoder that training leaves as they are")
    weight_decay: float = Field(default=1e-2, ge=0, description="of AdamW; 0 makes it Adam")
    averaging: float = Field(
        default=0.998, ge=0, lt=1, description="share of the old in the moving average of weights; 0 keeps the last"
    )
    steps: int = Field(default=4000, gt=0)
    epochs: float | None = Field(
        default=None, gt=0, description="in place of steps: how often crops cover the ground of the training tiles"
    )
    pretrain_steps: int | None = Field(default=None, gt=0, description="steps of denoising; none: as many as `steps`")
    patience: int | None = Field(
        default=None, ge=1, description="stop after so many validations without a better F1, and keep the best weights"
    )
    seed: int = Field(default=0, ge=0)
    views: Literal[1, 2, 4, 8] = Field(
        default=1,
        description="views of a tile that maps are averaged over: as it is; turned by 180 degrees, too; mirrored, too; "
        "all of that on its side, too. They cost as many times the network's time; training has no use for them",
    )
    int8: bool = Field(default=False, description="also write int8 files, which the CPU then prefers")
    known_failures: list[str] = Field(default_factory=list)
    control: str = Field(
        default="", description="what the same network on clean images does, as measured; the card repeats it"
    )
    sources: list[Source] = Field(min_length=1)
    tests: list[ScoredSet] = Field(default_factory=list)
    quiet: list[QuietSet] = Field(
        default_factory=list, description="pairs without change, on which a finished bundle's false area is measured"
    )

    def schedules(self) -> dict[str, Schedule]:
        """The noise of each task and of denoising, which needs some: where all else is clean it takes the published one."""
        if isinstance(self.schedule, dict):
            named: dict[str, Schedule] = {"change": "linear", "segment": "linear", "denoise": "linear"}
            named.update({str(task): name for task, name in self.schedule.items()})
            return named
        denoise: Schedule = "linear" if self.schedule == "clean" else self.schedule
        return {"change": self.schedule, "segment": self.schedule, "denoise": denoise}

    def candidates_of(self, task: str) -> list[int]:
        """Timesteps to compare for a task; clean training knows only one."""
        return [0] if self.schedules()[task] == "clean" else self.candidates

    def of(self, kind: str) -> list[Source]:
        """The sources of one kind of tile: pairs, images or plain."""
        return [source for source in self.sources if source.kind == kind]

    def trained_on(self, kind: str) -> list[Source]:
        """The sources of one kind that training draws from."""
        return [source for source in self.of(kind) if source.weight]

    def network_settings(self) -> dict[str, Any]:
        """The options that `build_network` builds this recipe's network with."""
        return ({"encoder": self.encoder} if self.network == "folding" else {}) | self.network_options

    def weight_of(self, task: str) -> float | Literal["data"]:
        """The class weight of a task."""
        return self.class_weight.get(task, 1.0) if isinstance(self.class_weight, dict) else self.class_weight  # type: ignore[call-overload]

    def for_its_tasks(self) -> Recipe:
        """This recipe without the samples that its tasks don't need."""
        kept = {"pairs": "change", "images": "segment"}
        return self.model_copy(update={field: 0 for field, task in kept.items() if task not in self.tasks})


def load_recipe(path: Path, settings: Sequence[str] = ()) -> Recipe:
    """Read a recipe; `settings` such as `steps=100` or `sources.0.weight=0.5` take the place of what it says.

    A recipe may say `extends: other.yaml`, or a list of files beside it: it then begins with their fields, each file's
    over those of the files before it. Raises DataError with the file, the field and what is wrong with it.
    """
    fields = _read_fields(path, ())
    return _with_settings(validated(Recipe, fields, f"The recipe '{path}'"), fields, settings)


def with_settings(recipe: Recipe, settings: Sequence[str]) -> Recipe:
    """The same as `load_recipe`'s settings, for a recipe that came from no file."""
    return _with_settings(recipe, recipe.model_dump(mode="json"), settings)


def _with_settings(recipe: Recipe, fields: dict[str, Any], settings: Sequence[str]) -> Recipe:
    for setting in settings:
        fields = overridden(fields, setting, Recipe)
        recipe = validated(Recipe, fields, f"The setting '{setting}'")
    return recipe


def _read_fields(path: Path, above: tuple[Path, ...]) -> dict[str, Any]:
    """A recipe's fields as written, laid over those of the files that it extends."""
    if path in above:
        raise DataError(f"The recipe '{path}' extends itself, by way of '{above[-1]}'.")
    try:
        fields = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        by = f", which '{above[-1]}' extends," if above else ""
        raise DataError(f"The recipe '{path}'{by} can't be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise DataError(f"The recipe '{path}' is not a text file.") from error
    except yaml.YAMLError as error:
        where = getattr(error, "problem_mark", None)
        line = f" at line {where.line + 1}" if where else ""
        reason = " ".join(str(getattr(error, "problem", error)).split()).rstrip(".")
        raise DataError(f"The recipe '{path}' is not YAML{line}: {reason}.") from error
    if not isinstance(fields, dict):
        raise DataError(f"The recipe '{path}' should hold fields such as `name: my-model`, one a line.")
    extended = fields.pop("extends", [])
    names = [extended] if isinstance(extended, str) else extended
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise DataError(f"The recipe '{path}' is wrong at 'extends': name a file beside it, or a list of files.")
    merged: dict[str, Any] = {}
    for name in names:
        merged |= _read_fields(path.parent / name, (*above, path))
    return merged | fields


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
        int8=True,
        views=2,
        name=_identifier(source.name),
        title=f"Trained on {source.name}",
        gsd=(min(gsd, 0.3), max(gsd, 1.0)),
        tasks=["change"] if layout == "pairs" else ["segment"],
        images=0 if layout == "pairs" else 8,
        sources=[source],
    )


def _identifier(name: str) -> str:
    """A name that a card may have: letters, digits, dots, hyphens, at least three of them, a letter first."""
    kept = "".join(c if c.isascii() and c.isalnum() else "-" for c in name).strip("-")
    return f"own-{kept or 'model'}"
