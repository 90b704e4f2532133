# SPDX-License-Identifier: GPL-2.0-or-later
"""Summaries of runs: scores of each arm with their spread, mean rank, and test against its reference."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from typing import Any

import numpy as np

from model_core.compare.plan import Plan
from model_core.compare.results import RunResult
from model_core.compare.statistics import PairedTest, Spread, holm, mean_ranks, paired_test, spread


@dataclass(frozen=True)
class Summary:
    """One arm over its seeds. `f1` and `iou` are by set, pooled over a set's pixels; `overall` the mean F1 over sets.

    `rank` is the mean rank among all arms with results; None where there are no sets to rank on.
    """

    arm: str
    group: str
    note: str
    seeds: tuple[int, ...]
    planned: int
    parameters: int
    minutes: float
    timesteps: tuple[int, ...]
    thresholds: tuple[float, ...]
    f1: dict[str, Spread]
    iou: dict[str, Spread]
    overall: Spread
    rank: float | None


@dataclass(frozen=True)
class Contrast:
    """An arm against its reference, on the seeds of both and the scenes with positive pixels.

    `differences` is each scene's F1 difference, mean over seeds, by "set: scene"; `by_set` the difference of pooled
    F1, mean over seeds; `wins` the number of seeds with a higher mean F1 over sets.
    """

    arm: str
    against: str
    seeds: tuple[int, ...]
    wins: int
    by_set: dict[str, float]
    differences: dict[str, float]
    test: PairedTest

    @property
    def verdict(self) -> str:
        """The verdict for a table. The test applies to the trained networks only, so all seeds must agree with it."""
        if not self.test.significant:
            return "no significant difference"
        better = self.test.effect > 0
        word = "better" if better else "worse"
        if len(self.seeds) < 2:
            return f"{word}, but one seed"
        agreeing = self.wins if better else len(self.seeds) - self.wins
        return word if agreeing == len(self.seeds) else "seeds disagree"


@dataclass(frozen=True)
class Comparison:
    """The completed runs of a plan with their summaries and tests."""

    plan: Plan
    runs: tuple[RunResult, ...]
    summaries: tuple[Summary, ...]
    contrasts: tuple[Contrast, ...]

    @property
    def waiting(self) -> list[str]:
        """The runs without a result, as "arm, seed n"."""
        done = {(run.arm, run.seed) for run in self.runs}
        plan = self.plan
        return [
            f"{arm.name}, seed {seed}"
            for arm in plan.arms
            for seed in plan.seeds_of(arm)
            if (arm.name, seed) not in done
        ]

    def as_dict(self) -> dict[str, Any]:
        """Return a JSON object: the plan, each run with its scenes, summaries and tests."""
        return {
            "plan": self.plan.model_dump(mode="json"),
            "waiting": self.waiting,
            "summaries": [asdict(summary) for summary in self.summaries],
            "contrasts": [{**asdict(c), "verdict": c.verdict} for c in self.contrasts],
            "runs": [run.as_dict() for run in self.runs],
        }


def comparison(plan: Plan, runs: Iterable[RunResult]) -> Comparison:
    """Return the comparison of runs; arms without runs are omitted."""
    by_arm: dict[str, dict[int, RunResult]] = defaultdict(dict)
    for run in runs:
        by_arm[run.arm][run.seed] = run
    names = [arm.name for arm in plan.arms if by_arm[arm.name]]
    sets = [wanted.name for wanted in plan.test]
    means = {name: {s: (_f1(by_arm[name], s).mean, _iou(by_arm[name], s).mean) for s in sets} for name in names}
    ranks = mean_ranks(means) if names else {}
    summaries = tuple(_summary(plan, name, by_arm[name], sets, ranks.get(name)) for name in names)
    contrasts = []
    for name in names:
        reference = plan.reference(plan.arm(name))
        if reference in names and by_arm[name].keys() & by_arm[reference].keys():
            contrasts.append(_contrast(name, by_arm[name], reference, by_arm[reference], sets))
    corrected = holm([c.test.p for c in contrasts])
    contrasts = [replace(c, test=replace(c.test, corrected=p)) for c, p in zip(contrasts, corrected)]
    ordered = tuple(by_arm[name][seed] for name in names for seed in sorted(by_arm[name]))
    return Comparison(plan, ordered, summaries, tuple(contrasts))


def _f1(runs: dict[int, RunResult], name: str) -> Spread:
    return spread([run.pooled(name).f1 for run in runs.values()])


def _iou(runs: dict[int, RunResult], name: str) -> Spread:
    return spread([run.pooled(name).iou for run in runs.values()])


def _overall(run: RunResult, sets: list[str]) -> float:
    return float(np.mean([run.pooled(name).f1 for name in sets]))


def _summary(plan: Plan, name: str, runs: dict[int, RunResult], sets: list[str], rank: float | None) -> Summary:
    arm, seeds = plan.arm(name), sorted(runs)
    return Summary(
        arm=name,
        group=arm.group,
        note=arm.note,
        seeds=tuple(seeds),
        planned=len(plan.seeds_of(arm)),
        parameters=runs[seeds[0]].parameters,
        minutes=float(np.mean([run.minutes for run in runs.values()])),
        timesteps=tuple(runs[seed].timestep for seed in seeds),
        thresholds=tuple(runs[seed].threshold for seed in seeds),
        f1={s: _f1(runs, s) for s in sets},
        iou={s: _iou(runs, s) for s in sets},
        overall=spread([_overall(run, sets) for run in runs.values()]),
        rank=rank,
    )


def _contrast(
    name: str, ours: dict[int, RunResult], against: str, theirs: dict[int, RunResult], sets: list[str]
) -> Contrast:
    seeds = sorted(ours.keys() & theirs.keys())
    mine, other = (_scene_scores([runs[s] for s in seeds], sets) for runs in (ours, theirs))
    return Contrast(
        arm=name,
        against=against,
        seeds=tuple(seeds),
        wins=sum(_overall(ours[s], sets) > _overall(theirs[s], sets) for s in seeds),
        by_set={s: float(np.mean([ours[i].pooled(s).f1 - theirs[i].pooled(s).f1 for i in seeds])) for s in sets},
        differences={scene: mine[scene] - other[scene] for scene in mine},
        test=paired_test(list(mine.values()), [other[scene] for scene in mine]),
    )


def _scene_scores(runs: list[RunResult], sets: list[str]) -> dict[str, float]:
    """Return F1 by scene, mean over runs; scenes without positive pixels are omitted."""
    found = {}
    for name in sets:
        for scene, counts in runs[0].test[name].items():
            if counts.true_positive + counts.false_negative:
                found[f"{name}: {scene}"] = float(np.mean([run.test[name][scene].f1 for run in runs]))
    return found
