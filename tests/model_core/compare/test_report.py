# SPDX-License-Identifier: GPL-2.0-or-later
"""From made-up runs to tables and plots: the figures in them against hand-computed ones."""

import json
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from model_core.compare.document import fill
from model_core.compare.output_files import write
from model_core.compare.plots import Scale, difference_plot, score_plot, timestep_plot
from model_core.compare.results import RunResult
from model_core.compare.summary import comparison
from model_core.compare.tables import choice_table, contrast_table, report, score_table
from model_core.errors import DataError
from noise2map_qgis.engine.evaluation.confusion import Confusion
from tests.model_core.compare.conftest import made_up


@pytest.fixture
def found(loaded, results):
    return comparison(loaded.plan, results)


def f1(right, extra=10):
    return right / (right + (extra + 100 - right) / 2)


def test_summaries_are_means_over_seeds(found):
    control, order = found.summaries
    assert control.arm == "control"
    # Set five: one scene, 55 pixels right with seed 0 and 56 with seed 1.
    assert control.f1["five"].mean == pytest.approx((f1(55) + f1(56)) / 2)
    assert control.f1["five"].deviation == pytest.approx(abs(f1(55) - f1(56)) / 2**0.5)
    # Set four pools its scenes: 60 + 65 right of 200, 10 + 10 + 3 false.
    pooled = Confusion(125, 23, 75, 3000)
    assert found.runs[0].pooled("four") == pooled
    assert order.f1["four"].count == 2
    assert (control.rank, order.rank) == (2.0, 1.0)


def test_contrast_is_paired_over_scenes_with_something_to_find(found):
    (contrast,) = found.contrasts
    assert (contrast.arm, contrast.against, contrast.seeds, contrast.wins) == ("contrast", "control", (0, 1), 2)
    # The scene without a true pixel is left out.
    assert set(contrast.differences) == {"four: tile_4/0-0", "four: tile_4/0-64", "five: tile_5"}
    expected = (f1(70) + f1(69) - f1(60) - f1(61)) / 2
    assert contrast.differences["four: tile_4/0-0"] == pytest.approx(expected)
    # Three scenes, all better: p = 2 / 8, and no claim is made of it.
    assert contrast.test.p == pytest.approx(0.25)
    assert contrast.verdict == "no significant difference"


def test_a_difference_needs_the_test_and_every_seed(loaded):
    def verdict(control, order):
        """Verdict of runs that find so many pixels in each of twelve scenes, a number a seed."""
        runs = []
        for arm, qualities in (("control", control), ("contrast", order)):
            for seed, quality in enumerate(qualities):
                scenes = {f"s{i}": Confusion(quality + i, 10, 100 - quality - i, 1000) for i in range(12)}
                scored = {"four": scenes, "five": scenes}
                runs.append(RunResult(arm, seed, 2, 0.5, 1, 0, 0.5, {0: 0.5}, scored))
        return comparison(loaded.plan, runs).contrasts[0].verdict

    assert verdict([60, 61], [70, 71]) == "better"
    assert verdict([70, 71], [60, 61]) == "worse"
    assert verdict([60, 61], [80, 60]) == "seeds disagree"
    assert verdict([70], [60]) == "worse, but one seed"


def test_only_seeds_of_both_are_compared(loaded, results):
    found = comparison(loaded.plan, [*results, made_up("pretrained", 0, 90)])
    contrast = found.contrasts[-1]
    assert (contrast.arm, contrast.against, contrast.seeds) == ("pretrained", "contrast", (0,))
    assert contrast.differences["five: tile_5"] == pytest.approx(f1(85) - f1(65))
    # Two tests in the table: Holm doubles the smaller p.
    assert found.contrasts[0].test.corrected == pytest.approx(0.5)


def test_partial_results_say_what_is_missing(loaded, results):
    found = comparison(loaded.plan, results[:1])
    assert found.waiting == ["control, seed 1", "contrast, seed 0", "contrast, seed 1", "pretrained, seed 0"]
    table = score_table(found)
    assert table.rows[0][:2] == ("control", "1 of 2")
    assert "Not run yet: control, seed 1" in table.note
    assert "no significant" not in report(found)


