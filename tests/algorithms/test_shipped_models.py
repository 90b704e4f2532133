# SPDX-License-Identifier: GPL-2.0-or-later
"""The graphical models that come with the plugin, run from end to end."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication, QgsVectorLayer

from tests.engine.registration.textures import bands, ground, shifted
from tests.sample_pair import write_raster


def test_the_model_is_in_the_toolbox_with_its_steps(provider):
    model = QgsApplication.processingRegistry().createAlgorithmById("noise2map:checkdetectsample")
    assert model.displayName() == "Check pair, detect change, sample points"
    assert model.group() == "Maps from imagery"
    steps = {step.algorithm().id() for step in model.childAlgorithms().values()}
    assert steps == {"noise2map:checkpair", "noise2map:detectchange", "noise2map:samplepoints"}
    assert model.canExecute()[0]


def test_a_pair_becomes_a_map_and_points_to_check_it_by(provider, tmp_path):
    """The later image lies 3 pixels off: the alignment that the check recommends reaches Detect change."""
    import processing

    lasting = ground(256, 256, 3)
    later = lasting.copy()
    later[100:140, 100:150] = 3
    before = write_raster(tmp_path / "before.tif", bands(lasting))
    after = write_raster(tmp_path / "after.tif", bands(shifted(later, 3, -2)))
    model = QgsApplication.processingRegistry().createAlgorithmById("noise2map:checkdetectsample")
    outputs = {parameter.name(): parameter.description() for parameter in model.destinationParameterDefinitions()}
    suffixes = {"Report": "html", "Change probability": "tif", "Changes": "gpkg", "Points to check": "gpkg"}
    places = {name: str(tmp_path / f"{label}.{suffixes[label]}") for name, label in outputs.items()}
    values = {"BEFORE": before, "AFTER": after, "STANDARD_ERROR": 0.05, **places}
    result = processing.run("noise2map:checkdetectsample", values)
    found = {label: result[name] for name, label in outputs.items()}
    assert set(found) == set(suffixes)
    assert "east" in Path(found["Report"]).read_text(encoding="utf-8")
    assert QgsVectorLayer(found["Points to check"], "points").featureCount() > 0
    steps = result["CHILD_RESULTS"]
    assert steps["check"]["RECOMMENDED_ALIGN"] == "shift"
    assert result["CHILD_INPUTS"]["detect"]["ALIGN"] == "shift"
