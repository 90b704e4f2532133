# SPDX-License-Identifier: GPL-2.0-or-later
"""The provider in a running QGIS, with a model whose answers are known by heart and two small images."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsProject

from tests.sample_pair import Pair, before_and_after, write_raster
from tests.tiny_bundle import make_bundle


@pytest.fixture
def home(tmp_path, monkeypatch) -> Path:
    """The user's folder, with the model "tiny" in it."""
    folder = tmp_path / "home"
    make_bundle(folder / "models")
    monkeypatch.setenv("NOISE2MAP_HOME", str(folder))
    return folder


@pytest.fixture
def pair(tmp_path) -> Pair:
    before, after = before_and_after()
    return Pair(write_raster(tmp_path / "before.tif", before), write_raster(tmp_path / "after.tif", after))


@pytest.fixture(scope="module")
def _provider(qgis_processing):
    from noise2map_qgis.provider import Noise2MapProvider

    provider = Noise2MapProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    yield
    QgsApplication.processingRegistry().removeProvider(provider)


@pytest.fixture
def provider(_provider, home):
    """The provider, registered and with the model "tiny" to choose."""
    provider = QgsApplication.processingRegistry().providerById("noise2map")
    provider.refreshAlgorithms()
    yield provider
    QgsProject.instance().clear()


@pytest.fixture
def check(provider):
    """Return what a form answers to values before it runs: "" or why not."""

    def check(algorithm: str, values: dict) -> str:
        form = QgsApplication.processingRegistry().createAlgorithmById(f"noise2map:{algorithm}")
        good, reason = form.checkParameterValues(values, QgsProcessingContext())
        assert good == (not reason)
        return reason

    return check
