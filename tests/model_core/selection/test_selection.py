# SPDX-License-Identifier: GPL-2.0-or-later
"""What validation tiles decide, for maps of one view and for averaged ones."""

import numpy as np
import pytest
import torch

from model_core.diffusion.forward_process import NoiseSchedule
from model_core.evaluation.intervals import intervals, units_of_parts
from model_core.evaluation.scores import best_threshold, count, pooled, reliability
from model_core.recipes.sources import Source
from model_core.selection.selection import choose, fit_calibration
from model_core.selection.validation import HeldOut, HeldOutTiles, network_mapper, over_views, validate, validate_places
from tests.model_core.conftest import tiny_recipe, write_image
from tests.model_core.tiny_network import TinyNetwork


def leftmost(tile: HeldOut) -> np.ndarray:
    """A mapper that knows its way: 254 in the first column of what it is shown, and else the first band."""
    shown = tile.images[0][0].numpy().copy()
    shown[:, 0] = 254
    return shown


def held_out(rows: int = 32, cols: int = 64, images: int = 2) -> HeldOut:
    pixels = np.random.default_rng(0).integers(0, 255, (images, 3, rows, cols)).astype(np.uint8)
    return HeldOut("s", "change", tuple(torch.from_numpy(image) for image in pixels), np.zeros((rows, cols), np.uint8))


def test_one_view_is_the_mapper_itself():
    assert over_views(leftmost, 1) is leftmost


@pytest.mark.parametrize("images", [1, 2])
def test_maps_are_averaged_over_views_of_all_images(images):
    tile = held_out(images=images)
    pixels = tile.images[0][0].numpy().astype(float)
    left, right = pixels.copy(), pixels.copy()
    left[:, 0], right[:, -1] = 254, 254
    found = over_views(leftmost, 2)(tile)
    assert found.dtype == np.uint8
    np.testing.assert_array_equal(found, np.floor((left + right) / 2 + 0.5))
    shown = []
    over_views(lambda turned: (shown.append(turned), leftmost(turned))[1], 8)(tile)
    assert [len(turned.images) for turned in shown] == [images] * 8
    for number, image in enumerate(tile.images):
        assert torch.equal(shown[1].images[number], image.flip(1, 2))
        assert torch.equal(shown[4].images[number], image.transpose(1, 2))


@pytest.fixture
def tiles(recipe, data) -> HeldOutTiles:
    return HeldOutTiles(recipe, data)


def network() -> TinyNetwork:
    """A network whose answer to a turned tile is another one."""
    torch.manual_seed(0)
    return TinyNetwork().eval()


@pytest.mark.parametrize("views", [1, 4])
@torch.no_grad()
def test_everything_but_the_timestep_is_chosen_on_maps_as_users_make_them(tiles, views):
    schedules, net = dict.fromkeys(("change", "segment"), NoiseSchedule.named("linear")), network()
    choices = choose(net, schedules, tiles, {task: [0, 999] for task in schedules}, views)
    fresh = network()
    for task, choice in choices.items():
        one_view = {
            t: best_threshold(validate(network_mapper(fresh, schedules, {"change": t, "segment": t}), tiles)[task])[1]
            for t in (0, 999)
        }
        assert choice.compared == one_view
        assert one_view[choice.timestep] == max(one_view.values())
        at = {"change": choice.timestep, "segment": choice.timestep}

        def averaged(tile, net, at=at):
            """The slow way: turn every image, map, turn back, mean."""
            mapped = network_mapper(net, schedules, at)
            turns = ((), (1, 2), (2,), (1,))[:views]
            maps = []
            for turn in turns:
                shown = HeldOut(tile.source, tile.task, tuple(i.flip(turn) for i in tile.images), tile.label)
                maps.append(torch.from_numpy(mapped(shown)).flip([axis - 1 for axis in turn]).numpy().astype(float))
            return np.floor(np.mean(maps, axis=0) + 0.5).astype(np.uint8)

        own = [tile for tile in tiles.tiles if tile.task == task]
        before = pooled({str(n): count(averaged(tile, fresh), tile.label) for n, tile in enumerate(own)})
        assert choice.calibration == pytest.approx(fit_calibration(before))
        assert getattr(net, f"{task}_calibration").tolist() == pytest.approx(choice.calibration)
        after = {}
        for tile in own:
            after[tile.source] = after.get(tile.source, pooled({})) + count(averaged(tile, net), tile.label)
        assert choice.threshold == best_threshold(after)[0]
        assert choice.error == pytest.approx(reliability(pooled(after)).expected_error)


