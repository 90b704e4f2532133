# SPDX-License-Identifier: GPL-2.0-or-later
"""`make demo`: Detect change in headless QGIS, on the drawn town or on the user's own pair."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from osgeo import gdal, ogr

from resources.sample.headless import QgisError, run_algorithm
from resources.sample.picture import Sheet, draw_sheet
from resources.sample.scene import DEFAULT_SEED, SamplePair, make_scene
from resources.sample.score import Score, score_against

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Runs the demonstration and prints where its results are; exit code 1 with a sentence if it cannot."""
    gdal.UseExceptions()
    ogr.UseExceptions()
    parser = argparse.ArgumentParser(prog="make demo", description=__doc__)
    parser.add_argument("--before", type=Path, help="the user's own earlier image; without it a town is drawn")
    parser.add_argument("--after", type=Path, help="and the later one")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "demo")
    parser.add_argument("--plugins", type=Path, default=ROOT / "build" / "plugins")
    parser.add_argument("--seed", type=int, default=DEFAULT_SEED, help="another number draws another town")
    asked = parser.parse_args()
    if (asked.before is None) != (asked.after is None):
        sys.exit("make demo takes both BEFORE=... and AFTER=..., or neither.")
    try:
        _demo(asked)
    except QgisError as error:
        sys.exit(str(error))


def _demo(asked: argparse.Namespace) -> None:
    asked.out.mkdir(parents=True, exist_ok=True)
    pair = None
    before, after = asked.before, asked.after
    if before is None:
        print("Drawing a town at two dates ...", flush=True)
        pair = make_scene(asked.out, asked.seed)
        before, after = pair.before, pair.after
    files = {
        "PROBABILITY": asked.out / "change_probability.tif",
        "CHANGE_MASK": asked.out / "change_mask.tif",
        "POLYGONS": asked.out / "changes.gpkg",
    }
    print("Running noise2map:detectchange in QGIS without a window ...", flush=True)
    figures = run_algorithm(
        "noise2map:detectchange",
        {"BEFORE": str(before), "AFTER": str(after)} | {name: str(path) for name, path in files.items()},
        asked.plugins,
        asked.out / "qgis",
    )
    facts = (
        f"{float(figures['CHANGED_AREA']):,.0f} m² changed, {float(figures['CHANGED_SHARE']):.1%} of the area; "
        f"{figures['POLYGON_COUNT']} polygons; {figures['DEVICE_USED']}, {float(figures['SECONDS']):.1f} s, "
        f"{float(figures['MEGAPIXELS_PER_SECOND']):.1f} megapixels a second"
    )
    score = score_against(pair, files["CHANGE_MASK"]) if pair else None
    title = "Detect change on a drawn town" if pair else f"Detect change: {before.name}, {after.name}"
    picture = asked.out / "overview.png"
    subtitle = facts + (f"\n{score.sentence()}" if score else "")
    draw_sheet(Sheet(before, after, files["CHANGE_MASK"], pair.truth if pair else None, title, subtitle), picture)
    _report(pair, files, picture, facts, score, asked.out)


def _report(
    pair: SamplePair | None, files: dict[str, Path], picture: Path, facts: str, score: Score | None, folder: Path
) -> None:
    """Prints what came out and where it lies, and leaves the same as demo.json."""
    rows = [("picture", picture), *((name.lower(), path) for name, path in files.items())]
    if pair:
        rows += [("before", pair.before), ("after", pair.after), ("truth", pair.truth_polygons)]
    print(f"\n{facts}")
    if score:
        print(score.sentence())
    print()
    for name, path in rows:
        print(f"  {name:<12} {_shown(path)}")
    summary = {"figures": facts, "files": {name: str(path) for name, path in rows}}
    if score:
        summary["score"] = vars(score)
    (folder / "demo.json").write_text(json.dumps(summary, indent=2) + "\n", encoding="utf-8")


def _shown(path: Path) -> Path:
    """The path from here, where it is shorter."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


if __name__ == "__main__":
    main()
