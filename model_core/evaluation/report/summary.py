# SPDX-License-Identifier: GPL-2.0-or-later
"""The scores of an evaluation with their intervals, for the terminal, the JSON object and the report."""

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
    """A score, 0-1, and its interval (None if there is none)."""

    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Summary:
    """The scores of an evaluation by the names of `intervals.scores_of`.

    classes: (positive, negative). macro: the mean of each score over the `macro_scenes` scenes with positive pixels.
    reliability, curve: None for a mask, which has no probabilities.
    """

    evaluation: Evaluation
    classes: tuple[str, str]
    figures: dict[str, Figure]
    units: Units
    seed: int
    macro: dict[str, float]
    macro_scenes: int
    reliability: Reliability | None
    curve: Curve | None

    def row(self, of: str, metrics: tuple[str, ...] = METRICS) -> list[Figure]:
        """Return the scores of "positive", "negative", "mean" or "objects"."""
        return [self.figures[f"{of}.{metric}"] for metric in metrics]

    def worst_first(self) -> list[SceneScore]:
        """Return the scenes in ascending order of F1; among equals those with more wrong pixels first."""
        return sorted(self.evaluation.scenes, key=lambda s: (s.pixels.f1, -wrong(s), s.name))

    def as_dict(self) -> dict[str, Any]:
        """Return the evaluation's JSON object with all scores."""
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
            "mean_over_scenes": {"scenes": self.macro_scenes, **self.macro},
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
        bins = zip(
            self.reliability.pixels.tolist(), self.reliability.predicted.tolist(), self.reliability.positive.tolist()
        )
        return {
            "expected_error": self.reliability.expected_error,
            "mean_gap": self.reliability.mean_gap,
            "bins": [{"pixels": pixels, "probability": predicted, "true": true} for pixels, predicted, true in bins],
        }


def summarise(evaluation: Evaluation, classes: tuple[str, str], seed: int = 0) -> Summary:
    """Return all scores of an evaluation; `seed` is that of the bootstrap."""
    units = units_of(evaluation)
    found = intervals(units, seed)
    pixels, objects = evaluation.pooled, evaluation.objects
    counts = (pixels.true_positive, pixels.false_positive, pixels.false_negative, pixels.true_negative)
    whole = scores_of(np.array([[*counts, objects.matched, objects.false, objects.missed]]))
    with_positives = [s.pixels for s in evaluation.scenes if s.pixels.true_positive + s.pixels.false_negative]
    histogram = evaluation.histogram
    return Summary(
        evaluation=evaluation,
        classes=classes,
        figures={name: Figure(float(value[0]), *found.get(name, (None, None))) for name, value in whole.items()},
        units=units,
        seed=seed,
        macro={metric: float(np.mean([getattr(p, metric) for p in with_positives])) for metric in METRICS}
        if with_positives
        else {},
        macro_scenes=len(with_positives),
        reliability=reliability(histogram) if evaluation.probabilities else None,
        curve=precision_recall(histogram) if evaluation.probabilities else None,
    )


def wrong(scene: SceneScore) -> int:
    """Return the false positive and false negative pixels of a scene."""
    return scene.pixels.false_positive + scene.pixels.false_negative
