# SPDX-License-Identifier: GPL-2.0-or-later
"""The bench's figures as a table and two drawings in docs/performance.md, from its JSON.

The table stands between two marks in the page; what is written around it is left alone.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

BEGIN, END = "<!-- bench: table -->", "<!-- bench: end -->"
_TEXT = 'font-family="sans-serif" font-size="12" fill="#24292f"'
_COLOURS = (
    "#2f6f9f",
    "#c4722d",
    "#5a8f4f",
    "#8a5fa8",
    "#b0484f",
    "#6b7785",
    "#c2a13c",
    "#3f9aa0",
    "#94694d",
    "#5568b8",
)


def write(found: dict[str, Any], docs: Path) -> None:
    """Put the table into docs/performance.md and the drawings into docs/images."""
    page = docs / "performance.md"
    text = page.read_text(encoding="utf-8")
    head, rest = text.split(BEGIN)
    tail = rest.split(END)[1]
    page.write_text(f"{head}{BEGIN}\n\n{table(found)}\n\n{END}{tail}", encoding="utf-8")
    changes = sizes(found)
    (docs / "images" / "performance-size.svg").write_text(draw_sizes(changes), encoding="utf-8")
    typical = next((run for run in changes if run["side"] == 10000), changes[-1])
    (docs / "images" / "performance-parts.svg").write_text(draw_parts(typical), encoding="utf-8")


def sizes(found: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the runs of Detect change by size."""
    runs = found.get("runs", {})
    return sorted((run for name, run in runs.items() if name.startswith("change-")), key=lambda run: run["side"])


def table(found: dict[str, Any]) -> str:
    """Return the aims and what was measured, as Markdown."""
    runs, changes = found.get("runs", {}), {run["side"]: run for run in sizes(found)}
    rows = []

    def row(what: str, aim: str, measured: str, met: bool | None) -> None:
        rows.append(f"| {what} | {aim} | {measured} | {'' if met is None else 'yes' if met else '**no**'} |")

    for side in (4000, 10000):
        if side in changes:
            value = changes[side]["efficiency"]
            row(f"efficiency, {side:,}² pair", "at least 0.80", f"{value:.2f}", value >= 0.8)
    if 10000 in changes:
        seconds = changes[10000]["seconds"]
        row("10,000² pair", "30 s", f"{seconds:.1f} s", seconds <= 30)
    if "segment-10000" in runs:
        seconds = runs["segment-10000"]["seconds"]
        row("segment, 10,000²", "15 s, half of that", f"{seconds:.1f} s", seconds <= 15)
    for name, run in runs.items():
        if name.startswith("segment-") and run["side"] in changes:
            share = run["seconds"] / changes[run["side"]]["seconds"]
            row("segment, of the time that change took", "", f"{share:.2f} ({run['side']:,}²)", None)
    if changes:
        peak = max(run["peak_mb"] for run in changes.values())
        row("memory, largest peak", "800 MB", f"{peak:.0f} MB", peak <= 800)
    if len(changes) > 1:
        small, large = changes[min(changes)], changes[max(changes)]
        growth = large["peak_mb"] / small["peak_mb"] - 1
        row(f"memory, {large['side']:,}² beyond {small['side']:,}²", "5 %", f"{growth:+.1%}", growth <= 0.05)
        pace = (large["seconds"] / large["megapixels"]) / (
            changes.get(4000, small)["seconds"] / changes.get(4000, small)["megapixels"]
        )
        # The floor of each run tells how fast the computer was meanwhile.
        pace *= changes.get(4000, small)["floor_ms"] / large["floor_ms"]
        row(
            f"time a pixel, {large['side']:,}² beyond 4,000², by the floor of each",
            "5 %",
            f"{pace - 1:+.1%}",
            pace <= 1.05,
        )
    for key, what, limit in (
        ("empty_to_full", "90 % empty, of the time of a full raster", 0.2),
        ("dense_to_plain", "an object every 10 x 10 pixels, of the time without", 2.0),
        ("warped_to_aligned", "warped pair, of the time of an aligned one", 1.5),
    ):
        if key in found:
            side = runs[{"empty_to_full": "full", "dense_to_plain": "dense", "warped_to_aligned": "warped"}[key]][
                "side"
            ]
            row(what, f"{limit:g}", f"{found[key]:.2f} ({side:,}²)", found[key] <= limit)
    if "dense" in runs:
        row(
            f"memory with {runs['dense']['polygons']:,} polygons, beside the run without",
            "flat",
            f"{found['dense_memory_to_plain'] - 1:+.0%}",
            None,
        )
    if "import_seconds" in found:
        row(
            "importing the provider",
            "100 ms",
            f"{1000 * found['import_seconds']:.0f} ms",
            found["import_seconds"] <= 0.1,
        )
        loaded = found["onnxruntime_at_import"]
        row("onnxruntime loaded by that", "no", "yes" if loaded else "no", not loaded)
    if "start_seconds" in found:
        row(
            "`qgis_process run`, start to end of one tile",
            "2 s",
            f"{found['start_seconds']:.2f} s",
            found["start_seconds"] <= 2,
        )
    if "naive" in found:
        one = found["naive"]
        own = runs["engine"]
        row(
            f"the naive way, {one['side']:,}²", "", f"{one['seconds']:.1f} s, {one['peak_mb']:,.0f} MB (engine beside "
            f"it: "
            f"{own['seconds']:.1f} s, {own['peak_mb']:.0f} MB)", None,
        )  # fmt: skip
    if "authors" in found:
        one = found["authors"]
        hours = one["seconds_a_tile"] * 1e8 / 65536 / 3600
        row(
            "the authors' network", "", f"{one['seconds_a_tile']:.1f} s a 256² pair, "
            f"{one['seconds_a_tile'] * 1000 / one['floor_ms']:,.0f} "
            f"times ours beside it; a 10,000² pair would take {hours:.1f} hours", None,
        )  # fmt: skip
    return "\n".join(["| what | aim | measured | met |", "|---|---|---|---|", *rows])


