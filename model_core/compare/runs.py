# SPDX-License-Identifier: GPL-2.0-or-later
"""One run of a comparison, an arm with a seed: train, choose on the validation places, score on the test places."""

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
from model_core.old_names import ARMS, RUN_RESULT
from model_core.old_names import RECIPE as OLD_RECIPE
from model_core.recipes.recipe import Recipe
from model_core.training.pretrain import pretrain
from model_core.training.train import WEIGHTS, load_weights, train
from model_core.training.validation_callback import save_weights
from noise2map_qgis.engine.evaluation.confusion import Histogram

_SETTINGS, _RESULT = "settings.json", "result.json"
# No arm can have this name.
_PRETRAINED = "_pretrained"
# Recipe fields that do not affect a run of a comparison, which always maps in one view.
_IDLE = ("name", "title", "description", "known_failures", "control", "views")
# Training itself never validates: the validation places are mapped once, at the end.
_NEVER = 10**9


@dataclass(frozen=True)
class Run:
    """One arm, one seed, and the folder of its weights and result."""

    arm: Arm
    seed: int
    recipe: Recipe
    folder: Path

    @property
    def title(self) -> str:
        return f"{self.arm.name}, seed {self.seed}"


@dataclass(frozen=True)
class Places:
    """The validation, test and public test scenes by set; `public_test` is empty unless requested."""

    validation: dict[str, list[Scene]]
    test: dict[str, list[Scene]]
    public_test: dict[str, list[Scene]]


def load_places(plan: Plan, data: Path, gsd: tuple[float, float], public_test: bool = False) -> Places:
    """Read every scene of a plan, once for all runs."""

    def read(sets: list[Any]) -> dict[str, list[Scene]]:
        return {wanted.name: scenes_of(wanted, data, gsd) for wanted in sets}

    return Places(read(plan.validation), read(plan.test), read(plan.public_test) if public_test else {})


def runs_of(loaded: LoadedPlan, output: Path) -> Iterator[Run]:
    """Yield all runs of a plan: all seeds of an arm, then the next arm.

    A folder that version 0.1.0 named after the arm's old name is used where there is no new one.
    """
    for arm in loaded.plan.arms:
        for seed in loaded.plan.seeds_of(arm):
            yield Run(arm, seed, loaded.recipe(arm, seed), _folder_of(arm, output) / f"seed-{seed}")


def _folder_of(arm: Arm, output: Path) -> Path:
    new = output / arm.name
    old = (output / name for name, renamed in ARMS.items() if renamed == arm.name)
    return next((folder for folder in old if folder.exists() and not new.exists()), new)


def check_buildable(run: Run, task: str) -> None:
    """Raise DataError, naming the arm, if its network or noise schedule cannot be made: before the first arm is
    trained.
    """
    try:
        network_of(run.recipe).require(task)
        schedules_named(run.recipe.schedules())
    except (DataError, ValueError) as error:
        raise DataError(f"The arm '{run.arm.name}' can't be run: {error}") from error


def finished(run: Run, plan: Plan) -> RunResult | None:
    """Return the result of a run that was completed with these settings and places, else None.

    Raises DataError if the folder holds a run with other settings.
    """
    _check_settings(run)
    path = run.folder / _RESULT
    if not path.exists():
        return None
    kept = RUN_RESULT.replace(json.loads(path.read_text()), None)
    if kept["places"] != _places(plan):
        return None
    kept["result"]["arm"] = run.arm.name
    result = RunResult.from_dict(kept["result"])
    return result if kept["public_test"] == _public_test(plan) else replace(result, public_test={})


def perform(run: Run, plan: Plan, data: Path, places: Places, **trainer: Any) -> RunResult:
    """Train where needed, choose, score and write the result. An interrupted run continues from its checkpoint."""
    _check_settings(run)
    run.folder.mkdir(parents=True, exist_ok=True)
    (run.folder / _SETTINGS).write_text(json.dumps(_settings(run), indent=1))
    weights = run.folder / WEIGHTS
    if not _trained(weights, plan.steps):
        train(run.recipe, data, run.folder, _start(run, data, **trainer), every=_NEVER, **trainer)
    net = network_of(run.recipe)
    load_weights(net, weights)
    result = finished(run, plan) or measure(run, plan, net.eval(), places)
    if set(places.public_test) - set(result.public_test):
        deployed = deploy(net, run.recipe, plan.task, result.timestep)
        result = replace(result, public_test=score(deployed, places.public_test, result.threshold))
    kept = {"places": _places(plan), "public_test": _public_test(plan), "result": result.as_dict()}
    partial = run.folder / "result.part"
    partial.write_text(json.dumps(kept))
    partial.replace(run.folder / _RESULT)
    return result


