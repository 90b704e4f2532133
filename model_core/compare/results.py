# SPDX-License-Identifier: GPL-2.0-or-later
"""The result of one run: pixel counts of each scene, and the timestep and threshold that validation chose."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from noise2map_qgis.engine.evaluation.confusion import Confusion

# Confusions by set and scene.
Scenes = dict[str, dict[str, Confusion]]


@dataclass(frozen=True)
class RunResult:
    """An arm trained with one seed, at the timestep and threshold chosen on the plan's `validation`.

    `compared` is the F1 on `validation` (mean over its sets, each timestep at its own best threshold), by timestep;
    `test` and `public_test` hold the counts of every scene.
    """

    arm: str
    seed: int
    steps: int
    minutes: float
    parameters: int
    timestep: int
    threshold: float
    compared: dict[int, float]
    test: Scenes
    public_test: Scenes = field(default_factory=dict)

    def pooled(self, name: str) -> Confusion:
        """Return the pooled pixel counts of the scenes of one set."""
        return pooled(self.test | self.public_test, name)

    def as_dict(self) -> dict[str, Any]:
        """Return a JSON object; counts are [true positive, false positive, false negative, true negative]."""
        kept = asdict(self)
        for part in ("test", "public_test"):
            scenes: Scenes = getattr(self, part)
            kept[part] = {s: {n: list(asdict(c).values()) for n, c in found.items()} for s, found in scenes.items()}
        return kept

    @classmethod
    def from_dict(cls, kept: dict[str, Any]) -> RunResult:
        """Return the result of a JSON object of `as_dict`, whose timesteps are text."""
        values = dict(kept)
        values["compared"] = {int(t): f1 for t, f1 in kept["compared"].items()}
        for part in ("test", "public_test"):
            values[part] = {
                s: {n: Confusion(*counts) for n, counts in found.items()} for s, found in kept[part].items()
            }
        return cls(**values)


def pooled(scenes: Scenes, name: str) -> Confusion:
    """Return the sum of the counts of a set."""
    counts = [asdict(confusion).values() for confusion in scenes[name].values()]
    return Confusion(*(sum(column) for column in zip(*counts)))
