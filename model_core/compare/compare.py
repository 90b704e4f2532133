# SPDX-License-Identifier: GPL-2.0-or-later
"""A whole comparison: all runs of a plan, with results after each run."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from model_core.compare.output_files import write
from model_core.compare.plan import LoadedPlan
from model_core.compare.results import RunResult
from model_core.compare.runs import Places, check_buildable, finished, load_places, perform, runs_of
from model_core.compare.scenes import check_apart
from model_core.compare.summary import Comparison, comparison


def compare(
    loaded: LoadedPlan,
    data: Path,
    output: Path,
    public_test: bool = False,
    results: Path | None = None,
    only_done: bool = False,
    log: Callable[[str], None] = lambda line: None,
    **trainer: Any,
) -> Comparison:
    """Perform the outstanding runs of a plan in `output`, and write `results.json`, `tables.md` and plots to `results`.

    `results` is `output` by default; a part of a plan has its own folder. `public_test` also scores the public test
    sets, on which nothing is chosen. `only_done` does not train and reports the completed runs. `trainer` are
    arguments of Lightning's Trainer. Raises DataError for places with two uses, for arms that cannot be built, and
    for runs of another plan in `output`.
    """
    plan = loaded.plan
    runs = list(runs_of(loaded, output))
    done = {(run.arm.name, run.seed): finished(run, plan) for run in runs}
    check_apart(plan, runs[0].recipe, data)
    for run in runs:
        if not only_done and run.seed == plan.seeds_of(run.arm)[0] and done[run.arm.name, run.seed] is None:
            check_buildable(run, plan.task)
    results = results or output
    results.mkdir(parents=True, exist_ok=True)
    places: Places | None = None
    for number, run in enumerate(runs, 1):
        result = done[run.arm.name, run.seed]
        if result is None and only_done:
            continue
        if result is None or (public_test and plan.public_test and not result.public_test):
            places = places or load_places(plan, data, run.recipe.gsd, public_test)
            began = time.monotonic()
            result = perform(run, plan, data, places, **trainer)
            log(f"{number} of {len(runs)}: {_line(result)} ({(time.monotonic() - began) / 60:.1f} min)")
            done[run.arm.name, run.seed] = result
            write(comparison(plan, [r for r in done.values() if r]), results)
    found = comparison(plan, [r for r in done.values() if r])
    write(found, results)
    return found


def _line(result: RunResult) -> str:
    scores = ", ".join(f"{name} {result.pooled(name).f1:.3f}" for name in result.test)
    return f"{result.arm}, seed {result.seed}: t = {result.timestep}, threshold {result.threshold:.2f}; F1 {scores}"
