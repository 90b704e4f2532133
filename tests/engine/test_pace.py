# SPDX-License-Identifier: GPL-2.0-or-later
"""The pace of a computer: which tile size follows from it, when it is measured, and how it is kept."""

from __future__ import annotations

import json
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from noise2map_qgis import paths
from noise2map_qgis.engine import memory, pace, predict
from noise2map_qgis.engine.pace import Pace
from noise2map_qgis.engine.session import Session
from noise2map_qgis.engine.tiling import Lattice
from tests.engine.making import Recorder, make_bundle, read_raster, source, town, write_raster


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NOISE2MAP_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


class Device:
    """What ONNX Runtime would be: it answers after a while, and not at all to images larger than it has room for."""

    def __init__(self, seconds_a_pixel: float = 0.0, room: int = 10**9) -> None:
        self.seconds_a_pixel = seconds_a_pixel
        self.room = room
        self.sides: list[int] = []

    def run(self, outputs: list[str], inputs: dict[str, np.ndarray]) -> list[np.ndarray]:
        batch = inputs["image"]
        self.sides.append(batch.shape[2])
        if batch.shape[2] > self.room:
            raise RuntimeError("out of memory")
        time.sleep(batch[:, 0].size * self.seconds_a_pixel)
        return [np.zeros((len(batch), 1, *batch.shape[2:]), np.uint8)]


def session(device: Device, name: str = "CPU", key: str = "a model on a device") -> Session:
    return Session([device], "tiny", name, "int8", (), 1, 2, key)


def quiet(text: str) -> None:
    """Hear nothing."""


# --- what follows from it ---


def area(length: int, side: int, overlap: int) -> int:
    lattice = Lattice.of(length, length, side, overlap)
    return lattice.rows.count * lattice.rows.tile * lattice.cols.count * lattice.cols.tile


def test_where_a_pixel_always_costs_the_same_the_card_s_size_stays() -> None:
    even = Pace({side: side**2 * 1e-6 for side in (384, 512, 768)})
    assert even.best(10_000, 10_000, 64, 768) == 768


def test_a_size_that_is_clearly_quicker_is_taken() -> None:
    slow_when_large = Pace({384: 384**2 * 1e-6, 512: 512**2 * 1e-6, 768: 768**2 * 4e-6})
    best = slow_when_large.best(10_000, 10_000, 64, 768)
    assert 384 <= best <= 512
    assert area(10_000, best, 64) == min(area(10_000, side, 64) for side in range(384, 513, 32))


def test_a_little_quicker_is_not_enough() -> None:
    # At 768 a pixel takes a quarter longer, of which the smaller tiles' overlap eats all but a twentieth.
    near = Pace({384: 384**2 * 1e-6, 512: 512**2 * 1e-6, 768: 768**2 * 1.2e-6})
    assert near.best(10_000, 10_000, 64, 768) == 768


def test_where_the_card_s_size_has_no_room_the_best_of_the_others_is_taken() -> None:
    even = Pace({side: side**2 * 1e-6 for side in (384, 512)})
    best = even.best(10_000, 10_000, 64, 768)
    assert 384 <= best <= 512
    assert area(10_000, best, 64) == min(area(10_000, side, 64) for side in range(384, 513, 32))
    assert Pace({384: 1.0}).best(10_000, 10_000, 64, 768) == 384


@given(
    seconds=st.lists(st.floats(0.01, 10), max_size=3),
    cols=st.integers(1, 30_000),
    rows=st.integers(1, 30_000),
    overlap=st.sampled_from([0, 32, 64, 256, 300]),
)
def test_the_best_size_is_one_that_may_be_asked_for(seconds: list[float], cols: int, rows: int, overlap: int) -> None:
    measured = dict(zip((384, 512, 768), seconds))
    size = Pace(measured).best(cols, rows, overlap, 768)
    assert size == 768 or (size % 32 == 0 and max(384, 2 * overlap) <= size <= max(measured))


# --- how it is measured ---


def test_every_size_is_timed() -> None:
    found = pace.measure(session(Device(seconds_a_pixel=1e-8)), 6, 768)
    assert list(found) == [384, 512, 768]
    for side, seconds in found.items():
        assert seconds >= 2 * side**2 * 1e-8  # in two views
    assert found[768] > found[384]
    assert list(pace.measure(session(Device()), 6, 512)) == [384, 512]
    assert list(pace.measure(session(Device()), 6, 96)) == [96]


def test_a_tile_is_timed_as_a_run_takes_it_on_a_device_many_at_once() -> None:
    device = Device(seconds_a_pixel=1e-8)
    many = session(device, "CUDA")
    assert many.batch(512 * 512) == 8  # in two views, 4 megapixels at once
    found = pace.measure(many, 3, 512)
    assert 2 * 512**2 * 1e-8 <= found[512] < 2 * 512**2 * 1e-8 + 0.05
    assert session(device).batch(512 * 512) == 1


def test_a_device_without_room_is_not_asked_for_more() -> None:
    assert list(pace.measure(session(Device(room=512)), 6, 768)) == [384, 512]


def test_a_slow_model_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "_PATIENCE", 0.015)
    device = Device(seconds_a_pixel=0.05 / 384**2)
    assert pace.measure(session(device), 6, 768) == {}
    assert set(device.sides) == {384}
    # Quick enough for the first size, and foreseen to be too slow for the card's.
    device = Device(seconds_a_pixel=0.005 / 384**2)
    assert pace.measure(session(device), 6, 768) == {}
    assert 768 not in device.sides


