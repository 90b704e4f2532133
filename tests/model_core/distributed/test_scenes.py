# SPDX-License-Identifier: GPL-2.0-or-later
"""STAC items, lists of scenes and remote rasters as inputs; the newest valid pixel wins."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from model_core.distributed.scenes import as_raster
from model_core.errors import DataError
from noise2map_qgis.engine import predict
from noise2map_qgis.engine.job import Job
from tests.engine.making import Recorder, make_bundle, source, town, write_raster


def scene(folder: Path, name: str, value: int, hole: slice | None = None, **options: object) -> Path:
    data = np.full((3, 20, 30), value, np.uint8)
    if hole is not None:
        data[:, hole] = 0
    return write_raster(folder / name, data, nodata=0, **options)  # type: ignore[arg-type]


def first_column(path: str) -> list[int]:
    return gdal.Open(path).ReadAsArray()[0, :, 0].tolist()


def stac(path: Path, items: dict[str, str]) -> Path:
    features = [
        {
            "type": "Feature",
            "id": name,
            "properties": {"datetime": date},
            "assets": {"visual": {"href": name}, "nir": {"href": "x"}},
        }
        for name, date in items.items()
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return path


def test_the_newest_valid_pixel_wins(tmp_path: Path) -> None:
    scene(tmp_path, "new.tif", 200, slice(0, 10))
    scene(tmp_path, "old.tif", 100, slice(15, 20))
    collection = stac(tmp_path / "items.json", {"new.tif": "2024-05-01T00:00:00Z", "old.tif": "2019-05-01T00:00:00Z"})
    found = first_column(as_raster(str(collection), "visual", tmp_path / "made"))
    assert found == [100] * 10 + [200] * 10
    (tmp_path / "list.csv").write_text("path,date\nnew.tif,2024-05-01\nold.tif,2019-05-01\n")
    assert first_column(as_raster(str(tmp_path / "list.csv"), None, tmp_path / "made")) == found
    (tmp_path / "list.txt").write_text("# the last one is on top\nold.tif\nnew.tif\n")
    assert first_column(as_raster(str(tmp_path / "list.txt"), None, tmp_path / "made")) == found


@pytest.mark.parametrize("declared", ["mask", "alpha"])
def test_a_mask_or_alpha_lets_the_older_scene_through(tmp_path: Path, declared: str) -> None:
    shown = np.full((20, 30), 255, np.uint8)
    shown[:10] = 0
    write_raster(tmp_path / "new.tif", np.full((3, 20, 30), 200, np.uint8), **{declared: shown})
    older = {"alpha": np.full((20, 30), 255, np.uint8)} if declared == "alpha" else {}
    write_raster(tmp_path / "old.tif", np.full((3, 20, 30), 100, np.uint8), **older)
    (tmp_path / "list.txt").write_text("old.tif\nnew.tif\n")
    assert first_column(as_raster(str(tmp_path / "list.txt"), None, tmp_path / "made")) == [100] * 10 + [200] * 10


def test_scenes_in_two_crss_are_joined(tmp_path: Path) -> None:
    write_raster(tmp_path / "old.tif", np.full((3, 40, 60), 100, np.uint8), nodata=0)
    whole = gdal.Open(str(tmp_path / "old.tif"))
    gdal.Warp(str(tmp_path / "new.tif"), whole, dstSRS="EPSG:3857")
    whole = None
    (tmp_path / "list.txt").write_text("old.tif\nnew.tif\n")
    made = gdal.Open(as_raster(str(tmp_path / "list.txt"), None, tmp_path / "made"))
    assert made.GetSpatialRef().GetAuthorityCode(None) == "3857"


def test_a_single_item_is_the_raster_itself(tmp_path: Path) -> None:
    path = scene(tmp_path, "a.tif", 9)
    collection = stac(tmp_path / "items.json", {"a.tif": "2024-05-01T00:00:00Z"})
    assert as_raster(str(collection), "visual", tmp_path) == str(path)


def test_addresses_become_virtual_file_systems(tmp_path: Path) -> None:
    assert as_raster("https://example.org/a.tif", None, tmp_path) == "/vsicurl/https://example.org/a.tif"
    assert as_raster("s3://bucket/a.tif", None, tmp_path) == "/vsis3/bucket/a.tif"
    assert as_raster("a.tif", None, tmp_path) == "a.tif"


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.json", "{", "no STAC"),
        ("a.json", '{"type": "Feature"}', "no STAC"),
        ("a.json", "[]", "no STAC"),
        ("a.csv", "file\nx.tif\n", "columns path and date"),
        ("a.txt", "\n", "names no raster"),
        ("a.txt", "none.tif\nother.tif\n", "cannot be joined"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, name: str, text: str, words: str) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(DataError, match=words):
        as_raster(str(tmp_path / name), None, tmp_path / "made")


def test_an_asset_must_be_named(tmp_path: Path) -> None:
    collection = stac(tmp_path / "items.json", {"a.tif": "2024-05-01T00:00:00Z"})
    with pytest.raises(DataError, match="visual, nir"):
        as_raster(str(collection), None, tmp_path)


class RangeHandler(SimpleHTTPRequestHandler):
    """A file server that answers range requests, as object stores do; http.server alone does not."""

    asked: list[str] = []

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        data, wanted = path.read_bytes(), self.headers.get("Range")
        self.asked.append(wanted or "all")
        if wanted is None:
            self.send_response(200)
        else:
            first, _, last = wanted.removeprefix("bytes=").partition("-")
            begin, end = int(first), min(int(last or len(data) - 1), len(data) - 1)
            self.send_response(206)
            self.send_header("Content-Range", f"bytes {begin}-{end}/{len(data)}")
            data = data[begin : end + 1]
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Accept-Ranges", "bytes")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    RangeHandler.asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(RangeHandler, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


def test_remote_rasters_are_read_by_ranges(tmp_path: Path, served: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    bundle = make_bundle(tmp_path / "difference", threshold=0.2)
    before, after = town()
    pair = [write_raster(tmp_path / f"{name}.tif", data) for name, data in (("b", before), ("a", after))]
    predict.run(Job(bundle, "change", tuple(map(source, pair)), tmp_path / "near.tif"), Recorder())
    remote = tuple(source(as_raster(f"{served}/{path.name}", None, tmp_path), path.stem) for path in pair)
    predict.run(Job(bundle, "change", remote, tmp_path / "far.tif"), Recorder())
    assert np.array_equal(
        gdal.Open(str(tmp_path / "near.tif")).ReadAsArray(), gdal.Open(str(tmp_path / "far.tif")).ReadAsArray()
    )
    assert any(asked != "all" for asked in RangeHandler.asked)
