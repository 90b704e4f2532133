# SPDX-License-Identifier: GPL-2.0-or-later
"""One arm with one seed: train, choose on validation places, score on others. What is done is never done twice."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors import safe_open

from model_core.compare.plan import Arm, LoadedPlan, Plan
from model_core.compare.results import RunResult, Scenes
from model_core.compare.scenes import Scene, scenes_of
from model_core.diffusion.forward_process import NoiseSchedule, schedules_named
from model_core.errors import DataError
from model_core.evaluation.scores import best_threshold, count, pooled
from model_core.networks.interface import MapNetwork
from model_core.networks.registry import build_network
from model_core.recipes.recipe import Recipe
from model_core.training.pretrain import pretrain
from model_core.training.train import WEIGHTS, load_weights, train
from model_core.training.validation_callback import keep
from noise2map_qgis.engine.evaluation.confusion import Histogram

_SETTINGS, _RESULT = "settings.json", "result.json"
# No arm can have this name.
_PRETRAINED = "_pretrained"
# Fields that change no run: they tell people what a recipe is, or how maps are made elsewhere (here always in one view).
_IDLE = ("name", "title", "description", "known_failures", "control", "views")
# So rarely does training itself look at validation tiles: never. Here they are looked at once, at the end.
_NEVER = 10**9


@dataclass(frozen=True)
class Run:
    """One arm, one seed, and the folder that its weights and result are kept in."""

    arm: Arm
    seed: int
    recipe: Recipe
    folder: Path

    @property
    def title(self) -> str:
        return f"{self.arm.name}, seed {self.seed}"


@dataclass(frozen=True)
class Places:
    """The scenes that choose, those that score, and those of the public tests (empty unless asked for), by set."""

    choose_on: dict[str, list[Scene]]
    score_on: dict[str, list[Scene]]
    tests: dict[str, list[Scene]]


def load_places(plan: Plan, data: Path, gsd: tuple[float, float], tests: bool = False) -> Places:
    """Read every scene of a plan once, for all its runs."""

    def read(sets: list[Any]) -> dict[str, list[Scene]]:
        return {wanted.name: scenes_of(wanted, data, gsd) for wanted in sets}

    return Places(read(plan.choose_on), read(plan.score_on), read(plan.tests) if tests else {})


def runs_of(loaded: LoadedPlan, output: Path) -> Iterator[Run]:
    """All runs of a plan in its order: all seeds of an arm, then the next arm."""
    for arm in loaded.plan.arms:
        for seed in loaded.plan.seeds_of(arm):
            yield Run(arm, seed, loaded.recipe(arm, seed), output / arm.name / f"seed-{seed}")


def check_buildable(run: Run, task: str) -> None:
    """Raises DataError, naming the arm, if its network or its noise can't be made: before the first arm is trained."""
    try:
        network_of(run.recipe).require(task)
        schedules_named(run.recipe.schedules())
    except (DataError, ValueError) as error:
        raise DataError(f"The arm '{run.arm.name}' can't be run: {error}") from error


def finished(run: Run, plan: Plan) -> RunResult | None:
    """The result of a run that was done to the end with these settings and places; else None.

    Raises DataError if the folder holds a run with other settings.
    """
    _check_settings(run)
    path = run.folder / _RESULT
    if not path.exists():
        return None
    kept = json.loads(path.read_text())
    if kept["places"] != _places(plan):
        return None
    result = RunResult.from_dict(kept["result"])
    return result if kept["tests"] == _tests(plan) else replace(result, tests={})


def perform(run: Run, plan: Plan, data: Path, places: Places, **trainer: Any) -> RunResult:
    """Train what is not trained, choose, score and keep the result. A run cut short goes on from its checkpoint."""
    _check_settings(run)
    run.folder.mkdir(parents=True, exist_ok=True)
    (run.folder / _SETTINGS).write_text(json.dumps(_settings(run), indent=1))
    weights = run.folder / WEIGHTS
    if not _trained(weights, plan.steps):
        train(run.recipe, data, run.folder, _start(run, data, **trainer), every=_NEVER, **trainer)
    net = network_of(run.recipe)
    load_weights(net, weights)
    result = finished(run, plan) or measure(run, plan, net.eval(), places)
    if set(places.tests) - set(result.tests):
        deployed = deploy(net, run.recipe, plan.task, result.timestep)
        result = replace(result, tests=score(deployed, places.tests, result.threshold))
    kept = {"places": _places(plan), "tests": _tests(plan), "result": result.as_dict()}
    partial = run.folder / "result.part"
    partial.write_text(json.dumps(kept))
    partial.replace(run.folder / _RESULT)
    return result


