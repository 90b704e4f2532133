# SPDX-License-Identifier: GPL-2.0-or-later
"""`assess_accuracy`: a map against answered points, with confidence intervals, or against a complete reference, pixel
by pixel.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Union

import numpy as np
from osgeo import gdal, osr

from ..encoding import NODATA, lowest_level
from ..errors import EngineError, OutputError
from ..evaluation.reference import compare_map
from ..feedback import Feedback, LoggingFeedback
from ..output.atomic import AtomicOutputs
from ..raster.gdal_settings import gdal_exceptions
from ..raster.grid import Window, crs
from .assessment import Assessment, StratumAnswers
from .estimates import Estimate, Estimates, Sample, estimate
from .point_layer import CANT_TELL, NEEDED, AnsweredPoints, read_points
from .report import page
from .strata import MAP_CLASS, NO, NO_DATA, YES, StratifiedMap

PathLike = Union[str, "os.PathLike[str]"]
# More points without a clear answer than this share are worth a warning.
_MANY_UNTOLD = 0.05


def assess_accuracy(
    reference: PathLike | AnsweredPoints,
    map_file: PathLike | None = None,
    *,
    report: PathLike | None = None,
    threshold: float = 0.5,
    feedback: Feedback | None = None,
) -> Assessment:
    """Return a map's accuracy and the area of what it maps, and write a report.

    reference: points drawn by `sample_points` and answered; or polygons of what is true; or a raster of 0 and 1.
    map_file: a probability raster or a mask; with points None assesses the map that they were drawn on, and another map
    of the place is assessed with the same points. threshold: 0-1, from which a probability is a yes. report: HTML file
    to write. Raises RasterError, OutputError, and EngineError where the answers do not suffice.
    """
    told = LoggingFeedback() if feedback is None else feedback
    if isinstance(reference, AnsweredPoints) or _is_sample(Path(reference)):
        points = reference if isinstance(reference, AnsweredPoints) else read_points(Path(reference))
        name = "answered points" if isinstance(reference, AnsweredPoints) else Path(reference).name
        found = _from_points(points, name, None if map_file is None else Path(map_file), threshold)
    elif map_file is None:
        raise EngineError(
            f"The reference {Path(reference).name} holds no points drawn by Sample points for checking, so a map "
            f"must be given to compare it with."
        )
    else:
        found = _from_pixels(Path(reference), Path(map_file), threshold)
    for note in found.notes:
        told.warn(note)
    if report is not None:
        _write(Path(report), page(found))
    return found


def _is_sample(path: Path) -> bool:
    """Return whether a file's first layer has the fields of a sample; a file that cannot be opened is left to whoever
    reads it.
    """
    with gdal_exceptions():
        try:
            dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)
        except RuntimeError:
            return False
        if dataset is None or dataset.GetLayerCount() == 0:
            return False
        defined = dataset.GetLayer(0).GetLayerDefn()
        present = {defined.GetFieldDefn(index).GetName() for index in range(defined.GetFieldCount())}
        dataset = None
    return set(NEEDED) <= present


def _from_points(points: AnsweredPoints, name: str, map_file: Path | None, threshold: float) -> Assessment:
    mapped = points.map_class if map_file is None else _map_class_at(points, map_file, threshold)
    told, open_ = points.answer == CANT_TELL, np.isnan(points.answer)
    outside = mapped == NO_DATA
    used = ~told & ~open_ & ~outside
    _refuse_few(points, used, name)
    reference = np.where(used, np.nan_to_num(points.answer), NO).astype(np.int64)
    found = estimate(Sample(points.areas, points.stratum[used], mapped[used], reference[used], (NO, YES)))
    strata = tuple(
        StratumAnswers(
            points.names[key],
            points.areas[key],
            drawn=int(here.sum()),
            used=int((here & used).sum()),
            cant_tell=int((here & told).sum()),
            unanswered=int((here & open_).sum()),
            wrong=int((here & used & (mapped != reference)).sum()),
        )
        for key in sorted(points.areas)
        for here in [points.stratum == key]
    )
    notes = _notes(strata, int(outside.sum()))
    map_name = f"the map under {name}" if map_file is None else map_file.name
    return _assessment(map_name, name, found, points, strata, notes)


def _assessment(
    map_name: str,
    reference_name: str,
    found: Estimates,
    points: AnsweredPoints,
    strata: tuple[StratumAnswers, ...],
    notes: tuple[str, ...],
) -> Assessment:
    return Assessment(
        map_name=map_name,
        reference_name=reference_name,
        sampled=True,
        counts=found.counts,
        overall=found.overall,
        users=found.users[YES],
        producers=found.producers[YES],
        f1=found.f1[YES],
        iou=found.iou[YES],
        area=found.areas[YES],
        mapped_area=found.mapped_areas[YES],
        total_area_m2=float(sum(points.areas.values())),
        strata=strata,
        notes=notes,
    )


def _refuse_few(points: AnsweredPoints, used: np.ndarray, name: str) -> None:
    for key, stratum in points.names.items():
        here = points.stratum == key
        count = int((here & used).sum())
        if count < 2:
            raise EngineError(
                f"Of the {int(here.sum())} points of {name} in the stratum '{stratum}' {count} can be used; answer "
                f"at least 2 in every stratum."
            )


def _notes(strata: tuple[StratumAnswers, ...], outside: int) -> tuple[str, ...]:
    notes = []
    drawn, used = sum(one.drawn for one in strata), sum(one.used for one in strata)
    unanswered, cant_tell = sum(one.unanswered for one in strata), sum(one.cant_tell for one in strata)
    if unanswered:
        notes.append(
            f"{unanswered} of {drawn} points have no answer yet. The figures hold only if these were left open by "
            f"chance."
        )
    if cant_tell > _MANY_UNTOLD * drawn:
        notes.append(
            f"{cant_tell} of {drawn} points could not be told. The figures hold only for the part of the map that "
            f"can be told."
        )
    if outside:
        notes.append(f"{outside} of {drawn} points lie where the map has no data and are left out.")
    notes += [
        f"No error was found among {one.used} points of the stratum '{one.name}', so it adds nothing to the intervals, "
        f"which are too narrow: up to {min(1.0, 3 / one.used):.1%} of it may be wrong (rule of three, 95 %)."
        for one in strata
        if one.wrong == 0
    ]
    if used < drawn / 2:
        notes.append(f"Only {used} of {drawn} points are used.")
    return tuple(notes)


def _map_class_at(points: AnsweredPoints, map_file: Path, threshold: float) -> np.ndarray:
    """Return the class of a map at every point, `NO_DATA` where it has none."""
    with StratifiedMap(map_file, threshold) as stratified:
        grid = stratified.grid
        to_map = osr.CoordinateTransformation(crs(points.crs_wkt), crs(grid.crs_wkt))
        places = np.array(to_map.TransformPoints(np.stack([points.x, points.y], axis=1).tolist()))
        x0, width, _, y0, _, height = grid.geotransform
        cols, rows = np.floor((places[:, 0] - x0) / width), np.floor((places[:, 1] - y0) / height)
        found = np.full(len(points.x), NO_DATA, np.int64)
        inside = (cols >= 0) & (cols < grid.cols) & (rows >= 0) & (rows < grid.rows)
        for index in np.flatnonzero(inside).tolist():
            key = int(stratified.read(Window(int(cols[index]), int(rows[index]), 1, 1))[0, 0])
            found[index] = MAP_CLASS.get(key, NO_DATA)
    if not inside.any():
        raise EngineError(f"No point lies on the map {map_file.name}; choose a map of the place where they were drawn.")
    return found


def _from_pixels(reference: Path, map_file: Path, threshold: float) -> Assessment:
    """Compare every pixel that both know."""
    found, _probabilities = compare_map(map_file, reference)
    area = found.grid.ground().area_m2[:, None]
    known = (found.levels != NODATA) & (found.truth >= 0)
    mapped, true = found.levels >= lowest_level(threshold), found.truth > 0
    cells = [[known & (mapped == row) & (true == col) for col in (False, True)] for row in (False, True)]
    counts = np.array([[int(cell.sum()) for cell in row] for row in cells])
    (tn, fn), (fp, tp) = np.array([[float((cell * area).sum()) for cell in row] for row in cells])
    total = tn + fn + fp + tp

    def exact(part: float, whole: float) -> Estimate:
        return Estimate(part / whole, 0.0) if whole else Estimate(float("nan"), float("nan"))

    return Assessment(
        map_name=map_file.name,
        reference_name=reference.name,
        sampled=False,
        counts=counts,
        overall=exact(tp + tn, total),
        users=exact(tp, tp + fp),
        producers=exact(tp, tp + fn),
        f1=exact(2 * tp, 2 * tp + fp + fn),
        iou=exact(tp, tp + fp + fn),
        area=Estimate(tp + fn, 0.0),
        mapped_area=Estimate(tp + fp, 0.0),
        total_area_m2=total,
        strata=(),
        notes=(),
    )


def _write(path: Path, text: str) -> None:
    with AtomicOutputs() as atomic:
        (target,) = atomic.paths({"report": path}).values()
        try:
            target.write_text(text, encoding="utf-8")
        except OSError as error:
            raise OutputError(
                f"The report {path} cannot be written ({error.strerror}); choose another folder."
            ) from error
        atomic.commit()
