# SPDX-License-Identifier: GPL-2.0-or-later
import csv

import numpy as np
import pytest
import torch

from model_core.data import synthesis
from model_core.data.augment import Photometry, random_shift, random_step, random_view
from model_core.data.samples import TrainingSamples
from model_core.errors import DataError
from model_core.recipes.recipe import Source, load_recipe, recipe_for_folder
from model_core.tiles.tiles import IGNORE, find_tiles, read_tile
from tests.model_core.conftest import write_image


def test_tiles_of_each_layout(data):
    assert [t.name for t in find_tiles(data / "pairs", "pairs")] == [f"tile_{i}" for i in range(6)]
    pair = read_tile(find_tiles(data / "pairs", "pairs")[0])
    assert len(pair.images) == 2
    assert pair.images[0].shape == (96, 96, 3)
    assert set(np.unique(pair.label)) == {0, 1}
    assert (pair.label == 1).sum() == 24 * 24
    plain = read_tile(find_tiles(data / "plain", "plain")[0])
    assert (plain.label == IGNORE).all()


def test_label_with_unknown_pixels_keeps_them(tmp_path):
    label = np.array([[0, 1], [255, 0]], np.uint8)
    write_image(tmp_path / "image" / "a.png", np.zeros((2, 2, 3), np.uint8))
    write_image(tmp_path / "label" / "a.png", label)
    assert (read_tile(find_tiles(tmp_path, "images")[0]).label == label).all()


def test_missing_parts_are_named(data, tmp_path):
    with pytest.raises(DataError, match=r"should hold A/ and B/ and label/, but .*A' is missing"):
        find_tiles(tmp_path, "pairs")
    for part in ("A", "B"):
        write_image(tmp_path / part / "one.png", np.zeros((8, 8, 3), np.uint8))
    write_image(tmp_path / "label" / "other.png", np.zeros((8, 8), np.uint8))
    with pytest.raises(DataError, match="'one' .* has no file in .*label"):
        find_tiles(tmp_path, "pairs")


def test_sizes_that_differ_and_damaged_files_are_named(tmp_path):
    write_image(tmp_path / "image" / "a.png", np.zeros((8, 8, 3), np.uint8))
    write_image(tmp_path / "label" / "a.png", np.zeros((8, 9), np.uint8))
    with pytest.raises(DataError, match="9 x 8 pixels"):
        read_tile(find_tiles(tmp_path, "images")[0])
    (tmp_path / "label" / "a.png").write_bytes(b"no image")
    with pytest.raises(DataError, match=r"label/a.png' can't be read"):
        read_tile(find_tiles(tmp_path, "images")[0])


def _table(path, rows):
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["tile", "site", "split"])
        writer.writerows(rows)


def test_a_place_in_two_splits_is_refused_by_name(data):
    table = data / "pairs" / "leak.csv"
    _table(table, [["tile_0", "riverside", "train"], ["tile_1", "riverside", "test"]])
    source = Source(name="p", path="pairs", layout="pairs", splits="leak.csv", terms="t", origin="o")
    with pytest.raises(DataError, match="'riverside' is in two splits"):
        source.tiles(data, "train")
    table.unlink()


def test_test_tiles_are_never_handed_out(data):
    table = data / "pairs" / "tiles.csv"
    _table(table, [[f"tile_{i}", f"s{i}", ("train", "val", "test")[i % 3]] for i in range(6)])
    source = Source(name="p", path="pairs", layout="pairs", splits="tiles.csv", terms="t", origin="o")
    train, held_out = ({t.name for t in source.tiles(data, split)} for split in ("train", "validation"))
    assert train == {"tile_0", "tile_3"}
    assert held_out == {"tile_1", "tile_4"}
    table.unlink()


def test_own_folder_becomes_a_recipe(data):
    recipe = recipe_for_folder(data / "pairs", 0.5)
    assert recipe.sources[0].validation == ["tile_5"]
    assert recipe.images == 0
    assert recipe_for_folder(data / "images", 0.2).sources[0].layout == "images"


