# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes docs/inputs.md from the table of declarations that the tests run: `python -m
tests.engine.raster.inputs_page`."""

from __future__ import annotations

from pathlib import Path

from tests.engine.raster.declarations import COLLAR, DECLARATIONS, SHARE, SIDE

PAGE = Path(__file__).resolve().parents[3] / "docs" / "inputs.md"

_TOP = """# Inputs: what is read how

For the user whose raster is odd. Rasters are opened by GDAL; everything below holds for *Detect change*, *Segment buildings*, the
command line, the Python API, evaluation and training alike. The log of every run names the bands, the stretch and the way onto the grid.

## Where a raster holds data

A pixel without data in any date is no data in every output. Each row of this table is a test: a raster whose left strip ({collar} of
{side} columns) holds no data must have data in {share:.3f} of its pixels, on the grid and 0.2 m off it. Several declarations in one
file add up: a pixel holds data where all of them say so.

| declared by | how | read as |
|---|---|---|
{rows}

What counts as alpha is the band's colour interpretation. A band that calls itself alpha but holds a measurement (near infrared, often:
GDAL gives that interpretation to the fourth of four bytes by default) is not used, and the log says so. Blocks that a sparse GeoTIFF
does not store are zeros, and no data if 0 is its nodata value.

"""

_REST = """## Bands

| the file | what the model reads |
|---|---|
| bands chosen in the form (`--before-bands`, `--after-bands`, `--bands`) | these, in this order; a single one stands for all |
| colour interpretation red, green, blue (any order, near infrared or alpha anywhere) | the bands so declared |
| no colour interpretation, or GDAL's default one, and descriptions such as "red", "Red band", "B04" (Sentinel-2) | the bands so named |
| a palette, 8 or 16 bits | the colours, not the indices |
| nothing of this | the first bands, alpha left out; the log says that the file declares no colours |
| a single (panchromatic) band | refused, until the band is chosen to stand for all; training lets it stand for all |
| complex numbers | refused |

## Values

8-bit values are read as they are. Other types are stretched between the 2nd and 98th percentile of the whole raster, without its
no data; band scale and offset change nothing in that. *Stretch of pixel values* chooses otherwise.

## Place

| the file | what happens |
|---|---|
| another CRS, pixel size, extent or offset than the first image | warped onto its grid |
| south-up, mirrored or rotated | brought onto a north-up grid |
| no CRS, or a wrong one | set it on the layer in QGIS (right-click, Layer CRS), or write it into the file |
| ground control points or RPCs only | refused: warp it first |

A CRS and no data values that are set on the layer in QGIS count, and so does the file's no data value being switched off there: the
layer is what you see. The values are compared with what QGIS shows, after band scale and offset.

## Layers that are no files

WMS, WMTS and XYZ layers are pictures, virtual rasters of QGIS are formulas that only QGIS computes, and WCS, PostgreSQL and other
providers are not read. Save the part you need as a file: right-click the layer, *Export ▸ Save As…*.

## Areas

An extent or polygons may be in any CRS. They are cut to the raster's surroundings, their edges are straight in their own CRS, and a
pixel is inside if its centre is, as with `gdalwarp -cutline`. Longitudes are wrapped: 0 to 360, -180 to 180, areas across the
antimeridian and the whole world work. `--area` takes `xmin,ymin,xmax,ymax` in the CRS of the first image, or what QGIS writes,
`xmin,xmax,ymin,ymax [EPSG:4326]`; `--area-layer` takes `file.gpkg`, or `file.gpkg|layername=districts` where several layers have polygons.

## Labels and references

| value | read as |
|---|---|
| above 0, in any data type | the positive class; of several bands the largest counts |
| 255 beside values from 1 to 254, none larger | unknown; in labels of published layouts the class |
| 255 beside larger values | the id of an object: the class |
| nodata, other than 0 | unknown; nodata 0 means "nothing here" |
| NaN, infinite, negative, masked, a gap of a mosaic | unknown |
| alpha 0 | unknown; if alpha hides all zeros, the background |

## Numbers in the form, in scripts and in models

THRESHOLD, PEAK, MIN_AREA, SIMPLIFY, OVERLAP and TILE_SIZE take numbers or their text, with a decimal point. Blank text is "not set".
Everything else ("0,5", "50%") is refused with the parameter's name.

<!-- Made by `python -m tests.engine.raster.inputs_page` from the table that the tests run; do not edit by hand. -->
"""


def inputs_page() -> str:
    """Return the page."""
    rows = []
    last = ""
    for one in DECLARATIONS:
        rows.append(f"| {one.kind if one.kind != last else ''} | {one.declared} | {one.read} |")
        last = one.kind
    return _TOP.format(collar=COLLAR, side=SIDE, share=SHARE, rows="\n".join(rows)) + _REST


if __name__ == "__main__":
    PAGE.write_text(inputs_page(), encoding="utf-8")
