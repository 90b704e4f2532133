# SPDX-License-Identifier: GPL-2.0-or-later
"""The figures of an evaluation, each with its interval: what the terminal, the JSON object and the report all tell."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from model_core.evaluation.intervals import LEVEL, REPLICATES, Units, intervals, scores_of, units_of
from model_core.evaluation.scores import Curve, Reliability, precision_recall, reliability
from noise2map_qgis.engine.evaluation.accuracy import Evaluation, SceneScore

METRICS = ("f1", "iou", "precision", "recall")


@dataclass(frozen=True)
class Figure:
    """A score, 0-1, and the ends of its interval (None where there is none)."""

    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Summary:
    """An evaluation's figures by the names of `intervals.scores_of`.

    classes: (the class looked for, the other one). macro: each score's mean over the `asked` scenes that hold
    something to find. reliability, curve: None for a mask, which does not say how sure it is.
    """

    evaluation: Evaluation
    classes: tuple[str, str]
    figures: dict[str, Figure]
    units: Units
    seed: int
    macro: dict[str, float]
    asked: int
    reliability: Reliability | None
    curve: Curve | None

    def row(self, of: str, metrics: tuple[str, ...] = METRICS) -> list[Figure]:
        """The figures of "positive", "negative", "mean" or "objects"."""
        return [self.figures[f"{of}.{metric}"] for metric in metrics]

    def worst_first(self) -> list[SceneScore]:
        """The scenes, those with the lowest F1 first; among equals those with more wrong pixels."""
        return sorted(self.evaluation.scenes, key=lambda s: (s.pixels.f1, -wrong(s), s.name))

    def as_dict(self) -> dict[str, Any]:
        """One object for JSON, on top of the evaluation's own."""
        positive, negative = self.classes
        named = {positive: "positive", negative: "negative"}
        scores = self.row("objects", ("f1", "precision", "recall"))
        objects: dict[str, Any] = {name: asdict(f) for name, f in zip(("f1", "precision", "recall"), scores)}
        terms, counts = self.evaluation.terms, self.evaluation.objects
        objects |= {"matched": counts.matched, "false": counts.false, "missed": counts.missed}
        return self.evaluation.as_dict() | {
            "classes": {name: self._scores(of) for name, of in named.items()},
            "mean": self._scores("mean"),
            "overall_accuracy": asdict(self.figures["accuracy"]),
            "objects": objects | {"min_area_m2": terms.min_area, "iou": terms.iou},
            "mean_over_scenes": {"scenes": self.asked, **self.macro},
            "intervals": {
                "over": self.units.kind,
                "units": len(self.units.counts) if self.units.kind else 0,
                "level": LEVEL,
                "replicates": REPLICATES,
                "seed": self.seed,
                "note": self.units.note,
            },
            "calibration": self._calibration(),
            "average_precision": None if self.curve is None else self.curve.average_precision,
        }

    def _scores(self, of: str) -> dict[str, Any]:
        return {metric: asdict(figure) for metric, figure in zip(METRICS, self.row(of))}

    def _calibration(self) -> dict[str, Any] | None:
        if self.reliability is None:
            return None
        bins = zip(self.reliability.pixels.tolist(), self.reliability.said.tolist(), self.reliability.true.tolist())
        return {
            "expected_error": self.reliability.expected_error,
            "mean_gap": self.reliability.mean_gap,
            "bins": [{"pixels": pixels, "probability": said, "true": true} for pixels, said, true in bins],
        }


def summarise(evaluation: Evaluation, classes: tuple[str, str], seed: int = 0) -> Summary:
    """Every figure of an evaluation; `seed` draws the intervals."""
    units = units_of(evaluation)
    found = intervals(units, seed)
    pixels, objects = evaluation.pooled, evaluation.objects
    counts = (pixels.true_positive, pixels.false_positive, pixels.false_negative, pixels.true_negative)
    whole = scores_of(np.array([[*counts, objects.matched, objects.false, objects.missed]]))
    asked = [s.pixels for s in evaluation.scenes if s.pixels.true_positive + s.pixels.false_negative]
    histogram = evaluation.histogram
    return Summary(
        evaluation=evaluation,
        classes=classes,
        figures={name: Figure(float(value[0]), *found.get(name, (None, None))) for name, value in whole.items()},
        units=units,
        seed=seed,
        macro={metric: float(np.mean([getattr(p, metric) for p in asked])) for metric in METRICS} if asked else {},
        asked=len(asked),
        reliability=reliability(histogram) if evaluation.probabilities else None,
        curve=precision_recall(histogram) if evaluation.probabilities else None,
    )


def wrong(scene: SceneScore) -> int:
    """Pixels of a scene that are wrong, one way or the other."""
    return scene.pixels.false_positive + scene.pixels.false_negative
