# SPDX-License-Identifier: GPL-2.0-or-later
"""Scores of a bundle on its recipe's validation places: F1 by the number of views, and the calibration error.

    python -m benchmarks.held_out DATA [--recipe noise2map-lite] [--model FOLDER] [-o docs/images/reliability.svg]

Needs torch. Prints a table in Markdown, with the file that a CPU runs; F1 at the card's threshold, calibration with the
card's views. The drawing is the reliability diagram of each task, one beside the other.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from model_core.evaluation.report.charts import reliability_diagram
from model_core.evaluation.scores import pooled, reliability
from model_core.export.onnx_files import onnx_mapper
from model_core.recipes.recipe import load_recipe
from model_core.recipes.schema import bundled_recipes
from model_core.selection.validation import HeldOutTiles, Scores, over_views, validate
from noise2map_qgis.engine.model.augmentation import VIEWS
from noise2map_qgis.engine.model.bundle import load_bundle
from noise2map_qgis.engine.model.session import suitable_file

ROOT = Path(__file__).resolve().parents[1]
STYLE = ROOT / "model_core" / "evaluation" / "report" / "style.css"
_TITLE_HEIGHT = 24


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--recipe", choices=bundled_recipes(), default="noise2map-lite")
    parser.add_argument("--model", type=Path, default=ROOT / "resources" / "models" / "noise2map-lite")
    parser.add_argument("-o", "--output", type=Path, help="where the reliability diagram goes")
    asked = parser.parse_args()
    bundle = load_bundle(asked.model)
    tiles = HeldOutTiles(load_recipe(bundled_recipes()[asked.recipe]), asked.data)
    mapper = onnx_mapper(
        {task: suitable_file(bundle, card, card.default_timestep, "CPU").path for task, card in bundle.tasks.items()}
    )
    found: dict[int, Scores] = {}
    for views in VIEWS:
        found[views] = validate(over_views(mapper, views), tiles)
    print("| task | set | " + " | ".join(f"{views} views" if views > 1 else "1 view" for views in VIEWS) + " |")
    print("|---|---|" + "---|" * len(VIEWS))
    for task, card in bundle.tasks.items():
        for name in found[1][task]:
            scores = (f"{found[views][task][name].at(card.threshold).f1:.3f}" for views in VIEWS)
            print(f"| {task} | {name} | {' | '.join(scores)} |")
        errors = (f"{reliability(pooled(found[views][task])).expected_error:.3f}" for views in VIEWS)
        print(f"| {task} | expected calibration error | {' | '.join(errors)} |")
    if asked.output:
        drawn = {
            card.classes[-1][1]: reliability_diagram(reliability(pooled(found[card.views][task])), card.classes[-1][1])
            for task, card in bundle.tasks.items()
        }
        asked.output.write_text(_side_by_side(drawn))


def _side_by_side(drawings: dict[str, str]) -> str:
    """Several drawings of the report under their titles, as one file that needs no style sheet."""
    sheet = STYLE.read_text()
    colours = dict(re.findall(r"(--[\w-]+): (#\w+)", sheet))
    # Not every viewer of SVG knows variables.
    rules = "\n".join(line for line in sheet.splitlines() if line.startswith("svg "))
    rules = re.sub(r"var\((--[\w-]+)\)", lambda name: colours[name.group(1)], rules)
    boxes = [tuple(map(float, re.search(r'viewBox="0 0 (\S+) (\S+)"', drawn).groups())) for drawn in drawings.values()]  # type: ignore[union-attr]
    width, height = sum(box[0] for box in boxes), max(box[1] for box in boxes) + _TITLE_HEIGHT
    parts, left = [], 0.0
    for (title, drawn), (wide, _) in zip(drawings.items(), boxes):
        parts.append(f'<text class="name mid" x="{left + wide / 2:.0f}" y="16">{title}</text>')
        drawing = drawn[drawn.index(">") + 1 : -len("</svg>")]
        parts.append(f'<g transform="translate({left:.0f} {_TITLE_HEIGHT})">{drawing}</g>')
        left += wide
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}">'
        f"<style>{rules}</style>"
        f'<rect width="100%" height="100%" fill="#fff"/>{"".join(parts)}</svg>\n'
    )


if __name__ == "__main__":
    main()
