# SPDX-License-Identifier: GPL-2.0-or-later
"""Export training tiles in a running QGIS."""

from __future__ import annotations

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsVectorLayer

from noise2map_qgis import paths
from noise2map_qgis.engine.evaluation.labelled import find_tiles
from tests.engine.training_tiles.test_export import COLS, town, write_polygons

__all__ = ["town"]  # a fixture


@pytest.fixture
def run(provider, town, tmp_path):
    import processing

    images, labels = town

    def run(**values):
        given = {
            "INPUT": images[1],
            "LABELS": str(labels),
            "MODEL": "tiny",
            "TILE_SIZE": 128,
            "FOLDER": str(tmp_path / "tiles"),
        }
        return processing.run("noise2map:exporttraining", {**given, **values})

    run.before = images[0]
    return run


def test_two_images_give_pairs(run, tmp_path):
    found = run(BEFORE=run.before)
    assert len(find_tiles(tmp_path / "tiles", "change")) == 16
    assert (found["TRAIN_TILES"], found["VALIDATION_TILES"], found["TEST_TILES"]) == (8, 4, 4)
    assert found["GSD"] == pytest.approx(0.5, rel=2e-3)
    layer = QgsVectorLayer(found["TILES"], "tiles")
    assert layer.featureCount() == 16
    message, loaded = layer.loadNamedStyle(str(paths.resources_dir() / "styles" / "training_tiles.qml"))
    assert loaded, message
    assert {category.value() for category in layer.renderer().categories()} == {"train", "validation", "test"}


def test_one_image_gives_images_and_an_area_limits_them(run, tmp_path):
    area = write_polygons(tmp_path / "area.gpkg", [(0, 120, 0, COLS)])
    found = run(AREA=str(area), TEST=0.0, GAP=10.0)
    tiles = find_tiles(tmp_path / "tiles", "segment")
    assert {name[:5] for name, _, _ in tiles} == {"r0000"}
    assert found["TEST_TILES"] == 0


def test_a_preview_writes_the_outlines_alone(run, tmp_path):
    run(PREVIEW_ONLY=True)
    assert [path.name for path in (tmp_path / "tiles").iterdir()] == ["tiles.gpkg"]


def test_what_cannot_be_is_refused_with_a_sentence(run, provider, town, tmp_path):
    images, labels = town
    values = {"INPUT": images[1], "LABELS": str(labels), "MODEL": "tiny", "TILE_SIZE": 100, "FOLDER": "x"}
    good, reason = provider.algorithm("exporttraining").checkParameterValues(values, QgsProcessingContext())
    assert (good, reason) == (False, "The tile size must be a multiple of 32 pixels.")
    with pytest.raises(QgsProcessingException, match="too few for the split"):
        run(GAP=5000.0)
