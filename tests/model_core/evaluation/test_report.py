# SPDX-License-Identifier: GPL-2.0-or-later
"""The report: one file that needs nothing else, with the right figures, plots and maps in it."""

from __future__ import annotations

import base64
import dataclasses
import re
import uuid
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from model_core.evaluation.report.about import About, Given, about_model
from model_core.evaluation.report.charts import precision_recall_plot, reliability_diagram
from model_core.evaluation.report.gallery import Gallery
from model_core.evaluation.report.page import report_page, write_report
from model_core.evaluation.report.pictures import FALSE, HIT, MISS, outcome, panels
from model_core.evaluation.report.summary import summarise
from model_core.evaluation.scores import count, precision_recall, reliability
from noise2map_qgis.engine.errors import OutputError
from noise2map_qgis.engine.evaluation.accuracy import Evaluation, pooled
from noise2map_qgis.engine.evaluation.labelled import LabelledMap
from noise2map_qgis.engine.evaluation.tile_score import Terms, tally
from noise2map_qgis.engine.model.bundle import load_bundle
from noise2map_qgis.engine.raster.grid import Grid
from tests.model_core.conftest import write_image
from tests.tiny_bundle import make_bundle

CLASSES = ("change", "no change")
ABOUT = About("tiny on <drawn>", "A test.", (("Data", "here & there"),), ("Mind the gap.",))


def drawn(name: str, share: float, rows: int = 64, cols: int = 96, images: tuple[Path, ...] = ()) -> LabelledMap:
    """A map that finds a `share` of a square's columns, and as many pixels again beside it."""
    truth = np.zeros((rows, cols), np.int8)
    truth[16:48, 16:48] = 1
    levels = np.full((rows, cols), 20, np.uint8)
    levels[16:48, 16 : 16 + round(32 * share)] = 230
    levels[50:60, 60:70] = 150
    truth[:4] = -1
    return LabelledMap(
        name, levels, truth, Grid('LOCAL_CS["plane",UNIT["metre",1]]', (0, 0.5, 0, 0, 0, -0.5), cols, rows), images
    )


def evaluated(*maps: LabelledMap, probabilities: bool = True) -> tuple[Evaluation, Gallery]:
    gallery, scored = Gallery(), []
    for found in maps:
        scored.append(tally(found, Terms(0.5, 5.0)))
        gallery.add(found, scored[-1], 0.5)
    terms = Terms(0.5, 5.0)
    return Evaluation("m", "change", "d", 0.5, 0, "CPU", "float32", terms, tuple(scored), probabilities), gallery


def page_of(*maps: LabelledMap, probabilities: bool = True) -> str:
    evaluation, gallery = evaluated(*maps, probabilities=probabilities)
    return report_page(summarise(evaluation, CLASSES), ABOUT, gallery)


class Reader(HTMLParser):
    """Checks that tags close in order, and gathers what might be fetched."""

    VOID = {"meta", "img", "br", "link", "input", "hr"}

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.sources: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.sources += [value or "" for name, value in attrs if name in ("src", "href")]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_startendtag(self, tag, attrs):
        self.tags.add(tag)


def test_the_report_is_whole_and_fetches_nothing():
    page = page_of(*(drawn(f"t{k}", k / 4) for k in range(5)))
    reader = Reader()
    reader.feed(page)
    assert reader.open == []
    assert not reader.tags & {"script", "link", "iframe"}
    assert reader.sources
    assert all(source.startswith("data:image/jpeg;base64,") for source in reader.sources)
    assert "url(" not in page
    assert "http" not in page
    assert "tiny on &lt;drawn&gt;" in page, "names are escaped"
    assert "here &amp; there" in page
    assert "Mind the gap." in page


