# SPDX-License-Identifier: GPL-2.0-or-later
"""The report of a check as one HTML file: it fetches nothing and holds no script."""

from __future__ import annotations

from html import escape

import numpy as np

from ..model.bundle import Bundle
from ..raster.displacement import Displacement
from ..raster.grid import Window
from ..raster.scene import Layer, Scene
from . import pictures
from .alignment import in_words
from .comparison import Comparison, Overview
from .misregistration import Misregistration
from .verdict import Verdict

# Pixels a side of the detail shown in full resolution.
_DETAIL = 400
# Arrows are drawn so that the longest is this share of the picture's width.
_LONGEST = 0.06
_MARKS = {"good": "✓", "caution": "!", "problem": "✗"}
_STYLE = """
:root{color-scheme:light dark;--paper:#fff;--ink:#1b2a49;--soft:#5c6b88;--line:#d8dfec;--good:#1a7f4b;--caution:#a86400;--problem:#b3261e}
@media(prefers-color-scheme:dark){:root{--paper:#141a26;--ink:#e8edf7;--soft:#9aa8c4;--line:#2f3a52;--good:#5fd39a;--caution:#f2b45a;
--problem:#ff8a80}}
body{margin:0;font:16px/1.5 system-ui,sans-serif;background:var(--paper);color:var(--ink)}
main,header{max-width:1100px;margin:0 auto;padding:0 24px}
header p.over{margin:28px 0 0;color:var(--soft)}h1{margin:0 0 8px;font-size:1.7rem}h2{margin:32px 0 8px;font-size:1.2rem}
.verdict{border-left:6px solid;padding:10px 16px;font-size:1.15rem;margin:12px 0}
.good{color:var(--good)}.caution{color:var(--caution)}.problem{color:var(--problem)}
.verdict b{display:block}ul.findings{list-style:none;padding:0}ul.findings li{display:grid;grid-template-columns:2rem 9rem 1fr;
padding:8px 0;border-top:1px solid var(--line)}ul.findings .mark{font-weight:700}
.panels{display:grid;grid-template-columns:1fr 1fr;gap:16px}figure{margin:0}figure img,figure svg{width:100%;display:block;border:1px solid
var(--line)}figcaption{font-size:.88rem;color:var(--soft);padding:4px 0 8px}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:4px 12px 4px 0;border-top:1px solid var(--line);font-weight:400}
td{font-variant-numeric:tabular-nums;text-align:right}p.lead,footer{color:var(--soft)}footer{padding:24px 0 40px;font-size:.88rem}
@media(max-width:700px){.panels{grid-template-columns:1fr}ul.findings li{grid-template-columns:2rem 1fr}}
"""


def report_page(
    scene: Scene,
    bundle: Bundle,
    overview: Overview,
    comparison: Comparison,
    found: Misregistration,
    verdict: Verdict,
    displacement: Displacement | None,
) -> str:
    """Return the whole HTML text. displacement: what a corrected image is brought back by, None if nothing is to be
    corrected.
    """
    before, after = (escape(layer.name) for layer in scene.layers)
    maps, detail = _maps(overview, found, before, after), _detail(scene, overview, found, displacement)
    sections = (_findings(verdict), maps, detail)
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Check pair: {before} and {after}</title><style>{_STYLE}</style></head>\n<body>"
        f'<header><p class="over">Noise2Map: check pair</p><h1>{before} <span aria-hidden="true">→</span> {after}</h1></header>'
        f"<main>{''.join(sections)}{_figures(scene, comparison, found)}"
        f"<footer>Grid of the check: {scene.grid.cols} x {scene.grid.rows} pixels of {scene.grid.gsd[0]:.3g} x "
        f"{scene.grid.gsd[1]:.3g} m, {escape(scene.why)}. Model: {escape(bundle.name)}.</footer></main></body></html>\n"
    )


