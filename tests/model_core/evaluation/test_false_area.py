# SPDX-License-Identifier: GPL-2.0-or-later
"""What is mapped where nothing changes, in square metres per square kilometre."""

import json

import jsonschema
import pytest

from model_core.data.leakage import check_leakage
from model_core.errors import DataError
from model_core.export.export import export
from model_core.recipes.sources import Source, UnchangedSet
from noise2map_qgis.engine.model.bundle import SCHEMA_FILE
from tests.model_core.export.test_export import untrained_run

LAND = UnchangedSet(name="land", path="plain", layout="plain", gsd=0.5)


def test_two_plain_images_are_a_pair_and_pairs_keep_their_dates(data):
    ((name, dates),) = LAND.pairs(data)
    assert sorted(path.stem for path in dates) == ["land_0", "land_1"]
    assert name == ", ".join(path.stem for path in dates)
    (first, *_) = UnchangedSet(name="p", path="pairs", gsd=0.5).pairs(data)
    assert [path.parent.name for path in first[1]] == ["A", "B"]
    assert first[1][0].stem == first[1][1].stem == first[0]


def test_none_found_and_ground_that_is_trained_on_are_refused(data):
    with pytest.raises(DataError, match="no tiles"):
        LAND.model_copy(update={"include": ["sea*"]}).tiles(data)
    trained = Source(name="plain", path="plain", layout="plain", terms="ours", origin="here", empty=True)
    with pytest.raises(DataError, match="two splits"):
        check_leakage([trained], data, unchanged=[LAND])
    check_leakage([trained.model_copy(update={"include": ["sea*"]})], data, unchanged=[LAND])


def test_the_card_tells_the_false_area(data, tmp_path):
    run = untrained_run(tmp_path / "run", tasks=["change"], images=0, unchanged_sets=[LAND])
    card = json.loads(export(run, data, tmp_path / "bundle", lambda line: None).read_text())
    jsonschema.validate(card, json.loads(SCHEMA_FILE.read_text()))
    (line,) = [line for line in card["properties"]["noise2map:tasks"]["change"]["metrics"] if "false_area" in line]
    assert line["data"] == "land"
    assert line["tiles"] == 1
    assert 0 <= line["false_area"] <= 1e6
