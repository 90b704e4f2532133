# SPDX-License-Identifier: GPL-2.0-or-later
"""The inference core: numpy, GDAL and ONNX Runtime. Knows no qgis and no torch.

    sources -> scene (one grid, windows, nodata, stretch) -> tiling -> session -> tiling (blend) -> writers

`predict.run` ties the rooms together; `bundle` reads a model and its card without GDAL or ONNX Runtime.
"""