def test_bundled_recipe_is_valid_and_wrong_ones_say_where(tmp_path):
    from pathlib import Path

    import model_core

    bundled = Path(model_core.__file__).parent / "recipes" / "noise2map-lite.yaml"
    assert load_recipe(bundled).name == "noise2map-lite"
    broken = tmp_path / "broken.yaml"
    broken.write_text(bundled.read_text().replace("encoder: lite0", "encoder: huge"))
    with pytest.raises(DataError, match=r"broken.yaml' is wrong at 'encoder'"):
        load_recipe(broken)
    with pytest.raises(DataError, match="can't be read"):
        load_recipe(tmp_path / "none.yaml")


def test_view_takes_image_and_label_alike():
    rng = np.random.default_rng(1)
    label = np.zeros((200, 200), np.uint8)
    label[80:120, 60:140] = 1
    image = np.repeat(label[..., None] * 200, 3, 2)
    for _ in range(20):
        view = random_view(rng, label.shape, 96, rng.uniform(0.7, 1.8))
        seen, known = view.image(image)[..., 0] > 100, view.label(label)
        inside = known != IGNORE
        assert inside.mean() > 0.3
        assert (seen == (known == 1))[inside].mean() > 0.97


def test_scale_lands_in_the_range_asked_for():
    rng = np.random.default_rng(0)
    steps = [random_step(rng, 0.1, (0.3, 1.0)) for _ in range(200)]
    assert min(steps) >= 3.0 - 1e-6
    assert max(steps) <= 10.0 + 1e-6
    assert max(abs(s) for shift in (random_shift(rng) for _ in range(200)) for s in shift) > 1.5


def test_photometry_is_decided_by_the_seed():
    image = np.random.default_rng(0).integers(0, 256, (64, 64, 3), dtype=np.uint8)
    changed = [Photometry()(np.random.default_rng(7), image, True) for _ in range(2)]
    assert (changed[0] == changed[1]).all()
    assert changed[0].dtype == np.uint8
    assert (changed[0] != image).any()


def test_synthetic_change_is_exactly_where_buildings_differ():
    rng = np.random.default_rng(3)
    buildings = np.zeros((128, 128), np.uint8)
    for row, col in ((10, 10), (10, 70), (70, 10), (70, 70)):
        buildings[row : row + 30, col : col + 30] = 1
    town = np.where(buildings[..., None] == 1, 230, 90).astype(np.uint8).repeat(3, 2)
    land = np.full((128, 128, 3), 90, np.uint8)
    seen = set()
    for _ in range(40):
        pair = synthesis.built_or_demolished(rng, town, buildings, land, land)
        exclusive = pair.before_buildings ^ pair.after_buildings
        assert (pair.change == exclusive).all()
        seen.add((bool(pair.before_buildings.any()), bool(pair.after_buildings.any()), bool(pair.change.any())))
        # Where nothing is built and nothing is near, both dates show the same land.
        differs = np.abs(pair.before.astype(int) - pair.after).max(-1) > 60
        assert differs[pair.change == 1].mean() > 0.9 if pair.change.any() else not differs.any()
    assert (False, True, True) in seen
    assert (True, False, True) in seen


def test_batches_repeat_by_number_and_hold_what_they_promise(data, recipe):
    samples = TrainingSamples(recipe, data)
    first, again = next(iter(samples)), next(iter(TrainingSamples(recipe, data)))
    assert all(torch.equal(first[key], again[key]) for key in first)
    assert first["before"].shape == (2, 3, 64, 64)
    assert first["image"].shape == (2, 3, 64, 64)
    assert first["exclusive"].dtype == torch.bool
    assert set(first["change"].unique().tolist()) <= {0, 1, IGNORE}
    later = next(iter(TrainingSamples(recipe, data, first_batch=1)))
    stream = iter(samples)
    next(stream)
    assert torch.equal(next(stream)["before"], later["before"])
