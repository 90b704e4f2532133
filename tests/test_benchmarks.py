# SPDX-License-Identifier: GPL-2.0-or-later
"""The bench on a raster of a few pixels: what it makes, what it measures, and what it says about it."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from osgeo import gdal

from benchmarks import child, rasters, report, table


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of rasters that holds a little town already, as drawing one takes seconds."""
    np.save(tmp_path / "town-1.npy", np.random.default_rng(0).integers(5, 250, (2, 3, 70, 90)).astype(np.uint8))
    return tmp_path


def run(seconds: float, side: int = 4000, peak: float = 500.0) -> dict[str, object]:
    return {
        "side": side, "seconds": seconds, "efficiency": 2 / seconds, "peak_mb": peak,
        "megapixels": side * side / 1e6,
        "floor_ms": 10.0, "polygons": 7, "parts": {"network": 1.0, "read and decode": 0.2, "join tiles": 0.1},
    }  # fmt: skip


def test_pairs_are_of_any_size_and_partly_empty(town: Path) -> None:
    made = rasters.pair(town, 200, empty=0.9)
    before, after = (gdal.Open(str(path)) for path in (made.before, made.after))
    assert (before.RasterXSize, after.RasterYSize, before.RasterCount) == (200, 200, 3)
    assert before.GetGeoTransform() == after.GetGeoTransform()
    data = rasters._read(before)
    assert (data[:, :20] > 0).all()
    assert (data[:, 20:] == 0).all()
    assert before.GetRasterBand(1).GetNoDataValue() == 0
    assert np.abs(data[:, :20, :90].astype(int) - np.load(town / "town-1.npy")[0, :, :20]).max() <= 2


def test_a_clock_leaves_out_what_is_clocked_itself() -> None:
    class Work:
        def outer(self) -> str:
            return self.inner()

        def inner(self) -> str:
            for _ in range(10000):
                pass
            return "done"

    clock = child.Clock()
    clock.wrap(Work, "outer", "out")
    clock.wrap(Work, "inner", "in")
    assert Work().outer() == "done"
    assert 0 <= clock.seconds["out"] < clock.seconds["in"]


def test_worse_ratios_are_marked() -> None:
    found = {"runs": {"change-4000": run(5.0)}, "empty_to_full": 0.5, "dense_to_plain": 1.5}
    lines = table.compare(found, {"efficiency change-4000": 0.8, "empty to full": 0.2, "dense to plain": 1.4})
    assert [line.endswith("WORSE") for line in lines] == [True, True, False]


def test_the_page_tells_aims_missed_and_met(tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    page = tmp_path / "performance.md"
    page.write_text(f"before\n{report.BEGIN}\nold\n{report.END}\nafter\n")
    found = {
        "runs": {"change-2000": run(1.0, 2000), "change-4000": run(4.0, peak=900.0)},
        "import_seconds": 0.05,
    }
    report.write({**found, "onnxruntime_at_import": False}, tmp_path)
    text = page.read_text()
    assert text.startswith("before\n")
    assert text.endswith("\nafter\n")
    assert "old" not in text
    assert "| efficiency, 4,000² pair | at least 0.80 | 0.50 | **no** |" in text
    assert "| memory, largest peak | 800 MB | 900 MB | **no** |" in text
    assert "| importing the provider | 100 ms | 50 ms | yes |" in text
    for name in ("size", "parts"):
        ElementTree.fromstring((tmp_path / "images" / f"performance-{name}.svg").read_text())
