# SPDX-License-Identifier: GPL-2.0-or-later
"""A recipe: the settings, data sets and budget of one training run, in one typed file (YAML or JSON)."""

from __future__ import annotations

from collections.abc import Sequence
from glob import escape
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

from model_core.errors import DataError
from model_core.old_names import RECIPE as OLD_NAMES
from model_core.recipes.settings import overridden, validated
from model_core.recipes.sources import ScoredSet, Source, UnchangedSet
from model_core.recipes.variation import Variation
from model_core.tiles.layouts.tile import Task
from model_core.tiles.tiles import find_tiles

__all__ = ["Recipe", "ScoredSet", "Source", "load_recipe", "recipe_for_folder"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


Weight = Annotated[float, Field(gt=0)] | Literal["data"]
Schedule = Literal["linear", "scaled-linear", "cosine", "sigmoid", "edm", "clean"]


class Recipe(_Strict):
    """The settings of one training run."""

    name: str
    title: str
    description: str = ""
    network: str = Field(
        default="folding", description="folding, noise2map-unet (the authors' network), or another network by its name"
    )
    network_options: dict[str, Any] = Field(default_factory=dict, description="options of that network")
    encoder: Literal["lite0", "lite1", "lite2"] = Field(default="lite0", description="of the folding network")
    tasks: list[Task] = Field(default=["change", "segment"], min_length=1, description="tasks that share the network")
    schedule: Schedule | dict[Task | Literal["denoise"], Schedule] = Field(
        default="linear",
        description="noise schedule of all tasks, or of each task (linear for a task that is not named); `clean` adds "
        "no noise: the control of an experiment, and the setting for networks without a timestep",
    )
    timesteps: Literal["uniform", "contrast", "annealed"] = Field(
        default="contrast",
        description="sampling of timesteps in training: uniform, as published; in proportion to the contrast between "
        "the halves of x_t; or annealed, from that towards the timesteps of highest contrast as training proceeds",
    )
    candidates: list[Annotated[int, Field(ge=0)]] = Field(
        default=[0, 999], min_length=1, description="timesteps at inference that are compared on validation data"
    )
    gsd: tuple[float, float] = Field(
        default=(0.3, 1.0), description="range of ground sample distances that the network is trained for, metres"
    )
    crop: int = Field(
        default=256, gt=0, multiple_of=32, description="side of a training crop in pixels, a multiple of 32"
    )
    pairs: int = Field(default=8, ge=0, description="pairs per batch")
    images: int = Field(default=4, ge=0, description="single images per batch; 0 trains change alone")
    accumulate: int = Field(default=1, ge=1, description="batches per optimiser step; the gradient is their mean")
    synthetic: float = Field(
        default=0.4, ge=0, le=1, description="share of pairs that are synthesised from single images"
    )
    unchanged: float = Field(
        default=0.0,
        ge=0,
        le=1,
        description="share of pairs made of two grounds or two seasons, in which no building need change",
    )
    variation: Variation = Field(default_factory=Variation, description="further augmentation; none by default")
    loss: Literal["map", "cross-entropy"] = Field(
        default="map", description="map: cross-entropy plus soft F1; cross-entropy: with class weights, as published"
    )
    class_weight: Weight | dict[Task, Weight] = Field(
        default=1.0,
        description="weight of a positive pixel in cross-entropy, a background pixel having 1; `data`: background "
        "pixels per positive pixel of the training tiles; or one weight for each task",
    )
    exclusive_weight: float = Field(
        default=0.2,
        ge=0,
        description="weight of the loss that requires change to be the exclusive or of both dates' buildings",
    )
    gap_weight: float = Field(
        default=0.0,
        ge=0,
        description="additional weight of a background pixel between close neighbours, in the loss `map`",
    )
    learning_rate: float = Field(default=1e-3, gt=0)
    lr_schedule: Literal["cosine", "constant"] = Field(
        default="cosine",
        description="cosine: the learning rate warms up and decays to zero; constant: it does not change",
    )
    encoder_lr_multiplier: float = Field(
        default=0.3, ge=0, description="learning rate of the pre-trained encoder as a multiple of learning_rate"
    )
    frozen: int = Field(default=0, ge=0, description="first blocks of the encoder that are not trained")
    weight_decay: float = Field(default=1e-2, ge=0, description="weight decay of AdamW; 0 gives Adam")
    ema_decay: float = Field(
        default=0.998,
        ge=0,
        lt=1,
        description="decay of the exponential moving average of the weights; 0 uses the last weights",
    )
    steps: int = Field(default=4000, gt=0)
    epochs: float | None = Field(
        default=None,
        gt=0,
        description="replaces steps: in one epoch the crops cover as much ground as the training tiles",
    )
    pretrain_steps: int | None = Field(
        default=None, gt=0, description="steps of denoising pre-training; default: `steps`"
    )
    patience: int | None = Field(
        default=None,
        ge=1,
        description="stop after this many validations without a better F1, and keep the best weights",
    )
    seed: int = Field(default=0, ge=0)
    views: Literal[1, 2, 4, 8] = Field(
        default=1,
        description="test-time augmentation: 1, 2, 4 or 8 rotated and mirrored views of a tile are averaged. Inference "
        "takes that many times as long; training does not use it",
    )
    int8: bool = Field(default=False, description="also write int8 files, which the CPU prefers")
    known_failures: list[str] = Field(default_factory=list)
    control: str = Field(
        default="", description="measured result of the same network trained on clean images; copied to the card"
    )
    sources: list[Source] = Field(min_length=1)
    tests: list[ScoredSet] = Field(default_factory=list)
    unchanged_sets: list[UnchangedSet] = Field(
        default_factory=list,
        description="pairs without change, on which the false area of a finished bundle is measured",
    )

    def schedules(self) -> dict[str, Schedule]:
        """Return the noise schedule of each task and of denoising, which is linear where `schedule` is clean."""
        if isinstance(self.schedule, dict):
            named: dict[str, Schedule] = {"change": "linear", "segment": "linear", "denoise": "linear"}
            named.update({str(task): name for task, name in self.schedule.items()})
            return named
        denoise: Schedule = "linear" if self.schedule == "clean" else self.schedule
        return {"change": self.schedule, "segment": self.schedule, "denoise": denoise}

    def candidates_of(self, task: str) -> list[int]:
        """Return the timesteps to compare for a task: 0 alone for a clean schedule."""
        return [0] if self.schedules()[task] == "clean" else self.candidates

    def of(self, kind: str) -> list[Source]:
        """Return the sources of one kind of tile: pairs, images or plain."""
        return [source for source in self.sources if source.kind == kind]

    def trained_on(self, kind: str) -> list[Source]:
        """Return the sources of one kind whose weight is above 0."""
        return [source for source in self.of(kind) if source.weight]

    def network_settings(self) -> dict[str, Any]:
        """Return the options for `build_network`."""
        return ({"encoder": self.encoder} if self.network == "folding" else {}) | self.network_options

    def weight_of(self, task: str) -> float | Literal["data"]:
        """Return the class weight of a task."""
        return self.class_weight.get(task, 1.0) if isinstance(self.class_weight, dict) else self.class_weight  # type: ignore[call-overload]

    def for_its_tasks(self) -> Recipe:
        """Return this recipe without the samples that its tasks do not use."""
        kept = {"pairs": "change", "images": "segment"}
        return self.model_copy(update={field: 0 for field, task in kept.items() if task not in self.tasks})


def load_recipe(path: Path, settings: Sequence[str] = ()) -> Recipe:
    """Read a recipe; `settings` such as `steps=100` or `sources.0.weight=0.5` override its fields.

    With `extends: other.yaml`, or a list of files beside it, a recipe inherits their fields; later files override
    earlier ones, and the recipe overrides all. Names of version 0.1.0 load with an OldNameWarning. Raises DataError
    with the file, the field and the fault.
    """
    fields = _read_fields(path, ())
    return _with_settings(validated(Recipe, fields, f"The recipe '{path}'"), fields, settings)


def with_settings(recipe: Recipe, settings: Sequence[str]) -> Recipe:
    """Return a recipe with settings as in `load_recipe`."""
    return _with_settings(recipe, recipe.model_dump(mode="json"), settings)


def _with_settings(recipe: Recipe, fields: dict[str, Any], settings: Sequence[str]) -> Recipe:
    for setting in map(OLD_NAMES.replace_setting, settings):
        fields = overridden(fields, setting, Recipe)
        recipe = validated(Recipe, fields, f"The setting '{setting}'")
    return recipe


def _read_fields(path: Path, above: tuple[Path, ...]) -> dict[str, Any]:
    """Return the fields of a recipe merged over those of the files that it extends."""
    if path in above:
        raise DataError(f"The recipe '{path}' extends itself through '{above[-1]}'.")
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
    fields = OLD_NAMES.replace(fields, f"The recipe '{path}'")
    extended = fields.pop("extends", [])
    names = [extended] if isinstance(extended, str) else extended
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise DataError(f"The recipe '{path}' is wrong at 'extends': name a file beside it, or a list of files.")
    merged: dict[str, Any] = {}
    for name in names:
        merged |= _read_fields(path.parent / name, (*above, path))
    return merged | fields


def recipe_for_folder(folder: Path, gsd: float) -> Recipe:
    """Return a recipe for a folder of tiles of one ground sample distance (metres), pairs or single images.

    A `tiles.csv` (tile, site, split) in the folder defines the splits. Without one the last fifth by name is the
    validation split, which is independent of the rest only if neighbouring names are neighbouring places.
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
    """Return a name that is valid in a card: letters, digits, dots and hyphens, at least three, a letter first."""
    kept = "".join(c if c.isascii() and c.isalnum() else "-" for c in name).strip("-")
    return f"own-{kept or 'model'}"