def test_figures_in_the_report_are_the_evaluations():
    maps = [drawn(f"t{k}", k / 4) for k in range(5)]
    evaluation, _ = evaluated(*maps)
    summary = summarise(evaluation, CLASSES)
    page = page_of(*maps)
    for figure in (*summary.row("positive"), *summary.row("negative"), summary.figures["accuracy"]):
        assert f"{figure.value:.3f}" in page
        assert f"{figure.low:.3f} – {figure.high:.3f}" in page
        assert figure.low <= figure.value <= figure.high
    names = re.findall(r'<tr><th scope="row">(t\d)</th>', page)
    assert names == ["t0", "t1", "t2", "t3", "t4"], "the worst first"
    told = summary.as_dict()
    assert told["classes"]["change"]["f1"]["value"] == evaluation.f1 == told["f1"]
    assert told["mean"]["iou"]["value"] == pytest.approx((evaluation.iou + evaluation.pooled.other.iou) / 2)
    assert (told["objects"]["matched"], told["objects"]["false"], told["objects"]["missed"]) == (3, 6, 2)
    assert told["intervals"] | {"note": ""} == {
        "over": "scenes", "units": 5, "level": 0.95, "replicates": 2000, "seed": 0, "note": "",
    }  # fmt: skip
    assert sum(bin_["pixels"] for bin_ in told["calibration"]["bins"]) == evaluation.pooled.total
    assert told["mean_over_scenes"]["scenes"] == 5


def test_a_mask_has_no_reliability_and_says_so():
    page = page_of(drawn("t", 0.5), probabilities=False)
    assert "has no probabilities" in page
    assert 'class="chart"' not in page


def test_a_single_scene_says_what_its_interval_is_worth():
    page = page_of(drawn("t", 0.5, 128, 192))
    assert "block bootstrap over" in page
    assert "Scene by scene" not in page
    assert "there are no intervals" in page_of(drawn("t", 0.5))


def test_nothing_to_see_is_said():
    empty = drawn("t", 0.0)
    empty.levels[:], empty.truth[:] = 0, 0
    assert "nothing to show" in page_of(empty)


def test_the_gallery_keeps_the_ends_and_no_map_twice():
    _, gallery = evaluated(*(drawn(f"t{k}", k / 8) for k in (4, 0, 8, 2, 7, 1, 6, 3, 5)))
    assert [s.name for s in gallery.worst] == ["t0", "t1", "t2"]
    assert [s.name for s in gallery.best] == ["t8", "t7", "t6"]
    _, few = evaluated(drawn("good", 1.0), drawn("bad", 0.1))
    assert ([s.name for s in few.worst], [s.name for s in few.best]) == (["bad"], ["good"])
    _, large = evaluated(drawn("large", 0.5, 1100, 1100))
    (shown,) = large.worst
    assert shown.marked.shape == (512, 512)
    assert shown.name == "large, from column 0, row 0"
    assert shown.found.grid.cols == 512


def test_the_picture_tells_hits_misses_and_false_alarms_apart():
    _, gallery = evaluated(drawn("t", 0.5))
    (specimen,) = gallery.worst
    picture = outcome(specimen, np.full((3, 64, 96), 90, np.uint8), 1).astype(int)

    def nearest(row: int, col: int) -> tuple[int, ...]:
        return min((HIT, MISS, FALSE), key=lambda colour: np.abs(picture[:, row, col] - colour).sum())

    assert nearest(30, 20) == HIT
    assert nearest(30, 42) == MISS
    assert nearest(55, 65) == FALSE
    grey = picture[:, 20, 80]
    assert grey.max() - grey.min() == 0
    assert picture[:, 1, 50].max() < grey.max(), "what is not counted is darker"
    hatched = picture[0, 20:40, 40]
    assert hatched.std() > 20


def test_pictures_show_the_images_where_the_map_lies(tmp_path):
    after = np.full((64, 96, 3), 60, np.uint8)
    after[:, 48:] = (10, 200, 10)
    for name, image in (("before", after[..., ::-1]), ("after", after)):
        write_image(tmp_path / f"{name}.png", np.ascontiguousarray(image))
    _, gallery = evaluated(drawn("t", 0.5, images=(tmp_path / "before.png", tmp_path / "after.png")))
    uris = panels(gallery.worst[0])
    assert len(uris) == 3
    shown = decoded(uris[1])
    assert shown.shape == (3, 64, 96)
    assert np.abs(shown[:, 30, 80].astype(int) - (10, 200, 10)).max() < 25
    assert decoded(panels(gallery.worst[0], 48)[2]).shape == (3, 32, 48)
    assert not list(tmp_path.glob("*.aux.xml"))


def decoded(uri: str) -> np.ndarray:
    name = f"/vsimem/{uuid.uuid4().hex}.jpg"
    gdal.FileFromMemBuffer(name, base64.b64decode(uri.split(",")[1]))
    return gdal.Open(name).ReadAsArray()


