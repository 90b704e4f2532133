# SPDX-License-Identifier: GPL-2.0-or-later
"""The command `export-tiles`: from a user's images and polygons to the folder that `train` reads. It does not need
torch.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from model_core.cli.command import Command
from model_core.cli.engine_feedback import console_feedback
from model_core.cli.models import pick_bundle
from model_core.cli.options import Json, Model


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(name="export-tiles", cls=Command)(export_tiles)


def export_tiles(
    images: Annotated[list[Path], typer.Argument(help="One image for buildings; before and after for change.")],
    labels: Annotated[Path, typer.Option(help="Polygons of all buildings, or of all changes.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="The folder of tiles; new or empty.")],
    area: Annotated[Path | None, typer.Option(help="Polygons in which everything is labelled.")] = None,
    model: Model = None,
    tile_size: Annotated[int, typer.Option(help="Pixels, a multiple of 32.")] = 256,
    validation: Annotated[float, typer.Option(min=0, max=0.9, help="Share of the labels for validation.")] = 0.2,
    test: Annotated[float, typer.Option(min=0, max=0.9, help="Share of the labels for test.")] = 0.2,
    gap: Annotated[float | None, typer.Option(min=0, help="Metres left out between splits. Default: one tile.")] = None,
    preview: Annotated[bool, typer.Option(help="Write the outlines of the tiles alone.")] = False,
    as_json: Json = False,
) -> None:
    """Cut training tiles from images and polygons, split by place with a gap between.

    Example: noise2map export-tiles 2023.tif --labels houses.gpkg --area labelled.gpkg -o tiles
    """
    from noise2map_qgis.engine import export_training

    bundle = pick_bundle(model)
    with console_feedback("tiles", quiet=as_json) as feedback:
        found = export_training(
            images,
            labels,
            output,
            model=bundle,
            area=area,
            tile_size=tile_size,
            validation=validation,
            test=test,
            gap=gap,
            preview_only=preview,
            feedback=feedback,
        )
    counts = {split: found.count(split) for split in ("train", "validation", "test")}
    if as_json:
        typer.echo(json.dumps({"folder": str(found.folder), "task": found.task, "gsd": found.gsd, **counts}))
        return
    typer.echo(", ".join(f"{count} {split}" for split, count in counts.items()))
    typer.echo(f"noise2map train {found.folder} --gsd {found.gsd:.3g} --start {bundle.name} --minutes 10 -o RUN")
