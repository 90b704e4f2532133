# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs that are killed, or run out of disk, memory or open files, leave whole files and end in a sentence."""

from __future__ import annotations

import gc
import os
import random
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from noise2map_qgis.engine.errors import EngineError
from noise2map_qgis.engine.model.bundle import Bundle
from noise2map_qgis.engine.predict import Source, run
from tests.engine.making import Recorder, source, write_raster
from tests.engine.running import job

resource = pytest.importorskip("resource")
NAMES = {"probability": "out.tif", "mask": "out-mask.tif", "polygons": "out.gpkg"}


@pytest.fixture
def noise(tmp_path: Path) -> tuple[Source, Source]:
    generator = np.random.default_rng(0)
    images = generator.integers(0, 255, (2, 3, 700, 700)).astype(np.uint8)
    return tuple(source(write_raster(tmp_path / f"{n}.tif", image)) for n, image in zip(("b", "a"), images))


def files_in(folder: Path) -> dict[str, Path]:
    folder.mkdir(exist_ok=True)
    return {kind: folder / name for kind, name in NAMES.items()}


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def in_a_process(work: Callable[[], Any]) -> int:
    """Do something in a copy of this process; its exit status is 0 if all went well and 3 after an EngineError."""
    child = os.fork()
    if child == 0:
        status = 4
        try:
            work()
            status = 0
        except EngineError as error:
            status = 3
            os.write(2, f"{error}\n".encode())
        except BaseException:
            os.write(2, traceback.format_exc().encode())
        finally:
            os._exit(status)
    return child


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("resume", [False, True])
def test_killed_at_a_random_moment(
    box: Bundle, noise: tuple[Source, Source], tmp_path: Path, seed: int, resume: bool
) -> None:
    """`benchmarks/kills.py` does it a hundred times with the bundled model."""
    folder, whole = tmp_path / "out", tmp_path / "whole"
    options: dict[str, Any] = {"tile_size": 96, "threshold": 0.4}
    work = job(box, noise, tmp_path, **files_in(folder), **options, resume=resume)
    begun = time.monotonic()
    os.waitpid(in_a_process(lambda: run(job(box, noise, tmp_path, **files_in(whole), **options), Recorder())), 0)
    length = time.monotonic() - begun
    os.waitpid(in_a_process(lambda: run(job(box, noise, tmp_path, **files_in(folder), threshold=0.3), Recorder())), 0)
    old, new = contents(folder), contents(whole)
    child = in_a_process(lambda: run(work, Recorder()))
    time.sleep(random.Random(seed).uniform(0, length))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    left = contents(folder)
    assert left.keys() == new.keys()
    assert all(data in (old[name], new[name]) for name, data in left.items())
    os.waitpid(in_a_process(lambda: run(work, Recorder())), 0)
    assert contents(folder) == new
    assert not [path for path in folder.iterdir() if path.is_dir()]


@pytest.mark.parametrize("megabytes", [8, 30, 60, 120, 250])
def test_out_of_memory(box: Bundle, noise: tuple[Source, Source], tmp_path: Path, megabytes: int) -> None:
    def work() -> None:
        used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + (megabytes << 20),) * 2)
        run(job(box, noise, tmp_path, **files_in(tmp_path / "out"), tile_size=512), Recorder())

    if not Path("/proc/self/statm").exists():
        pytest.skip("tells its size in another way")
    _, status = os.waitpid(in_a_process(work), 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in (0, 3)
    assert len(contents(tmp_path / "out")) == (3 if code == 0 else 0)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """A function that mounts a file system of so many KiB; skips where that is not allowed."""
    mounted = []

    def mount(kilobytes: int) -> Path:
        folder = tmp_path / f"disk{kilobytes}"
        folder.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder)]
        try:
            subprocess.run(command, check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError):
            pytest.skip("no file system can be mounted here")
        mounted.append(folder)
        return folder

    yield mount
    gc.collect()
    for folder in mounted:
        subprocess.run(["umount", str(folder)], check=False)


@pytest.mark.parametrize("kilobytes", [4, 60, 200, 350, 500])
@pytest.mark.parametrize("resume", [False, True])
def test_out_of_disk(
    box: Bundle,
    noise: tuple[Source, Source],
    tmp_path: Path,
    small_disk: Callable[[int], Path],
    kilobytes: int,
    resume: bool,
) -> None:
    disk = small_disk(kilobytes)
    files = {kind: disk / name for kind, name in NAMES.items()}
    work = job(box, noise, tmp_path, **files, tile_size=96, resume=resume)
    with pytest.raises(EngineError, match="cannot be written"):
        run(work, Recorder())
    assert contents(disk) == {}
    if resume and kilobytes >= 200:
        whole = files_in(tmp_path / "whole")
        subprocess.run(["mount", "-o", "remount,size=100m", str(disk)], check=True)
        run(work, Recorder())
        run(job(box, noise, tmp_path, **whole, tile_size=96), Recorder())
        assert contents(disk) == contents(tmp_path / "whole")


@pytest.mark.skipif(sys.platform != "linux", reason="counts open files in /proc")
def test_many_runs_open_no_more_files_and_take_no_more_memory_than_few(difference: Bundle, tmp_path: Path) -> None:
    """`benchmarks/kills.py --runs 1000` counts a thousand runs."""
    images = np.random.default_rng(0).integers(0, 255, (2, 3, 40, 40)).astype(np.uint8)
    pair = tuple(source(write_raster(tmp_path / f"{n}.tif", image)) for n, image in enumerate(images))
    work = job(difference, pair, tmp_path, **files_in(tmp_path / "out"))
    figures = []
    for number in range(40):
        run(work, Recorder())
        if number in (9, 39):
            gc.collect()
            memory = int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()
            figures.append((len(os.listdir("/proc/self/fd")), memory))
    assert figures[1][0] == figures[0][0]
    assert figures[1][1] < figures[0][1] + (16 << 20)
