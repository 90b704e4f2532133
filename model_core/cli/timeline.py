# SPDX-License-Identifier: GPL-2.0-or-later
"""The command `timeline`: the Processing algorithm Change timeline, without QGIS and without torch."""

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
    HighThreshold,
    Json,
    MinArea,
    Model,
    Output,
    Overlap,
    Shape,
    Simplify,
    Stretch,
    Threads,
    Threshold,
    TileSize,
    Timestep,
    Views,
    bands_of,
)


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(cls=Command)(timeline)


def timeline(
    images: Annotated[list[str], typer.Argument(help="Three or more images of one place, in any order.")],
    output: Output,
    dates: Annotated[
        str | None,
        typer.Option(
            metavar="2015,2017-06,20190818", help="The images' dates, in their order. Default: from their names."
        ),
    ] = None,
    dates_table: Annotated[
        Path | None, typer.Option(help="A CSV file with the columns name and date; counts before --dates.")
    ] = None,
    model: Model = None,
    threshold: Threshold = None,
    high_threshold: HighThreshold = None,
    min_area: MinArea = 0.0,
    area: Extent = None,
    area_layer: AreaLayer = None,
    bands: Bands = None,
    stretch: Stretch = "auto",
    timestep: Timestep = None,
    device: Device = "auto",
    tile_size: TileSize = None,
    overlap: Overlap = None,
    views: Views = None,
    shape: Shape = None,
    simplify: Simplify = 0.0,
    threads: Threads = 0,
    as_json: Json = False,
) -> None:
    """Map when each place changed over three or more images: first and last, how often, how sure.

    Example: noise2map timeline town_2015.tif town_2017.tif town_2019.tif -o maps
    """
    from model_core.cli.area_of_interest import areas_of
    from noise2map_qgis.engine.errors import OutputError
    from noise2map_qgis.engine.job import Job
    from noise2map_qgis.engine.raster.source import Source
    from noise2map_qgis.engine.timeseries.answers import Questions
    from noise2map_qgis.engine.timeseries.dates import dates_of, label, read_table, split_dates
    from noise2map_qgis.engine.timeseries.timeline import TimelineJob, run

    sources = tuple(Source(path, Path(path).name, bands_of(bands)) for path in images)
    table = None if dates_table is None else read_table(dates_table)
    taken = dates_of(sources, split_dates(dates or ""), table)
    bundle = pick_bundle(model, "change")
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"The folder {output} cannot be created ({error.strerror}); choose another.") from error
    rasters = {name: output / f"{name}.tif" for name in ("first", "last", "count", "confidence")}
    questions = Questions(**rasters, polygons=output / "changes.gpkg")
    job = Job(
        bundle,
        "change",
        sources,
        None,
        areas=areas_of(sources[0], area, area_layer),
        threshold=threshold,
        high_threshold=high_threshold,
        min_area=min_area,
        stretch=stretch,
        timestep=timestep,
        device=device,
        tile_size=tile_size,
        overlap=overlap,
        views=views,
        shape=shape,
        simplify=simplify,
        threads=threads,
    )
    with console_feedback("tiles", quiet=as_json) as feedback:
        result = run(TimelineJob(job, taken, questions), feedback)
    if as_json:
        figures = {name: value for name, value in vars(result).items() if name not in ("grid", "dates")}
        files = {name: str(path) for name, path in vars(questions).items()}
        dated = [date.isoformat() for date in result.dates]
        typer.echo(json.dumps({**figures, "dates": dated, "model": bundle.name, **files}))
        return
    for one, other, changed in zip(result.dates, result.dates[1:], result.changed_m2):
        typer.echo(f"{label(one)} to {label(other)}: {changed:,.0f} m² changed")
    typer.echo(
        f"{result.changed_area_m2:,.0f} m² changed at least once, {result.changed_share:.2%} of "
        f"{result.valid_area_m2:,.0f} m², "
        f"{result.polygon_count} polygons; {result.device}"
    )
    for path in vars(questions).values():
        typer.echo(str(path))
