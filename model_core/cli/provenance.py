# SPDX-License-Identifier: GPL-2.0-or-later
"""How an output was made: the command that makes it again, and the inputs that differ now."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Any

from osgeo import osr
from rich.table import Table

from model_core.cli.terminal import terminal
from noise2map_qgis.engine.output.fingerprint import Fingerprint
from noise2map_qgis.engine.output.provenance import Provenance
from noise2map_qgis.engine.raster.gdal_settings import gdal_exceptions
from noise2map_qgis.installed import installed_models

_COMMANDS = {"change": "detect", "segment": "segment"}
# Options of the commands, in their order, by the name of the setting.
_OPTIONS = (
    "threshold",
    "high_threshold",
    "min_area",
    "shape",
    "simplify",
    "stretch",
    "timestep",
    "device",
    "tile_size",
    "overlap",
    "views",
)
_PAIR_OPTIONS = ("align",)


def command_of(provenance: Provenance, output: Path) -> str:
    """Return the `noise2map` command that makes an output again, in the folder of `output`."""
    images = provenance.inputs
    words = ["noise2map", _COMMANDS[provenance.task], *(image["path"] for image in images), "-o", str(output.parent)]
    words += ["--model", provenance.model["name"]]
    for name in _OPTIONS if len(images) == 1 else (*_OPTIONS, *_PAIR_OPTIONS):
        if name in provenance.settings:
            words += [f"--{name.replace('_', '-')}", _text(provenance.settings[name])]
    bands = ("--before-bands", "--after-bands") if len(images) > 1 else ("--bands",)
    for option, image in zip(bands, images):
        if image.get("bands"):
            words += [option, ",".join(map(str, image["bands"]))]
    for area in provenance.areas:
        if "extent" in area:
            words += ["--area", _extent(area)]
        if area.get("source"):
            words += ["--area-layer", area["source"]]
    return shlex.join(words)


def differences(provenance: Provenance) -> list[str]:
    """Return a sentence for everything that the command would not find as it was: model, images, areas, layer
    settings.
    """
    found = []
    bundles, _ = installed_models()
    name = provenance.model["name"]
    hashes = {f.sha256 for b in bundles if b.name == name for t in b.tasks.values() for f in t.files}
    if not hashes:
        found.append(f"The model '{name}' is not installed here; give --model its folder.")
    elif provenance.model["sha256"] not in hashes:
        found.append(f"The model '{name}' that is installed here is another one.")
    with gdal_exceptions():
        for image in provenance.inputs:
            if Fingerprint.of(image["path"]).digest != image["fingerprint"]:
                found.append(f"The image {image['path']} is not there, or is not the same any more.")
            replaced = [key.split("_")[0] for key in ("crs_wkt", "geotransform", "nodata") if image.get(key)]
            if replaced:
                found.append(
                    f"QGIS had replaced {', '.join(replaced)} of {image['path']}, for which there is no option."
                )
    for area in provenance.areas:
        if "extent" in area and not _authority(area["crs"]):
            found.append("The CRS of the area has no code; --area is read in the CRS of the first image.")
        if "extent" not in area and not area.get("source"):
            found.append(f"The area was {area['polygons']} polygon(s) that lie in no file.")
    return found


def described(provenance: Provenance, output: Path) -> dict[str, Any]:
    """Return everything as one JSON object."""
    return {**vars(provenance), "command": command_of(provenance, output), "notes": differences(provenance)}


def show(provenance: Provenance, output: Path) -> None:
    """Print everything."""
    console = terminal()
    model = provenance.model
    rows = [("Model", f"{model['name']}, {model['precision']}, {model['file']}, SHA-256 {model['sha256']}")]
    rows += [("Image", f"{image['path']}, fingerprint {image['fingerprint']}") for image in provenance.inputs]
    rows += [
        ("Area", str(area.get("extent") or area.get("source") or f"{area['polygons']} polygons"))
        for area in provenance.areas
    ]
    rows.append(("Settings", ", ".join(f"{name} {_text(value)}" for name, value in provenance.settings.items())))
    rows.append(("Versions", ", ".join(f"{name} {version}" for name, version in provenance.versions.items())))
    table = Table(show_header=False, box=None, pad_edge=False)
    for name, text in rows:
        table.add_row(name, text)
    console.print(table)
    console.print("The command that makes it again:")
    console.print(command_of(provenance, output), soft_wrap=True)
    for sentence in differences(provenance):
        console.print(sentence, style="yellow")


def _extent(area: dict[str, Any]) -> str:
    """Return an extent as QGIS writes it, with its CRS, or as four numbers where the CRS has no code."""
    xmin, ymin, xmax, ymax = map(_text, area["extent"])
    code = _authority(area["crs"])
    return f"{xmin},{xmax},{ymin},{ymax} [{code}]" if code else f"{xmin},{ymin},{xmax},{ymax}"


def _authority(wkt: str) -> str:
    """Return the code of a CRS such as EPSG:32614, "" if it has none."""
    reference = osr.SpatialReference()
    with gdal_exceptions():
        reference.ImportFromWkt(wkt)
        name, code = reference.GetAuthorityName(None), reference.GetAuthorityCode(None)
    return f"{name}:{code}" if name and code else ""


def _text(value: object) -> str:
    return repr(value) if isinstance(value, float) else str(value)
