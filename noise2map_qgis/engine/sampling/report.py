# SPDX-License-Identifier: GPL-2.0-or-later
"""The report of an assessment: one HTML file that needs nothing else, in light and dark."""

from __future__ import annotations

import math
from html import escape

from .assessment import Assessment
from .estimates import Estimate

_STYLE = """
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --line: #c9ced6; --bar: #0b61a4; --faint: #5b6470; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e8eb; --paper: #16191d; --line: #3c434c; --bar: #6cb6ff; --faint: #a0a8b3; }
}
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
body { max-width: 56rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
table { border-collapse: collapse; }
th, td { padding: .3rem .8rem; border-bottom: 1px solid var(--line); text-align: right; }
th:first-child, td:first-child { text-align: left; }
caption { text-align: left; color: var(--faint); padding-bottom: .3rem; }
.headline { font-size: 1.3rem; } .faint { color: var(--faint); }
.note { border-left: 4px solid #b35900; padding-left: .8rem; }
svg { vertical-align: middle; } svg .axis { stroke: var(--line); } svg .value { fill: var(--ink); }
svg .range { stroke: var(--bar); stroke-width: 6; stroke-linecap: round; }
"""
_WIDTH = 220  # pixels of a bar


def page(found: Assessment) -> str:
    """Return the whole report."""
    how = "estimated from a sample" if found.sampled else "every pixel compared"
    notes = "".join(f'<p class="note">{escape(note)}</p>' for note in found.notes)
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>Accuracy of {escape(found.map_name)}</title><style>{_STYLE}</style></head><body>"
        f"<h1>Accuracy of {escape(found.map_name)}</h1>"
        f'<p class="faint">Reference: {escape(found.reference_name)}; {how}.</p>'
        f"{_area(found)}{notes}{_accuracy(found)}{_matrix(found)}{_strata(found)}{_method(found)}</body></html>\n"
    )


def _area(found: Assessment) -> str:
    mapped = found.mapped_area.value
    text = f'<p class="headline">True area: <b>{_area_text(found.area)}</b>'
    if found.sampled:
        text += " (95 % confidence interval)"
    text += f"</p><p>The map itself shows {_square(mapped)}"
    if not math.isnan(found.area.value) and found.area.value > 0:
        text += f", {mapped / found.area.value:.0%} of that"
    return text + f". Area assessed: {_square(found.total_area_m2)}.</p>"


def _accuracy(found: Assessment) -> str:
    rows = (
        ("Overall accuracy", found.overall),
        ("User's accuracy of yes (precision)", found.users),
        ("Producer's accuracy of yes (recall)", found.producers),
        ("F1 of yes", found.f1),
        ("Intersection over union of yes", found.iou),
    )
    head = "<tr><th>Figure</th><th>Estimate</th><th>95 % interval</th><th></th></tr>"
    body = "".join(
        f"<tr><td>{name}</td><td>{_share(one.value)}</td><td>{_interval(one, found.sampled)}</td>"
        f"<td>{_bar(one)}</td></tr>"
        for name, one in rows
    )
    return f"<h2>Accuracy, weighted by area</h2><table>{head}{body}</table>"


def _matrix(found: Assessment) -> str:
    unit = "points" if found.sampled else "pixels"
    head = "<tr><th>Map</th><th>Reference: no</th><th>Reference: yes</th><th>Sum</th></tr>"
    body = "".join(
        f"<tr><td>{name}</td><td>{row[0]:,}</td><td>{row[1]:,}</td><td>{sum(row):,}</td></tr>"
        for name, row in zip(("no", "yes"), found.counts.tolist())
    )
    sums = found.counts.sum(axis=0).tolist()
    body += f"<tr><td>Sum</td><td>{sums[0]:,}</td><td>{sums[1]:,}</td><td>{sum(sums):,}</td></tr>"
    return f"<h2>Confusion matrix</h2><table><caption>Counted {unit}</caption>{head}{body}</table>"


def _strata(found: Assessment) -> str:
    if not found.strata:
        return ""
    head = (
        "<tr><th>Stratum</th><th>Area</th><th>Share</th><th>Points</th><th>Used</th><th>Can't tell</th><th>Open</th>"
        "<th>Map wrong</th></tr>"
    )
    body = "".join(
        f"<tr><td>{escape(one.name)}</td><td>{_square(one.area_m2)}</td>"
        f"<td>{one.area_m2 / found.total_area_m2:.1%}</td><td>{one.drawn}</td><td>{one.used}</td>"
        f"<td>{one.cant_tell}</td><td>{one.unanswered}</td><td>{one.wrong}</td></tr>"
        for one in found.strata
    )
    return f"<h2>Strata</h2><table>{head}{body}</table>"


def _method(found: Assessment) -> str:
    if not found.sampled:
        return (
            "<h2>Method</h2><p>Every pixel that the map and the reference both know was compared. There is no "
            "sampling error; the figures are as good as the reference is complete. Areas are on the ellipsoid.</p>"
        )
    return (
        "<h2>Method</h2><p>Stratified random sample of pixels. Ratio estimators of Stehman (2014), International "
        "Journal of Remote Sensing 35:4923–4939; where the strata are the map's classes they equal eqs. 2–11 of "
        "Olofsson et al. (2014), Remote Sensing of Environment 148:42–57. Intervals are ± 1.96 standard errors; they "
        "cover the chance of the draw, not wrong answers. Areas are on the ellipsoid.</p>"
    )


def _share(value: float) -> str:
    return "not known" if math.isnan(value) else f"{value:.3f}"


def _interval(one: Estimate, sampled: bool) -> str:
    if not sampled or math.isnan(one.value):
        return "–"
    low, high = one.interval
    return f"{max(0.0, low):.3f} – {min(1.0, high):.3f}"


def _area_text(one: Estimate) -> str:
    if one.half_width == 0 or math.isnan(one.half_width):
        return _square(one.value)
    return f"{_square(one.value)} ± {_square(one.half_width)}"


def _square(square_metres: float) -> str:
    """Return an area in the unit that gives it few digits."""
    if square_metres >= 1e7:
        return f"{square_metres / 1e6:,.2f} km²"
    if square_metres >= 1e5:
        return f"{square_metres / 1e4:,.2f} ha"
    return f"{square_metres:,.0f} m²"


def _bar(one: Estimate) -> str:
    """Return the interval on a line from 0 to 1."""
    if math.isnan(one.value):
        return ""
    low, high = (min(max(end, 0.0), 1.0) * _WIDTH + 5 for end in one.interval)
    middle = min(max(one.value, 0.0), 1.0) * _WIDTH + 5
    return (
        f'<svg width="{_WIDTH + 10}" height="16" role="img" aria-label="{_share(one.value)} on a line from 0 to 1">'
        f'<line class="axis" x1="5" x2="{_WIDTH + 5}" y1="8" y2="8"/>'
        f'<line class="range" x1="{low:.1f}" x2="{high:.1f}" y1="8" y2="8"/>'
        f'<circle class="value" cx="{middle:.1f}" cy="8" r="4"/></svg>'
    )