def test_memory_that_would_run_short_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    # Tiles of 512 take 100 MB of 400 MB; those of 768 would need 225 MB, more than half of what is left.
    free = iter([400, 400, 400, 300, 300])
    monkeypatch.setattr(pace, "free_memory", lambda: next(free) * 10**6)
    assert list(pace.measure(session(Device()), 6, 768)) == [384, 512]


def test_where_the_system_does_not_tell_all_sizes_are_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "free_memory", lambda: None)
    assert list(pace.measure(session(Device()), 6, 768)) == [384, 512, 768]


@pytest.mark.skipif(not Path("/proc/meminfo").exists(), reason="only Linux has /proc/meminfo")
def test_free_memory_is_less_than_there_is() -> None:
    total = int(Path("/proc/meminfo").read_text().split()[1]) * 1024
    free = memory.free_memory()
    assert free is not None
    assert 0 < free < total


def test_a_system_that_does_not_tell(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(memory, "_MEMINFO", tmp_path / "nothing")
    assert memory.free_memory() is None


def test_a_model_that_stops_while_it_is_measured_still_runs() -> None:
    assert pace.measure(session(Device(room=0)), 6, 768) == {}


# --- how it is kept ---


def test_it_is_measured_once_a_key(home: Path) -> None:
    heard: list[str] = []
    first = pace.of(session(Device()), 6, 768, heard.append)
    assert "once for this model" in heard[0]
    again = Device()
    assert pace.of(session(again), 6, 768, heard.append) == first
    assert (again.sides, len(heard)) == ([], 1)
    pace.of(session(Device(), key="another"), 6, 768, heard.append)
    assert set(json.loads((home / "pace.json").read_text())) == {"a model on a device", "another"}
    assert [path.name for path in home.iterdir()] == ["pace.json"]


def test_a_model_that_is_too_slow_is_not_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "_PATIENCE", 0.0)
    assert pace.of(session(Device(1e-9)), 6, 768, quiet) == Pace({})
    again = Device()
    assert pace.of(session(again), 6, 768, quiet) == Pace({})
    assert again.sides == []
    assert Pace({}).best(10_000, 10_000, 64, 768) == 768


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "[" * 100_000,
        "[]",
        '{"a model on a device": 3}',
        '{"a model on a device": {"big": "slow"}}',
        '{"a model on a device": {"512": 1' + "0" * 400 + "}}",
    ],
)
def test_a_broken_file_is_replaced(home: Path, broken: str) -> None:
    home.mkdir()
    (home / "pace.json").write_text(broken)
    found = pace.of(session(Device()), 6, 768, quiet)
    assert list(found.seconds) == [384, 512, 768]
    assert "512" in json.loads((home / "pace.json").read_text())["a model on a device"]


@pytest.mark.parametrize(
    ("side", "seconds"),
    [("0", "1"), ("-512", "1"), ("500", "1"), ("99999999", "1"), ("384", "1e999"), ("384", "NaN"), ("384", "-1")],
)
def test_what_cannot_have_been_measured_counts_for_nothing(home: Path, side: str, seconds: str) -> None:
    home.mkdir()
    (home / "pace.json").write_text(f'{{"a model on a device": {{"512": 1, "768": 9, "{side}": {seconds}}}}}')
    assert pace.of(session(Device()), 6, 768, quiet) == Pace({512: 1.0, 768: 9.0})


def test_what_was_measured_for_a_card_of_larger_tiles_is_not_used_for_one_of_smaller(home: Path) -> None:
    pace.of(session(Device()), 6, 768, quiet)
    assert list(pace.of(session(Device()), 6, 512, quiet).seconds) == [384, 512]


def test_many_may_keep_their_measures_at_once(home: Path) -> None:
    everything = {str(number): {512: 1.0} for number in range(100)}

    def keep(_: int) -> dict[str, dict[int, float]]:
        pace._write(home / "pace.json", everything)
        return pace._read(home / "pace.json")

    with ThreadPoolExecutor(4) as pool:
        assert all(kept == everything for kept in pool.map(keep, range(200)))
    assert [path.name for path in home.iterdir()] == ["pace.json"]


def test_where_nothing_can_be_kept_runs_go_on(home: Path) -> None:
    home.write_text("a file where the folder should be")
    assert list(pace.of(session(Device()), 6, 768, quiet).seconds) == [384, 512, 768]


# --- what a run makes of it ---


def test_a_large_raster_is_run_at_this_computer_s_best_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    box = make_bundle(tmp_path / "wide", box=9, threshold=0.2, tile_size=256)
    before, after = town(700, 1300)
    pair = (
        source(write_raster(tmp_path / "before.tif", before)),
        source(write_raster(tmp_path / "after.tif", after)),
    )

    def mapped(**options: int) -> tuple[np.ndarray, str]:
        heard = Recorder()
        out = tmp_path / "out.tif"
        predict.run(predict.Job(box, "change", pair, out, **options), heard)
        return read_raster(out)[0], next(line for line in heard.lines if line.startswith("Device"))

    small, line = mapped()
    card = box.tasks["change"]
    assert f"tiles of {Lattice.of(1300, 700, card.tile_size, card.overlap).cols.tile} x" in line
    assert not (paths.user_dir() / "pace.json").exists()

    monkeypatch.setattr(pace, "WORTH", 700 * 1300)
    measured = {128: 1.0, 256: 100.0}
    monkeypatch.setattr(pace, "measure", lambda session, channels, card: measured)
    large, line = mapped()
    best = Pace(measured).best(1300, 700, card.overlap, 256)
    assert best < 200
    assert f"tiles of {Lattice.of(1300, 700, best, card.overlap).cols.tile} x" in line
    np.testing.assert_allclose(large, small, atol=1)
    _, line = mapped(tile_size=160)
    assert f"tiles of {Lattice.of(1300, 700, 160, card.overlap).cols.tile} x" in line
