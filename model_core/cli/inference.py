# SPDX-License-Identifier: GPL-2.0-or-later
"""The commands `detect` and `segment`: the Processing algorithms of the same tasks, without QGIS and without torch."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from model_core.cli.cluster import Asset, Cluster, Cog, PartSize, Workers, run_on_cluster
from model_core.cli.command import Command
from model_core.cli.engine_feedback import console_feedback
from model_core.cli.models import pick_bundle
from model_core.cli.options import (
    Align,
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
    Resume,
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
    """Add the commands to the application."""
    for command in (detect, segment):
        app.command(cls=Command)(command)


def detect(
    before: Annotated[str, typer.Argument(help="The earlier image; any raster that GDAL can open.")],
    after: Annotated[str, typer.Argument(help="The later image of the same place.")],
    output: Output,
    model: Model = None,
    threshold: Threshold = None,
    high_threshold: HighThreshold = None,
    min_area: MinArea = 0.0,
    area: Extent = None,
    area_layer: AreaLayer = None,
    before_bands: Bands = None,
    after_bands: Bands = None,
    stretch: Stretch = "auto",
    timestep: Timestep = None,
    device: Device = "auto",
    tile_size: TileSize = None,
    overlap: Overlap = None,
    views: Views = None,
    shape: Shape = None,
    simplify: Simplify = 0.0,
    align: Align = "off",
    threads: Threads = 0,
    cluster: Cluster = None,
    workers: Workers = None,
    part_size: PartSize = 4096,
    cog: Cog = False,
    resume: Resume = False,
    asset: Asset = None,
    as_json: Json = False,
) -> None:
    """Map change between two images: probability, mask and polygons."""
    _map(
        "change",
        [(before, before_bands), (after, after_bands)],
        Outputs(output, "change_probability.tif", "change_mask.tif", "changes.gpkg"),
        model,
        (area, area_layer),
        Spread(cluster, workers, part_size, cog, resume, asset),
        as_json,
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
        align=align,
        threads=threads,
        resume=resume,
    )


def segment(
    image: Annotated[str, typer.Argument(help="The image; any raster that GDAL can open.")],
    output: Output,
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
    cluster: Cluster = None,
    workers: Workers = None,
    part_size: PartSize = 4096,
    cog: Cog = False,
    resume: Resume = False,
    asset: Asset = None,
    as_json: Json = False,
) -> None:
    """Map the buildings of one image: probability, mask and polygons."""
    _map(
        "segment",
        [(image, bands)],
        Outputs(output, "building_probability.tif", "building_mask.tif", "buildings.gpkg"),
        model,
        (area, area_layer),
        Spread(cluster, workers, part_size, cog, resume, asset),
        as_json,
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
        resume=resume,
    )


@dataclass(frozen=True)
class Spread:
    """How a job is spread over a cluster (`cluster` is None: not at all), and the asset of STAC items."""

    cluster: str | None
    workers: int | None
    part_size: int
    cog: bool
    resume: bool
    asset: str | None


@dataclass(frozen=True)
class Outputs:
    """The output folder of a command and the names of its files."""

    folder: Path
    probability: str
    mask: str
    polygons: str


def _map(
    task: str,
    images: list[tuple[str, str | None]],
    outputs: Outputs,
    model: str | None,
    area: tuple[str | None, str | None],
    spread: Spread,
    as_json: bool,
    **options: Any,
) -> None:
    """Run one job and print its result; `options` are fields of the engine's `Job`."""
    from model_core.cli.area_of_interest import areas_of
    from model_core.distributed.scenes import as_raster
    from noise2map_qgis.engine import predict
    from noise2map_qgis.engine.errors import OutputError
    from noise2map_qgis.engine.raster.source import Source

    try:
        outputs.folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"The folder {outputs.folder} cannot be created ({error.strerror}); choose another."
        ) from error
    rasters = [as_raster(path, spread.asset, outputs.folder / "inputs") for path, _ in images]
    sources = tuple(Source(raster, Path(path).name, bands_of(bands)) for raster, (path, bands) in zip(rasters, images))
    bundle = pick_bundle(model, task)
    areas = areas_of(sources[0], *area)
    files = {kind: outputs.folder / getattr(outputs, kind) for kind in ("probability", "mask", "polygons")}
    job = predict.Job(bundle, task, sources, areas=areas, **files, **options)
    if spread.cluster is not None:
        from model_core.distributed.run import Options

        how = Options(spread.cluster, spread.workers, spread.part_size, spread.resume, spread.cog)
        run_on_cluster(job, files, how, as_json)
        return
    with console_feedback("tiles", quiet=as_json) as feedback:
        result = predict.run(job, feedback)
    figures = {k: v for k, v in vars(result).items() if k != "grid"} | {"model": bundle.name}
    figures |= {kind: str(path) for kind, path in files.items()}
    if as_json:
        typer.echo(json.dumps(figures))
        return
    found = {"change": "changed", "segment": "built"}[task]
    typer.echo(
        f"{result.positive_area_m2:,.0f} m² {found}, {result.positive_share:.2%} of {result.valid_area_m2:,.0f} m², "
        f"{result.polygon_count} polygons; {result.device}, {result.seconds:.1f} s, "
        f"{result.megapixels_per_second:.1f} megapixels a second"
    )
    for path in files.values():
        typer.echo(str(path))
