# SPDX-License-Identifier: GPL-2.0-or-later
"""`noise2map check-pair`: whether two images are fit for change detection, and by how much the later one lies off."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Annotated, Any

import typer

from model_core.cli.command import Command
from model_core.cli.engine_feedback import console_feedback
from model_core.cli.models import pick_bundle
from model_core.cli.options import Bands, Json, Model, Stretch, bands_of


def _correction(name: str) -> str:
    from noise2map_qgis.engine.registration.correction import CORRECTIONS

    if name not in CORRECTIONS:
        raise typer.BadParameter(f"choose one of {', '.join(CORRECTIONS)}, not '{name}'")
    return name


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("check-pair", cls=Command)(check_pair)


def check_pair(
    before: Annotated[str, typer.Argument(help="The earlier image; any raster that GDAL can open.")],
    after: Annotated[str, typer.Argument(help="The later image of the same place.")],
    report: Annotated[Path | None, typer.Option(help="An HTML report to write, with pictures.")] = None,
    corrected: Annotated[Path | None, typer.Option(help="A GeoTIFF to write: the later image, brought back.")] = None,
    correction: Annotated[
        str,
        typer.Option(
            metavar="shift|resampled|field",
            callback=_correction,
            help="How: another position and the same values; resampled onto the earlier image's pixels; along a smooth "
            "field of shifts.",
        ),
    ] = "shift",
    model: Model = None,
    before_bands: Bands = None,
    after_bands: Bands = None,
    stretch: Stretch = "auto",
    as_json: Json = False,
) -> None:
    """Check a pair of images before detect: overlap, pixel size, radiometry, clouds, and misregistration."""
    from noise2map_qgis.engine.raster.source import Source
    from noise2map_qgis.engine.registration.check import CheckJob, run_check

    first, second = (
        Source(path, Path(path).name, bands_of(bands)) for path, bands in ((before, before_bands), (after, after_bands))
    )
    job = CheckJob(pick_bundle(model, "change"), (first, second), report, corrected, correction, stretch)
    with console_feedback("steps", quiet=as_json) as feedback:
        found = run_check(job, feedback)
    if as_json:
        typer.echo(json.dumps({name: _plain(value) for name, value in found.figures().items()}))
        return
    typer.echo(found.verdict.text)
    for finding in found.verdict.findings:
        typer.echo(f"{finding.level:>8}  {finding.subject}: {finding.text}")
    typer.echo(f"   align  {found.verdict.align}")
    for path in (report, corrected):
        if path is not None:
            typer.echo(str(path))


def _plain(value: Any) -> Any:
    return None if isinstance(value, float) and not math.isfinite(value) else value
