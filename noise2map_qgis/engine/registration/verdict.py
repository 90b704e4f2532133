# SPDX-License-Identifier: GPL-2.0-or-later
"""What the figures of a pair mean for a run: findings in words, a verdict over all of them, and the alignment to
choose.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..model.bundle import TaskCard
from ..raster.scene import Scene
from .alignment import FIELD, OFF, SHIFT, choose_displacement, in_words
from .comparison import Comparison
from .misregistration import Misregistration

GOOD, CAUTION, PROBLEM = "good", "caution", "problem"
VERDICTS = {
    GOOD: "The pair is fit for Detect change.",
    CAUTION: "The pair can be mapped; mind what is marked below.",
    PROBLEM: "The map of this pair would mislead, unless what is marked below is put right first.",
}
# From so many pixels of the grid on a shift is worth a correction: 3 pixels cost the bundled model 0.04 of its F1 on
# six pairs, of which one shift gives 0.034 back and a field no more (docs/registration.md).
_SHIFT = 1.0
_OVERLAP_CAUTION, _OVERLAP_PROBLEM = 0.9, 0.1
_CLOUD_CAUTION, _CLOUD_PROBLEM = 0.02, 0.3
_BRIGHTNESS, _CORRELATION = 40.0, 0.2
# The same tolerance and factor as in the warnings of a run.
_COARSER = 1.5


@dataclass(frozen=True)
class Finding:
    """One thing found: how bad it is (`GOOD`, `CAUTION`, `PROBLEM`), what it is about, and a sentence or two."""

    level: str
    subject: str
    text: str


@dataclass(frozen=True)
class Verdict:
    """The worst level of all findings, its sentence, the findings, and the alignment to run with."""

    level: str
    text: str
    findings: tuple[Finding, ...]
    align: str


def judge(scene: Scene, card: TaskCard, comparison: Comparison, found: Misregistration) -> Verdict:
    """Return the verdict on a pair."""
    align = recommended(scene, found)
    findings = (
        _overlap(comparison),
        _resolution(scene, card),
        _brightness(comparison),
        _clouds(comparison),
        _misregistration(scene, found, align),
    )
    levels = (GOOD, CAUTION, PROBLEM)
    level = max((finding.level for finding in findings), key=levels.index)
    return Verdict(level, VERDICTS[level], findings, align)


def recommended(scene: Scene, found: Misregistration) -> str:
    """Return the alignment that a run of this pair should use."""
    mode = SHIFT if found.known else FIELD
    displacement = choose_displacement(found, mode, scene)
    if displacement is None or np.hypot(*displacement.shift.T).max() < _SHIFT:
        return OFF
    return mode


def _overlap(comparison: Comparison) -> Finding:
    share = comparison.overlap_share
    text = f"{share:.0%} of the earlier image has data in the later one, too."
    if share < _OVERLAP_PROBLEM:
        return Finding(
            PROBLEM, "Overlap", f"{text} Only that part can be mapped: choose images that cover the same ground."
        )
    if share < _OVERLAP_CAUTION:
        return Finding(CAUTION, "Overlap", f"{text} The rest of the map will hold no data.")
    return Finding(GOOD, "Overlap", text)


def _resolution(scene: Scene, card: TaskCard) -> Finding:
    low, high = card.gsd
    texts, level = [], GOOD
    for layer in scene.layers:
        own = max(layer.aligned.raster.gsd)
        texts.append(f"'{layer.name}' has pixels of {own:.2g} m")
        if own > high * _COARSER:
            level = PROBLEM if own > 3 * high else CAUTION
    text = f"{' and '.join(texts)}; the model is made for {low:g} to {high:g} m."
    if level != GOOD:
        text += " What is coarser is enlarged, but details that are not in it cannot be found."
    sizes = [max(layer.aligned.raster.gsd) for layer in scene.layers]
    if level == GOOD and max(sizes) > 2 * min(sizes) and max(sizes) > low * 1.02:
        level = CAUTION
        text += " One date is much sharper than the other, which may look like change."
    return Finding(level, "Pixel size", text)


def _brightness(comparison: Comparison) -> Finding:
    text = (
        f"Mean brightness differs by {comparison.brightness:.0f} of 255, and grey values correlate by "
        f"{comparison.correlation:.2f}."
    )
    if np.isnan(comparison.correlation):
        return Finding(CAUTION, "Radiometry", "One of the images has the same value everywhere where both have data.")
    if comparison.correlation < _CORRELATION:
        text += " They have little in common: another season or sensor, much change, or another place."
        return Finding(CAUTION, "Radiometry", text)
    if comparison.brightness > _BRIGHTNESS:
        return Finding(CAUTION, "Radiometry", f"{text} Large differences of light or season cause false alarms.")
    return Finding(GOOD, "Radiometry", text)


def _clouds(comparison: Comparison) -> Finding:
    before, after = comparison.cloud_before, comparison.cloud_after
    shares = f"{before:.1%} before, {after:.1%} after"
    text = f"White and even over 30 m or more (cloud, snow, glare or a very large roof): {shares}."
    worst = max(before, after)
    level = PROBLEM if worst > _CLOUD_PROBLEM else CAUTION if worst > _CLOUD_CAUTION else GOOD
    if level != GOOD:
        text += " If these are clouds, mask them as no data, or leave them out with an area of interest."
    return Finding(level, "Clouds", text)


def _misregistration(scene: Scene, found: Misregistration, align: str) -> Finding:
    text = in_words(found, scene.layers[1].name)
    spread = found.spread
    if found.known and found.field is None and spread is not None and spread > 2:
        text += f" Patches alone differ from this by {spread:.1f} pixels (median)."
    if found.field is not None:
        text += (
            " It varies smoothly over the image, as where relief bends it or crowns and shadows differ: Align set to "
            "field would follow that."
        )
    if align != OFF:
        text += f" Run Detect change with Align set to {align}."
        return Finding(CAUTION, "Registration", text)
    if not found.known:
        return Finding(CAUTION, "Registration", f"{text} Compare lasting edges, such as roads, by eye in the report.")
    return Finding(GOOD, "Registration", f"{text} That is too little to correct.")
