# SPDX-License-Identifier: GPL-2.0-or-later
"""`detect --cluster` and `batch` on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from osgeo import gdal
from typer.testing import CliRunner

from model_core.cli.app import app
from model_core.errors import DataError
from tests.engine.making import make_bundle, town, write_raster


@pytest.fixture
def pair(tmp_path: Path) -> list[str]:
    before, after = town(600, 700)
    return [str(write_raster(tmp_path / f"{name}.tif", data)) for name, data in (("b", before), ("a", after))]


@pytest.fixture
def model(tmp_path: Path) -> str:
    make_bundle(tmp_path / "box", box=9, threshold=0.2, tile_size=128, overlap=32)
    return str(tmp_path / "box")


def call(*arguments: Any) -> Any:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_a_cluster_gives_the_map_of_one_machine(pair: list[str], model: str, tmp_path: Path) -> None:
    pytest.importorskip("distributed", reason="dask.distributed is not installed (pip install '.[cluster]')")
    assert call("detect", *pair, "-o", tmp_path / "one", "--model", model).exit_code == 0
    options = ("--model", model, "--cluster", "local", "--workers", 2, "--part-size", 256, "--json")
    found = call("detect", *pair, "-o", tmp_path / "many", *options)
    assert found.exit_code == 0, found.output
    told = json.loads(found.stdout.strip().splitlines()[-1])
    assert told["parts"] > 2
    assert told["failed"] == {}
    for one, many in (("change_probability.tif", "change_probability.vrt"), ("change_mask.tif",) * 2):
        maps = [
            gdal.Open(str(tmp_path / folder / name)).ReadAsArray() for folder, name in (("one", one), ("many", many))
        ]
        assert np.array_equal(*maps)
    again = call("detect", *pair, "-o", tmp_path / "many", *options, "--resume")
    assert json.loads(again.stdout.strip().splitlines()[-1])["resumed"] == told["parts"]


def table(folder: Path, text: str) -> Path:
    path = folder / "jobs.csv"
    path.write_text(text)
    return path


def test_a_table_of_jobs_is_run_and_gone_on_with(pair: list[str], model: str, tmp_path: Path) -> None:
    before, after = pair
    lines = [
        f"{before},{after},,{tmp_path / 'x'},0.3",
        f"{tmp_path / 'none.tif'},{after},,{tmp_path / 'y'},",
        f"{before},{after},,{tmp_path / 'z'},",
    ]
    jobs = table(tmp_path, "before,after,image,output,threshold\n" + "\n".join(lines) + "\n")
    first = call("batch", jobs, "--model", model)
    assert first.exit_code == 1
    assert "2 done, 0 done before, 1 failed" in first.output
    assert "none.tif" in first.output
    assert (tmp_path / "x" / "changes.gpkg").exists()
    (tmp_path / "x" / "change_mask.tif").unlink()
    second = call("batch", jobs, "--model", model)
    assert "1 done, 1 done before, 1 failed" in second.output
    jobs.write_text(jobs.read_text().replace(",0.3", ",0.4"))
    assert "1 done, 1 done before, 1 failed" in call("batch", jobs, "--model", model).output


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("before,after,output\n", "no jobs"),
        ("before,after,output,treshold\na,b,c,0.5\n", "unknown column 'treshold'"),
        ("before,after,output\na,,c\n", "Line 2"),
        ("before,after,output,threshold\na,b,c,half\n", "threshold is not a number: 'half'"),
        ('before,after,output,min_area\na,b,c,"0,5"\n', "min_area is not a number"),
    ],
)
def test_a_wrong_table_is_refused(tmp_path: Path, text: str, words: str) -> None:
    found = call("batch", table(tmp_path, text))
    assert isinstance(found.exception, DataError)
    assert words in str(found.exception)
