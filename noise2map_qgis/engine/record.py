# SPDX-License-Identifier: GPL-2.0-or-later
"""What a run follows from, resolved: written into its outputs, and compared before an interrupted run is continued."""

from __future__ import annotations

import hashlib
import importlib
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from osgeo import gdal

from .job import ResolvedJob
from .model.bundle import ModelFile
from .model.session import Session
from .output.fingerprint import Fingerprint
from .output.provenance import Provenance
from .raster.area_of_interest import Area
from .version import VERSION

# Settings that change no pixel of the probability: a run may be continued with others.
_AFTER_THE_MAP = ("threshold", "high_threshold", "min_area", "shape", "simplify")


@dataclass(frozen=True)
class InputState:
    """The files that a run reads, as they were when it began: a name for the user and a fingerprint of each data
    source.
    """

    sources: tuple[tuple[str, Fingerprint], ...]

    @classmethod
    def of(cls, job: ResolvedJob) -> InputState:
        """Take the fingerprints of a job's inputs, images first."""
        return cls(tuple((name, Fingerprint.of(source)) for name, source in job.inputs.sources))

    def check(self) -> list[str]:
        """Return the files that were removed since; raises RasterError if one was changed."""
        return [file for name, fingerprint in self.sources for file in fingerprint.check(name)]


def provenance_of(job: ResolvedJob, session: Session, inputs: InputState) -> Provenance:
    """Return how the outputs of a run are made."""
    file = _file(job, session)
    return Provenance(
        task=job.task,
        model={
            "name": job.bundle.name,
            "file": file.path.name,
            "sha256": file.sha256,
            "weights_sha256": file.weights.sha256 if file.weights is not None else None,
            "precision": session.precision,
        },
        inputs=tuple(
            {
                **{key: value for key, value in asdict(source).items() if value and key != "name"},
                "fingerprint": fingerprint.digest,
            }
            for source, (_, fingerprint) in zip(job.sources, inputs.sources)
        ),
        areas=tuple(_area(area) for area in job.areas),
        settings={
            "threshold": job.threshold,
            "high_threshold": job.high_threshold,
            "min_area": job.min_area,
            "shape": job.shape.kind,
            "simplify": job.shape.tolerance,
            "stretch": job.stretch,
            "timestep": job.timestep,
            "device": session.device,
            "tile_size": job.tile_size,
            "overlap": job.overlap,
            "views": job.views,
            "align": job.align,
        },
        versions={
            "noise2map": VERSION,
            "onnxruntime": str(importlib.import_module("onnxruntime").__version__),
            "gdal": str(gdal.__version__),
            "numpy": str(np.__version__),
        },
    )


def manifest_of(provenance: Provenance, inputs: InputState) -> dict[str, Any]:
    """Return what must be the same for a run to be continued: all that the pixels of the probability follow from."""
    settings = {name: value for name, value in provenance.settings.items() if name not in _AFTER_THE_MAP}
    return {
        "task": provenance.task,
        "model": provenance.model,
        "inputs": [provenance.inputs, [fingerprint.files for _, fingerprint in inputs.sources]],
        "areas": provenance.areas,
        "settings": settings,
        "versions": provenance.versions,
    }


def _file(job: ResolvedJob, session: Session) -> ModelFile:
    """Return the file that the session runs."""
    file = job.card.file(job.timestep, session.precision)
    if file is None:  # the session was opened from this card
        raise LookupError(session.precision)
    return file


def _area(area: Area) -> dict[str, Any]:
    found: dict[str, Any] = {"crs": area.crs_wkt}
    if area.extent is not None:
        found["extent"] = area.extent
    if area.polygons:
        digest = hashlib.sha256(b"".join(area.polygons)).hexdigest()
        found = {**found, "source": area.source, "polygons": len(area.polygons), "sha256": digest}
    return found
