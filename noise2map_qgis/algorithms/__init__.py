# SPDX-License-Identifier: GPL-2.0-or-later
"""Processing algorithms, one a file: parameters, one engine call, layers. Knows neither ONNX Runtime nor GDAL."""