def test_the_plots_are_of_the_counts():
    levels = np.repeat(np.array([20, 130, 240], np.uint8), 100)
    labels = np.concatenate([np.zeros(100), np.arange(100) < 25, np.ones(100)]).astype(np.uint8)
    histogram = count(levels, labels)
    found = reliability(histogram)
    assert found.pixels.sum() == 300
    held = found.pixels > 0
    assert found.positive[held].tolist() == [0, 0.25, 1]
    assert found.predicted[held] == pytest.approx([20 / 254, 130 / 254, 240 / 254])
    assert found.mean_gap == pytest.approx(np.abs(found.positive - found.predicted)[held].mean())
    curve = precision_recall(histogram)
    assert (curve.precision[131], curve.recall[131]) == (1, 0.8)
    assert (curve.precision[130], curve.recall[130]) == (125 / 200, 1)
    assert curve.f1[131] == pytest.approx(2 * 0.8 / 1.8)
    assert curve.average_precision == pytest.approx(0.8 * 1 + 0.2 * 125 / 200)
    assert reliability_diagram(found, "change").count('class="dot"') == 3
    plot = precision_recall_plot(curve, 0.9, 125 / 300)
    assert "0.90 used" in plot
    assert "threshold 0.90: precision 1.000, recall 0.800" in plot
    nothing = pooled([])
    assert "<svg" in reliability_diagram(reliability(nothing), "change")
    assert "<svg" in precision_recall_plot(precision_recall(nothing), 1.0, 0.0)


def test_a_report_of_data_the_model_has_seen_warns(tmp_path):
    bundle = load_bundle(make_bundle(tmp_path, "tiny"))
    evaluation, _ = evaluated(drawn("t", 0.5))
    asked = Given("validation", True, False, False, "noise2map evaluate")
    seen = Evaluation(**{**vars(evaluation), "data": str(tmp_path / "nothing")})  # the card's one source
    assert any("training data" in caution for caution in about_model(seen, bundle, asked).cautions)
    about = about_model(evaluation, bundle, asked)
    assert not any("training data" in caution for caution in about.cautions)
    assert any("on the command line" in caution for caution in about.cautions)
    told = {**bundle.card, "properties": {**bundle.card["properties"], "noise2map:validation": [{"name": "town"}]}}
    chose = Evaluation(**{**vars(evaluation), "data": str(tmp_path / "town")})
    (caution, _) = about_model(chose, dataclasses.replace(bundle, card=told), asked).cautions
    assert "lists town among the validation data of this model" in caution
    facts = dict(about.facts)
    assert "given on the command line" in facts["Threshold"]
    assert "the default" in facts["Timestep"]
    averaged = Evaluation(**{**vars(evaluation), "views": 4})
    assert dict(about_model(averaged, bundle, asked).facts)["Views averaged"] == "4 (the default)"
    assert "(validation)" in about.title


def test_a_report_that_has_no_place_gets_a_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    evaluation, gallery = evaluated(drawn("t", 0.5))
    with pytest.raises(OutputError, match="cannot be written"):
        write_report(tmp_path / "file" / "report.html", summarise(evaluation, CLASSES), ABOUT, gallery)


# How linear red, green and blue look to people without one kind of cone (Machado, Oliveira and Fernandes 2009).
DEFICIENCIES = {
    "none": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
}


@pytest.mark.parametrize("eyes", DEFICIENCIES)
def test_the_colours_stay_apart_for_every_reader(eyes):
    """CIE 1976 differences between hit, miss, false alarm and the grey ground; 20 is plain to see."""

    def lab(colour: tuple[int, ...]) -> np.ndarray:
        c = np.array(colour) / 255
        linear = np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)
        seen = np.clip(np.array(DEFICIENCIES[eyes]) @ linear, 0, 1)
        xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]) @ seen
        f = xyz / (0.9505, 1, 1.089)
        f = np.where(f > 0.008856, np.cbrt(f), 7.787 * f + 16 / 116)
        return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])

    colours = [lab(colour) for colour in (HIT, MISS, FALSE, (70, 70, 70))]
    apart = [np.linalg.norm(a - b) for k, a in enumerate(colours) for b in colours[:k]]
    assert min(apart) > 30, apart
