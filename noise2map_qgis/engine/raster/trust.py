# SPDX-License-Identifier: GPL-2.0-or-later
"""What a text file that describes a raster may make GDAL do: run no code, and fetch nothing that the user did not name.

A virtual raster (VRT) names other files, and may carry Python code; a GDAL_WMS, WMTS, WCS or TMS description names a
server. GDAL follows what they name when they are opened, so they are looked through before. A remote address that the
user gives as the layer itself is the user's word; for one inside a file the GDAL configuration option or environment
variable `ALLOW` is.
"""

from __future__ import annotations

import re
from pathlib import Path

from osgeo import gdal

from ..errors import RasterError
from .source import Source

ALLOW = "NOISE2MAP_REMOTE_SOURCES"
# GDAL recognises these formats by the first bytes of a file.
_HEADER = 4096
_LARGEST_TEXT = 64 << 20
_DEEPEST = 8
_VIRTUAL = re.compile(r"<\s*(VRTDataset|GDALTileIndexDataset)\b")
_SERVICE = re.compile(r"<\s*(GDAL_WMS|GDAL_WMTS|WMS_Capabilities|WCS_GDAL|TileMap|Services)\b")
_REMOTE = re.compile(
    r"(?i)(https?://|ftp://|s3://|gs://|/vsi(curl|s3|gs|az|adls|oss|swift|webhdfs|hdfs)(_streaming)?[/?]|"
    r"(WMS|WMTS|WCS|STACIT|STACTA|EEDAI?|DAAS|PLMosaic|OGCAPI|ZARR:\"?/vsicurl)\s*:)"
)
_PYTHON = re.compile(r"(?i)<\s*PixelFunction(Language\s*>\s*Python|Code)\b")
_NAMES = re.compile(r"(?is)<\s*(?:SourceFilename|SourceDataset|IndexDataset)\b[^>]*>\s*([^<]+?)\s*<")


def check_description(source: Source) -> None:
    """Raise RasterError if `source` is, or names, a description that carries code or fetches from a server unasked."""
    _check(source, source.path, 0)


def _check(source: Source, path: str, depth: int) -> None:
    text = _description(path)
    if not text:
        return
    where = "" if path == source.path or path.lstrip().startswith("<") else f" (by {path})"
    if _PYTHON.search(text) and _VIRTUAL.search(text):
        raise RasterError(
            f"The layer '{source.name}'{where} carries code in Python (a pixel function), which is never run. Compute "
            f"it where you trust it, save the result as a GeoTIFF and choose that."
        )
    remote = _REMOTE.search(text) if _VIRTUAL.search(text) else _SERVICE.search(text)
    if remote and not _allowed():
        raise RasterError(
            f"The layer '{source.name}'{where} fetches its pixels from a server ({_shown(text, remote)}), which "
            f"happens only if you say so: set "
            f"{ALLOW}=YES (Settings ▸ Options ▸ System ▸ Environment in QGIS), or save the part "
            f"you need as a GeoTIFF and choose that."
        )
    if depth < _DEEPEST:
        for name in dict.fromkeys(_NAMES.findall(text)):
            beside = Path(path).parent / name
            _check(source, str(beside) if not path.lstrip().startswith("<") and beside.is_file() else name, depth + 1)


def _allowed() -> bool:
    return (gdal.GetConfigOption(ALLOW) or "").upper() in ("YES", "TRUE", "ON", "1")


def _description(path: str) -> str:
    """Return the text of a file that describes a raster, or of a description given as it is; "" for anything else."""
    if path.lstrip().startswith("<"):
        return path
    file = Path(path)
    try:
        if not file.is_file():
            return ""
        with open(file, "rb") as stream:
            header = stream.read(_HEADER)
            text = header.decode("utf-8", "replace")
            if not (_VIRTUAL.search(text) or _SERVICE.search(text)):
                return ""
            return (header + stream.read(_LARGEST_TEXT)).decode("utf-8", "replace")
    except (OSError, ValueError):
        return ""  # GDAL says why it cannot be opened


def _shown(text: str, found: re.Match[str]) -> str:
    rest = text[found.start() : found.start() + 80]
    return re.split(r"[<>\"\s]", rest.lstrip("<"))[0] or rest
