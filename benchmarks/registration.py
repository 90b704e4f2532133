# SPDX-License-Identifier: GPL-2.0-or-later
"""How well misregistration is measured on real pairs, and what ALIGN gives back to Detect change.

    python -m benchmarks.registration shifts --shared /work/shared/data [--out shifts.json]
    python -m benchmarks.registration detection --shared /work/shared/data [--out detection.json]

shifts: known shifts of 0 to 8 pixels, made by a phase ramp in the spectrum, are added to real pairs. A pair has an
unknown shift of its own, so the answer to the shifted pair is compared with that to the pair itself plus the known
shift. Unrelated images (a before of one place, an after of another) must be refused. detection: F1 of pixels on
labelled pairs as they are, shifted by 3 pixels, and shifted with ALIGN. Figures are in docs/registration.md.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import math
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal
from PIL import Image

from benchmarks.child import ROOT
from noise2map_qgis.engine.feedback import LoggingFeedback
from noise2map_qgis.engine.model.bundle import load_bundle
from noise2map_qgis.engine.predict import Job, run
from noise2map_qgis.engine.raster.scene import Scene, Source
from noise2map_qgis.engine.registration.misregistration import Misregistration, measure_misregistration
from resources.sample.scene import make_scene, write_raster
from resources.sample.score import score_against

# Each pair gets all of them, right and down.
SHIFTS = ((1.0, 0.0), (-1.6, 2.3), (3.0, -2.5), (-4.4, -4.1), (6.2, 5.0))
# Cut from all sides of both dates, so that nothing wrapped around by the spectrum remains.
MARGIN = 12
SETS = {"levir1024": 2, "sjer_nochange": 1, "beijing": 1, "sztaki": 1, "dsifn": 1, "egybcd": 1, "gzcd": 24}
SCENES = (
    ("austin_west", "before.tif", "after.tif"),
    ("austin_west", "before.tif", "after_utm14.tif"),
    ("austin_north", "before.tif", "after.tif"),
    ("austin_north", "before.tif", "after_utm14.tif"),
    ("naip_nd", "naip_20090818.tif", "naip_20120731.tif"),
    ("naip_nd", "naip_20120731.tif", "naip_20160816.tif"),
    ("naip_nd", "naip_20160816.tif", "naip_20200831.tif"),
)
PLACE = (600000.0, 0.5, 0.0, 3340000.0, 0.0, -0.5)
UTM = 32614
THREE = (2.2, -2.1)
TILES = ("train_1", "test_3", "test_12", "test_24", "test_27", "test_29")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("what", choices=("shifts", "detection"))
    parser.add_argument("--shared", type=Path, required=True, help="the folder of shared imagery")
    parser.add_argument("--out", type=Path, help="a JSON file for every single result")
    asked = parser.parse_args()
    gdal.UseExceptions()
    with tempfile.TemporaryDirectory() as folder:
        measure = measure_shifts if asked.what == "shifts" else measure_detection
        results = measure(asked.shared, Path(folder))
    if asked.out:
        asked.out.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


def measure_shifts(shared: Path, folder: Path) -> list[dict[str, Any]]:
    """Print a line a set and return a record a pair."""
    records, by_set = [], {}
    for name, tile, before, after in pairs(shared, folder):
        own = measured(folder, before[:, MARGIN:-MARGIN, MARGIN:-MARGIN], after[:, MARGIN:-MARGIN, MARGIN:-MARGIN])
        record: dict[str, Any] = {"set": name, "tile": tile, **_told(own), "shifted": []}
        for right, down in SHIFTS:
            moved = np.stack([shifted(band, right, down) for band in after])
            cut = (slice(None), slice(MARGIN, -MARGIN), slice(MARGIN, -MARGIN))
            found = measured(folder, before[cut], moved[cut])
            record["shifted"].append({"by": (right, down), **_told(found)})
        records.append(record)
        by_set.setdefault(name, []).append((record, before, after))
        print(json.dumps(record), flush=True)
    for name, group in by_set.items():
        unrelated = 0
        for (_, before, _), (_, _, after) in zip(group, group[1:] + group[:1]):
            rows, cols = (min(a, b) for a, b in zip(before.shape[1:], after.shape[1:]))
            if len(group) > 1 and "austin" not in name and "naip" not in name:
                unrelated += measured(folder, before[:, :rows, :cols], after[:, :rows, :cols]).known
        print(summary(name, [one for one, _, _ in group]), f"unrelated answered {unrelated}", flush=True)
    print(summary("all", records))
    return records


def summary(name: str, records: list[dict[str, Any]]) -> str:
    """Return what the shifted pairs of a set came to: how many were answered, and the errors of those."""
    errors, answered, asked, alone = [], 0, 0, 0
    for record in records:
        for one in record["shifted"]:
            asked += 1
            answered += one["known"]
            if one["known"] and record["known"]:
                away = (one["right"] - record["right"] - one["by"][0], one["down"] - record["down"] - one["by"][1])
                errors.append(math.hypot(*away))
            elif one["known"]:
                alone += 1
    own = [math.hypot(one["right"], one["down"]) for one in records if one["known"]]
    if not errors:
        return f"{name}: {len(records)} pairs, {answered} of {asked} answered"
    return (
        f"{name}: {len(records)} pairs ({len(own)} answered as they are, own shift median {np.median(own):.2f} px); "
        "shifted: "
        f"{answered} of {asked} answered, error median {np.median(errors):.3f}, 95 % {np.percentile(errors, 95):.2f}, "
        "largest "
        f"{max(errors):.2f} px, {np.mean(np.array(errors) <= 0.5):.1%} within half a pixel; {alone} answered only when "
        "shifted;"
    )


def measure_detection(shared: Path, folder: Path) -> list[dict[str, Any]]:
    """Print a line a pair and return a record each."""
    bundle = load_bundle(ROOT / "resources" / "models" / "noise2map-lite")
    records = []
    town = make_scene(folder)
    dataset = gdal.Open(str(town.after))
    place = dataset.GetGeoTransform()
    image = dataset.ReadAsArray()
    epsg = int(dataset.GetSpatialRef().GetAuthorityCode(None))
    moved = folder / "town-moved.tif"
    x, width, _, y, _, height = place
    write_raster(moved, image.transpose(1, 2, 0), (x + 3 * width, width, 0.0, y, 0.0, height), epsg, 0)
    for after, align in (
        (town.after, "off"),
        (town.after, "shift"),
        (moved, "off"),
        (moved, "shift"),
        (moved, "field"),
    ):
        mask = folder / "mask.tif"
        sources = (Source(str(town.before), "before"), Source(str(after), "after"))
        run(Job(bundle, "change", sources, folder / "p.tif", mask, align=align), LoggingFeedback())
        score = score_against(town, mask)
        records.append({"pair": "drawn town", "moved": after == moved, "align": align, "score": score.sentence()})
        print(json.dumps(records[-1]), flush=True)
    for tile in TILES:
        base = shared / "cd" / "levir1024"
        before, after = (read(base / date / f"{tile}.webp") for date in "AB")
        label = np.asarray(Image.open(base / "label" / f"{tile}.png")) > 0
        label = label[MARGIN:-MARGIN, MARGIN:-MARGIN]
        later = np.stack([np.clip(shifted(band, *THREE), 0, 255) for band in after])
        cut = (slice(None), slice(MARGIN, -MARGIN), slice(MARGIN, -MARGIN))
        for kind, image in (("as it is", after), ("moved", later)):
            for align in ("off", "shift", "field"):
                write_raster(folder / "a.tif", before[cut].transpose(1, 2, 0), PLACE, UTM, None)
                write_raster(folder / "b.tif", image[cut].astype(np.uint8).transpose(1, 2, 0), PLACE, UTM, None)
                sources = (Source(str(folder / "a.tif"), "a"), Source(str(folder / "b.tif"), "b"))
                run(Job(bundle, "change", sources, None, folder / "m.tif", align=align), LoggingFeedback())
                mask = gdal.Open(str(folder / "m.tif")).ReadAsArray()
                valid = mask != 255
                hit = int((label & (mask == 1) & valid).sum())
                counts = (hit, int((mask == 1).sum()) - hit, int((label & valid).sum()) - hit)
                records.append({"pair": tile, "kind": kind, "align": align, "counts": counts, "f1": f1(*counts)})
                print(json.dumps(records[-1]), flush=True)
    for kind in ("as it is", "moved"):
        for align in ("off", "shift", "field"):
            chosen = [one["counts"] for one in records if one.get("kind") == kind and one["align"] == align]
            print(kind, align, f"{f1(*np.sum(chosen, axis=0)):.4f}")
    return records


def pairs(shared: Path, folder: Path) -> Iterator[tuple[str, str, np.ndarray, np.ndarray]]:
    """Yield the name of the set and of the tile, and two dates on one grid, `(3, rows, cols) uint8`."""
    for name, step in SETS.items():
        for path in sorted((shared / "cd" / name / "A").iterdir())[::step]:
            before, after = read(path), read(path.parent.parent / "B" / path.name)
            if before.shape == after.shape:
                yield name, path.stem, before, after
    for name, first, second in SCENES:
        base = shared / "scenes" / name
        with Scene((Source(str(base / first), "a"), Source(str(base / second), "b")), card()) as scene:
            image, valid = scene.read(scene.grid.window)
        rows, cols = np.flatnonzero(valid.mean(axis=1) > 0.9), np.flatnonzero(valid.mean(axis=0) > 0.9)
        image = image[:, rows[0] : rows[-1] + 1, cols[0] : cols[-1] + 1]
        yield name, second, image[:3], image[3:]


def read(path: Path) -> np.ndarray:
    """Return an image as `(3, rows, cols) uint8`."""
    return np.asarray(Image.open(path).convert("RGB")).transpose(2, 0, 1)


def card() -> Any:
    """Return the model's card with a range of ground sample distance in which every pair keeps its own pixels."""
    task = load_bundle(ROOT / "resources" / "models" / "noise2map-lite").tasks["change"]
    return dataclasses.replace(task, gsd=(0.01, 100.0))


