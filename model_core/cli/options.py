# SPDX-License-Identifier: GPL-2.0-or-later
"""The options that several commands share: the parameters of the Processing algorithms, spelt as options."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from noise2map_qgis.installed import DEFAULT


def bands_of(text: str | None) -> tuple[int, ...]:
    """Return 1-based band numbers such as `1,2,3`; () for None. Raises typer.BadParameter for anything else."""
    if text is None:
        return ()
    try:
        return tuple(int(part) for part in text.split(","))
    except ValueError:
        raise typer.BadParameter(f"bands are numbers such as 1,2,3, not '{text}'") from None


def _stretch(name: str) -> str:
    from noise2map_qgis.engine.raster.stretch import STRETCHES

    return _one_of(STRETCHES, name)


def _shape(name: str | None) -> str | None:
    from noise2map_qgis.engine.vectorize.shape import SHAPES

    return None if name is None else _one_of(SHAPES, name)


def _align(name: str) -> str:
    from noise2map_qgis.engine.registration.alignment import ALIGNMENTS

    return _one_of(ALIGNMENTS, name)


def _one_of(names: tuple[str, ...], name: str) -> str:
    if name not in names:
        raise typer.BadParameter(f"choose one of {', '.join(names)}, not '{name}'")
    return name


Model = Annotated[str | None, typer.Option(help=f"A model's name, or the folder of its bundle. Default: {DEFAULT}.")]
Output = Annotated[Path, typer.Option("-o", "--output", help="The output folder; created if it does not exist.")]
Threshold = Annotated[
    float | None,
    typer.Option(min=0, max=1, help="Probability from which a pixel is positive. Default: the model card's."),
]
HighThreshold = Annotated[
    float | None,
    typer.Option(
        min=0,
        max=1,
        help="Remove patches without a pixel of at least this probability. Default: the model card's where "
        "--threshold is the card's, else 0.",
    ),
]
MinArea = Annotated[float, typer.Option(min=0, help="Remove smaller patches, in square metres.")]
Extent = Annotated[
    str | None,
    typer.Option(
        metavar="XMIN,YMIN,XMAX,YMAX",
        help="Process this extent alone, in the CRS of the first image; or as QGIS writes it, "
        "'XMIN,XMAX,YMIN,YMAX [EPSG:4326]'.",
    ),
]
AreaLayer = Annotated[
    str | None,
    typer.Option(
        metavar="FILE[|layername=NAME]",
        help="Process the inside of this file's polygons alone, in any CRS; name the layer if several have polygons.",
    ),
]
Bands = Annotated[
    str | None,
    typer.Option(
        metavar="1,2,3",
        help="Bands to read, in the order of the model's bands. Default: those declared as its colours, else the "
        "first ones.",
    ),
]
Stretch = Annotated[
    str,
    typer.Option(
        metavar="auto|percentile|none",
        callback=_stretch,
        help="auto: 8-bit values are used as they are, other types are stretched between percentiles.",
    ),
]
Timestep = Annotated[int | None, typer.Option(help="A timestep that the card offers. Default: the card's.")]
Device = Annotated[str, typer.Option(help="auto, or a device that `noise2map info` lists.")]
TileSize = Annotated[int | None, typer.Option(help="Tile size in pixels. Default: the card's.")]
Overlap = Annotated[int | None, typer.Option(help="Overlap of tiles in pixels. Default: the card's.")]
Views = Annotated[
    int | None,
    typer.Option(
        metavar="1|2|4|8",
        help="Test-time augmentation: average over this many rotated and mirrored views, which takes that many times "
        "as long. Default: the card's.",
    ),
]
Shape = Annotated[
    str | None,
    typer.Option(
        metavar="exact|simplified|regular",
        callback=_shape,
        help="Outlines: along the pixels' edges, with fewer corners, or with right angles. Default: exact.",
    ),
]
Simplify = Annotated[float, typer.Option(min=0, help="Simplify outlines by this many metres; 0: exact outlines.")]
Align = Annotated[
    str,
    typer.Option(
        metavar="off|shift|field",
        callback=_align,
        help="If the later image lies off the earlier one: bring it back by one shift, or by a smooth field of shifts.",
    ),
]
Threads = Annotated[int, typer.Option(min=0, help="Processor threads; 0: ONNX Runtime's default.")]
Resume = Annotated[
    bool,
    typer.Option(
        "--resume",
        help="Keep the finished part of the map beside the outputs when the run is interrupted, and continue an "
        "interrupted run of the same images, model and settings.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print the results as one JSON object.")]
