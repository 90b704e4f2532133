# SPDX-License-Identifier: GPL-2.0-or-later
"""Processing algorithms, one a file: a form, one engine call, layers out. Knows neither ONNX Runtime nor GDAL."""
