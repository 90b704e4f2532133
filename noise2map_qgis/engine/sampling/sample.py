# SPDX-License-Identifier: GPL-2.0-or-later
"""`sample_points`: from a map to a layer of points that a person answers."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Union

from ..errors import EngineError
from ..feedback import Feedback, LoggingFeedback, ProgressCounter
from .allocation import allocate, sample_size
from .drawing import draw
from .pictures import draw_pictures
from .point_layer import write_points
from .strata import NEGATIVE, POSITIVE, POSSIBLE, StratifiedMap, Stratum, survey

PathLike = Union[str, "os.PathLike[str]"]
# The share of the possible pixels that the map has right: between the two classes, for no better reason than that
# they lie there.
_EXPECTED_POSSIBLE = 0.8


@dataclass(frozen=True)
class SamplePlan:
    """What was drawn: the strata with their points, and the file. size: points in all."""

    path: Path
    strata: tuple[Stratum, ...]
    meaning: str
    seed: int

    @property
    def size(self) -> int:
        """Points in all strata."""
        return sum(stratum.points for stratum in self.strata)


def sample_points(
    map_file: PathLike,
    output: PathLike,
    *,
    before: PathLike | None = None,
    after: PathLike | None = None,
    threshold: float = 0.5,
    low_threshold: float | None = 0.1,
    size: int | None = None,
    standard_error: float = 0.02,
    expected_yes: float = 0.7,
    expected_no: float = 0.95,
    least: int = 50,
    seed: int = 1,
    picture_metres: float = 60.0,
    feedback: Feedback | None = None,
) -> SamplePlan:
    """Draw stratified random points on a map and write them to a GeoPackage, to be answered with yes, no or can't tell.

    map_file: a probability raster or a mask (0 and 1). output: the .gpkg. before, after: images; with one of them a
    folder of pictures is written beside the output (its name and ``_pictures``), which the form in QGIS shows.
    threshold: 0-1, from which a probability is a yes. low_threshold: 0-1, from which it is in the stratum of possible
    ones; None for no such stratum; a mask has none. size: points in all; None computes it by eq. 13 of Olofsson et al.
    2014 from standard_error (of the overall accuracy, 0-1) and the user's accuracies expected in the two classes,
    expected_yes and expected_no. least: points that a stratum gets at least. seed: the same draws the same points.
    picture_metres: side of the ground that a picture shows. Raises RasterError, OutputError, EngineError, and
    Cancelled.
    """
    told = LoggingFeedback() if feedback is None else feedback
    path = Path(output)
    if path.suffix.lower() != ".gpkg":
        raise EngineError(f"The output {path.name} must be a GeoPackage; choose a name that ends with .gpkg.")
    with StratifiedMap(Path(map_file), threshold, low_threshold) as stratified:
        strata = _planned(survey(stratified), size, standard_error, (expected_no, expected_yes), least)
        for stratum in strata:
            told.log(f"Stratum '{stratum.name}': {stratum.area_m2:,.0f} m², {stratum.points} points.")
            if stratum.points < least:
                told.warn(f"Stratum '{stratum.name}' has only {stratum.pixels} pixels, and so many points.")
        if not any(stratum.key == POSITIVE for stratum in strata):
            told.warn("The map has no yes: the sample tells what it misses, but not how much of what it shows is true.")
        points = draw(stratified, strata, seed)
        wkt, meaning = stratified.grid.crs_wkt, stratified.meaning
    images = [None if image is None else Path(image) for image in (before, after)]
    pictures = None
    if any(image is not None for image in images):
        counter = ProgressCounter(told)
        counter.total = len(points.x) * sum(image is not None for image in images)
        folder = path.with_name(f"{path.stem}_pictures")
        pictures = draw_pictures(folder, images, wkt, points, picture_metres, lambda: counter.on_tile(False))
    write_points(path, wkt, points, strata, pictures)
    plan = SamplePlan(path, strata, meaning, seed)
    told.log(f"{plan.size} points drawn with seed {seed}.")
    return plan


def _planned(
    strata: tuple[Stratum, ...], size: int | None, standard_error: float, expected: tuple[float, float], least: int
) -> tuple[Stratum, ...]:
    """Return the strata with their points."""
    pixels = [stratum.pixels for stratum in strata]
    if size is None:
        total = sum(pixels)
        accuracy = {NEGATIVE: expected[0], POSSIBLE: _EXPECTED_POSSIBLE, POSITIVE: expected[1]}
        size = sample_size(
            [count / total for count in pixels], [accuracy[one.key] for one in strata], standard_error, total
        )
    return tuple(one.with_points(number) for one, number in zip(strata, allocate(size, pixels, least)))
