# SPDX-License-Identifier: GPL-2.0-or-later
"""The command `explain`: the Processing algorithm Explain change, without QGIS and without torch."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from model_core.cli.command import Command
from model_core.cli.engine_feedback import console_feedback
from model_core.cli.models import pick_bundle
from model_core.cli.options import (
    AreaLayer,
    Bands,
    Device,
    Extent,
    Json,
    Model,
    Output,
    Stretch,
    Threads,
    Threshold,
    Timestep,
    Views,
    bands_of,
)


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(cls=Command)(explain)


def explain(
    before: Annotated[str, typer.Argument(help="The earlier image; any raster that GDAL can open.")],
    after: Annotated[str, typer.Argument(help="The later image of the same place.")],
    output: Output,
    timesteps: Annotated[
        str | None, typer.Option(metavar="0,200,600", help="Timesteps to compare. Default: all that the model offers.")
    ] = None,
    point: Annotated[
        str | None, typer.Option(metavar="X,Y", help="A place to explain by occlusion, in the first image's CRS.")
    ] = None,
    model: Model = None,
    threshold: Threshold = None,
    area: Extent = None,
    area_layer: AreaLayer = None,
    before_bands: Bands = None,
    after_bands: Bands = None,
    stretch: Stretch = "auto",
    timestep: Timestep = None,
    device: Device = "auto",
    views: Views = None,
    threads: Threads = 0,
    as_json: Json = False,
) -> None:
    """Map what a change map's answer depends on: the timestep, the view, and parts of the images.

    Example: noise2map explain before.tif after.tif -o why --point 621000,3349500
    """
    from model_core.cli.area_of_interest import areas_of
    from noise2map_qgis.engine.errors import OutputError
    from noise2map_qgis.engine.explain.explanation import ExplainJob, run
    from noise2map_qgis.engine.job import Job
    from noise2map_qgis.engine.raster.source import Source

    steps = tuple(int(number) for number in _numbers(timesteps, "timesteps"))
    place = _numbers(point, "point")
    if point is not None and len(place) != 2:
        raise typer.BadParameter(f"a point is X,Y, not '{point}'")
    images = ((before, before_bands), (after, after_bands))
    sources = tuple(Source(path, Path(path).name, bands_of(bands)) for path, bands in images)
    bundle = pick_bundle(model, "change")
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"The folder {output} cannot be created ({error.strerror}); choose another.") from error
    files = {"timestep_bands": output / "timesteps.tif", "summary": output / "agreement.tif"}
    files |= {"occlusion": output / "occlusion.tif"} if place else {}
    job = Job(
        bundle,
        "change",
        sources,
        None,
        areas=areas_of(sources[0], area, area_layer),
        threshold=threshold,
        stretch=stretch,
        timestep=timestep,
        device=device,
        views=views,
        threads=threads,
    )
    with console_feedback("tiles", quiet=as_json) as feedback:
        result = run(ExplainJob(job, steps, (place[0], place[1]) if place else None, **files), feedback)
    if as_json:
        figures = {name: value for name, value in vars(result).items() if name != "grid"}
        paths = {name: str(path) for name, path in files.items()}
        typer.echo(json.dumps({**figures, "model": bundle.name, **paths}))
        return
    typer.echo(
        f"timesteps {', '.join(map(str, result.timesteps))}: the answer depends on them in {result.depends_share:.2%} "
        f"of the area; standard deviation {result.mean_spread:.3f} over timesteps, "
        f"{result.mean_view_spread:.3f} over views"
    )
    if result.point_probability is not None:
        typer.echo(
            f"at the point: probability {result.point_probability:.2f}; a part of the earlier image adds up to "
            f"{result.earlier_effect:.2f}, of the later image up to {result.later_effect:.2f}"
        )
    for path in files.values():
        typer.echo(str(path))


def _numbers(text: str | None, what: str) -> tuple[float, ...]:
    try:
        return tuple(float(part) for part in text.split(",")) if text else ()
    except ValueError:
        raise typer.BadParameter(f"{what} takes numbers separated by commas, not '{text}'") from None
