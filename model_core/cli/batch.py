# SPDX-License-Identifier: GPL-2.0-or-later
"""`noise2map batch`: many jobs from a table, one after the other; the same command goes on where it stopped."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Annotated, Any

import typer

from model_core.cli.command import Command
from model_core.cli.engine_feedback import console_feedback
from model_core.cli.models import pick_bundle
from model_core.cli.options import Model
from model_core.errors import DataError

# Columns that are no field of a job.
_OWN = ("before", "after", "image", "output", "model")
_FILES = {
    "change": {"probability": "change_probability.tif", "mask": "change_mask.tif", "polygons": "changes.gpkg"},
    "segment": {"probability": "building_probability.tif", "mask": "building_mask.tif", "polygons": "buildings.gpkg"},
}
_RECORD = "job.json"


@dataclass(frozen=True)
class Row:
    """A line of the table: its number, the images, the output folder, the model, and settings as typed."""

    line: int
    images: tuple[str, ...]
    output: Path
    model: str | None
    settings: dict[str, Any]


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(cls=Command)(batch)


def batch(
    jobs: Annotated[
        Path,
        typer.Argument(
            help="A CSV with the columns before and after (or image), output, and any of model, threshold, "
            "high_threshold, min_area, shape, simplify, stretch, timestep, device, tile_size, overlap, views, threads."
        ),
    ],
    model: Model = None,
    again: Annotated[bool, typer.Option("--again", help="Run jobs that are done, too.")] = False,
) -> None:
    """Run the jobs of a table; jobs that are done with the same settings and inputs are skipped."""
    from model_core.distributed.manifest import fingerprint
    from noise2map_qgis.engine import predict
    from noise2map_qgis.engine.errors import Cancelled, EngineError
    from noise2map_qgis.engine.job import Job
    from noise2map_qgis.engine.raster.source import Source

    rows = list(read_jobs(jobs))
    failed: list[str] = []
    done = skipped = 0
    for number, row in enumerate(rows, 1):
        task = "change" if len(row.images) == 2 else "segment"
        name = f"{number} of {len(rows)}, {row.output}"
        try:
            bundle = pick_bundle(row.model or model, task)
            row.output.mkdir(parents=True, exist_ok=True)
            files: dict[str, Any] = {kind: row.output / file for kind, file in _FILES[task].items()}
            sources = tuple(Source(path, Path(path).name) for path in row.images)
            job = Job(bundle, task, sources, **files, **row.settings)
            mark = hashlib.sha256(json.dumps(fingerprint(job.resolve(), 0), sort_keys=True).encode()).hexdigest()
            record = row.output / _RECORD
            if not again and _is_done(record, mark, files):
                skipped += 1
                typer.echo(f"{name}: done before")
                continue
            with console_feedback("tiles", quiet=True) as feedback:
                result = predict.run(job, feedback)
            record.write_text(json.dumps({"job": mark}) + "\n", encoding="utf-8")
            done += 1
            typer.echo(
                f"{name}: {result.polygon_count} polygons, {result.positive_area_m2:,.0f} m², {result.seconds:.1f} s"
            )
        except Cancelled:
            raise
        except (EngineError, DataError, OSError) as error:
            failed.append(f"line {row.line}: {error}")
            typer.echo(f"{name}: {error}", err=True)
    typer.echo(f"{done} done, {skipped} done before, {len(failed)} failed")
    if failed:
        raise typer.Exit(1)


def read_jobs(path: Path) -> Iterator[Row]:
    """Read a table of jobs. Raises DataError naming the line and the column that is wrong."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"The table '{path}' cannot be read ({error}).") from error
    if not lines:
        raise DataError(
            f"The table '{path}' holds no jobs; give it the columns before, after, output and a line for each job."
        )
    known = _job_fields()
    for number, line in enumerate(lines, 2):
        given = {name.strip(): (value or "").strip() for name, value in line.items() if name and isinstance(value, str)}
        for name in given:
            if name not in (*_OWN, *known):
                raise DataError(
                    f"The table '{path}' has an unknown column '{name}'; known are {', '.join((*_OWN, *known))}."
                )
        images = (given.get("before", ""), given.get("after", "")) if given.get("before") else (given.get("image", ""),)
        if not all(images) or not given.get("output"):
            raise DataError(f"Line {number} of '{path}' needs before and after (or image), and output.")
        settings = {}
        for name, kind in known.items():
            if given.get(name):
                try:
                    settings[name] = kind(given[name])
                except ValueError:
                    raise DataError(f"Line {number} of '{path}': {name} is not a number: '{given[name]}'.") from None
        yield Row(number, images, Path(given["output"]), given.get("model") or None, settings)


def _job_fields() -> dict[str, type]:
    """Return the fields of a job that a table may set, with the type that reads them."""
    from noise2map_qgis.engine.job import Job

    kinds = {"float": float, "int": int, "str": str}
    found = {}
    for one in fields(Job):
        kind = str(one.type).removesuffix(" | None")
        if kind in kinds and one.name != "task":
            found[one.name] = kinds[kind]
    return found


def _is_done(record: Path, mark: str, files: dict[str, Path]) -> bool:
    try:
        return json.loads(record.read_text(encoding="utf-8"))["job"] == mark and all(
            path.exists() for path in files.values()
        )
    except (OSError, ValueError, KeyError, TypeError):
        return False
