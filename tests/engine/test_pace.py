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
from noise2map_qgis.engine.bundle import Bundle
from noise2map_qgis.engine.errors import EngineError
from noise2map_qgis.engine.pace import Pace
from noise2map_qgis.engine.session import Session
from noise2map_qgis.engine.tiling import Lattice
from tests.engine.making import Recorder, read_raster, source, town, write_raster


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


def test_where_a_pixel_always_costs_the_same_larger_tiles_win() -> None:
    even = Pace({side: side**2 * 1e-6 for side in pace.SIDES})
    best = even.best(10_000, 10_000, 64, 0)
    covered = {side: area(10_000, side, 64) for side in range(512, 1057, 32)}
    assert covered[best] == min(covered.values()) < covered[512]


def test_where_large_tiles_are_slow_small_ones_win() -> None:
    assert Pace({512: 1.0, 768: 4.0, 1056: 9.0}).best(10_000, 10_000, 64, 0) == 512


def area(length: int, side: int, overlap: int) -> int:
    lattice = Lattice.of(length, length, side, overlap)
    return lattice.rows.count * lattice.rows.tile * lattice.cols.count * lattice.cols.tile


@given(
    seconds=st.lists(st.floats(0.01, 10), min_size=2, max_size=3),
    cols=st.integers(1, 30_000),
    rows=st.integers(1, 30_000),
    overlap=st.sampled_from([0, 32, 64, 256, 600]),
)
def test_the_best_size_is_one_that_may_be_asked_for(seconds: list[float], cols: int, rows: int, overlap: int) -> None:
    measured = dict(zip(pace.SIDES, seconds))
    size = Pace(measured).best(cols, rows, overlap, 2048)
    assert size == 2048 or (size % 32 == 0 and max(512, 2 * overlap) <= size <= max(measured))
    assert (size == 2048) == (2 * overlap > max(measured))


@pytest.mark.parametrize("measured", [{}, {512: 1.0}])
def test_too_little_to_tell(measured: dict[int, float]) -> None:
    assert Pace(measured).best(10_000, 10_000, 64, 768) == 768


# --- how it is measured ---


def test_every_size_is_timed() -> None:
    found = pace.measure(session(Device(seconds_a_pixel=1e-8)), 6)
    assert list(found) == list(pace.SIDES)
    for side, seconds in found.items():
        assert seconds >= side**2 * 1e-8
    assert found[1056] > found[512]


def test_a_tile_is_timed_as_a_run_takes_it_on_a_device_many_at_once() -> None:
    device = Device(seconds_a_pixel=1e-8)
    many = session(device, "CUDA")
    assert many.batch(512 * 512) == 8  # in two views, 4 megapixels at once
    found = pace.measure(many, 3)
    assert found[512] < 2 * 512**2 * 1e-8 + 0.05
    assert session(device).batch(512 * 512) == 1


def test_a_device_without_room_is_not_asked_for_more() -> None:
    device = Device(room=768)
    assert list(pace.measure(session(device), 6)) == [512, 768]


def test_a_slow_model_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "_PATIENCE", 0.03)
    device = Device(seconds_a_pixel=0.05 / 512**2)
    assert pace.measure(session(device), 6) == {}
    assert device.sides == [512]
    # Quick enough for the first size, and foreseen to be too slow for the next but one.
    assert list(pace.measure(session(Device(seconds_a_pixel=0.01 / 512**2)), 6)) == [512, 768]


def test_memory_that_would_run_short_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    # Tiles of 512 take 100 MB of 400 MB; those of 768 would need 225 MB, more than half of what is left.
    free = iter([400, 300, 300])
    monkeypatch.setattr(pace, "free_memory", lambda: next(free) * 10**6)
    assert list(pace.measure(session(Device()), 6)) == [512]


def test_where_the_system_does_not_tell_all_sizes_are_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "free_memory", lambda: None)
    assert list(pace.measure(session(Device()), 6)) == list(pace.SIDES)


@pytest.mark.skipif(not Path("/proc/meminfo").exists(), reason="only Linux has /proc/meminfo")
def test_free_memory_is_less_than_there_is() -> None:
    total = int(Path("/proc/meminfo").read_text().split()[1]) * 1024
    free = memory.free_memory()
    assert free is not None
    assert 0 < free < total


def test_a_system_that_does_not_tell(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(memory, "_MEMINFO", tmp_path / "nothing")
    assert memory.free_memory() is None


# --- how it is kept ---


def test_it_is_measured_once_a_key(home: Path) -> None:
    heard: list[str] = []
    first = pace.of(session(Device()), 6, heard.append)
    assert "once for this model" in heard[0]
    again = Device()
    assert pace.of(session(again), 6, heard.append) == first
    assert (again.sides, len(heard)) == ([], 1)
    pace.of(session(Device(), key="another"), 6, heard.append)
    assert set(json.loads((home / "pace.json").read_text())) == {"a model on a device", "another"}
    assert [path.name for path in home.iterdir()] == ["pace.json"]


def test_a_model_that_is_too_slow_is_not_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "_PATIENCE", 0.0)
    assert pace.of(session(Device(1e-9)), 6, quiet) == Pace({})
    again = Device()
    assert pace.of(session(again), 6, quiet) == Pace({})
    assert again.sides == []


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
    found = pace.of(session(Device()), 6, quiet)
    assert list(found.seconds) == list(pace.SIDES)
    assert "512" in json.loads((home / "pace.json").read_text())["a model on a device"]


@pytest.mark.parametrize("side", ["0", "-512", "99999999"])
@pytest.mark.parametrize("seconds", ["1e-9", "1e999", "NaN"])
def test_what_cannot_have_been_measured_counts_for_nothing(home: Path, side: str, seconds: str) -> None:
    home.mkdir()
    (home / "pace.json").write_text(f'{{"a model on a device": {{"512": 1, "{side}": {seconds}}}}}')
    assert pace.of(session(Device()), 6, quiet).best(20_000, 20_000, 64, 640) == 640


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
    assert list(pace.of(session(Device()), 6, quiet).seconds) == list(pace.SIDES)


# --- what a run makes of it ---


def test_a_large_raster_is_run_at_this_computer_s_best_size(
    box: Bundle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
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
    monkeypatch.setattr(pace, "measure", lambda session, channels: {512: 1.0, 768: 1.5, 1056: 100.0})
    large, line = mapped()
    best = Pace({512: 1.0, 768: 1.5, 1056: 100.0}).best(1300, 700, card.overlap, 0)
    assert f"tiles of {Lattice.of(1300, 700, best, card.overlap).cols.tile} x" in line
    np.testing.assert_allclose(large, small, atol=1)
    _, line = mapped(tile_size=256)
    assert f"tiles of {Lattice.of(1300, 700, 256, card.overlap).cols.tile} x" in line


def test_a_model_that_stops_while_it_is_measured_still_runs(box: Bundle, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(self: Session, batch: np.ndarray) -> np.ndarray:
        raise EngineError("no room")

    monkeypatch.setattr(Session, "answer", stop)
    assert pace.measure(session(Device()), 6) == {}
