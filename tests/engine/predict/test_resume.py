# SPDX-License-Identifier: GPL-2.0-or-later
"""A run that was interrupted is continued: the same bytes as an unbroken run, and never pieces of another map."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from noise2map_qgis.engine import predict
from noise2map_qgis.engine.errors import Cancelled, EngineError, OutputError, RasterError
from noise2map_qgis.engine.model import session
from noise2map_qgis.engine.model.bundle import Bundle
from noise2map_qgis.engine.output import outputs
from noise2map_qgis.engine.output.progress_file import SUFFIX
from noise2map_qgis.engine.predict import Area, Source, run
from tests.engine.making import METRE_GRID, UTM, Recorder, make_bundle, reference, source, town, write_raster
from tests.engine.running import job, left_behind

X, _, _, Y, _, _ = METRE_GRID
OPTIONS: dict[str, Any] = {"tile_size": 96, "overlap": 32}


@pytest.fixture
def wide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Source, Source]:
    """A pair of several column strips, with a hole in the data."""
    monkeypatch.setattr(predict, "STRIP_COLS", 150)
    before, after = town(330, 400)
    after[:, 40:120, 90:230] = 0
    return (
        source(write_raster(tmp_path / "before.tif", before)),
        source(write_raster(tmp_path / "after.tif", after, nodata=0)),
    )


def outputs_in(folder: Path) -> dict[str, Path]:
    folder.mkdir(exist_ok=True)
    names = {"probability": "out.tif", "mask": "out-mask.tif", "polygons": "out.gpkg"}
    return {kind: folder / name for kind, name in names.items()}


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def tiles_inferred(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    calls, run_batch = [0], session.Session.run

    def counted(self: session.Session, batch: np.ndarray) -> np.ndarray:
        calls[0] += len(batch)
        return run_batch(self, batch)

    monkeypatch.setattr(session.Session, "run", counted)
    return calls


@pytest.mark.parametrize("stop_after", [1, 4, 7, 12, 13, 16, 20, 24])
@pytest.mark.parametrize("area", [False, True])
def test_a_run_that_was_stopped_ends_with_the_bytes_of_an_unbroken_one(
    box: Bundle, wide: tuple[Source, Source], tmp_path: Path, stop_after: int, area: bool
) -> None:
    part = Area(reference(UTM).ExportToWkt(), (X + 20, Y - 150, X + 190, Y - 11))
    options = {**OPTIONS, "areas": (part,) if area else ()}
    whole = outputs_in(tmp_path / "whole")
    result = run(job(box, wide, tmp_path, **whole, **options), Recorder())
    broken = outputs_in(tmp_path / "broken")
    stopped = Recorder(stop_after)
    try:
        run(job(box, wide, tmp_path, **broken, **options, resume=True), stopped)
    except Cancelled:
        assert [path.name for path in (tmp_path / "broken").iterdir()] == ["out.tif" + SUFFIX]
    heard = Recorder()
    again = run(job(box, wide, tmp_path, **broken, **options, resume=True), heard)
    assert contents(tmp_path / "broken") == contents(tmp_path / "whole")
    assert len(list((tmp_path / "broken").iterdir())) == 3
    for figure in ("positive_area_m2", "valid_area_m2", "polygon_count", "tiles", "tiles_skipped"):
        assert getattr(again, figure) == getattr(result, figure)
    assert heard.done[-1] == heard.total == result.tiles


def test_only_what_is_missing_is_inferred(
    box: Bundle, wide: tuple[Source, Source], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = tiles_inferred(monkeypatch)
    files = outputs_in(tmp_path / "out")
    with pytest.raises(Cancelled):
        run(job(box, wide, tmp_path, **files, **OPTIONS, resume=True), Recorder(28))
    first, calls[0] = calls[0], 0
    run(job(box, wide, tmp_path, **files, **OPTIONS, resume=True), Recorder())
    assert 0 < calls[0] < first / 2


def test_a_map_that_was_complete_is_not_made_again(
    box: Bundle, wide: tuple[Source, Source], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk was full when the outputs were completed; the threshold may be another one in the second run."""
    calls = tiles_inferred(monkeypatch)
    files = outputs_in(tmp_path / "out")

    def full(*arguments: Any) -> None:
        raise OutputError("The output cannot be written.")

    with monkeypatch.context() as patch:
        patch.setattr(outputs.Outputs, "finish", full)
        with pytest.raises(OutputError):
            run(job(box, wide, tmp_path, **files, **OPTIONS, resume=True), Recorder())
    calls[0] = 0
    other = {"threshold": 0.35, "min_area": 9.0}
    run(job(box, wide, tmp_path, **files, **OPTIONS, **other, resume=True), Recorder())
    assert calls[0] == 0
    run(job(box, wide, tmp_path, **outputs_in(tmp_path / "whole"), **OPTIONS, **other), Recorder())
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


