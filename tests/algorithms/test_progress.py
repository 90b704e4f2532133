# SPDX-License-Identifier: GPL-2.0-or-later
"""Progress rises tile by tile, the log can be read, and Cancel stops at once and leaves nothing."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsProcessingContext

from noise2map_qgis.algorithms.feedback import ProcessingFeedback
from tests.algorithms.recorder import Recorder
from tests.sample_pair import write_raster


def _run(provider, values, feedback):
    form = provider.algorithm("detectchange").create()
    return form.run({"MODEL": "tiny", **values}, QgsProcessingContext(), feedback)


def _outputs(tmp_path):
    (tmp_path / "out").mkdir()
    names = {"PROBABILITY": "p.tif", "CHANGE_MASK": "m.tif", "POLYGONS": "c.gpkg"}
    return {name: str(tmp_path / "out" / file) for name, file in names.items()}


def test_progress_rises_to_the_end_and_the_log_reads(provider, pair, tmp_path):
    feedback = Recorder()
    _results, good = _run(provider, {"BEFORE": pair.before, "AFTER": pair.after, **_outputs(tmp_path)}, feedback)
    assert good
    assert len(feedback.steps) > 3
    assert feedback.steps == sorted(feedback.steps)
    assert feedback.steps[-1] == 100
    log = "\n".join(feedback.texts)
    assert "CPU" in log
    assert "m² found" in log
    assert "Tile" in log


def test_cancel_leaves_no_output(provider, pair, tmp_path):
    feedback = Recorder(cancel_at=20)
    results, _good = _run(provider, {"BEFORE": pair.before, "AFTER": pair.after, **_outputs(tmp_path)}, feedback)
    assert results == {}
    assert list((tmp_path / "out").iterdir()) == []


def test_cancel_acts_at_the_next_tile(provider, tmp_path):
    """On an image of nine megapixels, which has hundreds of tiles."""
    rng = np.random.default_rng(1)
    ground = rng.integers(0, 255, (3, 3000, 3000), np.uint8)
    before = write_raster(tmp_path / "before.tif", ground)
    after = write_raster(tmp_path / "after.tif", ground[:, ::-1].copy())
    feedback = Recorder(cancel_at=1)
    results, _good = _run(provider, {"BEFORE": before, "AFTER": after, **_outputs(tmp_path)}, feedback)
    assert results == {}
    assert len([step for step in feedback.steps if step >= 1]) <= 3
    assert list((tmp_path / "out").iterdir()) == []


def test_the_log_is_not_flooded_with_tiles():
    feedback = Recorder()
    engine_feedback = ProcessingFeedback(feedback)
    for done in range(1, 1001):
        engine_feedback.progress(done, 1000)
    assert len(feedback.texts) <= 11
    assert len(feedback.steps) == 1000
