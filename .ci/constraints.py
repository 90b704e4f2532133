# SPDX-License-Identifier: GPL-2.0-or-later
"""Prints pip constraints: the exact versions of pins.txt, and numpy at the version the system's GDAL and QGIS were
built with.

Without the latter a package pulls in numpy 2 beside a GDAL compiled against numpy 1, and `osgeo.gdal_array` dies.
Run it with the system's Python, outside the virtual environment.
"""

from pathlib import Path

import numpy

OLDEST = (1, 21, 6)  # ONNX Runtime's floor; Ubuntu 22.04 carries 1.21.5

version = tuple(int(part) for part in numpy.__version__.split(".")[:3])
if version >= OLDEST:
    print(f"numpy=={numpy.__version__}")
else:
    # A newer release of the same major version has the same binary interface, so GDAL goes on working.
    print(f"numpy>={'.'.join(map(str, OLDEST))},<{version[0] + 1}")
print((Path(__file__).parent / "pins.txt").read_text(encoding="utf-8"), end="")