def measure(run: Run, plan: Plan, net: MapNetwork, places: Places) -> RunResult:
    """Choose timestep and threshold on `choose_on`, then score `score_on` at them."""
    compared, thresholds = {}, {}
    for timestep in run.recipe.candidates_of(plan.task):
        deployed = deploy(net, run.recipe, plan.task, timestep)
        thresholds[timestep], compared[timestep] = best_threshold(histograms(deployed, places.choose_on))
    timestep = max(compared, key=lambda t: compared[t])
    deployed = deploy(net, run.recipe, plan.task, timestep)
    facts = _facts(run.folder / WEIGHTS)
    if int(facts["steps"]) != plan.steps:
        raise DataError(
            f"'{run.folder}' holds {facts['steps']} steps of training, not the {plan.steps} of the plan: budgets must be equal."
        )
    return RunResult(
        arm=run.arm.name,
        seed=run.seed,
        steps=int(facts["steps"]),
        minutes=float(facts["minutes"]),
        parameters=sum(p.numel() for p in net.parameters()),
        timestep=timestep,
        threshold=thresholds[timestep],
        compared=compared,
        scored=score(deployed, places.score_on, thresholds[timestep]),
    )


Mapper = Callable[[Scene], np.ndarray]


def deploy(net: MapNetwork, recipe: Recipe, task: str, timestep: int) -> Mapper:
    """What maps a scene as users get it: `(rows, cols)` uint8 in steps of 1/254."""
    schedule = NoiseSchedule.named(recipe.schedules()[task])
    module = net.deploy(task, timestep, float(schedule.signal[timestep]), float(schedule.noise[timestep]))

    # A third faster on a processor.
    module = module.to(memory_format=torch.channels_last)  # type: ignore[call-overload]

    @torch.inference_mode()
    def mapped(scene: Scene) -> np.ndarray:
        return module(torch.from_numpy(scene.image)[None])[0, 0].numpy()

    return mapped


def histograms(mapped: Mapper, sets: dict[str, list[Scene]]) -> dict[str, Histogram]:
    """Each set's pixels counted by probability."""
    return {
        name: pooled({scene.name: count(mapped(scene), scene.label) for scene in scenes})
        for name, scenes in sets.items()
    }


def score(mapped: Mapper, sets: dict[str, list[Scene]], threshold: float) -> Scenes:
    """Every scene's counts at a threshold."""
    return {name: {s.name: count(mapped(s), s.label).at(threshold) for s in scenes} for name, scenes in sets.items()}


def network_of(recipe: Recipe) -> MapNetwork:
    """The recipe's network with random weights."""
    return build_network(recipe.network, **recipe.network_settings())


def _start(run: Run, data: Path, **trainer: Any) -> Path | None:
    """Weights to begin with: random ones, or those of denoising pre-training, which is done once for all arms whose
    recipes ask for the same; None for what comes with the network."""
    if run.arm.weights == "random":
        torch.manual_seed(run.seed)
        keep(network_of(run.recipe), path := run.folder / "random.safetensors")
        return path
    if not run.recipe.pretrain_steps:
        return None
    recipe = run.recipe.model_copy(update={"steps": run.recipe.pretrain_steps})
    same = recipe.model_dump(mode="json", exclude={*_IDLE, "timesteps"})
    digest = hashlib.sha256(json.dumps(same, sort_keys=True).encode()).hexdigest()[:10]
    folder = run.folder.parents[1] / _PRETRAINED / digest
    weights = folder / WEIGHTS
    return weights if weights.exists() else pretrain(recipe, data, folder, **trainer)


def _settings(run: Run) -> dict[str, Any]:
    """What makes a run what it is; whoever changes any of it needs another folder."""
    return run.recipe.model_dump(mode="json", exclude={*_IDLE, "candidates"}) | {"weights": run.arm.weights}


def _check_settings(run: Run) -> None:
    path = run.folder / _SETTINGS
    if not path.exists():
        return
    kept, wanted = json.loads(path.read_text()), _settings(run)
    # A field that one of them lacks came with another version, at the default that it had without a name.
    different = sorted(key for key in kept.keys() & wanted.keys() if kept[key] != wanted[key])
    if different:
        raise DataError(
            f"'{run.folder}' was trained with another '{different[0]}' than the plan says: give another output folder."
        )


def _places(plan: Plan) -> dict[str, Any]:
    """What decides the counts besides the weights."""
    return plan.model_dump(mode="json", include={"task", "timesteps", "choose_on", "score_on"})


def _tests(plan: Plan) -> Any:
    return plan.model_dump(mode="json", include={"tests"})


def _trained(weights: Path, steps: int) -> bool:
    """Whether weights were trained to the end; a run that was stopped by hand may leave younger ones."""
    return weights.exists() and int(_facts(weights)["steps"]) >= steps


def _facts(weights: Path) -> dict[str, str]:
    with safe_open(weights, "pt") as file:
        return file.metadata()
