# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs the engine on random rasters, damaged files and lying models: `python -m tests.fuzz --count 10000 --first 0`.

Each case must give the map of the plain twin, or a sentence (an EngineError), and leave no file behind. Anything else
is a failure, printed with its number; `--first NUMBER --count 1` runs it again. A case that crashes or hangs ends its
process: cases run in processes of `--batch` cases, each with a time limit, and what was running is reported. The report
is JSON.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import numpy as np
from osgeo import gdal

from noise2map_qgis.engine.errors import EngineError
from noise2map_qgis.engine.job import Job
from noise2map_qgis.engine.model.bundle import Bundle, load_bundle
from noise2map_qgis.engine.predict import run
from tests.engine.making import Recorder, make_bundle, source
from tests.fuzz.cases import Case, make_case
from tests.fuzz.damage import damage, lie

# Seconds a case may take on a busy computer before its process is ended; one takes a tenth of a second.
_PATIENCE = 60


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--batch", type=int, default=250)
    parser.add_argument("--inside", action="store_true", help="run the cases in this process")
    asked = parser.parse_args()
    if asked.inside:
        _inside(asked.first, asked.count)
        return
    outcomes: Counter[str] = Counter()
    failures: list[str] = []
    number, last = asked.first, asked.first + asked.count
    while number < last:
        count = min(asked.batch, last - number)
        done, told = _process(number, count, failures)
        outcomes.update(told)
        number += done
    report = {"cases": asked.count, "first": asked.first, "outcomes": dict(outcomes), "failures": failures}
    print(json.dumps(report, indent=1))
    sys.exit(bool(failures))


def _process(first: int, count: int, failures: list[str]) -> tuple[int, list[str]]:
    """Run cases in a process of their own; return how many are done with, and their outcomes."""
    command = [sys.executable, "-m", "tests.fuzz", "--inside", "--first", str(first), "--count", str(count)]
    try:
        process = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_PATIENCE + 2 * count)
        output, end = process.stdout, f"exit code {process.returncode}"
    except subprocess.TimeoutExpired as error:
        output = error.stdout.decode() if isinstance(error.stdout, bytes) else error.stdout or ""
        end = "time limit"
    outcomes = []
    for line in output.splitlines():
        number, _, outcome = line.partition("\t")
        if outcome.startswith("FAILED"):
            failures.append(f"{number}: {outcome}")
        outcomes.append(outcome.partition(":")[0])
    if len(outcomes) < count:  # the process ended in the middle of a case
        failures.append(f"{first + len(outcomes)}: the process ended ({end})")
        outcomes.append("FAILED")
    return len(outcomes), outcomes


def _inside(first: int, count: int) -> None:
    gdal.UseExceptions()
    with tempfile.TemporaryDirectory(prefix="noise2map-fuzz-") as name:
        bundle = make_bundle(Path(name) / "models" / "difference", threshold=0.2)
        for number in range(first, first + count):
            folder = Path(name) / "case"
            folder.mkdir()
            print(f"{number}\t{run_case(number, folder, bundle)}", flush=True)
            shutil.rmtree(folder)


def run_case(number: int, folder: Path, bundle: Bundle) -> str:
    """Run one case; return "map", "error", "damaged: map", ... or "FAILED: why"."""
    rng = np.random.default_rng((number, 7))
    case = make_case(number, folder)
    kind = ("whole", "whole", "whole", "raster", "model")[number % 5]
    inputs = {path.name for path in folder.iterdir()}
    try:
        if kind == "raster":
            how = damage(rng, case.before if rng.random() < 0.5 else case.after)
            return _outcome(case, bundle, folder, inputs, f"damaged raster ({how})")
        if kind == "model":
            copy = folder / "model"
            shutil.copytree(bundle.folder, copy)
            inputs.add("model")
            if rng.random() < 0.5:
                how = lie(rng, copy / "card.json")
            else:
                how = damage(rng, copy / ("card.json" if rng.random() < 0.3 else "change.onnx"))
            try:
                damaged = load_bundle(copy)
            except EngineError as error:
                return _sentence(str(error), "damaged model")
            return _outcome(case, damaged, folder, inputs, f"damaged model ({how})")
        return _outcome(case, bundle, folder, inputs, "")
    except Exception as error:
        return f"FAILED: {kind}, {case.about}: {type(error).__name__}: {error}".replace("\n", " ")


def _outcome(case: Case, bundle: Bundle, folder: Path, inputs: set[str], damaged: str) -> str:
    outputs = {"probability": folder / "out-p.tif", "mask": folder / "out-m.tif", "polygons": folder / "out-c.gpkg"}
    task = "change" if "change" in bundle.tasks else next(iter(bundle.tasks))
    sources = (source(case.before), source(case.after))[: bundle.tasks[task].images]
    try:
        run(Job(bundle, task, sources, **outputs, **case.options), Recorder())
    except EngineError as error:
        left = {path.name for path in folder.iterdir()} - inputs
        if left:
            return f"FAILED: {sorted(left)} left behind after: {error}"
        if not damaged and not case.may_fail:
            return f"FAILED: {case.about}: refused: {error}"
        return _sentence(str(error), damaged.partition(" (")[0])
    left = {path.name for path in folder.iterdir()} - inputs - {path.name for path in outputs.values()}
    if left:
        return f"FAILED: {sorted(left)} left behind"
    dataset = gdal.Open(str(outputs["probability"]))
    found = dataset.ReadAsArray()
    dataset = None
    if damaged:
        return f"{damaged.partition(' (')[0]}, map: {damaged}"
    if case.expected is None:
        return "map" if case.may_fail else f"FAILED: {case.about}: a map where an error was right"
    expected = case.expected[::-1] if "south-up" in case.about else case.expected
    if found.shape != expected.shape:
        return f"FAILED: {case.about}: {found.shape} for {expected.shape}"
    if ((found == 255) != (expected == 255)).any():
        differ = int(((found == 255) != (expected == 255)).sum())
        return f"FAILED: {case.about}: {differ} pixels differ in whether they hold data"
    off = np.abs(found.astype(int) - expected).max()
    return "map" if off <= 1 else f"FAILED: {case.about}: off by {off} levels"


def _sentence(text: str, what: str) -> str:
    """An error is right if it is a sentence for the user."""
    if len(text) < 20 or "Traceback" in text or "\n" in text:
        return f"FAILED: no sentence: {text!r}"
    return f"{what}, error" if what else "error"


if __name__ == "__main__":
    main()
