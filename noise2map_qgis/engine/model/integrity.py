# SPDX-License-Identifier: GPL-2.0-or-later
"""What is checked of a model's files before ONNX Runtime opens them. Each fault is a BundleError that names the file
and what to do."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterable
from pathlib import Path

from ..errors import BundleError
from .onnx_file.check import LARGEST_FILE, check_operators, memory_needed
from .onnx_file.external_data import external_files
from .onnx_file.graph import read_onnx
from .onnx_file.shape_rules import Shape

_TRUST = "Get the model '{name}' from a source you trust"


def check_file(path: Path, name: str) -> None:
    """Raise BundleError if a file of the model `name` is missing, is no regular file, or is larger than a model's file
    may be."""
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise BundleError(
            f"The model file {path} of the model '{name}' cannot be read ({reason}); install the model again."
        ) from error
    if not stat.S_ISREG(status.st_mode):
        raise BundleError(f"The model file {path} is not a regular file; install the model '{name}' again.")
    if status.st_size > LARGEST_FILE:
        raise BundleError(
            f"The model file {path} has {status.st_size:,} bytes, more than the {LARGEST_FILE:,} a model's file may "
            f"have. "
            f"{_TRUST.format(name=name)}."
        )


def check_hash(path: Path, sha256: str, name: str) -> None:
    """Compare a file with the SHA-256 of the card of the model `name`; raises BundleError if it differs or cannot be
    read."""
    check_file(path, name)
    digest = hashlib.sha256()
    try:
        with open(path, "rb") as stream:
            for block in iter(lambda: stream.read(1 << 20), b""):
                digest.update(block)
    except OSError as error:
        raise BundleError(
            f"The model file {path} of the model '{name}' cannot be read ({error.strerror}); install the model again."
        ) from error
    if digest.hexdigest() != sha256:
        raise BundleError(
            f"The model file {path} is not the one its card describes (its SHA-256 differs); "
            f"it was damaged or replaced. Install the model '{name}' again."
        )


def check_graph(path: Path, named: Iterable[Path], name: str) -> None:
    """Raise BundleError if an ONNX file is not one, reads files that are not in `named`, or uses operators that are not
    allowed."""
    try:
        others = external_files(path) - set(named)
    except ValueError as error:
        raise BundleError(f"The model file {path} is not an ONNX file ({error}); export the model again.") from error
    if others:
        raise BundleError(
            f"The model file {path} reads {min(others)}, which its card does not name as its weights. "
            f"{_TRUST.format(name=name)}, or name that file in the card."
        )
    try:
        check_operators(read_onnx(path))
    except ValueError as error:
        raise BundleError(f"The model file {path} is refused: {error}. {_TRUST.format(name=name)}.") from error


def check_memory(path: Path, inputs: dict[str, Shape], allowed: int, name: str) -> None:
    """Raise BundleError if one run on inputs of these shapes needs more than `allowed` bytes of memory."""
    try:
        needed = memory_needed(read_onnx(path), inputs)
    except ValueError as error:
        raise BundleError(f"The model file {path} is refused: {error}. {_TRUST.format(name=name)}.") from error
    if needed > allowed:
        raise BundleError(
            f"The model file {path} is refused: it needs about {needed / 1e9:,.1f} GB of memory for one tile, more "
            f"than the "
            f"{allowed / 1e9:,.1f} GB allowed. {_TRUST.format(name=name)}, or allow more memory in the plugin's "
            f"settings."
        )
