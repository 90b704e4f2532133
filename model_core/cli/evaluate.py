# SPDX-License-Identifier: GPL-2.0-or-later
"""The command `evaluate`: a model on labelled tiles, or a map against a reference, as table, JSON or report."""

from __future__ import annotations

import json
import shlex
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from model_core.cli.command import Command
from model_core.cli.models import pick_bundle
from model_core.cli.options import Device, HighThreshold, Json, Model, Timestep, Views
from model_core.errors import DataError
from model_core.tiles.layouts.tile import Task
from noise2map_qgis.engine.errors import Cancelled, OutputError

if TYPE_CHECKING:
    from model_core.evaluation.report.about import About
    from model_core.evaluation.report.gallery import Gallery
    from noise2map_qgis.engine.evaluation.accuracy import Evaluation
    from noise2map_qgis.engine.evaluation.labelled import LabelledMap
    from noise2map_qgis.engine.evaluation.tile_score import TileScore
    from noise2map_qgis.engine.model.bundle import Bundle

# The positive and the negative class, where no card names them.
_CLASSES = {"change": ("change", "no change"), "segment": ("building", "no building")}


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(cls=Command)(evaluate)


def evaluate(
    task: Annotated[Task, typer.Option(help="What the labels show.")],
    data: Annotated[
        Path | None, typer.Option(help="A folder of tiles: A/ B/ label/ (change) or image/ label/ (segment).")
    ] = None,
    model: Model = None,
    gsd: Annotated[
        float | None,
        typer.Option(min=0.001, help="Ground sample distance in metres, for tiles without a geotransform."),
    ] = None,
    threshold: Annotated[
        float | None,
        typer.Option(
            min=0, max=1, help="Probability from which a pixel is positive. Default: the card's; 0.5 for a map."
        ),
    ] = None,
    high_threshold: HighThreshold = None,
    timestep: Timestep = None,
    views: Views = None,
    device: Device = "auto",
    layout: Annotated[
        str | None,
        typer.Option(
            help="The published layout of DATA, for example whu-cd, xview2, spacenet7, levir-cd. Default: plain "
            "folders."
        ),
    ] = None,
    tiles: Annotated[
        Path | None,
        typer.Option(
            help="A CSV with the columns tile, site, split: tiles of one site are one scene. Default: DATA/tiles.csv, "
            "if it exists."
        ),
    ] = None,
    split: Annotated[
        str | None, typer.Option(help="Evaluate the tiles of this split alone, for example validation.")
    ] = None,
    map_file: Annotated[
        Path | None, typer.Option("--map", help="Evaluate an existing probability or mask raster instead of --data.")
    ] = None,
    truth: Annotated[Path | None, typer.Option(help="With --map: the reference, a raster or polygons.")] = None,
    images: Annotated[
        list[Path] | None,
        typer.Option("--image", help="With --map: the mapped image (before first, then after), shown in the report."),
    ] = None,
    min_area: Annotated[float, typer.Option(min=0, help="Ignore smaller objects, in square metres.")] = 10.0,
    object_iou: Annotated[
        float,
        typer.Option(min=0.01, max=1, help="Intersection over union from which a found object matches a labelled one."),
    ] = 0.5,
    seed: Annotated[int, typer.Option(min=0, help="Seed of the bootstrap of the intervals.")] = 0,
    report: Annotated[
        Path | None,
        typer.Option(help="Write an HTML report with plots and maps of true positives, misses and false positives."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Evaluate a model on labelled tiles with the engine that users run, or a map against a reference.

    Prints the scores of both classes and their mean, pooled and by scene, with 95 % confidence intervals, the scores of
    objects, and the calibration error.
    """
    request = Request(
        task,
        data,
        model,
        gsd,
        threshold,
        high_threshold,
        timestep,
        views,
        device,
        layout,
        tiles,
        split,
        map_file,
        truth,
        tuple(images or ()),
    )
    request.check()
    if report is not None:
        _check_report_path(report)
    from model_core.evaluation.report.gallery import Gallery
    from model_core.evaluation.report.summary import summarise

    gallery = Gallery()
    bundle = None if map_file else pick_bundle(model, task)
    evaluation = request.run(bundle, min_area, object_iou, gallery if report else None)
    summary = summarise(evaluation, _classes(bundle, task), seed)
    if report is not None:
        from model_core.evaluation.report.page import write_report

        write_report(report, summary, request.about(evaluation, bundle), gallery)
    if as_json:
        typer.echo(json.dumps(summary.as_dict()))
    else:
        from model_core.cli import tables

        tables.show_scores(summary)
        if report is not None:
            typer.echo(str(report))


@dataclass(frozen=True)
class Request:
    """The options of the command."""

    task: Task
    data: Path | None
    model: str | None
    gsd: float | None
    threshold: float | None
    high_threshold: float | None
    timestep: int | None
    views: int | None
    device: str
    layout: str | None
    tiles: Path | None
    split: str | None
    map_file: Path | None
    truth: Path | None
    images: tuple[Path, ...]

    def check(self) -> None:
        """Raise typer.BadParameter for options that exclude each other."""
        if (self.data is None) == (self.map_file is None):
            raise typer.BadParameter("give --data, a folder of labelled tiles, or --map with --truth")
        if (self.map_file is None) != (self.truth is None):
            raise typer.BadParameter("--map and --truth go together: a map and its reference")
        if self.map_file is None and self.images:
            raise typer.BadParameter("--image goes with --map; the tiles of --data have images")
        if self.layout is not None and self.tiles is not None:
            raise typer.BadParameter("--layout defines scenes and splits; leave out --tiles")
        for_data = {
            "--model": self.model,
            "--gsd": self.gsd,
            "--timestep": self.timestep,
            "--views": self.views,
            "--layout": self.layout,
            "--tiles": self.tiles,
            "--split": self.split,
        }
        if self.map_file is not None:
            for option, value in for_data.items():
                if value is not None:
                    raise typer.BadParameter(f"{option} goes with --data, not with --map")

    def run(self, bundle: Bundle | None, min_area: float, iou: float, gallery: Gallery | None) -> Evaluation:
        """Run the evaluation; `gallery` receives every map."""
        from noise2map_qgis.engine.evaluation.accuracy import evaluate_map

        threshold = self._threshold(bundle)

        def add_to_gallery(found: LabelledMap, score: TileScore) -> None:
            if gallery is not None:
                gallery.add(found, score, threshold)

        counting: dict[str, Any] = {"min_area": min_area, "iou": iou, "watch": add_to_gallery}
        if bundle is not None:
            return self._run_model(bundle, threshold, counting)
        assert self.map_file is not None
        assert self.truth is not None
        return evaluate_map(
            self.map_file,
            self.truth,
            self.task,
            threshold,
            images=self.images,
            high_threshold=self.high_threshold or 0.0,
            **counting,
        )

    def _run_model(self, bundle: Bundle, threshold: float, counting: dict[str, Any]) -> Evaluation:
        from model_core.cli.engine_feedback import console_feedback
        from noise2map_qgis.engine.evaluation.accuracy import evaluate_folder

        assert self.data is not None
        chosen = self._tiles(self.data)
        with console_feedback("tiles") as feedback:

            def progress(done: int, total: int) -> None:
                feedback.progress(done, total)
                if feedback.cancelled():
                    raise Cancelled("The evaluation was stopped.")

            return evaluate_folder(
                bundle, self.task, self.data, self.gsd, threshold, self.device,
                timestep=self.timestep, views=self.views, high_threshold=self.high_threshold, progress=progress,
                **chosen, **counting,
            )  # fmt: skip

    def _tiles(self, data: Path) -> dict[str, Any]:
        """Return the tiles to evaluate and their scenes, as arguments of `evaluate_folder`."""
        if self.layout is None:
            from model_core.tiles.tile_table import NAME, table_of

            table = table_of(data, self.tiles)
            if table is None and self.split is not None:
                raise DataError(f"--split {self.split} needs a table, but there is no {data / NAME}; set --tiles.")
            only = table.only(self.split) if table and self.split is not None else None
            return {"scenes": table.sites if table else {}, "only": only}
        from model_core.tiles.labelled_sets import read_labelled_set

        found = read_labelled_set(data, self.layout, self.task, self.split)
        return {"scenes": found.scenes, "tiles": found.tiles}

    def _threshold(self, bundle: Bundle | None) -> float:
        """Return the threshold of the options, else the card's, else 0.5."""
        if self.threshold is not None:
            return self.threshold
        return bundle.tasks[self.task].threshold if bundle is not None and self.task in bundle.tasks else 0.5

    def about(self, evaluation: Evaluation, bundle: Bundle | None) -> About:
        """Return the description of the evaluation for the report."""
        from model_core.evaluation.report.about import Given, about_map, about_model

        command = shlex.join(["noise2map", *sys.argv[1:]])
        given = Given(
            self.split, self.threshold is not None, self.timestep is not None, self.views is not None, command
        )
        if bundle is not None:
            return about_model(evaluation, bundle, given)
        assert self.map_file is not None
        assert self.truth is not None
        return about_map(evaluation, self.map_file, self.truth, given)


def _check_report_path(report: Path) -> None:
    """Raise OutputError before the evaluation if the report cannot be written."""
    try:
        report.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"The folder {report.parent} cannot be created ({error.strerror}); choose another folder."
        ) from error
    if report.is_dir() or report.suffix.lower() not in (".html", ".htm"):
        raise OutputError(f"The report {report} must end with .html; change the name.")


def _classes(bundle: Bundle | None, task: str) -> tuple[str, str]:
    """Return the names of the positive (value 1) and the negative class."""
    if bundle is not None and task in bundle.tasks:
        names = dict(bundle.tasks[task].classes)
        if set(names) == {0, 1}:
            return names[1], names[0]
    return _CLASSES[task]
