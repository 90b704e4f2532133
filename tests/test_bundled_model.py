# SPDX-License-Identifier: GPL-2.0-or-later
"""The model in the box: its card is true of its files, it fits the ZIP, and it maps the sample scene and a real one."""

from __future__ import annotations

import json

import jsonschema
import numpy as np
import onnx
import pytest
from osgeo import gdal

from noise2map_qgis.engine.model.bundle import SCHEMA_FILE, load_bundle
from noise2map_qgis.engine.model.session import open_session
from noise2map_qgis.engine.predict import Job, Source, run
from noise2map_qgis.paths import resources_dir
from resources.sample.scene import make_scene
from resources.sample.score import score_against

FOLDER = resources_dir() / "models" / "noise2map-lite"


class Silent:
    """A feedback that hears nothing and never cancels."""

    def progress(self, done: int, total: int) -> None: ...
    def log(self, text: str) -> None: ...
    def warn(self, text: str) -> None: ...
    def cancelled(self) -> bool:
        return False


def test_card_is_valid_and_files_are_what_it_says():
    jsonschema.validate(
        json.loads((FOLDER / "card.json").read_text(encoding="utf-8")),
        json.loads(SCHEMA_FILE.read_text(encoding="utf-8")),
    )
    bundle = load_bundle(FOLDER)
    assert set(bundle.tasks) == {"change", "segment"}
    for task, card in bundle.tasks.items():
        for file in card.files:
            bundle.verify(file)
            onnx.checker.check_model(str(file.path))
        assert {line["split"] for line in card.metrics} >= {"validation", "test"}, task


@pytest.mark.parametrize("folder", sorted((resources_dir() / "models").iterdir()), ids=lambda folder: folder.name)
def test_both_heads_share_one_backbone_on_disk(folder):
    bundle = load_bundle(folder)
    named = {"card.json"}
    for precision in ("float32", "int8"):
        files = [card.file(card.default_timestep, precision) for card in bundle.tasks.values()]
        (weights,) = {file.weights.path for file in files}
        alone = [len(onnx.load(file.path).SerializeToString()) for file in files]
        together = [path.stat().st_size for path in (weights, *(file.path for file in files))]
        assert sum(together) < 0.6 * sum(alone)
        named |= {weights.name, *(file.path.name for file in files)}
    # Other timesteps are vectors beside the float32 files.
    for card in bundle.tasks.values():
        for timestep in card.timesteps:
            file = card.file(timestep, "float32")
            named |= {part.path.name for part in file.parts}
    assert {path.name for path in folder.iterdir()} == named


def test_weights_that_saw_research_images_are_not_called_open():
    bundle = load_bundle(FOLDER)
    terms = {entry["terms"] for entry in bundle.training}
    assert "research use" in terms
    assert bundle.licence.open is False


def test_nothing_changes_between_an_image_and_itself():
    bundle = load_bundle(FOLDER)
    coarse = np.random.default_rng(1).integers(30, 220, (1, 3, 32, 32), dtype=np.uint8)
    image = coarse.repeat(8, 2).repeat(8, 3)
    for views in (1, 2):
        (answer,) = open_session(bundle, "change", views=views).run(np.concatenate([image, image], axis=1))
        probability = answer / 254 if answer.dtype == np.uint8 else answer
        assert (probability < bundle.tasks["change"].threshold).mean() > 0.99


def test_sample_scene_is_mapped(tmp_path):
    pair = make_scene(tmp_path)
    mask = tmp_path / "mask.tif"
    sources = (Source(str(pair.before), "before"), Source(str(pair.after), "after"))
    run(Job(load_bundle(FOLDER), "change", sources, None, mask), Silent())
    assert score_against(pair, mask).f1 > 0.5


def test_real_pair_of_another_supplier_gives_the_map_of_the_aligned_pair(shared, tmp_path):
    scene = shared / "scenes" / "austin_west"
    bundle = load_bundle(FOLDER)
    masks = []
    for after in ("after.tif", "after_utm14.tif"):
        mask = tmp_path / after
        sources = (Source(str(scene / "before.tif"), "before"), Source(str(scene / after), "after"))
        run(Job(bundle, "change", sources, tmp_path / f"p_{after}", mask, tmp_path / f"{after}.gpkg"), Silent())
        masks.append(gdal.Open(str(mask)).ReadAsArray())
    known = (masks[0] != 255) & (masks[1] != 255)
    one, other = (mask[known] == 1 for mask in masks)
    assert (one & other).sum() / (one | other).sum() >= 0.9
