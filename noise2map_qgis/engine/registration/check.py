# SPDX-License-Identifier: GPL-2.0-or-later
"""Check pair, top to bottom: read both dates, compare, measure, judge; then the report and the corrected image, where
asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import EngineError, OutputError
from ..feedback import Feedback, ProgressCounter
from ..model.bundle import Bundle
from ..output.atomic import AtomicOutputs
from ..output.inputs import InputFiles
from ..raster.displacement import Displacement
from ..raster.gdal_settings import gdal_exceptions
from ..raster.scene import Scene
from ..raster.source import Source
from ..raster.stretch import AUTO
from .alignment import FIELD, SHIFT, choose_displacement, in_words
from .comparison import Comparison, compare, read_overview
from .correction import BENT, CORRECTIONS, MOVED, write_corrected
from .misregistration import Misregistration, measure_misregistration
from .report import report_page
from .verdict import Verdict, judge

_TASK = "change"
_STEPS = 4


@dataclass(frozen=True)
class CheckJob:
    """What to check: two sources, the earlier one first, for a model that detects change.

    report: an HTML file to write. corrected: a GeoTIFF to write of the later image, brought back as `correction` says:
    "shift" writes another position and leaves all values, "resampled" puts its pixels on those of the earlier image,
    "field" also follows a smooth field of shifts, where the images support one. None: not wanted. stretch: see
    `stretch.measure`.
    """

    bundle: Bundle
    sources: tuple[Source, Source]
    report: Path | None = None
    corrected: Path | None = None
    correction: str = MOVED
    stretch: str = AUTO


@dataclass(frozen=True)
class PairCheck:
    """What a check found. applied: what the corrected image was brought back by, None if it was not, or
    not asked for."""

    verdict: Verdict
    comparison: Comparison
    misregistration: Misregistration
    applied: Displacement | None
    gsd_before: float
    gsd_after: float

    def figures(self) -> dict[str, Any]:
        """Return what models and scripts ask for, by name; shifts are 0 where `shift_known` is false."""
        found, comparison = self.misregistration, self.comparison
        known = found.known
        return {
            "verdict": self.verdict.level,
            "align": self.verdict.align,
            "shift_known": known,
            "shift_x": found.east_m if known else 0.0,
            "shift_y": found.north_m if known else 0.0,
            "shift_x_pixels": found.consensus.right if known else 0.0,
            "shift_y_pixels": -found.consensus.down + 0.0 if known else 0.0,
            "shift_uncertainty_pixels": found.consensus.uncertainty if known else float("nan"),
            "field_found": found.field is not None,
            "overlap_share": comparison.overlap_share,
            "valid_share": comparison.valid_share,
            "cloud_share_before": comparison.cloud_before,
            "cloud_share_after": comparison.cloud_after,
            "brightness_difference": comparison.brightness,
            "correlation": comparison.correlation,
            "gsd_before": self.gsd_before,
            "gsd_after": self.gsd_after,
            "corrected": self.applied is not None,
        }


def run_check(job: CheckJob, feedback: Feedback) -> PairCheck:
    """Check a pair. Outputs get their names when all are complete; after an error or a cancel there are none.

    Where no shift can be told, the corrected image is the later image as it is, and a warning says so: a wrong shift is
    worse than none. Raises EngineError of any kind, each with a sentence for the user; Cancelled soon after the
    feedback says so.
    """
    card = job.bundle.tasks.get(_TASK)
    if card is None:
        raise EngineError(f"The model '{job.bundle.name}' does not detect change. Choose one that does.")
    if job.correction not in CORRECTIONS:
        raise EngineError(f"The correction must be one of {', '.join(CORRECTIONS)}, not '{job.correction}'.")
    counter = ProgressCounter(feedback)
    inputs = InputFiles(tuple((source.name, source.path) for source in job.sources))
    with AtomicOutputs(inputs, feedback.log) as atomic, gdal_exceptions():
        wanted = atomic.paths({"report": job.report, "corrected": job.corrected})
        with Scene(job.sources, card, job.stretch, counter.check) as scene:
            for line in scene.describe():
                feedback.log(line)
            overview = read_overview(scene)
            comparison = compare(overview)
            _step(feedback, counter, 1)
            found = measure_misregistration(scene, counter.check)
            _step(feedback, counter, 2)
            verdict = judge(scene, card, comparison, found)
            applied = None
            if "corrected" in wanted:
                applied = _correct(wanted["corrected"], job, scene, found, feedback)
            _step(feedback, counter, 3)
            if "report" in wanted:
                shown = choose_displacement(found, FIELD, scene)
                page = report_page(scene, job.bundle, overview, comparison, found, verdict, shown)
                _write(wanted["report"], page, job.report)
            sizes = [max(layer.aligned.raster.gsd) for layer in scene.layers]
            for finding in verdict.findings:
                (feedback.log if finding.level == "good" else feedback.warn)(f"{finding.subject}: {finding.text}")
            feedback.log(f"{verdict.text} Align for Detect change: {verdict.align}.")
        _step(feedback, counter, _STEPS)
        atomic.commit()
    return PairCheck(verdict, comparison, found, applied, sizes[0], sizes[1])


def _correct(
    path: Path, job: CheckJob, scene: Scene, found: Misregistration, feedback: Feedback
) -> Displacement | None:
    displacement = choose_displacement(found, FIELD if job.correction == BENT else SHIFT, scene)
    name = scene.layers[1].name
    if displacement is None:
        feedback.warn(f"{in_words(found, name)} The corrected image is '{name}' where it was.")
    chosen = displacement or Displacement.uniform(0.0, 0.0)
    write_corrected(path, scene.layers[1].aligned.raster, scene.grid, chosen, job.correction != MOVED)
    return displacement


def _write(path: Path, page: str, final: Path | None) -> None:
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        raise OutputError(f"The report {final} cannot be written ({error.strerror}); choose another place.") from error


def _step(feedback: Feedback, counter: ProgressCounter, done: int) -> None:
    feedback.progress(done, _STEPS)
    counter.check()