@pytest.mark.parametrize("changed", ["input", "model", "settings", "areas"])
def test_pieces_of_another_map_are_not_used(
    box: Bundle, wide: tuple[Source, Source], tmp_path: Path, changed: str
) -> None:
    files = outputs_in(tmp_path / "out")
    with pytest.raises(Cancelled):
        run(job(box, wide, tmp_path, **files, **OPTIONS, resume=True), Recorder(20))
    options, bundle = dict(OPTIONS), box
    if changed == "input":
        path = Path(wide[1].path)
        kept = path.stat()
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 0xFF
        path.write_bytes(data)
        os.utime(path, ns=(kept.st_atime_ns, kept.st_mtime_ns))  # neither size nor time tells
    elif changed == "model":
        bundle = make_bundle(tmp_path / "other", box=5, threshold=0.2)
    elif changed == "settings":
        options["overlap"] = 48
    else:
        options["areas"] = (Area(reference(UTM).ExportToWkt(), (X, Y - 150, X + 150, Y)),)
    heard = Recorder()
    run(job(bundle, wide, tmp_path, **files, **options, resume=True), heard)
    assert any("was made from something else" in text and changed in text for text in heard.warnings)
    run(job(bundle, wide, tmp_path, **outputs_in(tmp_path / "whole"), **options), Recorder())
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty", "manifest"])
def test_damaged_pieces_are_made_again(box: Bundle, wide: tuple[Source, Source], tmp_path: Path, damage: str) -> None:
    files = outputs_in(tmp_path / "out")
    with pytest.raises(Cancelled):
        run(job(box, wide, tmp_path, **files, **OPTIONS, resume=True), Recorder(24))
    kept = tmp_path / "out" / ("out.tif" + SUFFIX)
    pieces = kept / "pieces.bin"
    data = bytearray(pieces.read_bytes())
    if damage == "cut":
        data = data[: len(data) * 2 // 3]
    elif damage == "flipped":
        data[len(data) // 2] ^= 1
    elif damage == "empty":
        data.clear()
    else:
        (kept / "manifest.json").write_text("{")
    pieces.write_bytes(data)
    run(job(box, wide, tmp_path, **files, **OPTIONS, resume=True), Recorder())
    run(job(box, wide, tmp_path, **outputs_in(tmp_path / "whole"), **OPTIONS), Recorder())
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


def test_two_runs_do_not_write_one_progress_file(box: Bundle, wide: tuple[Source, Source], tmp_path: Path) -> None:
    files = outputs_in(tmp_path / "out")

    class Meanwhile(Recorder):
        said = ""

        def progress(self, done: int, total: int) -> None:
            super().progress(done, total)
            if done == 3:
                with pytest.raises(OutputError) as refused:
                    run(job(box, wide, tmp_path, **files, **OPTIONS, resume=True), Recorder())
                self.said = str(refused.value)

    heard = Meanwhile()
    run(job(box, wide, tmp_path, **files, **OPTIONS, resume=True), heard)
    assert "Another run is using the folder" in heard.said


def test_without_resume_nothing_is_kept_and_what_was_kept_goes_when_the_output_is_complete(
    box: Bundle, wide: tuple[Source, Source], tmp_path: Path
) -> None:
    files = outputs_in(tmp_path / "out")
    with pytest.raises(Cancelled):
        run(job(box, wide, tmp_path, **files, **OPTIONS), Recorder(20))
    assert list((tmp_path / "out").iterdir()) == []
    with pytest.raises(Cancelled):
        run(job(box, wide, tmp_path, **files, **OPTIONS, resume=True), Recorder(20))
    run(job(box, wide, tmp_path, **files, **OPTIONS), Recorder())
    assert len(list((tmp_path / "out").iterdir())) == 3


@pytest.mark.parametrize("what", ["changed", "truncated", "removed"])
def test_an_input_that_others_touch_meanwhile(
    difference: Bundle, wide: tuple[Source, Source], tmp_path: Path, what: str
) -> None:
    path = Path(wide[0].path)

    class Meanwhile(Recorder):
        def progress(self, done: int, total: int) -> None:
            super().progress(done, total)
            if done == 3:
                if what == "changed":
                    os.utime(path, ns=(1, 1))
                elif what == "truncated":
                    os.truncate(path, 10_000)
                else:
                    path.unlink()

    heard = Meanwhile()
    if what == "removed":
        run(job(difference, wide, tmp_path, **OPTIONS), heard)
        assert any(f"{path} was removed while the map was made" in text for text in heard.warnings)
    else:
        sentence = "was changed while the map was made|cannot be read near"
        with pytest.raises((RasterError, EngineError), match=sentence):
            run(job(difference, wide, tmp_path, **OPTIONS), heard)
        assert left_behind(tmp_path) == []
