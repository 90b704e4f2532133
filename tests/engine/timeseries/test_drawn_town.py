# SPDX-License-Identifier: GPL-2.0-or-later
"""The bundled model on a town drawn at five dates, whose houses come and go at known dates and some show at one date
only.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from noise2map_qgis.engine import change_timeline
from resources.sample.series import YEARS, make_series


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, np.ndarray]:
    folder: Path = tmp_path_factory.mktemp("series")
    series = make_series(folder)
    files = {name: folder / f"out-{name}.tif" for name in ("first", "last", "count", "confidence")}
    model = Path(__file__).parents[3] / "resources" / "models" / "noise2map-lite"
    done = change_timeline(series.images, model=model, **files, views=1, min_area=20)
    assert done.dates == tuple(datetime(year, 1, 1) for year in YEARS)
    rasters = {**files, "interval": series.interval, "passing": series.passing}
    return {name: gdal.Open(str(path)).ReadAsArray() for name, path in rasters.items()}


def test_houses_are_dated(found: dict[str, np.ndarray]) -> None:
    """Of the pixels of houses that come or go, most are found, and nearly all that are have the right date."""
    truth, first = found["interval"], found["first"]
    changed = truth > 0
    dated = changed & (first > 0)
    assert dated.sum() / changed.sum() > 0.8
    assert (first == truth)[dated].mean() > 0.95


def test_what_stands_at_one_date_only_is_mostly_left_out(found: dict[str, np.ndarray]) -> None:
    passing = found["passing"] == 1
    assert passing.sum() > 1000
    assert (found["count"][passing] > 0).mean() < 0.1


def test_most_of_the_town_does_not_change(found: dict[str, np.ndarray]) -> None:
    elsewhere = (found["interval"] == 0) & (found["passing"] == 0)
    assert (found["count"][elsewhere] > 0).mean() < 0.08
