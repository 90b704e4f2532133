# SPDX-License-Identifier: GPL-2.0-or-later
"""A job of `detect` or `segment` on a cluster: its options, and what is printed of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from model_core.cli.engine_feedback import console_feedback

Cluster = Annotated[
    str | None,
    typer.Option(
        metavar="local|ADDRESS|slurm|pbs|...",
        help="Cut the area into parts and run them by dask.distributed: on the processes of this computer, on a "
        "scheduler such as tcp://host:8786, or by dask-jobqueue's configuration.",
    ),
]
Workers = Annotated[int | None, typer.Option(min=1, help="Workers of --cluster. Default: one for each core.")]
PartSize = Annotated[int, typer.Option(min=256, help="Pixels a side of the parts of --cluster.")]
Cog = Annotated[bool, typer.Option("--cog", help="With --cluster: also one cloud-optimized GeoTIFF of all parts.")]
Asset = Annotated[str | None, typer.Option(help="The asset to read of STAC items given as images.")]


def run_on_cluster(job: Any, files: dict[str, Path], options: Any, as_json: bool) -> None:
    """Run a job on a cluster and print its summary; exits with 1 where parts failed."""
    from model_core.distributed.run import run
    from noise2map_qgis.engine.output.atomic import Destinations

    with console_feedback("parts", quiet=as_json) as feedback:
        summary = run(job, Destinations(**files), options, feedback)
    if as_json:
        typer.echo(
            json.dumps(vars(summary) | {name: str(path) for name, path in files.items() if name != "probability"})
        )
    else:
        typer.echo(
            f"{summary.parts} parts, {summary.resumed} of them done before, {summary.empty} without data, "
            f"{len(summary.failed)} failed; "
            f"{summary.seconds:.1f} s, {summary.megapixels_per_second:.1f} megapixels a second"
        )
        if not summary.failed:
            typer.echo(
                f"{summary.positive_area_m2:,.0f} m² of {summary.valid_area_m2:,.0f} m², {summary.polygon_count} "
                f"polygons"
            )
            for path in (summary.probability, files["mask"], files["polygons"]):
                typer.echo(str(path))
    if summary.failed:
        names = ", ".join(sorted(summary.failed)[:5]) + (" ..." if len(summary.failed) > 5 else "")
        typer.echo(
            f"{len(summary.failed)} part(s) failed ({names}), so no mask and no polygons were written. Mend what the "
            f"log names and run the same command with --resume.",
            err=True,
        )
        raise typer.Exit(1)