def _findings(verdict: Verdict) -> str:
    items = "".join(
        f'<li><span class="mark {one.level}" title="{one.level}">{_MARKS[one.level]}</span><b>{escape(one.subject)}</b>'
        f"<span>{escape(one.text)}</span></li>"
        for one in verdict.findings
    )
    advice = f"Run Detect change with Align: {verdict.align}."
    return f'<div class="verdict {verdict.level}"><b>{escape(verdict.text)}</b>{advice}</div><ul class="findings">{items}</ul>'


def _maps(overview: Overview, found: Misregistration, before: str, after: str) -> str:
    clear = sum(patch.clear for patch in found.patches)
    arrows = (
        f"Where each of {len(found.patches)} patches says the later image lies, over the earlier one. Filled arrows: "
        f"{clear} patches whose shift is clear by itself; thin dashes: the others. Patches tried: "
        f"{found.looked_at}. "
        f"{_scale_words(overview, found)}"
    )
    figures = (
        _figure(f'<img src="{pictures.date(overview, 0)}" alt="before">', f"Before: {before}"),
        _figure(
            f'<img src="{pictures.date(overview, 1)}" alt="after">', f"After: {after}, on the grid of the earlier image"
        ),
        _figure(
            f'<img src="{pictures.checkerboard(overview)}" alt="checkerboard of both dates">',
            "Checkerboard: both dates in turn. Roads and roofs should run on from square to square.",
        ),
        _figure(_arrows(overview, found), arrows),
    )
    return f'<h2>The pair</h2><div class="panels">{"".join(figures)}</div>'


def _figure(picture: str, caption: str) -> str:
    return f"<figure>{picture}<figcaption>{caption}</figcaption></figure>"


def _scaled(overview: Overview, found: Misregistration) -> tuple[float, float]:
    """Return the pixels of the grid in one of the overview, and how many times too long arrows are drawn."""
    shrink = overview.grid.gsd[0] / found.gsd[0]
    lengths = [np.hypot(one.right, one.down) for one in found.patches if one.clear]
    longest = max(lengths, default=1.0) / shrink
    return shrink, float(_LONGEST * overview.grid.cols / max(longest, 1e-6))


def _scale_words(overview: Overview, found: Misregistration) -> str:
    if not any(one.clear for one in found.patches):
        return ""
    longest = max(float(np.hypot(one.right, one.down)) for one in found.patches if one.clear)
    return f"The longest filled arrow is {longest:.1f} pixels; all are drawn {_scaled(overview, found)[1]:.0f} times too long."


def _arrows(overview: Overview, found: Misregistration) -> str:
    cols, rows = overview.grid.cols, overview.grid.rows
    shrink, stretch = _scaled(overview, found)
    picture = pictures.encode(np.repeat(pictures.grey(overview, 0)[None], 3, axis=0) * 0.6 + 90)
    size = cols / 160
    drawn = []
    for patch in sorted(found.patches, key=lambda one: one.clear):
        x, y = patch.col / shrink, patch.row / shrink
        if not patch.clear:
            drawn.append(
                f'<path d="M{x - 2 * size:.1f} {y:.1f}h{4 * size:.1f}" stroke="#555" stroke-width="{size / 3:.1f}"/>'
            )
            continue
        right, down = patch.right / shrink * stretch, patch.down / shrink * stretch
        drawn.append(
            f'<path d="M{x:.1f} {y:.1f}l{right:.1f} {down:.1f}" stroke="#d1004f" stroke-width="{size:.1f}" '
            f'marker-end="url(#tip)"/><circle cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}" fill="#d1004f"/>'
        )
    return (
        f'<svg viewBox="0 0 {cols} {rows}" role="img" aria-label="arrows of patch shifts"><defs><marker id="tip" viewBox="0 0 6 6" '
        'refX="3" refY="3" markerWidth="4" markerHeight="4" orient="auto"><path d="M0 0l6 3-6 3z" fill="#d1004f"/></marker></defs>'
        f'<image href="{picture}" width="{cols}" height="{rows}"/>{"".join(drawn)}</svg>'
    )


