# SPDX-License-Identifier: GPL-2.0-or-later
"""`--start NAME`: training goes on from the weights of a bundled model, on tiles that the engine exported."""

from __future__ import annotations

import numpy as np
import pytest

from model_core.cli.training import first_weights
from model_core.errors import DataError
from model_core.recipes.recipe import recipe_for_folder
from noise2map_qgis.engine import export_training
from tests.engine.conftest import brightness, difference, models
from tests.engine.training_tiles.test_export import town

__all__ = ["brightness", "difference", "models", "town"]  # fixtures


def test_a_file_a_name_and_neither(tmp_path):
    file = tmp_path / "mine.safetensors"
    file.touch()
    assert first_weights(None) is None
    assert first_weights(str(file)) == file
    assert first_weights("noise2map-lite-open").name == "noise2map-lite-open.safetensors"
    with pytest.raises(DataError, match=r"'nobody'.*Bundled weights: noise2map-lite, noise2map-lite-open"):
        first_weights("nobody")


@pytest.mark.train
@pytest.mark.parametrize("dates", [1, 2])
def test_the_weights_fit_the_network_of_a_folder_of_exported_tiles(dates, town, brightness, difference, tmp_path):
    pytest.importorskip("torch")
    from model_core.training.train import MapTraining, load_first_weights

    images, labels = town
    model = (brightness, difference)[dates - 1]
    export_training(images[:dates], labels, tmp_path / "tiles", model=model, tile_size=128)
    recipe = recipe_for_folder(tmp_path / "tiles", 0.5)
    split = {tile.name: where for source in recipe.sources for tile, where in source.placed(tmp_path / "tiles")}
    assert set(split.values()) == {"train", "validation", "test"}
    module = MapTraining(recipe.for_its_tasks())
    first = {name: value.clone() for name, value in module.net.state_dict().items()}
    load_first_weights(module, first_weights("noise2map-lite"))
    assert any(not np.array_equal(first[name], value) for name, value in module.net.state_dict().items())
