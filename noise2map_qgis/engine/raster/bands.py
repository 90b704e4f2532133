# SPDX-License-Identifier: GPL-2.0-or-later
"""Which bands of a raster the network reads, and as what: one rule for runs, evaluation and training."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Any

from osgeo import gdal

RGB = ("red", "green", "blue")
# GDAL has a colour interpretation for near infrared from 3.10 on; before, its number is never used.
_NEAR_INFRARED = getattr(gdal, "GCI_NIRBand", -1)
_INTERPRETATIONS = {
    "red": gdal.GCI_RedBand,
    "green": gdal.GCI_GreenBand,
    "blue": gdal.GCI_BlueBand,
    "nir": _NEAR_INFRARED,
}
# Band descriptions beside the colour's own name: Sentinel-2's band numbers (ESA, Sentinel-2 User Handbook, table 1).
_NUMBERS = {"red": ("b04", "b4"), "green": ("b03", "b3"), "blue": ("b02", "b2"), "nir": ("b08", "b8")}


@dataclass(frozen=True)
class BandSelection:
    """The 1-based bands to read, one for each of the network's bands (fewer if the raster has fewer), and why."""

    bands: tuple[int, ...]
    why: str
    single: bool = False

    def describe(self, names: tuple[str, ...]) -> str:
        """Return the words of the log, for example "bands 3, 2, 1 read as red, green, blue (...)"."""
        colours = ", ".join(names)
        if len(set(self.bands)) == 1:
            kind = "its single (panchromatic) band" if self.single else self.why
            return f"band {self.bands[0]} read as {colours} ({kind})"
        return f"bands {', '.join(map(str, self.bands))} read as {colours} ({self.why})"


def select_bands(dataset: Any, names: tuple[str, ...]) -> BandSelection:
    """Select the bands of a dataset that stand for `names`, such as ("red", "green", "blue").

    Colour interpretation decides, then band descriptions; a name that neither declares takes the first band left. If a
    file declares red, green and blue in the order in which GDAL sets them by default, descriptions that name all bands
    are the more explicit statement, and decide. Without any declaration the first bands are used. Alpha is never used.
    """
    samples = sample_bands(dataset)
    bands = {number: dataset.GetRasterBand(number) for number in samples}
    coloured = _first({number: _interpretation(band) for number, band in bands.items()})
    described = _first({number: _described(band, names) for number, band in bands.items()})
    single = len(samples) == 1
    by_default = [coloured.get(name) for name in RGB] == samples[:3]
    complete = all(name in described for name in names)
    declared = {name: coloured[name] for name in names if name in coloured}
    why = "declared by colour interpretation"
    if complete and (by_default or len(declared) < len(names)):
        declared, why = {name: described[name] for name in names}, "named by band descriptions"
    if not declared:
        return BandSelection(tuple(samples[: len(names)]), "the first bands; the file declares no colours", single)
    left = [number for number in samples if number not in declared.values()]
    chosen = [declared[name] if name in declared else (left.pop(0) if left else 0) for name in names]
    if len(declared) < len(names):
        why = f"{why} for {', '.join(declared)}; the others in the order of the file"
    return BandSelection(tuple(number for number in chosen if number), why, single)


def sample_bands(dataset: Any) -> list[int]:
    """Return the 1-based numbers of the bands that hold measurements, which alpha does not."""
    return [n for n in range(1, dataset.RasterCount + 1) if not is_alpha(dataset.GetRasterBand(n))]


def is_alpha(band: Any) -> bool:
    """Return whether a band is alpha by its colour interpretation, and its description does not name a colour.

    GDAL calls the fourth of four bytes alpha by default, so that a near infrared band may carry that interpretation.
    """
    return bool(band.GetColorInterpretation() == gdal.GCI_AlphaBand and not _described(band, tuple(_INTERPRETATIONS)))


def has_palette(dataset: Any) -> bool:
    """Return whether the first band holds indices into a colour table."""
    return dataset.GetRasterBand(1).GetColorTable() is not None


def palette_colours(dataset: Any, nodata: tuple[tuple[float, float], ...]) -> str:
    """Return the XML of a VRT of red, green, blue and alpha, `uint8`, that the indices of a palette stand for.

    Indices are no measurements, their colours are. nodata: closed ranges of indices; they get alpha 0, because a
    nodata index is no value of the colours.
    """
    indices = gdal.Translate("", dataset, format="VRT", bandList=[1], maskBand="none")
    band = indices.GetRasterBand(1)
    table = band.GetColorTable().Clone()
    band.DeleteNoDataValue()
    for low, high in nodata:
        # Beyond its end the table is extended, as far as an index of 16 bits reaches.
        end = 0xFFFF if low == high else table.GetCount() - 1
        for index in range(max(0, math.ceil(low)), math.floor(min(high, end)) + 1):
            table.SetColorEntry(index, (0, 0, 0, 0))
    band.SetColorTable(table)
    named = gdal.Open(_xml(indices))
    return _xml(gdal.Translate("", named, format="VRT", rgbExpand="rgba", outputType=gdal.GDT_Byte, maskBand="none"))


def _xml(virtual: Any) -> str:
    """Return the XML of a VRT in memory, by which GDAL opens it again."""
    virtual.FlushCache()
    return str(virtual.GetMetadata_List("xml:VRT")[0])


def _interpretation(band: Any) -> str | None:
    number = band.GetColorInterpretation()
    return next((name for name, known in _INTERPRETATIONS.items() if known == number), None)


def _described(band: Any, names: tuple[str, ...]) -> str | None:
    """Return which of `names` a band's description says it is, or None."""
    text = band.GetDescription().strip().lower()
    words = [word for word in re.split(r"[^a-z0-9]+", text) if word]
    if "edge" in words:  # "red edge" is neither red nor any other colour here
        return None
    for name in names:
        if name in words or text in _NUMBERS.get(name, ()):
            return name
    return "nir" if "nir" in names and "near" in words and any(word.startswith("infrared") for word in words) else None


def _first(found: dict[int, str | None]) -> dict[str, int]:
    """Return the first band of each name."""
    named: dict[str, int] = {}
    for number, name in found.items():
        if name is not None:
            named.setdefault(name, number)
    return named