def test_tables_hold_the_figures(found):
    scores = score_table(found).markdown()
    mean, deviation = (f1(55) + f1(56)) / 2, abs(f1(55) - f1(56)) / 2**0.5
    assert f"{mean:.3f} ± {deviation:.3f}" in scores
    assert scores.splitlines()[2].startswith("| contrast | 2 |")
    assert "no significant difference" in contrast_table(found).markdown()
    assert "| contrast | 4.00 M | 0.5 | 999, 999 | 0.50, 0.50 |" in choice_table(found).markdown()
    for table in (score_table(found), contrast_table(found), choice_table(found)):
        assert {len(row) for row in table.rows} == {len(table.header)}


def test_results_survive_json(results):
    kept = json.loads(json.dumps([run.as_dict() for run in results]))
    assert [RunResult.from_dict(run) for run in kept] == results


def test_files_are_written_and_plots_are_svg(found, tmp_path):
    write(found, tmp_path)
    assert {p.name for p in tmp_path.glob("*.*")} >= {"results.json", "tables.md", "scores.svg", "differences.svg"}
    assert json.loads((tmp_path / "results.json").read_text())["contrasts"][0]["test"]["scenes"] == 3
    for plot in (score_plot, timestep_plot, difference_plot):
        drawing = ET.fromstring(plot(found))
        assert drawing.tag.endswith("svg")
        words = " ".join(drawing.itertext())
        assert "contrast" in words
        assert "prefers-color-scheme: dark" in words
        width, height = (float(drawing.get(side)) for side in ("width", "height"))
        for circle in drawing.iter("{http://www.w3.org/2000/svg}circle"):
            assert 0 < float(circle.get("cx")) < width
            assert 0 < float(circle.get("cy")) < height


def test_score_plot_puts_seeds_where_their_f1_is(found):
    drawing = ET.fromstring(score_plot(found))
    circles = list(drawing.iter("{http://www.w3.org/2000/svg}circle"))
    assert len(circles) == 2 * 4  # sets x runs
    # Order's dots lie right of the control's in the same panel.
    xs = [float(c.get("cx")) for c in circles[:4]]
    assert max(xs[:2]) < min(xs[2:])


def test_no_curve_without_timesteps(loaded, results):
    assert timestep_plot(comparison(loaded.plan, results[:2])) is None
    assert difference_plot(comparison(loaded.plan, results[:2])) is None


def test_scale_ticks_are_round_and_inside():
    assert Scale(0.52, 0.71, 0, 100).ticks(4) == [0.55, 0.6, 0.65, 0.7]
    assert Scale(-0.2, 0.2, 0, 10)(0) == pytest.approx(5)


def test_a_document_gets_tables_and_plots_in_its_blocks(found, tmp_path):
    document = tmp_path / "science.md"
    document.write_text(
        "Before.\n\n<!-- compare scores noise -->\nold\n<!-- end compare -->\n\nBetween.\n"
        "<!-- compare scores-plot -->\n<!-- end compare -->\nAfter.\n"
    )
    assert fill(document, found) == 2
    text = document.read_text()
    assert "old" not in text
    assert "| contrast | 2 |" in text
    assert "(images/tiny-scores.svg)" in text
    assert (tmp_path / "images" / "tiny-scores.svg").read_text().startswith("<svg")
    assert [w in text for w in ("Before.", "Between.", "After.")] == [True] * 3
    fill(document, found)
    assert document.read_text() == text


def test_a_block_s_p_values_are_corrected_for_all_tests_of_the_plan(found, tmp_path):
    arm = found.contrasts[0]
    corrected = replace(arm, test=replace(arm.test, corrected=0.4321))
    document = tmp_path / "science.md"
    document.write_text(f"<!-- compare tests {arm.arm} -->\n<!-- end compare -->\n")
    fill(document, replace(found, contrasts=(corrected, *found.contrasts[1:])))
    assert f"| {arm.arm} | {arm.against} |" in document.read_text()
    assert "| 0.43 |" in document.read_text()


@pytest.mark.parametrize(
    ("block", "message"),
    [("", "has no block"), ("nonsense", "Choose one of scores"), ("public", "no run has been scored")],
)
def test_a_document_that_asks_for_what_there_is_not(found, tmp_path, block, message):
    document = tmp_path / "science.md"
    document.write_text(f"<!-- compare {block} -->\n<!-- end compare -->\n" if block else "No blocks.\n")
    with pytest.raises(DataError, match=message):
        fill(document, found)
