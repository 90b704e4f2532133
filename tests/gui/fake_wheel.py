# SPDX-License-Identifier: GPL-2.0-or-later
"""A wheel named onnxruntime for this machine, of a few bytes."""

from __future__ import annotations

import zipfile
from pathlib import Path

from noise2map_qgis.gui.wheels import Machine

GOOD = "__version__ = '1.31.1'\n"


def make_wheel(folder: Path, code: str = GOOD, version: str = "1.31.1", package: str = "onnxruntime") -> Path:
    """Write the wheel into `folder`; importing it runs `code`."""
    machine = Machine.here()
    platform = {"win32": f"win_{machine.arch}", "darwin": f"macosx_11_0_{machine.arch}"}.get(
        machine.system, f"manylinux_2_17_{machine.arch}"
    )
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{package}-{version}-{machine.python}-{machine.python}-{platform}.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("onnxruntime/__init__.py", code)
        archive.writestr("onnxruntime/capi/onnxruntime.txt", "a library would lie here")
        archive.writestr(f"onnxruntime-{version}.dist-info/METADATA", f"Name: onnxruntime\nVersion: {version}\n")
    return path