def draw_sizes(runs: list[dict[str, Any]]) -> str:
    """Draw time and memory against size, both axes of the left plot logarithmic."""
    parts = []
    most = max(run["megapixels"] for run in runs) * 1.4
    least = min(run["megapixels"] for run in runs) / 2.5
    seconds = [run["seconds"] for run in runs] + [_floor_seconds(run) for run in runs]
    high, low = max(seconds) * 1.5, min(seconds) / 2.5
    peak = max(800.0, *(run["peak_mb"] for run in runs)) * 1.1

    def x(run: dict[str, Any], left: float) -> float:
        return left + 300 * _share(run["megapixels"], least, most)

    for number, (label, value) in enumerate((("run", lambda r: r["seconds"]), ("network alone", _floor_seconds))):
        points = [(x(run, 60), 260 - 210 * _share(value(run), low, high)) for run in runs]
        parts.append(_line(points, _COLOURS[number]))
        shift, down, anchor = ((-6, -6, "end"), (6, 16, "start"))[number]
        for (px, py), run in zip(points, runs):
            place = f'x="{px + shift:.0f}" y="{py + down:.0f}" text-anchor="{anchor}"'
            parts.append(f"<text {place} {_TEXT}>{value(run):.1f} s</text>")
        parts.append(f'<text x="70" y="{60 + 18 * number}" {_TEXT.replace("#24292f", _COLOURS[number])}>{label}</text>')
    points = [(x(run, 460), 260 - 210 * run["peak_mb"] / peak) for run in runs]
    parts.append(_line(points, _COLOURS[2]))
    limit = 260 - 210 * 800 / peak
    parts.append(f'<path d="M460 {limit:.0f} H760" stroke="#b0484f" stroke-dasharray="5 4"/>')
    parts.append(f'<text x="466" y="{limit - 6:.0f}" {_TEXT}>aim: 800 MB</text>')
    for (px, py), run in zip(points, runs):
        parts.append(f'<text x="{px:.0f}" y="{py - 8:.0f}" text-anchor="middle" {_TEXT}>{run["peak_mb"]:.0f}</text>')
    for left, title in ((60, "seconds (logarithmic)"), (460, "peak memory, MB")):
        parts.append(f'<path d="M{left} 40 V260 H{left + 300}" stroke="#6b7785" fill="none"/>')
        parts.append(f'<text x="{left}" y="28" {_TEXT} font-weight="bold">{title}</text>')
        parts += (
            f'<text x="{x(run, left):.0f}" y="280" text-anchor="middle" {_TEXT}>{run["side"]:,}²</text>' for run in runs
        )
    return _svg(800, 300, "Time and memory of Detect change against the raster's size", parts)


def draw_parts(run: dict[str, Any]) -> str:
    """Draw where the thread-seconds of a run go: the two callers of the network above, the thread that joins and
    writes below.
    """
    times = run["parts"]
    callers = ("network", "read and decode", "put dates together", "wait for the reader")
    lanes = (
        ("the two threads that read and infer", [(name, times[name]) for name in callers if name in times]),
        (
            "the thread that joins and writes, and the overviews'",
            [(n, s) for n, s in times.items() if n not in callers],
        ),
    )
    parts = []
    for number, (title, spent) in enumerate(lanes):
        top = 40 + 150 * number
        whole = sum(seconds for _, seconds in spent)
        parts.append(f'<text x="20" y="{top - 8}" {_TEXT} font-weight="bold">{escape(title)}: {whole:.1f} s</text>')
        left = 20.0
        for index, (name, seconds) in enumerate(sorted(spent, key=lambda item: -item[1])):
            width = 760 * seconds / whole
            colour = _COLOURS[index % len(_COLOURS)]
            parts.append(
                f'<rect x="{left:.1f}" y="{top}" width="{max(width - 1, 0.5):.1f}" height="40" fill="{colour}"/>'
            )
            row, column = divmod(index, 3)
            parts.append(
                f'<rect x="{20 + 260 * column}" y="{top + 50 + 20 * row}" width="11" height="11" fill="{colour}"/>'
            )
            label = f"{name}: {seconds:.2f} s, {seconds / whole:.1%}"
            parts.append(f'<text x="{36 + 260 * column}" y="{top + 60 + 20 * row}" {_TEXT}>{escape(label)}</text>')
            left += width
    return _svg(840, 350, f"Where the time of a run of {run['side']:,} x {run['side']:,} pixels goes", parts)


def _floor_seconds(run: dict[str, Any]) -> float:
    return run["megapixels"] * 1e6 / 65536 * run["floor_ms"] / 1000


def _share(value: float, low: float, high: float) -> float:
    """Return where a value lies between two others on a logarithmic scale, 0-1."""
    from math import log

    return log(value / low) / log(high / low)


def _line(points: list[tuple[float, float]], colour: str) -> str:
    path = " ".join(f"{'L' if index else 'M'}{x:.1f} {y:.1f}" for index, (x, y) in enumerate(points))
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>' for x, y in points)
    return f'<path d="{path}" stroke="{colour}" stroke-width="2" fill="none"/>{dots}'


def _svg(width: int, height: int, title: str, parts: list[str]) -> str:
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">\n'
        f"<title>{escape(title)}</title>\n"
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>\n{body}\n</svg>\n'
    )
