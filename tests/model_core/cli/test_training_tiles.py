# SPDX-License-Identifier: GPL-2.0-or-later
"""The command `export-tiles`."""

from __future__ import annotations

import json

from typer.testing import CliRunner

from model_core.cli.app import app
from noise2map_qgis.engine.evaluation.labelled import find_tiles
from tests.engine.training_tiles.test_export import town
from tests.tiny_bundle import make_bundle

__all__ = ["town"]  # a fixture


def test_tiles_are_cut_and_the_next_command_is_told(town, tmp_path):
    images, labels = town
    model = make_bundle(tmp_path / "models")
    common = ["--labels", str(labels), "--model", str(model), "--tile-size", "128"]
    found = CliRunner().invoke(app, ["export-tiles", *images, *common, "-o", str(tmp_path / "pairs"), "--json"])
    assert found.exit_code == 0, found.output
    figures = json.loads(found.stdout)
    assert (figures["task"], figures["train"], figures["validation"], figures["test"]) == ("change", 8, 4, 4)
    assert len(find_tiles(tmp_path / "pairs", "change")) == 16
    found = CliRunner().invoke(app, ["export-tiles", images[0], *common, "-o", str(tmp_path / "one"), "--test", "0"])
    assert found.exit_code == 0, found.output
    assert f"noise2map train {tmp_path / 'one'} --gsd 0.5 --start tiny --minutes 10 -o RUN" in found.stdout
