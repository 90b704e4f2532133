# SPDX-License-Identifier: GPL-2.0-or-later
"""Fixtures of the engine's tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from noise2map_qgis.engine.model.bundle import Bundle
from noise2map_qgis.engine.raster.source import Source
from tests.engine.making import Recorder, make_bundle, source, town, write_raster

# Machines that are busy with something else are slow, not wrong.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture
def recorder() -> Recorder:
    return Recorder()


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("models")


@pytest.fixture(scope="session")
def difference(models: Path) -> Bundle:
    """A model whose answer at a pixel is the mean difference there."""
    return make_bundle(models / "difference", threshold=0.2)


@pytest.fixture(scope="session")
def box(models: Path) -> Bundle:
    """A model that averages the difference over 9 x 9 pixels: what it says near a tile's edge is wrong
    without a halo."""
    return make_bundle(models / "box", box=9, threshold=0.2)


@pytest.fixture(scope="session")
def leaning(models: Path) -> Bundle:
    """A model that averages the difference over the 5 x 5 pixels above and to the left, so that turning an
    image tells."""
    return make_bundle(models / "leaning", box=5, threshold=0.2, leaning=True, views=2)


@pytest.fixture(scope="session")
def brightness(models: Path) -> Bundle:
    """A one-image model: the mean of the bands."""
    return make_bundle(models / "brightness", ("segment",))


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Source, Source]:
    before, after = town()
    return source(write_raster(tmp_path / "before.tif", before)), source(write_raster(tmp_path / "after.tif", after))
