# SPDX-License-Identifier: GPL-2.0-or-later
"""`noise2map evaluate`: a model on labelled tiles, or a map beside a reference; as a table, as JSON, as a report."""

from __future__ import annotations

import json
import shlex
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from model_core.cli.inference import Device, Json, Model, Peak, Timestep, Views, pick_bundle
from noise2map_qgis.engine.errors import Cancelled, OutputError

if TYPE_CHECKING:
    from model_core.evaluation.report.about import About
    from model_core.evaluation.report.gallery import Gallery
    from noise2map_qgis.engine.evaluation.accuracy import Evaluation
    from noise2map_qgis.engine.evaluation.labelled import LabelledMap
    from noise2map_qgis.engine.evaluation.tile_score import TileScore
    from noise2map_qgis.engine.model.bundle import Bundle

# The class looked for and the other one, where no card names them.
_CLASSES = {"change": ("change", "no change"), "segment": ("building", "no building")}


def register(app: typer.Typer) -> None:
    """Adds the command to the `noise2map` application."""
    app.command()(evaluate)


def evaluate(
    task: Annotated[Literal["change", "segment"], typer.Option(help="What the labels show.")],
    data: Annotated[
        Path | None, typer.Option(help="A folder of tiles: A/ B/ label/ (change) or image/ label/ (segment).")
    ] = None,
    model: Model = None,
    gsd: Annotated[float | None, typer.Option(min=0.001, help="Metres a pixel, for tiles that carry no scale.")] = None,
    threshold: Annotated[
        float | None,
        typer.Option(min=0, max=1, help="Probability from which a pixel counts. Default: the card's; 0.5 for a map."),
    ] = None,
    high_threshold: Peak = None,
    timestep: Timestep = None,
    views: Views = None,
    device: Device = "auto",
    layout: Annotated[
        str | None,
        typer.Option(
            help="The published layout DATA has, for example whu-cd, xview2, spacenet7, levir-cd. Default: plain folders."
        ),
    ] = None,
    tiles: Annotated[
        Path | None,
        typer.Option(
            help="A CSV with columns tile, site, split: tiles of one site are one scene. Default: DATA/tiles.csv, if any."
        ),
    ] = None,
    split: Annotated[
        str | None, typer.Option(help="Score the tiles of this split alone, for example validation.")
    ] = None,
    map_file: Annotated[
        Path | None, typer.Option("--map", help="Instead of --data: a map that is there already, probability or mask.")
    ] = None,
    truth: Annotated[Path | None, typer.Option(help="With --map: the reference, a raster or polygons.")] = None,
    images: Annotated[
        list[Path] | None,
        typer.Option("--image", help="With --map: the image it shows (before first, then after), for the report."),
    ] = None,
    min_area: Annotated[float, typer.Option(min=0, help="Count no smaller objects, in square metres.")] = 10.0,
    object_iou: Annotated[
        float, typer.Option(min=0.01, max=1, help="Overlap from which an object found and a labelled one are the same.")
    ] = 0.5,
    seed: Annotated[int, typer.Option(min=0, help="Seed of the bootstrap that gives the intervals.")] = 0,
    report: Annotated[
        Path | None, typer.Option(help="Write an HTML report here: plots, and maps of hits and misses.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Score a model on labelled tiles, through the same engine that users run; or score a map against a reference.

    Both classes and their mean, pooled and scene by scene, with 95 % intervals; objects; whether probabilities can be
    believed.
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
        _check_place(report)
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
    """What was asked for, as the command's options have it."""

    task: str
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
        """Raises typer.BadParameter for options that do not go together."""
        if (self.data is None) == (self.map_file is None):
            raise typer.BadParameter("give --data, a folder of labelled tiles, or --map with --truth")
        if (self.map_file is None) != (self.truth is None):
            raise typer.BadParameter("--map and --truth go together: a map and what it is compared with")
        if self.map_file is None and self.images:
            raise typer.BadParameter("--image goes with --map; the tiles of --data bring their own")
        if self.layout is not None and self.tiles is not None:
            raise typer.BadParameter("--layout brings its own scenes and splits; leave out --tiles")
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
                    raise typer.BadParameter(f"{option} goes with --data; a map is scored as it is")

    def run(self, bundle: Bundle | None, min_area: float, iou: float, gallery: Gallery | None) -> Evaluation:
        """Scores; `gallery` sees every map."""
        from noise2map_qgis.engine.evaluation.accuracy import evaluate_map

        threshold = self._threshold(bundle)

        def watch(found: LabelledMap, score: TileScore) -> None:
            if gallery is not None:
                gallery.watch(found, score, threshold)

        counting: dict[str, Any] = {"min_area": min_area, "iou": iou, "watch": watch}
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
        from model_core.cli.console import listening
        from noise2map_qgis.engine.evaluation.accuracy import evaluate_folder

        assert self.data is not None
        chosen = self._tiles(self.data)
        with listening("tiles") as feedback:

            def progress(done: int, total: int) -> None:
                feedback.progress(done, total)
                if feedback.cancelled():
                    raise Cancelled("The evaluation was stopped.")

            return evaluate_folder(
                bundle, self.task, self.data, self.gsd, threshold, self.device,
                timestep=self.timestep, views=self.views, high_threshold=self.high_threshold, progress=progress, **chosen, **counting,
            )  # fmt: skip

    def _tiles(self, data: Path) -> dict[str, Any]:
        """Which tiles are scored and which scene they are of, as `evaluate_folder` takes it."""
        if self.layout is None:
            from model_core.tiles.scene_table import read_scene_table

            table = read_scene_table(data, self.tiles, self.split)
            return {"scenes": table.scenes, "only": table.only}
        from model_core.tiles.labelled_sets import read_labelled_set

        found = read_labelled_set(data, self.layout, self.task, self.split)
        return {"scenes": found.scenes, "tiles": found.tiles}

    def _threshold(self, bundle: Bundle | None) -> float:
        """The one asked for, else the card's, else one half."""
        if self.threshold is not None:
            return self.threshold
        return bundle.tasks[self.task].threshold if bundle is not None and self.task in bundle.tasks else 0.5

    def about(self, evaluation: Evaluation, bundle: Bundle | None) -> About:
        """What the report says was evaluated."""
        from model_core.evaluation.report.about import Asked, about_map, about_model

        command = shlex.join(["noise2map", *sys.argv[1:]])
        asked = Asked(
            self.split, self.threshold is not None, self.timestep is not None, self.views is not None, command
        )
        if bundle is not None:
            return about_model(evaluation, bundle, asked)
        assert self.map_file is not None
        assert self.truth is not None
        return about_map(evaluation, self.map_file, self.truth, asked)


def _check_place(report: Path) -> None:
    """Finds out before the work, not after it, that the report has no place to go to."""
    try:
        report.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"The folder {report.parent} cannot be made ({error.strerror}); choose another place."
        ) from error
    if report.is_dir() or report.suffix.lower() not in (".html", ".htm"):
        raise OutputError(f"The report {report} must be a file whose name ends with .html; choose such a name.")


def _classes(bundle: Bundle | None, task: str) -> tuple[str, str]:
    """The names of the class looked for (value 1) and of the other one."""
    if bundle is not None and task in bundle.tasks:
        names = dict(bundle.tasks[task].classes)
        if set(names) == {0, 1}:
            return names[1], names[0]
    return _CLASSES[task]