def _detail(scene: Scene, overview: Overview, found: Misregistration, displacement: Displacement | None) -> str:
    window = _detail_window(scene, overview, found)
    before, after = scene.layers
    first = _grey(before, window)
    as_delivered = pictures.composite(first, _grey(after, window))
    figures = [_figure(f'<img src="{as_delivered}" alt="both dates as delivered">', "As delivered")]
    if displacement is not None:
        brought_back = pictures.composite(first, _grey(scene.displaced(1, displacement), window))
        figures.append(
            _figure(
                f'<img src="{brought_back}" alt="both dates, corrected">', f"Corrected: the later image {displacement}"
            )
        )
    return (
        '<h2>A detail in full resolution</h2><p class="lead">The earlier date in red, the later one in cyan: what is alike is grey, '
        "and an edge with a red and a cyan fringe lies in two places.</p>"
        f'<div class="panels">{"".join(figures)}</div>'
    )


def _detail_window(scene: Scene, overview: Overview, found: Misregistration) -> Window:
    """Return a window around the clear patch that shows most contrast, or the middle of the grid: roofs and roads,
    rather than woods.
    """
    grid = scene.grid
    side_cols, side_rows = min(_DETAIL, grid.cols), min(_DETAIL, grid.rows)
    places = [(one.col, one.row) for one in found.patches if one.clear] or [(one.col, one.row) for one in found.patches]
    col, row = grid.cols / 2, grid.rows / 2
    if places:
        shrink = overview.grid.gsd[0] / found.gsd[0]
        half = max(2, round(_DETAIL / 2 / shrink))
        grey = pictures.grey(overview, 0)

        def contrast(place: tuple[float, float]) -> float:
            across, down = (int(one / shrink) for one in place)
            return float(grey[max(0, down - half) : down + half, max(0, across - half) : across + half].std())

        col, row = max(places, key=contrast)
    left = int(np.clip(col - side_cols / 2, 0, grid.cols - side_cols))
    top = int(np.clip(row - side_rows / 2, 0, grid.rows - side_rows))
    return Window(left, top, side_cols, side_rows)


def _grey(layer: Layer, window: Window) -> np.ndarray:
    image, valid = layer.read(window)
    grey = image.astype(np.float32).mean(axis=0)
    return np.where(valid, grey, grey[valid].mean() if valid.any() else 0)


def _figures(scene: Scene, comparison: Comparison, found: Misregistration) -> str:
    consensus = found.consensus
    rows = [
        ("Of the earlier image's data, what the later one has, too", f"{comparison.overlap_share:.1%}"),
        ("Of the grid, what has data in both", f"{comparison.valid_share:.1%}"),
        ("Of the grid, no data before / after", f"{comparison.nodata_before:.1%} / {comparison.nodata_after:.1%}"),
        ("White and even, before / after", f"{comparison.cloud_before:.1%} / {comparison.cloud_after:.1%}"),
        ("Difference of mean brightness (0-255)", f"{comparison.brightness:.1f}"),
        ("Contrast, after over before", f"{comparison.contrast:.2f}"),
        ("Correlation of grey values", f"{comparison.correlation:.2f}"),
        (
            "Pixels before / after",
            " / ".join("{:.3g} x {:.3g} m".format(*layer.aligned.raster.gsd) for layer in scene.layers),
        ),
    ]
    if found.known:
        rows += [
            ("Shift east / north", f"{found.east_m:+.2f} m / {found.north_m:+.2f} m"),
            ("Shift in pixels, right / down", f"{consensus.right:+.2f} / {consensus.down:+.2f}"),
            ("Uncertainty (bootstrap over patches)", f"{consensus.uncertainty:.2f} pixels"),
        ]
    rows.append(("Peak over noise (7 is needed)", f"{consensus.height:.1f}"))
    if found.spread is not None:
        rows.append(("Median distance of clear patches from the common shift", f"{found.spread:.2f} pixels"))
    body = "".join(f'<tr><th scope="row">{name}</th><td>{value}</td></tr>' for name, value in rows)
    return f"<h2>The figures</h2><p>{escape(in_words(found, scene.layers[1].name))}</p><table>{body}</table>"