@torch.no_grad()
def test_a_task_without_noise_has_nothing_to_choose(tiles):
    schedules = {"change": NoiseSchedule.named("clean"), "segment": NoiseSchedule.named("linear")}
    choices = choose(network(), schedules, tiles, {"change": [0], "segment": [0, 400, 999]})
    assert list(choices["change"].compared) == [0]
    assert list(choices["segment"].compared) == [0, 400, 999]


def bright(tile: HeldOut) -> np.ndarray:
    """A mapper of 254 where the last image is as bright as a house."""
    return np.where(tile.images[-1][0].numpy() > 150, 254, 0).astype(np.uint8)


def test_places_are_sites_where_a_table_tells_and_add_up_to_the_whole(tmp_path):
    names = "abcde"
    for number, name in enumerate(names):
        label = np.zeros((64, 64), np.uint8)
        label[8 : 16 + 8 * number, 8:24] = 255
        write_image(tmp_path / "town" / "image" / f"{name}.png", np.dstack([label // 2 + 100] * 3))
        write_image(tmp_path / "town" / "label" / f"{name}.png", np.roll(label, number, axis=1))
    table = "tile,site,split\na,hill,train\nb,north,val\nc,north,val\nd,south,val\ne,,val\n"
    (tmp_path / "town" / "tiles.csv").write_text(table)
    source = Source(name="t", path="town", layout="images", gsd=0.5, splits="tiles.csv", terms="t", origin="o")
    recipe = tiny_recipe().model_copy(update={"sources": [source]})
    tiles = HeldOutTiles(recipe, tmp_path)
    assert tiles.counts() == {"t": 4}
    places = validate_places(bright, tiles)["segment"]["t"]
    assert (places.kind, list(places.parts)) == ("scenes", ["north", "south", "e"])
    whole = validate(bright, tiles)["segment"]["t"]
    np.testing.assert_array_equal(whole.counts, sum(count(bright(tile), tile.label).counts for tile in tiles.tiles))
    np.testing.assert_array_equal(whole.counts, pooled(places.parts).counts)
    units = units_of_parts(places.kind, places.parts.values(), 0.5)
    assert units.drawn == "3 scenes"
    low, high = intervals(units)["positive.f1"]
    assert low < whole.at(0.5).f1 < high


def test_the_only_place_is_drawn_in_blocks(tmp_path):
    label = np.zeros((600, 400), np.uint8)
    label[40:560:60, 30:370] = 255
    image = np.dstack([label] * 3)
    image[:100] = 0  # what one part of the place has, the rest has not: the top rows are missed
    write_image(tmp_path / "town" / "image" / "only.png", image)
    write_image(tmp_path / "town" / "label" / "only.png", label)
    source = Source(name="t", path="town", layout="images", gsd=0.5, validation=["only"], terms="t", origin="o")
    tiles = HeldOutTiles(tiny_recipe().model_copy(update={"sources": [source]}), tmp_path)
    assert (len(tiles), tiles.counts()) == (2, {"t": 1})
    places = validate_places(bright, tiles)["segment"]["t"]
    units = units_of_parts(places.kind, places.parts.values(), 0.5)
    # Squares of 512 at 0 and 512, blocks of 128 in them: 5 rows and 4 columns of blocks lie on the tile.
    assert (units.kind, units.drawn) == ("blocks", "20 blocks of one scene")
    assert units.counts.sum() == label.size
    low, high = intervals(units)["positive.f1"]
    assert low < validate(bright, tiles)["segment"]["t"].at(0.5).f1 < high
    assert units_of_parts("blocks", list(places.parts.values())[:7], 0.5).kind is None
