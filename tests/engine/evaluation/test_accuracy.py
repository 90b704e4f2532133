# SPDX-License-Identifier: GPL-2.0-or-later
"""Scores through the engine's own path, at the scale the card asks for."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from noise2map_qgis.engine.errors import EngineError, RasterError
from noise2map_qgis.engine.evaluation.accuracy import Confusion, Histogram, evaluate_folder, score_folder
from noise2map_qgis.engine.model.bundle import Bundle
from tests.engine.making import METRE_GRID, UTM, make_bundle, town, write_raster


def tiles(
    folder: Path, count: int = 2, scale: int = 1, driver: str = "PNG", suffix: str = "png", label: int = 255
) -> Path:
    for part in ("A", "B", "label"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    for number in range(count):
        before, after = (part.repeat(scale, 1).repeat(scale, 2) for part in town(64, 80, number))
        truth = ((after != before).any(axis=0, keepdims=True) * label).astype(np.uint8)
        for part, data in (("A", before), ("B", after), ("label", truth)):
            kind = (driver, suffix) if part != "label" else ("PNG", "png")
            lossless = ("LOSSLESS=YES",) if kind[0] == "WEBP" else ()
            write_raster(folder / part / f"t{number}.{kind[1]}", data, None, None, driver=kind[0], options=lossless)
    return folder


def test_scores_of_counts() -> None:
    scores = Confusion(6, 2, 4, 88)
    assert (scores.precision, scores.recall) == (0.75, 0.6)
    assert scores.f1 == pytest.approx(2 / 3)
    assert scores.iou == 0.5
    assert Confusion(0, 0, 0, 9).f1 == 1
    assert (Confusion(0, 0, 3, 9).precision, Confusion(0, 3, 0, 9).recall, Confusion(0, 3, 0, 9).f1) == (0, 0, 0)


def test_a_histogram_knows_every_threshold() -> None:
    counts = np.zeros((2, 255), np.int64)
    counts[0, 100], counts[1, 127] = 5, 7
    assert Histogram(counts).at(0.5) == Confusion(7, 0, 0, 5)
    assert Histogram(counts).at(100 / 254) == Confusion(7, 5, 0, 0)
    assert Histogram(counts).at(0.51) == Confusion(0, 0, 7, 5)


@pytest.mark.parametrize(("driver", "suffix"), [("PNG", "png"), ("WEBP", "webp"), ("GTiff", "tif")])
def test_a_perfect_model_scores_one(difference: Bundle, tmp_path: Path, driver: str, suffix: str) -> None:
    found = evaluate_folder(difference, "change", tiles(tmp_path, 2, driver=driver, suffix=suffix), gsd=0.5)
    assert (found.f1, found.iou, found.precision, found.recall) == (1, 1, 1, 1)
    told = json.loads(json.dumps(found.as_dict()))
    assert [tile["name"] for tile in told["tiles"]] == ["t0", "t1"]
    assert told["tp"] == sum(tile["tp"] for tile in told["tiles"]) > 0
    assert (told["model"], told["task"], told["device"], told["threshold"]) == ("difference", "change", "CPU", 0.2)
    assert not list(tmp_path.rglob("*.aux.xml"))


def test_a_score_is_of_averaged_maps_and_says_so(leaning: Bundle, tmp_path: Path) -> None:
    folder = tiles(tmp_path)
    by_card, one, two = (evaluate_folder(leaning, "change", folder, 0.5, views=views) for views in (None, 1, 2))
    assert (by_card.as_dict()["views"], one.as_dict()["views"]) == (2, 1)
    assert by_card.as_dict() == two.as_dict()
    assert by_card.pooled != one.pooled
    together = score_folder(leaning, "change", folder, 0.5, views=1).pooled
    assert together.at(0.2) == one.pooled


def test_labels_of_ones_count_too(difference: Bundle, tmp_path: Path) -> None:
    assert evaluate_folder(difference, "change", tiles(tmp_path, label=1), gsd=0.5).f1 == 1


def test_an_ignored_value_is_not_counted(difference: Bundle, tmp_path: Path) -> None:
    folder = tiles(tmp_path, 1, label=1)
    _, after = town(64, 80, 0)
    truth = (after != town(64, 80, 0)[0]).any(axis=0, keepdims=True).astype(np.uint8)
    truth[:, :32] = 255
    write_raster(folder / "label" / "t0.png", truth, None, None, driver="PNG")
    found = evaluate_folder(difference, "change", folder, gsd=0.5).pooled
    assert found.true_positive + found.true_negative == 32 * 80


@pytest.mark.parametrize(("scale", "gsd"), [(4, 0.125), (1, 3.0)])
def test_tiles_of_another_scale_reach_the_model_at_its_own(box: Bundle, tmp_path: Path, scale: int, gsd: float) -> None:
    """A fine tile is coarsened, a coarse one enlarged, as a georeferenced raster would be, and the map comes back."""
    folder = tiles(tmp_path, 2, scale)
    at_scale = evaluate_folder(box, "change", folder, gsd=gsd)
    assert at_scale.pooled.true_positive + at_scale.pooled.false_negative > 0
    total = sum(at_scale.as_dict()[name] for name in ("tp", "fp", "fn", "tn"))
    assert total == 2 * 64 * 80 * scale * scale
    assert at_scale.f1 > 0.85
    assert at_scale.as_dict()["tiles"] != evaluate_folder(box, "change", folder, gsd=0.5).as_dict()["tiles"]


def test_georeferenced_tiles_keep_their_own_scale(difference: Bundle, tmp_path: Path) -> None:
    folder = tiles(tmp_path, 1)
    for part, data in zip("AB", town(64, 80, 0)):
        (folder / part / "t0.png").unlink()
        write_raster(folder / part / "t0.tif", data, METRE_GRID, UTM)
    assert evaluate_folder(difference, "change", folder, gsd=40.0).f1 == 1


def test_buildings_are_scored_on_single_images(tmp_path: Path) -> None:
    bundle = make_bundle(tmp_path / "model", ("segment",))
    for part in ("image", "label"):
        (tmp_path / "data" / part).mkdir(parents=True)
    data = np.zeros((3, 40, 40), np.uint8)
    data[:, 10:20, 10:30] = 250
    write_raster(tmp_path / "data" / "image" / "x.png", data, None, None, driver="PNG")
    write_raster(tmp_path / "data" / "label" / "x.png", data[:1], None, None, driver="PNG")
    scores = score_folder(bundle, "segment", tmp_path / "data", gsd=0.5)
    assert scores.pooled.at(0.5) == Confusion(200, 0, 0, 1400)
    assert scores.pooled.at(0.99).recall == 0


def test_pixels_without_data_are_not_counted(difference: Bundle, tmp_path: Path) -> None:
    folder = tiles(tmp_path, 1)
    seen = np.full((64, 80), 255, np.uint8)
    seen[:, :40] = 0
    write_raster(folder / "A" / "t0.png", town(64, 80, 0)[0], None, None, alpha=seen, driver="PNG")
    found = evaluate_folder(difference, "change", folder, gsd=0.5).as_dict()
    assert found["tp"] + found["fp"] + found["fn"] + found["tn"] == 64 * 40


def test_a_wrong_folder_gets_a_sentence(difference: Bundle, tmp_path: Path) -> None:
    def refusal(folder: Path, **options: float) -> str:
        with pytest.raises((RasterError, EngineError)) as error:
            evaluate_folder(difference, "change", folder, **options)  # type: ignore[arg-type]
        return str(error.value)

    assert f"There is no folder {tmp_path / 'nowhere' / 'A'}" in refusal(tmp_path / "nowhere")
    assert "A/, B/, label/" in refusal(tmp_path / "nowhere")
    folder = tiles(tmp_path / "data", 2)
    assert "more than 0 metres" in refusal(folder, gsd=0.0)
    assert "between 0 and 1" in refusal(folder, threshold=2.0)
    write_raster(folder / "label" / "t1.png", np.zeros((1, 9, 9), np.uint8), None, None, driver="PNG")
    assert "9 x 9 pixels but its image 80 x 64" in refusal(folder)
    (folder / "label" / "t1.png").write_bytes(b"x")
    assert f"label {folder / 'label' / 't1.png'} cannot be read" in refusal(folder)
    (folder / "label" / "t1.png").unlink()
    assert f"tile 't1' is missing in {folder / 'label'}" in refusal(folder)
    for path in folder.rglob("*.png"):
        path.unlink()
    assert "holds no images" in refusal(folder)
    with pytest.raises(EngineError, match="does not do the task 'segment'"):
        evaluate_folder(difference, "segment", folder)


def test_both_classes_and_the_accuracy() -> None:
    scores = Confusion(6, 2, 4, 88)
    assert scores.other == Confusion(88, 4, 2, 6)
    assert (scores.accuracy, scores.total, Confusion(0, 0, 0, 0).accuracy) == (0.94, 100, 1)
    assert scores + Confusion(1, 1, 1, 1) == Confusion(7, 3, 5, 89)


def test_tiles_of_one_place_are_one_scene(difference: Bundle, tmp_path: Path) -> None:
    seen = []
    found = evaluate_folder(
        difference,
        "change",
        tiles(tmp_path, 3),
        gsd=0.5,
        threshold=0.0,
        scenes={"t0": "here", "t2": "here"},
        watch=lambda found, score: seen.append((found.name, score.pixels.total, found.images[-1].name)),
    )
    assert [(scene.name, scene.tiles) for scene in found.scenes] == [("here", 2), ("t1", 1)]
    assert found.scenes[0].pixels == found.tiles[0][1] + found.tiles[2][1]
    assert found.pooled.recall == 1 > found.pooled.precision, "threshold 0 marks everything"
    assert seen == [(f"t{k}", 64 * 80, f"t{k}.png") for k in range(3)]
    only = evaluate_folder(difference, "change", tmp_path, gsd=0.5, only={"t1"})
    assert [name for name, _ in only.tiles] == ["t1"]
    with pytest.raises(RasterError, match="None of the tiles"):
        evaluate_folder(difference, "change", tmp_path, only={"t9"})


def test_objects_are_measured_in_square_metres(difference: Bundle, tmp_path: Path) -> None:
    folder = tiles(tmp_path, 1)
    whole = evaluate_folder(difference, "change", folder, gsd=0.5).objects
    assert (whole.matched, whole.false, whole.missed) == (1, 0, 0)
    _, after = town(64, 80, 0)
    area = (after == 255).all(axis=0).sum() * 0.25
    for least, matched in ((area - 1, 1), (area + 1, 0)):
        assert evaluate_folder(difference, "change", folder, gsd=0.5, min_area=least).objects.matched == matched


def test_objects_without_a_peak_are_not_counted_but_their_pixels_are(tmp_path: Path) -> None:
    folder = tiles(tmp_path / "tiles", 1)
    before, after = town(64, 80, 0)
    after[:, 2:6, 2:6] = before[:, 2:6, 2:6] + 60  # a faint mistake of one object
    write_raster(folder / "B" / "t0.png", after, None, None, driver="PNG")
    bundle = make_bundle(tmp_path / "peaked", threshold=0.2, high_threshold=0.5)

    def found(**options: float) -> tuple[int, int]:
        evaluation = evaluate_folder(bundle, "change", folder, gsd=0.5, **options)
        return evaluation.objects.false, evaluation.pooled.false_positive

    without = found(high_threshold=0.0)
    assert without[0] > 0
    assert found() == found(threshold=0.2) == found(high_threshold=0.5) == (0, without[1])
    assert found(threshold=0.21)[0] > 0, "the card's high threshold belongs to the card's threshold"


def test_blocks_hold_every_pixel_and_object_once(difference: Bundle, tmp_path: Path) -> None:
    found = evaluate_folder(difference, "change", tiles(tmp_path, 1), gsd=0.5, threshold=0.0)
    (score,) = found.scored
    p, o = score.pixels, score.objects
    assert score.block == 32
    assert score.blocks.shape == (2 * 3, 7)
    counted = (p.true_positive, p.false_positive, p.false_negative, p.true_negative, o.matched, o.false, o.missed)
    assert tuple(score.blocks.sum(axis=0)) == counted


@pytest.mark.parametrize("names", [("before", "after", "label"), ("A", "B", "OUT")])
def test_folders_may_have_their_published_names(difference: Bundle, tmp_path: Path, names: tuple[str, ...]) -> None:
    folder = tiles(tmp_path, 1)
    for old, new in zip(("A", "B", "label"), names):
        (folder / old).rename(folder / new)
    assert evaluate_folder(difference, "change", folder, gsd=0.5).f1 == 1
