# SPDX-License-Identifier: GPL-2.0-or-later
"""A plan: the networks of a comparison, their budget, and the validation and test places, in one typed file (YAML or
JSON).
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

from model_core.errors import DataError
from model_core.old_names import PLAN as OLD_NAMES
from model_core.old_names import replace_arm
from model_core.recipes.recipe import Recipe, load_recipe
from model_core.recipes.settings import overridden, validated
from model_core.tiles.layouts.registry import LayoutName
from model_core.tiles.layouts.tile import Task

PLANS = Path(__file__).resolve().parent.parent / "plans"
# Recipe fields that the plan replaces, and those that must be the same for all arms.
OF_THE_PLAN = ("name", "steps", "epochs", "pretrain_steps", "patience", "seed", "tests", "candidates")
OF_ALL_ARMS = (*OF_THE_PLAN, "pairs", "crop", "accumulate", "gsd", "sources")
_NAME = r"^[a-z0-9][a-z0-9.-]*$"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ScoringSet(_Strict):
    """Labelled tiles in the data folder that no arm trains on, each cut into scenes."""

    name: str
    path: str
    layout: LayoutName = "pairs"
    gsd: float | None = Field(default=None, description="ground sample distance in metres; none if unknown")
    include: list[str] = Field(default_factory=lambda: ["*"], description="tiles to use, as name patterns")
    splits: str | None = Field(default=None, description="a CSV beside the tiles with columns tile, site")
    sites: list[str] | None = Field(default=None, description="the sites of that table to use; default: all")
    side: int | None = Field(
        default=None, gt=0, description="cut tiles into squares of this many pixels; default: whole tiles"
    )


class Arm(_Strict):
    """One network of the comparison: the shared recipe with the fields of `set`."""

    name: str = Field(pattern=_NAME)
    group: str = Field(default="all", description="arms of one question; `--only` selects groups or arms")
    set: dict[str, Any] = Field(default_factory=dict, description="recipe fields")
    against: str | None = Field(default=None, description="the arm it is tested against; default: the control")
    pretrain_steps: int | None = Field(default=None, ge=0, description="replaces the plan's")
    weights: Literal["own", "random"] = Field(
        default="own",
        description="initial weights: those that come with the network, such as ImageNet's, or random ones",
    )
    seeds: list[int] | None = Field(default=None, description="fewer seeds than the plan's")
    note: str = ""


class Plan(_Strict):
    """The comparison. Arms run in the order of the list, all seeds of one arm before the next."""

    name: str = Field(pattern=_NAME)
    title: str
    recipe: str = Field(description="the recipe that all arms share, relative to the plan")
    set: dict[str, Any] = Field(
        default_factory=dict, description="recipe fields to override for all arms, by their names as in `--set`"
    )
    leave_out: list[str] = Field(default_factory=list, description="sources of the recipe that no arm trains on")
    task: Task = "change"
    steps: int = Field(gt=0, description="training steps of every run")
    pretrain_steps: int = Field(default=0, ge=0, description="steps of denoising pre-training; 0: none")
    seeds: list[int] = Field(min_length=1)
    timesteps: list[int] = Field(
        default_factory=lambda: [0, 999],
        description="timesteps at inference, compared on `validation`; the best is used, the curve shows all",
    )
    control: str = Field(description="the arm that is trained on clean images, without noise or timestep")
    arms: list[Arm] = Field(min_length=1)
    validation: list[ScoringSet] = Field(min_length=1, description="places that choose timestep and threshold")
    test: list[ScoringSet] = Field(min_length=1, description="places that are scored; nothing is chosen on them")
    public_test: list[ScoringSet] = Field(
        default_factory=list, description="public test sets, scored by --public-test alone"
    )

    def arm(self, name: str) -> Arm:
        return next(arm for arm in self.arms if arm.name == name)

    def seeds_of(self, arm: Arm) -> list[int]:
        return self.seeds if arm.seeds is None else arm.seeds

    def pretrain_steps_of(self, arm: Arm) -> int:
        return self.pretrain_steps if arm.pretrain_steps is None else arm.pretrain_steps

    def reference(self, arm: Arm) -> str | None:
        """Return the arm that it is tested against; None for the control."""
        return None if arm.name == self.control else arm.against or self.control

    def only(self, wanted: Iterable[str]) -> Plan:
        """Return the plan with the named arms or groups, the control, and the arms that they are tested against.

        Raises DataError for a name that is neither.
        """
        wanted = set(wanted)
        if not wanted:
            return self
        known = {arm.name for arm in self.arms} | {arm.group for arm in self.arms}
        wanted = {name if name in known else replace_arm(name) for name in wanted}
        if wanted - known:
            raise DataError(
                f"The plan '{self.name}' has no arm or group '{min(wanted - known)}'. Choose from "
                f"{', '.join(sorted(known))}."
            )
        kept = {arm.name for arm in self.arms if {arm.name, arm.group} & wanted}
        waiting = list(kept)
        while waiting:
            reference = self.reference(self.arm(waiting.pop()))
            if reference and reference not in kept:
                kept.add(reference)
                waiting.append(reference)
        kept.add(self.control)
        return self.model_copy(update={"arms": [arm for arm in self.arms if arm.name in kept]})


class LoadedPlan(_Strict):
    """A plan with its recipe."""

    plan: Plan
    base: Recipe

    def recipe(self, arm: Arm, seed: int) -> Recipe:
        """Return the recipe of an arm and a seed. Raises DataError, naming arm and field, where it is not valid."""
        whose = f"The arm '{arm.name}' of the plan '{self.plan.name}'"
        values = self.base.model_dump(mode="json")
        for field, value in (self.plan.set | arm.set).items():
            values = overridden(values, f"{field}={json.dumps(value)}", Recipe)
        values |= dict.fromkeys(("epochs", "patience"))
        values |= {"name": f"{self.plan.name}-{arm.name}", "steps": self.plan.steps, "seed": seed}
        values |= {"pretrain_steps": self.plan.pretrain_steps_of(arm) or None}
        values |= {"tests": [], "candidates": self.plan.timesteps}
        values["sources"] = [s for s in values["sources"] if s["name"] not in self.plan.leave_out]
        return validated(Recipe, values, whose)

    def narrowed(self, only: list[str], seeds: int | None = None, steps: int | None = None) -> LoadedPlan:
        """Return the plan with some of its arms or groups, the first seeds, or other steps, pre-training in
        proportion.
        """
        plan = self.plan.only(only)
        share = (steps or plan.steps) / plan.steps
        arms = []
        for arm in plan.arms:
            before = math.ceil(plan.pretrain_steps_of(arm) * share)
            arms.append(arm.model_copy(update={"seeds": plan.seeds_of(arm)[:seeds], "pretrain_steps": before}))
        return self.model_copy(update={"plan": plan.model_copy(update={"arms": arms, "steps": steps or plan.steps})})


def load_plan(where: str | Path) -> LoadedPlan:
    """Read a plan file, or a bundled plan by its name. Raises DataError with the file and the fault.

    The recipe of every arm is made once, so that an error shows before training. Names of version 0.1.0 load with an
    OldNameWarning.
    """
    path = _find(Path(where))
    try:
        fields = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise DataError(f"The plan '{path}' can't be read: {error.strerror}.") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise DataError(f"The plan '{path}' is not YAML: {error}") from error
    if not isinstance(fields, dict):
        raise DataError(f"The plan '{path}' should hold fields such as `name: my-plan`, one a line.")
    plan = validated(Plan, OLD_NAMES.replace(fields, f"The plan '{path}'"), f"The plan '{path}'")
    loaded = LoadedPlan(plan=plan, base=load_recipe(path.parent / plan.recipe))
    for mistake in _mistakes(loaded):
        raise DataError(f"The plan '{path}' {mistake}.")
    return loaded


def _mistakes(loaded: LoadedPlan) -> Iterator[str]:
    """Yield the faults of a plan beyond the types of its fields."""
    plan = loaded.plan
    arms = [arm.name for arm in plan.arms]
    yield from (f"has two arms '{name}'" for name in _twice(arms))
    sets = [wanted.name for wanted in (*plan.validation, *plan.test, *plan.public_test)]
    yield from (f"has two sets '{name}'" for name in _twice(sets))
    for name in (plan.control, *(arm.against for arm in plan.arms if arm.against)):
        if name not in arms:
            yield f"tests against '{name}', but has no such arm"
    yield from (
        f"sets '{field}' of the recipe, which has a field of its own in the plan"
        for field in plan.set
        if _top(field) in OF_THE_PLAN
    )
    for arm in plan.arms:
        for field in arm.set:
            if _top(field) in OF_ALL_ARMS:
                yield f"gives the arm '{arm.name}' a '{field}' of its own; it must be the same for all arms"
        if arm.weights == "random" and plan.pretrain_steps_of(arm):
            yield f"gives the arm '{arm.name}' both random weights and pre-training"
        if not set(arm.seeds or ()) <= set(plan.seeds):
            yield f"gives the arm '{arm.name}' seeds that the plan does not have"
    sources = [source.name for source in loaded.base.sources]
    yield from (
        f"leaves out '{name}', which its recipe does not have" for name in plan.leave_out if name not in sources
    )
    for arm in plan.arms:
        recipe = loaded.recipe(arm, plan.seeds[0])
        if arm.name == plan.control and recipe.schedules()[plan.task] != "clean":
            yield f"has '{arm.name}' for its control; a control needs `schedule: clean`, not noise"


def _top(field: str) -> str:
    """`sources` of `sources.levir.weight`."""
    return field.split(".")[0]


def _twice(names: list[str]) -> list[str]:
    return [name for index, name in enumerate(names) if name in names[:index]]


def bundled_plans() -> list[str]:
    """Names of the plans that come with the package."""
    return sorted(path.stem for path in PLANS.glob("*.yaml"))


def _find(path: Path) -> Path:
    if path.exists() or path.suffix:
        return path
    if path.name in bundled_plans():
        return PLANS / f"{path.name}.yaml"
    raise DataError(f"There is no plan '{path}'. Give a YAML file, or one of {', '.join(bundled_plans())}.")
