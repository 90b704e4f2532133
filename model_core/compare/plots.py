# SPDX-License-Identifier: GPL-2.0-or-later
"""The plots of a comparison as SVG, legible on light and dark pages, without a plotting library."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from html import escape

import numpy as np

from model_core.compare.results import RunResult
from model_core.compare.summary import Comparison

# Colours of lines and points by position; each has a contrast of at least 3:1 on white and on near-black.
_COLOURS = ("#1f83d6", "#d9631e", "#2e9e5b", "#b05cc6", "#c78a00", "#d1416f", "#5b7f95", "#7a6be0")
# Greys for viewers without style sheets.
_STROKES = {"grid": "#8b949e", "axis": "#767d86", "mark": "#767d86"}
_STYLE = """
  text { font: 13px system-ui, sans-serif; fill: #24292f }
  .small { font-size: 11px } .grid { stroke: #d0d7de } .axis { stroke: #57606a } .mark { stroke: #24292f }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 } .grid { stroke: #3d444d } .axis { stroke: #9198a1 } .mark { stroke: #e6edf3 }
  }"""


@dataclass
class Drawing:
    """An SVG drawing; lengths in pixels."""

    width: float
    height: float
    title: str
    parts: list[str] = field(default_factory=list)

    def text(self, x: float, y: float, words: str, anchor: str = "start", small: bool = False) -> None:
        kind = ' class="small"' if small else ""
        self.parts.append(f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{kind}>{escape(words)}</text>')

    def line(self, start: tuple[float, float], end: tuple[float, float], kind: str, width: float = 1) -> None:
        (x1, y1), (x2, y2) = start, end
        self.parts.append(
            f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" class="{kind}" '
            f'stroke="{_STROKES[kind]}" stroke-width="{width:g}"/>'
        )

    def curve(self, points: list[tuple[float, float]], colour: str) -> None:
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        self.parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')

    def dot(self, x: float, y: float, radius: float, colour: str, opacity: float = 1.0) -> None:
        self.parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}" fill="{colour}" fill-opacity="{opacity:g}"/>'
        )

    def svg(self) -> str:
        """Return the text of the file."""
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width:g} {self.height:g}" '
            f'width="{self.width:g}" height="{self.height:g}" role="img">'
        )
        body = "\n  ".join(self.parts)
        return f"{head}\n  <title>{escape(self.title)}</title>\n  <style>{_STYLE}\n  </style>\n  {body}\n</svg>\n"


@dataclass(frozen=True)
class Scale:
    """A linear map of values to pixels along one axis."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)

    def ticks(self, wanted: int = 5) -> list[float]:
        """Return about `wanted` round values."""
        rough = (self.high - self.low) / wanted
        unit = 10.0 ** math.floor(math.log10(rough))
        step = next(unit * m for m in (1, 2, 5, 10) if unit * m >= rough)
        first = math.ceil(self.low / step - 1e-9)
        return [round(i * step, 10) for i in range(first, math.floor(self.high / step + 1e-9) + 1)]


def score_plot(found: Comparison) -> str | None:
    """Return a panel for each test set with a row for each arm: F1 of every seed, mean and standard deviation.

    None if there is no run.
    """
    if not found.runs:
        return None
    arms = [summary.arm for summary in found.summaries]
    sets = list(found.summaries[0].f1)
    left, panel, gap, row, top = 170.0, 180.0, 24.0, 26.0, 44.0
    drawing = Drawing(
        left + len(sets) * (panel + gap) + 6, top + row * len(arms) + 44, f"{found.plan.title}: F1 by arm and set"
    )
    for index, arm in enumerate(arms):
        drawing.text(left - 12, top + row * (index + 0.5) + 4, arm, "end")
    for column, name in enumerate(sets):
        start = left + column * (panel + gap)
        seeds = {arm: [run.pooled(name).f1 for run in found.runs if run.arm == arm] for arm in arms}
        drawn = [f1 for values in seeds.values() for f1 in values]
        for spread in (summary.f1[name] for summary in found.summaries):
            drawn += [spread.mean - (spread.deviation or 0.0), spread.mean + (spread.deviation or 0.0)]
        scale = _around(drawn, start, start + panel)
        drawing.text(start + panel / 2, top - 22, name, "middle")
        bottom = top + row * len(arms)
        for tick in scale.ticks(4):
            drawing.line((scale(tick), top - 8), (scale(tick), bottom), "grid")
            drawing.text(scale(tick), bottom + 16, f"{tick:g}", "middle", small=True)
        drawing.text(start + panel / 2, bottom + 34, "F1", "middle", small=True)
        for index, summary in enumerate(found.summaries):
            y, spread = top + row * (index + 0.5), summary.f1[name]
            for f1 in seeds[summary.arm]:
                drawing.dot(scale(f1), y, 4, _COLOURS[index % len(_COLOURS)], 0.55)
            deviation = spread.deviation or 0.0
            drawing.line((scale(spread.mean - deviation), y), (scale(spread.mean + deviation), y), "mark", 1.5)
            drawing.line((scale(spread.mean), y - 7), (scale(spread.mean), y + 7), "mark", 2)
    return drawing.svg()


def timestep_plot(found: Comparison) -> str | None:
    """Return F1 on the validation sets against the timestep at inference, mean over seeds; None if no arm has two
    timesteps.

    Arms with one timestep, such as the control, are a horizontal line.
    """
    curves = {s.arm: _curve([run for run in found.runs if run.arm == s.arm]) for s in found.summaries}
    if not any(len(curve) > 1 for curve in curves.values()):
        return None
    kept = {arm: curve for arm, curve in curves.items() if len(curve) > 1 or arm == found.plan.control}
    steps = sorted({t for curve in kept.values() for t in curve})
    left, right, top, bottom = 56.0, 520.0, 20.0, 300.0
    drawing = Drawing(760, 350, f"{found.plan.title}: F1 by timestep at inference")
    across = Scale(steps[0], steps[-1], left, right)
    up = _around([f1 for curve in kept.values() for f1 in curve.values()], bottom, top)
    for tick in up.ticks(5):
        drawing.line((left, up(tick)), (right, up(tick)), "grid")
        drawing.text(left - 8, up(tick) + 4, f"{tick:g}", "end", small=True)
    for tick in across.ticks(5):
        drawing.line((across(tick), bottom), (across(tick), bottom + 5), "axis")
        drawing.text(across(tick), bottom + 20, f"{tick:g}", "middle", small=True)
    drawing.line((left, bottom), (right, bottom), "axis")
    drawing.text((left + right) / 2, bottom + 42, "timestep at inference", "middle", small=True)
    drawing.text(left, top - 6, "F1 on the validation sets", small=True)
    order = sorted(kept, key=lambda arm: -kept[arm][max(kept[arm])])
    for place, arm in enumerate(order):
        colour = _COLOURS[list(curves).index(arm) % len(_COLOURS)]
        curve = kept[arm] if len(kept[arm]) > 1 else dict.fromkeys((steps[0], steps[-1]), kept[arm][min(kept[arm])])
        points = [(across(t), up(f1)) for t, f1 in sorted(curve.items())]
        drawing.curve(points, colour)
        if len(kept[arm]) > 1:
            for x, y in points:
                drawing.dot(x, y, 3, colour)
        y = top + 14 + 22 * place
        drawing.curve([(right + 20, y - 4), (right + 44, y - 4)], colour)
        drawing.text(right + 52, y, arm + ("" if len(kept[arm]) > 1 else " (no timestep)"))
    return drawing.svg()


def difference_plot(found: Comparison) -> str | None:
    """Return the F1 of each scene of an arm minus that of its reference, mean over seeds; None without a comparison."""
    if not found.contrasts:
        return None
    left, right, row, top = 290.0, 660.0, 34.0, 30.0
    bottom = top + row * len(found.contrasts)
    drawing = Drawing(830, bottom + 46, f"{found.plan.title}: differences of F1, scene by scene")
    furthest = max(abs(d) for contrast in found.contrasts for d in contrast.differences.values()) or 0.01
    across = Scale(-furthest * 1.05, furthest * 1.05, left, right)
    for tick in across.ticks(6):
        drawing.line((across(tick), top - 8), (across(tick), bottom), "grid")
        drawing.text(across(tick), bottom + 16, f"{tick:+g}" if tick else "0", "middle", small=True)
    drawing.line((across(0), top - 8), (across(0), bottom), "axis", 1.5)
    drawing.text((left + right) / 2, bottom + 36, "F1 of the scene minus that of the reference", "middle", small=True)
    names = [summary.arm for summary in found.summaries]
    jitter = np.random.default_rng(0)
    for index, contrast in enumerate(found.contrasts):
        y = top + row * (index + 0.5)
        drawing.text(left - 12, y + 4, f"{contrast.arm} against {contrast.against}", "end")
        for difference in contrast.differences.values():
            place = y + jitter.uniform(-0.3, 0.3) * row
            drawing.dot(across(difference), place, 2.2, _COLOURS[names.index(contrast.arm) % len(_COLOURS)], 0.5)
        drawing.line((across(contrast.test.median), y - 12), (across(contrast.test.median), y + 12), "mark", 2)
        drawing.text(right + 12, y + 4, contrast.verdict.replace("no significant difference", "n.s."))
    return drawing.svg()


def _curve(runs: list[RunResult]) -> dict[int, float]:
    """Return the mean F1 over seeds by timestep."""
    return {t: float(np.mean([run.compared[t] for run in runs])) for t in sorted(runs[0].compared)}


def _around(values: list[float], start: float, end: float) -> Scale:
    """Return a scale for all values with a margin, within 0-1 and at least 0.04 wide."""
    low, high = min(values), max(values)
    margin = max(0.05 * (high - low), 0.01)
    low, high = max(0.0, low - margin), min(1.0, high + margin)
    if high - low < 0.04:
        low, high = max(0.0, high - 0.04), min(1.0, low + 0.04)
    return Scale(low, high, start, end)
