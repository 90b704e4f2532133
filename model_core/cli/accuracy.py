# SPDX-License-Identifier: GPL-2.0-or-later
"""The commands `sample` and `accuracy`: points to check a map with, and what their answers say of it. Neither needs
torch.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from model_core.cli.command import Command
from model_core.cli.engine_feedback import console_feedback
from model_core.cli.options import Json

MapThreshold = Annotated[float, typer.Option(min=0, max=1, help="Probability from which a pixel is a yes.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    for command in (sample, accuracy):
        app.command(cls=Command)(command)


def sample(
    map_file: Annotated[Path, typer.Argument(metavar="MAP", help="A probability raster, or a mask of 0 and 1.")],
    output: Annotated[Path, typer.Argument(help="The points to write, a name that ends with .gpkg.")],
    before: Annotated[Path | None, typer.Option(help="The earlier image, for pictures of the points.")] = None,
    after: Annotated[Path | None, typer.Option(help="The later image, or the only one.")] = None,
    size: Annotated[int | None, typer.Option(min=1, help="Points in all. Default: from --standard-error.")] = None,
    standard_error: Annotated[float, typer.Option(help="Standard error wanted of the overall accuracy.")] = 0.02,
    expected_yes: Annotated[float, typer.Option(min=0, max=1, help="User's accuracy expected of the class yes.")] = 0.7,
    expected_no: Annotated[float, typer.Option(min=0, max=1, help="User's accuracy expected of the class no.")] = 0.95,
    least: Annotated[int, typer.Option(min=2, help="Points in each stratum at least.")] = 50,
    threshold: MapThreshold = 0.5,
    low_threshold: Annotated[
        float,
        typer.Option(
            min=0, max=1, help="Probability from which a no is in the stratum 'possible'; 0: no such stratum."
        ),
    ] = 0.1,
    seed: Annotated[int, typer.Option(help="The same number draws the same points.")] = 1,
    picture_metres: Annotated[float, typer.Option(min=1, help="Side of the ground that a picture shows.")] = 60.0,
    as_json: Json = False,
) -> None:
    """Draw random points on a map, to be answered with yes, no or can't tell."""
    from noise2map_qgis.engine import sample_points

    with console_feedback("pictures", quiet=as_json) as feedback:
        plan = sample_points(
            map_file,
            output,
            before=before,
            after=after,
            threshold=threshold,
            low_threshold=low_threshold or None,
            size=size,
            standard_error=standard_error,
            expected_yes=expected_yes,
            expected_no=expected_no,
            least=least,
            seed=seed,
            picture_metres=picture_metres,
            feedback=feedback,
        )
    if as_json:
        strata = [vars(stratum) for stratum in plan.strata]
        typer.echo(json.dumps({"output": str(plan.path), "size": plan.size, "seed": plan.seed, "strata": strata}))
        return
    for stratum in plan.strata:
        typer.echo(f"{stratum.name:10} {stratum.area_m2:16,.0f} m² {stratum.points:6} points")
    typer.echo(str(plan.path))


def accuracy(
    reference: Annotated[Path, typer.Argument(help="Answered points, or polygons or a raster of what is true.")],
    map_file: Annotated[
        Path | None,
        typer.Option("--map", help="The map to assess. Default: the one that the points were drawn on."),
    ] = None,
    report: Annotated[Path | None, typer.Option(help="The HTML report to write.")] = None,
    threshold: MapThreshold = 0.5,
    as_json: Json = False,
) -> None:
    """Estimate the accuracy of a map and the true area, with 95 % confidence intervals."""
    from noise2map_qgis.engine import assess_accuracy

    with console_feedback("points", quiet=as_json) as feedback:
        found = assess_accuracy(reference, map_file, report=report, threshold=threshold, feedback=feedback)
    figures = found.as_dict()
    if as_json:
        typer.echo(json.dumps(figures))
        return
    labels = {
        "overall": "overall accuracy",
        "users": "user's accuracy (precision)",
        "producers": "producer's accuracy (recall)",
        "f1": "F1",
        "iou": "intersection over union",
    }
    for name, label in labels.items():
        typer.echo(f"{label:30} {_figure(figures[name], figures[f'{name}_ci95'], '.3f', found.sampled)}")
    area = _figure(figures["area_m2"], figures["area_m2_ci95"], ",.0f", found.sampled)
    typer.echo(f"{'true area, m²':30} {area}")
    typer.echo(f"{'area on the map, m²':30} {figures['mapped_area_m2']:,.0f}")
    if report is not None:
        typer.echo(str(report))


def _figure(value: Any, half_width: Any, form: str, sampled: bool) -> str:
    if value is None:
        return "not known"
    return f"{value:{form}}" + (f" ± {half_width:{form}}" if sampled and half_width is not None else "")
