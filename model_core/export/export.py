# SPDX-License-Identifier: GPL-2.0-or-later
"""Export of a training run: choose on validation tiles, fold, write ONNX, score, write the card."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from safetensors.torch import save_file

from model_core.data.samples import TrainingSamples
from model_core.diffusion.forward_process import NoiseSchedule, schedules_named
from model_core.errors import DataError
from model_core.evaluation.false_area import false_area
from model_core.evaluation.intervals import units_of, units_of_parts
from model_core.evaluation.scores import pooled
from model_core.export.card import BundleFiles, build_card, metric
from model_core.export.int8.writer import write_int8
from model_core.export.onnx_files import halve, onnx_mapper, runs_here, write_float16, write_float32, write_timed
from model_core.export.shared_weights import share_weights
from model_core.export.timesteps import add_timesteps
from model_core.networks.folding import FoldedNetwork, FoldingNetwork
from model_core.networks.interface import MapNetwork
from model_core.networks.registry import build_network
from model_core.networks.timed import TimedNetwork
from model_core.recipes.recipe import ScoredSet, load_recipe
from model_core.selection.selection import Choice, choose
from model_core.selection.validation import HeldOutTiles, Mapper, network_mapper, over_views, validate_places
from model_core.tiles.labelled_sets import labelled_set
from model_core.training.train import RECIPE, WEIGHTS, load_weights
from noise2map_qgis.engine.evaluation.accuracy import evaluate_folder
from noise2map_qgis.engine.model.bundle import load_bundle

# Training batches that determine the ranges of the int8 files.
_CALIBRATION_BATCHES = 6
# Tile size and overlap in pixels; benchmarks/reach.py measures the effect of smaller overlaps.
TILE = (768, 64)


def export(
    run: Path,
    data: Path,
    output: Path,
    log: Callable[[str], None] = print,
    float16: bool = False,
    explain: bool = False,
    timesteps: Sequence[int] = (),
) -> Path:
    """Write a bundle to `output` from a run of `train` and return the path of the card.

    Every task has a float32 file; an int8 file if the recipe has `int8` and the network folds; with `float16` one for
    GPUs; and with `explain` one with the timestep as an input (`image`, `timestep`). Further `timesteps` are added as
    vectors, see `add_timesteps`. The files of several tasks share one file of weights per precision.

    All choices are made on the validation tiles of the recipe; its test sets are then scored once, through the engine.
    The weights of the run are written again with the calibration. Raises DataError where the run or the data are
    missing.
    """
    if not (run / WEIGHTS).exists():
        raise DataError(
            f"'{run}' has no {WEIGHTS}; train first (noise2map train), or give the folder of a finished run."
        )
    recipe = load_recipe(run / RECIPE)
    net = build_network(recipe.network, **recipe.network_settings())
    load_weights(net, run / WEIGHTS)
    net.eval()
    schedules = schedules_named(recipe.schedules())
    held_out = HeldOutTiles(recipe, data)
    if not len(held_out):
        raise DataError(
            "The recipe has no validation tiles to choose a threshold on; name some in a source's `validation`."
        )
    samples = TrainingSamples(recipe, data)
    choices = choose(
        net, schedules, held_out, {task: recipe.candidates_of(task) for task in recipe.tasks}, recipe.views
    )
    for task, choice in choices.items():
        log(f"{task}: timestep {choice.timestep} of {choice.compared}, threshold {choice.threshold}")
        log(f"{task}: expected calibration error on validation {choice.error:.3f}")
        gained = {scores.high_threshold: scores for scores in choice.high_thresholds}
        one, other = gained[0.0], gained[choice.high_threshold]
        log(
            f"{task}: high threshold {choice.high_threshold}; object F1 {one.objects:.3f} without and "
            f"{other.objects:.3f} with it, pixel F1 "
            f"{one.pixels:.3f} and {other.pixels:.3f}"
        )

    output.mkdir(parents=True, exist_ok=True)
    graphs = _write_files(net, schedules, choices, samples, output, float16, log)
    weights = _share(graphs, output, log) if len(choices) > 1 else {}
    files = BundleFiles(graphs, weights, _write_explaining(net, schedules, choices, output) if explain else {})
    save_file({name: value.contiguous() for name, value in net.state_dict().items()}, run / WEIGHTS)
    metrics = _validation_metrics(net, schedules, choices, held_out, graphs, recipe.views)
    images = {
        pool.source.name: sum(len(t.images) for t in pool.tiles) for pools in samples.pools.values() for pool in pools
    }
    card = output / "card.json"

    def write() -> None:
        made = build_card(recipe, choices, files, metrics, images, held_out.counts(), net, TILE)
        card.write_text(json.dumps(made, indent=2) + "\n")

    write()
    for test in recipe.tests:
        line = _score(output, test, data)
        log(f"{test.task} on {test.name}: {line}")
        metrics[test.task].append(line)
    for unchanged in recipe.unchanged_sets if "change" in choices else ():
        line = false_area(load_bundle(output), unchanged, data)
        log(f"no change on {unchanged.name}: {line['false_area']} m² per km² mapped as change")
        metrics["change"].append(line)
    write()
    if timesteps and isinstance(net, FoldingNetwork):
        add_timesteps(output, net, schedules, timesteps, log)
    load_bundle(output)
    return card


def _write_files(
    net: MapNetwork,
    schedules: Mapping[str, NoiseSchedule],
    choices: dict[str, Choice],
    samples: TrainingSamples,
    output: Path,
    float16: bool,
    log: Callable[[str], None],
) -> dict[tuple[str, str, int], Path]:
    """Write the files of every task at its timestep and return them."""
    files = {}
    for task, choice in choices.items():
        t, schedule = choice.timestep, schedules[task]
        deployed = net.deploy(task, t, float(schedule.signal[t]), float(schedule.noise[t]))
        exact = files[task, "float32", t] = output / f"{task}-t{t}-float32.onnx"
        write_float32(deployed, exact)
        if float16:
            files[task, "float16", t] = output / f"{task}-t{t}-float16.onnx"
            write_float16(exact, files[task, "float16", t])
        if samples.recipe.int8 and isinstance(deployed, FoldedNetwork):
            files[task, "int8", t] = output / f"{task}-t{t}-int8.onnx"
            write_int8(exact, files[task, "int8", t], _calibration_images(samples, task))
            if not runs_here(files[task, "int8", t]):
                log(f"{task}: this ONNX Runtime lacks operators of the int8 file, whose scores are omitted")
        elif samples.recipe.int8:
            log(f"{task}: no int8 file, because the {net.architecture} does not fold")
        halve(exact)
    return files


def _share(files: Mapping[tuple[str, str, int], Path], output: Path, log: Callable[[str], None]) -> dict[str, Path]:
    """Move the weights of all tasks' files into one file per precision."""
    shared = {}
    for precision in sorted({precision for _, precision, _ in files}):
        graphs = [path for (_, of, _), path in files.items() if of == precision]
        before = _megabytes(graphs)
        shared[precision] = output / f"weights-{precision}.bin"
        share_weights(graphs, shared[precision])
        after = _megabytes([*graphs, shared[precision]])
        log(f"{precision}: {after:.1f} MB, {before:.1f} MB before the tasks shared their weights")
    return shared


