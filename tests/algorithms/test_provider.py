# SPDX-License-Identifier: GPL-2.0-or-later
"""The provider loads with nothing installed but QGIS, and at once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tiny_bundle import make_bundle

ROOT = Path(__file__).resolve().parents[2]

# What is installed beside QGIS is hidden; what is imported is told at the end.
LOAD = """
import sys

for hidden in ("onnxruntime", "onnx", "torch", "jsonschema", "typer", "rich"):
    sys.modules[hidden] = None
import numpy
from osgeo import gdal, ogr, osr
from qgis.core import QgsApplication
application = QgsApplication([], False)
application.initQgis()
from noise2map_qgis import classFactory
plugin = classFactory(None)
plugin.initProcessing()
provider = QgsApplication.processingRegistry().providerById("noise2map")
print([algorithm.id() for algorithm in provider.algorithms()])
form = QgsApplication.processingRegistry().createAlgorithmById("noise2map:detectchange")
from qgis.core import QgsProcessingContext
print(form.checkParameterValues({"BEFORE": sys.argv[1], "AFTER": sys.argv[2], "MODEL": "tiny", "PROBABILITY": "x.tif"},
                                QgsProcessingContext())[1])
plugin.unload()
"""


def test_loads_with_nothing_but_qgis(home, pair):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run(
        [sys.executable, "-c", LOAD, pair.before, pair.after],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    listed, reason = run.stdout.splitlines()[:2]
    assert "'noise2map:detectchange'" in listed
    assert "'noise2map:segmentbuildings'" in listed
    assert "Install the inference runtime" in reason


def test_the_parameters_keep_their_names(provider):
    detect = provider.algorithm("detectchange")
    names = (
        "BEFORE AFTER MODEL AREA AREA_LAYER THRESHOLD PEAK MIN_AREA BEFORE_BANDS AFTER_BANDS STRETCH TIMESTEP DEVICE"
    )
    names += " VIEWS TILE_SIZE OVERLAP SHAPE SIMPLIFY ALIGN PROBABILITY CHANGE_MASK POLYGONS"
    assert [parameter.name() for parameter in detect.parameterDefinitions()] == names.split()
    outputs = "PROBABILITY CHANGE_MASK POLYGONS CHANGED_AREA CHANGED_SHARE VALID_AREA POLYGON_COUNT SECONDS"
    outputs += " MEGAPIXELS_PER_SECOND DEVICE_USED"
    assert [output.name() for output in detect.outputDefinitions()] == outputs.split()
    segment = provider.algorithm("segmentbuildings")
    changed = {"INPUT", "BANDS", "BUILDING_MASK"}
    assert changed <= {parameter.name() for parameter in segment.parameterDefinitions()}
    assert {"BUILDING_AREA", "BUILDING_SHARE"} <= {output.name() for output in segment.outputDefinitions()}


def test_every_parameter_but_the_images_explains_itself(provider):
    for algorithm in provider.algorithms():
        silent = [p.name() for p in algorithm.parameterDefinitions() if not p.help()]
        assert set(silent) <= {"BEFORE", "AFTER", "INPUT", "IMAGES"}


def test_the_help_tells_the_models_licence(provider):
    text = provider.algorithm("detectchange").shortHelpString()
    assert "The tiny model" in text
    assert "CC0-1.0" in text


@pytest.mark.parametrize("algorithm", ["detectchange", "segmentbuildings"])
def test_the_choice_and_its_licences_stand_above_the_rest_of_the_help(provider, home, algorithm):
    make_bundle(home / "models", "aaa")
    form = provider.algorithm(algorithm).create()
    text = form.shortHelpString()
    own = "<b>noise2map-lite</b> (default): Noise2Map Lite. Licence: Research and evaluation use (not open)."
    users = "<b>aaa</b>: The aaa model. Licence: CC0-1.0 (open). F1 on test data: drawn 0.90."
    places = [
        text.index(part) for part in ("Models to choose from", own, users, "<h3>Input</h3>", "More on the models")
    ]
    assert places == sorted(places)
    model = form.parameterDefinition("MODEL")
    assert model.defaultValue() == "noise2map-lite"
    assert model.options()[0] == "noise2map-lite"
    assert model.options()[-2:] == ["aaa", "tiny"]
    assert model.usesStaticStrings()
    assert "noise2map-lite: Research and evaluation use (not open); " in model.help()
    assert "; aaa: CC0-1.0 (open); " in model.help()


def test_the_help_tells_the_models_views(provider, home):
    assert "Averages over 8" not in provider.algorithm("detectchange").shortHelpString()
    make_bundle(home / "models", "averaging", views=8)
    assert "Test-time augmentation with 8 views" in provider.algorithm("detectchange").shortHelpString()


def test_icons_and_styles_are_there(provider):
    assert Path(provider.svgIconPath()).is_file()
    for algorithm in provider.algorithms():
        assert Path(algorithm.svgIconPath()).is_file()
        for output in getattr(algorithm.create(), "layer_outputs", tuple)():
            # An image goes with the style QGIS gives it.
            assert not output.style or (ROOT / "resources" / "styles" / output.style).is_file()
