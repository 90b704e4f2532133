# SPDX-License-Identifier: GPL-2.0-or-later
"""The menu fills in the images the user most likely means."""

from __future__ import annotations

from unittest import mock

import numpy as np
import pytest
from qgis.core import QgsProject, QgsRasterLayer

from noise2map_qgis.gui.launcher import likely_images
from tests.sample_pair import write_raster

DETECT, SEGMENT = "noise2map:detectchange", "noise2map:segmentbuildings"


@pytest.fixture
def add_layers(qgis_app, tmp_path):
    """Return a function that adds a layer for each name and returns them."""
    path = write_raster(tmp_path / "image.tif", np.zeros((3, 8, 8), np.uint8))

    def add_layers(*names):
        return QgsProject.instance().addMapLayers([QgsRasterLayer(path, name) for name in names])

    yield add_layers
    QgsProject.instance().clear()


def _iface(*selected):
    iface = mock.MagicMock()
    iface.layerTreeView().selectedLayers.return_value = list(selected)
    return iface


@pytest.mark.parametrize(
    ("one", "other"),
    [("town_2016", "town_2012"), ("after", "before"), ("town new", "town"), ("post_event", "an event"), ("b", "a")],
)
def test_the_earlier_of_two_comes_first(add_layers, one, other):
    later, earlier = add_layers(one, other)
    assert likely_images(_iface(), DETECT) == {"BEFORE": earlier.id(), "AFTER": later.id()}


def test_what_is_selected_counts_first(add_layers):
    _first, earlier, later = add_layers("1999", "2004", "2008")
    assert likely_images(_iface(later, earlier), DETECT) == {"BEFORE": earlier.id(), "AFTER": later.id()}
    assert likely_images(_iface(later), SEGMENT) == {"INPUT": later.id()}


def test_nothing_is_guessed_of_many(add_layers):
    add_layers("1999", "2004", "2008")
    assert likely_images(_iface(), DETECT) == {}
    assert likely_images(_iface(), SEGMENT) == {}
