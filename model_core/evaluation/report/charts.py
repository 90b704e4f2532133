# SPDX-License-Identifier: GPL-2.0-or-later
"""The plots of the report as SVG, without a plotting library."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np

from model_core.evaluation.scores import Curve, Reliability
from noise2map_qgis.engine.encoding import LEVELS, lowest_level

# The plot area in units of the drawing, which are pixels on a phone.
SIDE, LEFT, TOP, RIGHT = 300.0, 52.0, 14.0, 44.0
_TICKS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)


def reliability_diagram(found: Reliability, positive: str) -> str:
    """Return the predicted probability against the share of positive pixels, with a histogram of pixels
    (logarithmic).
    """
    held = np.flatnonzero(found.pixels > 0)
    width = SIDE / len(found.pixels)
    parts = [*_frame("probability of " + positive, "share of " + positive, below=78)]
    parts.append(_line([(0, 0), (1, 1)], "ideal"))
    gaps = [(found.predicted[k], found.positive[k]) for k in held]
    for predicted, true in gaps:
        top, bottom = max(predicted, true), min(predicted, true)
        parts.append(
            f'<rect class="gap" x="{_x(predicted) - 4:.1f}" y="{_y(top):.1f}" width="8" '
            f'height="{(top - bottom) * SIDE:.1f}"/>'
        )
    parts.append(_line(gaps, "curve thin"))
    parts += [f'<circle class="dot" cx="{_x(predicted):.1f}" cy="{_y(true):.1f}" r="3.6"/>' for predicted, true in gaps]
    parts.append(f'<text class="hint" x="{_x(0.05):.0f}" y="{_y(0.93):.0f}">underconfident</text>')
    parts.append(f'<text class="hint end" x="{_x(0.97):.0f}" y="{_y(0.05):.0f}">overconfident</text>')
    floor, height = TOP + SIDE + 74, 54.0
    largest = math.log10(max(int(found.pixels.max()), 1) + 1)
    for k in held:
        tall = max(1.0, height * math.log10(int(found.pixels[k]) + 1) / max(largest, 1e-9))
        parts.append(
            f'<rect class="bar" x="{LEFT + k * width + 1:.1f}" y="{floor + height - tall:.1f}" '
            f'width="{width - 2:.1f}" height="{tall:.1f}"/>'
        )
    parts.append(f'<path class="axis" d="M{LEFT} {floor + height}H{LEFT + SIDE}"/>')
    parts.append(f'<text class="hint" x="{LEFT}" y="{floor - 6}">pixels in each bin, logarithmic</text>')
    label = "Reliability diagram: predicted probability against the share of positive pixels"
    return _svg(parts, SIDE + 148, label)


def precision_recall_plot(curve: Curve, threshold: float, prevalence: float) -> str:
    """Return precision against recall over all thresholds; a dot marks the threshold in use, a ring the best on
    these data.
    """
    parts = [*_frame("recall", "precision")]
    for f1 in (0.2, 0.4, 0.6, 0.8, 0.9):
        recall = np.linspace(f1 / (2 - f1), 1, 40)
        parts.append(_line(zip(recall, f1 * recall / (2 * recall - f1)), "iso"))
        parts.append(f'<text class="iso-name" x="{_x(1) + 4:.0f}" y="{_y(f1 / (2 - f1)) + 4:.1f}">F1 {f1:g}</text>')
    parts.append(_line([(0, prevalence), (1, prevalence)], "chance"))
    parts.append(_line(_steps(curve), "curve"))
    for tenth in range(1, 10):
        k = round(tenth / 10 * LEVELS)
        parts.append(f'<circle class="tick" cx="{_x(curve.recall[k]):.1f}" cy="{_y(curve.precision[k]):.1f}" r="2.2"/>')
    best = int(curve.f1.argmax())
    used = lowest_level(threshold)
    parts.append(_mark(curve, best, "ring", 7.5))
    parts.append(_mark(curve, used, "used", 5.5))
    x, y = _x(curve.recall[used]), _y(curve.precision[used])
    # The area below and left of the curve is empty.
    parts.append(f'<text class="name end halo" x="{x - 10:.1f}" y="{y + 19:.1f}">{threshold:.2f} used</text>')
    label = "Precision against recall over all thresholds"
    return _svg(parts, SIDE + 62, label)


def bar(value: float) -> str:
    """Return a bar from 0 to 1 for a table cell."""
    return (
        '<svg class="spark" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect class="rail" width="100" height="10"/><rect class="bar" width="{value * 100:.1f}" height="10"/></svg>'
    )


def _steps(curve: Curve) -> list[tuple[float, float]]:
    """Return the points of the curve with a recall above 0, without repetitions."""
    points = [(float(r), float(p)) for p, r in zip(curve.precision, curve.recall) if r > 0]
    return [point for k, point in enumerate(points) if k == 0 or point != points[k - 1]]


def _mark(curve: Curve, k: int, kind: str, radius: float) -> str:
    title = (
        f"<title>threshold {k / LEVELS:.2f}: precision {curve.precision[k]:.3f}, recall {curve.recall[k]:.3f}</title>"
    )
    place = f'cx="{_x(curve.recall[k]):.1f}" cy="{_y(curve.precision[k]):.1f}"'
    return f'<circle class="{kind}" {place} r="{radius}">{title}</circle>'


def _frame(across: str, up: str, below: float = 0) -> list[str]:
    parts = [f'<rect class="plot" x="{LEFT}" y="{TOP}" width="{SIDE}" height="{SIDE}"/>']
    for tick in _TICKS:
        parts.append(f'<path class="grid" d="M{_x(tick):.1f} {TOP}V{TOP + SIDE}M{LEFT} {_y(tick):.1f}H{LEFT + SIDE}"/>')
        parts.append(f'<text class="number mid" x="{_x(tick):.1f}" y="{TOP + SIDE + 17}">{tick:g}</text>')
        parts.append(f'<text class="number end" x="{LEFT - 7}" y="{_y(tick) + 4:.1f}">{tick:g}</text>')
    middle = TOP + SIDE / 2
    parts.append(f'<text class="name mid" x="{LEFT + SIDE / 2}" y="{TOP + SIDE + 36}">{across}</text>')
    parts.append(f'<text class="name mid" transform="translate(14 {middle}) rotate(-90)">{up}</text>')
    return parts


def _line(points: Iterable[tuple[float, float]], kind: str) -> str:
    path = "L".join(f"{_x(x):.1f} {_y(y):.1f}" for x, y in points)
    return f'<path class="{kind}" d="M{path}"/>' if path else ""


def _svg(parts: list[str], height: float, label: str) -> str:
    size = f"0 0 {LEFT + SIDE + RIGHT:.0f} {height:.0f}"
    return f'<svg class="chart" viewBox="{size}" role="img" aria-label="{label}">{"".join(parts)}</svg>'


def _x(value: float) -> float:
    return LEFT + value * SIDE


def _y(value: float) -> float:
    return TOP + (1 - value) * SIDE