def measure(run: Run, plan: Plan, net: MapNetwork, places: Places) -> RunResult:
    """Choose timestep and threshold on the validation places, then score the test places."""
    compared, thresholds = {}, {}
    for timestep in run.recipe.candidates_of(plan.task):
        deployed = deploy(net, run.recipe, plan.task, timestep)
        thresholds[timestep], compared[timestep] = best_threshold(histograms(deployed, places.validation))
    timestep = max(compared, key=lambda t: compared[t])
    deployed = deploy(net, run.recipe, plan.task, timestep)
    facts = _facts(run.folder / WEIGHTS)
    if int(facts["steps"]) != plan.steps:
        raise DataError(
            f"'{run.folder}' holds {facts['steps']} steps of training, not the {plan.steps} of the plan: budgets must "
            f"be equal."
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
        test=score(deployed, places.test, thresholds[timestep]),
    )


Mapper = Callable[[Scene], np.ndarray]


def deploy(net: MapNetwork, recipe: Recipe, task: str, timestep: int) -> Mapper:
    """Return the function that maps a scene as the deployed network does: `(rows, cols)` uint8 in steps of 1/254."""
    schedule = NoiseSchedule.named(recipe.schedules()[task])
    module = net.deploy(task, timestep, float(schedule.signal[timestep]), float(schedule.noise[timestep]))

    # A third faster on a CPU.
    module = module.to(memory_format=torch.channels_last)  # type: ignore[call-overload]

    @torch.inference_mode()
    def mapped(scene: Scene) -> np.ndarray:
        return module(torch.from_numpy(scene.image)[None])[0, 0].numpy()

    return mapped


def histograms(mapped: Mapper, sets: dict[str, list[Scene]]) -> dict[str, Histogram]:
    """Return the histogram of probabilities of each set."""
    return {
        name: pooled({scene.name: count(mapped(scene), scene.label) for scene in scenes})
        for name, scenes in sets.items()
    }


def score(mapped: Mapper, sets: dict[str, list[Scene]], threshold: float) -> Scenes:
    """Return the pixel counts of each scene at a threshold."""
    return {name: {s.name: count(mapped(s), s.label).at(threshold) for s in scenes} for name, scenes in sets.items()}


def network_of(recipe: Recipe) -> MapNetwork:
    """Return the recipe's network with random weights."""
    return build_network(recipe.network, **recipe.network_settings())


def _start(run: Run, data: Path, **trainer: Any) -> Path | None:
    """Return the initial weights: random ones, or those of denoising pre-training; None for those of the network's
    package.

    Pre-training is done once for all arms with the same settings.
    """
    if run.arm.weights == "random":
        torch.manual_seed(run.seed)
        save_weights(network_of(run.recipe), path := run.folder / "random.safetensors")
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
    """Return the settings that a run depends on; a change of any needs another folder."""
    return run.recipe.model_dump(mode="json", exclude={*_IDLE, "candidates"}) | {"weights": run.arm.weights}


def _check_settings(run: Run) -> None:
    path = run.folder / _SETTINGS
    if not path.exists():
        return
    kept, wanted = OLD_RECIPE.replace(json.loads(path.read_text()), None), _settings(run)
    # A field that only one of them has came with another version, whose behaviour is its default.
    different = sorted(key for key in kept.keys() & wanted.keys() if kept[key] != wanted[key])
    if different:
        raise DataError(
            f"'{run.folder}' was trained with another '{different[0]}' than the plan says: give another output folder."
        )


def _places(plan: Plan) -> dict[str, Any]:
    """Return what the counts depend on besides the weights."""
    return plan.model_dump(mode="json", include={"task", "timesteps", "validation", "test"})


def _public_test(plan: Plan) -> Any:
    return plan.model_dump(mode="json", include={"public_test"})


def _trained(weights: Path, steps: int) -> bool:
    """Return whether weights were trained to the end; an interrupted run may leave earlier ones."""
    return weights.exists() and int(_facts(weights)["steps"]) >= steps


def _facts(weights: Path) -> dict[str, str]:
    with safe_open(weights, "pt") as file:
        return file.metadata()