def _megabytes(files: Sequence[Path]) -> float:
    return sum(path.stat().st_size for path in files) / 1e6


def _write_explaining(
    net: MapNetwork, schedules: Mapping[str, NoiseSchedule], choices: dict[str, Choice], output: Path
) -> dict[str, Path]:
    """Write a file for each task with the timestep as an input."""
    files = {}
    for task in choices:
        files[task] = output / f"{task}-any-timestep-float32.onnx"
        write_timed(TimedNetwork(net, task, schedules[task]), files[task])
        halve(files[task])
    return files


def _calibration_images(samples: TrainingSamples, task: str) -> Iterator[np.ndarray]:
    for number in range(_CALIBRATION_BATCHES):
        batch = samples.batch(np.random.default_rng((samples.recipe.seed, 2, number)))
        if task == "change":
            images = np.concatenate([batch["before"].numpy(), batch["after"].numpy()], axis=1)
        else:
            images = batch["image"].numpy()
        yield from (image[None] for image in images)


def _validation_metrics(
    net: MapNetwork,
    schedules: Mapping[str, NoiseSchedule],
    choices: dict[str, Choice],
    held_out: HeldOutTiles,
    files: dict[tuple[str, str, int], Path],
    views: int,
) -> dict[str, list[dict[str, Any]]]:
    """Return the card's lines of the validation sets, averaged over views, for the trained network and for int8."""
    mappers: dict[str, Mapper] = {
        "validation": network_mapper(net, schedules, {task: c.timestep for task, c in choices.items()})
    }
    int8 = {task: path for (task, precision, _), path in files.items() if precision == "int8"}
    if int8 and all(runs_here(path) for path in int8.values()):
        mappers["validation, int8"] = onnx_mapper(int8)
    lines: dict[str, list[dict[str, Any]]] = {task: [] for task in choices}
    for split, mapper in mappers.items():
        for task, sets in validate_places(over_views(mapper, views), held_out).items():
            threshold = choices[task].threshold
            for name, places in sets.items():
                units = units_of_parts(places.kind, places.parts.values(), threshold)
                found = pooled(places.parts).at(threshold)
                lines[task].append(metric(name, split, found, held_out.counts()[name], None, units))
    return lines


def _score(bundle: Path, test: ScoredSet, data: Path) -> dict[str, Any]:
    """Return the card's line of a test set, scored through the engine as a user's rasters are."""
    tiles = test.tiles(data)
    labelled = labelled_set(tiles, test.bands)
    scenes = labelled.scenes | test.sites(data)
    found = evaluate_folder(
        load_bundle(bundle), test.task, data / test.path, gsd=test.gsd, scenes=scenes, tiles=labelled.tiles
    )
    return metric(test.name, "test", found.pooled, len(found.tiles), test.gsd, units_of(found))
