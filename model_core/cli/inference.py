# SPDX-License-Identifier: GPL-2.0-or-later
"""The commands that run models: detect and segment do without QGIS what the forms do; info tells of models and devices.

None of them needs torch. The options are the forms' parameters, spelt as options.
"""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from model_core.cli import tables
from model_core.cli.console import listening
from noise2map_qgis.engine.errors import BundleError
from noise2map_qgis.engine.model.bundle import Bundle, load_bundle
from noise2map_qgis.installed import DEFAULT, installed_models

Model = Annotated[str | None, typer.Option(help=f"A bundle's name, or its folder. Default: {DEFAULT}.")]
Output = Annotated[Path, typer.Option("-o", "--output", help="The folder to write to; made if it is missing.")]
Threshold = Annotated[
    float | None, typer.Option(min=0, max=1, help="Probability from which a pixel counts. Default: the card's.")
]
Peak = Annotated[
    float | None,
    typer.Option(
        min=0,
        max=1,
        help="Leave out patches none of whose pixels reaches this probability. Default: the card's with its own threshold, "
        "else 0.",
    ),
]
MinArea = Annotated[float, typer.Option(min=0, help="Leave out smaller patches, in square metres.")]
Extent = Annotated[str | None, typer.Option(metavar="XMIN,YMIN,XMAX,YMAX", help="Only here, in the first image's CRS.")]
AreaLayer = Annotated[Path | None, typer.Option(help="Only inside the polygons of this file; any CRS.")]
Bands = Annotated[
    str | None, typer.Option(metavar="1,2,3", help="Bands to read, in the model's order. Default: the first ones.")
]
Stretch = Annotated[
    Literal["auto", "percentile", "none"], typer.Option(help="auto: 8-bit as it is, other types by percentiles.")
]
Timestep = Annotated[int | None, typer.Option(help="A timestep the card offers. Default: the card's.")]
Device = Annotated[str, typer.Option(help="auto, or one that `noise2map info` lists.")]
TileSize = Annotated[int | None, typer.Option(help="Pixels. Default: the card's.")]
Overlap = Annotated[int | None, typer.Option(help="Pixels. Default: the card's.")]
Views = Annotated[
    int | None,
    typer.Option(
        metavar="1|2|4|8",
        help="Average over so many turned and mirrored views: fewer mistakes for that many times the time. "
        "Default: the card's.",
    ),
]
Shape = Annotated[
    Literal["exact", "simplified", "regular"] | None,
    typer.Option(help="Outlines: of the pixels, with fewer corners, or with right angles. Default: exact."),
]
Simplify = Annotated[float, typer.Option(min=0, help="Simplify outlines by this many metres; 0 keeps them exact.")]
Threads = Annotated[int, typer.Option(min=0, help="Processor threads; 0 leaves it to ONNX Runtime.")]
Json = Annotated[bool, typer.Option("--json", help="Print the figures as one JSON object.")]


def register(app: typer.Typer) -> None:
    """Adds the commands to the `noise2map` application."""
    for command in (detect, segment, info):
        app.command()(command)


def detect(
    before: Annotated[str, typer.Argument(help="The earlier image; anything GDAL can open.")],
    after: Annotated[str, typer.Argument(help="The later image of the same place.")],
    output: Output,
    model: Model = None,
    threshold: Threshold = None,
    high_threshold: Peak = None,
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
    threads: Threads = 0,
    as_json: Json = False,
) -> None:
    """Map what changed between two images: probability, mask and polygons."""
    _map(
        "change",
        [(before, before_bands), (after, after_bands)],
        Outputs(output, "change_probability.tif", "change_mask.tif", "changes.gpkg"),
        model,
        (area, area_layer),
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
    )


def segment(
    image: Annotated[str, typer.Argument(help="The image; anything GDAL can open.")],
    output: Output,
    model: Model = None,
    threshold: Threshold = None,
    high_threshold: Peak = None,
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
    """Map the buildings of one image: probability, mask and polygons."""
    _map(
        "segment",
        [(image, bands)],
        Outputs(output, "building_probability.tif", "building_mask.tif", "buildings.gpkg"),
        model,
        (area, area_layer),
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
    )


def info(
    model: Annotated[str | None, typer.Argument(help="A bundle's name or folder; without it, all are listed.")] = None,
    as_json: Json = False,
) -> None:
    """List the models and devices of this computer, or show one model's card."""
    if model is None:
        bundles, problems = installed_models()
        typer.echo(json.dumps(tables.listing(bundles, problems))) if as_json else tables.show_listing(bundles, problems)
    else:
        bundle = pick_bundle(model)
        typer.echo(json.dumps(bundle.card)) if as_json else tables.show_card(bundle)


@dataclasses.dataclass(frozen=True)
class Outputs:
    """The folder a command writes to, and its files' names there."""

    folder: Path
    probability: str
    mask: str
    polygons: str


def pick_bundle(model: str | None, task: str | None = None) -> Bundle:
    """The bundle of that name or in that folder; without `model`, the first one that does `task`.

    Raises BundleError, naming what there is to choose from.
    """
    if model is not None and Path(model).is_dir():
        return load_bundle(Path(model))
    bundles, problems = installed_models()
    for bundle in bundles:
        if model in (None, bundle.name) and (task is None or task in bundle.tasks):
            return bundle
    wanted = f"There is no model named '{model}'" if model else "There is no model"
    doing = f" for the task '{task}'" if task else ""
    known = ", ".join(bundle.name for bundle in bundles) or "none"
    raise BundleError(
        f"{wanted}{doing} here; installed are: {known}. Give --model one of these, or the folder of a bundle."
        + "".join(f"\n{problem}" for problem in problems)
    )


def _bands(text: str | None) -> tuple[int, ...]:
    if text is None:
        return ()
    try:
        return tuple(int(part) for part in text.split(","))
    except ValueError:
        raise typer.BadParameter(f"bands are numbers such as 1,2,3, not '{text}'") from None


def _map(
    task: str,
    images: list[tuple[str, str | None]],
    outputs: Outputs,
    model: str | None,
    area: tuple[str | None, Path | None],
    as_json: bool,
    **options: Any,
) -> None:
    """Runs one job and tells what came of it; `options` are fields of the engine's `Job`."""
    from model_core.cli.areas import areas_of
    from noise2map_qgis.engine import predict
    from noise2map_qgis.engine.errors import OutputError
    from noise2map_qgis.engine.raster.scene import Source

    sources = tuple(Source(path, Path(path).name, _bands(bands)) for path, bands in images)
    bundle = pick_bundle(model, task)
    areas = areas_of(sources[0], *area)
    try:
        outputs.folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"The folder {outputs.folder} cannot be made ({error.strerror}); choose another.") from error
    files = {kind: outputs.folder / getattr(outputs, kind) for kind in ("probability", "mask", "polygons")}
    with listening("tiles", quiet=as_json) as feedback:
        result = predict.run(predict.Job(bundle, task, sources, areas=areas, **files, **options), feedback)
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