def measured(folder: Path, before: np.ndarray, after: np.ndarray) -> Misregistration:
    """Measure two dates through files, as a run does."""
    for name, image in (("a", before), ("b", after)):
        pixels = np.clip(np.rint(image), 0, 255).astype(np.uint8).transpose(1, 2, 0)
        write_raster(folder / f"{name}.tif", pixels, PLACE, UTM, None)
    with Scene((Source(str(folder / "a.tif"), "a"), Source(str(folder / "b.tif"), "b")), card()) as scene:
        return measure_misregistration(scene, lambda: None)


def shifted(image: np.ndarray, right: float, down: float) -> np.ndarray:
    """Return an image whose content lies so many pixels further right and down."""
    rows, cols = image.shape
    turn = np.fft.fftfreq(rows)[:, None] * down + np.fft.fftfreq(cols)[None] * right
    return np.fft.ifft2(np.fft.fft2(image.astype(float)) * np.exp(-2j * np.pi * turn)).real


def f1(hit: int, false: int, missed: int) -> float:
    """Return the F1 score of counts of pixels."""
    return 2 * hit / max(2 * hit + false + missed, 1)


def _told(found: Misregistration) -> dict[str, Any]:
    consensus = found.consensus
    return {
        "known": consensus.known, "reason": consensus.reason, "right": consensus.right, "down": consensus.down,
        "uncertainty": consensus.uncertainty, "field": found.field is not None,
    }  # fmt: skip


if __name__ == "__main__":
    main()
