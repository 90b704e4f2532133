# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes the software bill of materials of a release: CycloneDX 1.6 JSON (cyclonedx.org/docs/1.6/json).

    sbom.py dist    -> dist/noise2map_qgis-VERSION.cdx.json

It lists what the ZIP holds (the plugin and its models, with hashes), what it runs on, and every wheel of ONNX Runtime
that the plugin installs, with the SHA-256 it accepts. Needs nothing but Python; two runs on one commit give the same
bytes.
"""

from __future__ import annotations

import hashlib
import json
import sys
import uuid
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(Path(__file__).parent))

from package import PLUGIN, _commit_time, contents, metadata  # noqa: E402

# What QGIS carries, and this plugin uses without installing it.
PROVIDED = (("QGIS", "GPL-2.0-or-later"), ("GDAL", "MIT"), ("numpy", "BSD-3-Clause"))
NAMESPACE = uuid.UUID("6f0c8f4e-1d5b-5f0a-9d53-5d1f5f2a7c10")


def sha256(path: Path) -> list[dict[str, str]]:
    """The hash of a file as CycloneDX writes it."""
    return [{"alg": "SHA-256", "content": hashlib.sha256(path.read_bytes()).hexdigest()}]


def models() -> list[dict[str, Any]]:
    """One component a bundled model, with its files."""
    found = []
    for card in sorted((ROOT / "resources" / "models").glob("*/card.json")):
        told = json.loads(card.read_text(encoding="utf-8"))
        files = [
            {"type": "file", "name": path.name, "hashes": sha256(path)}
            for path in sorted(card.parent.iterdir())
            if path.is_file()
        ]
        found.append(
            {
                "type": "machine-learning-model",
                "bom-ref": f"model:{told['id']}",
                "name": told["id"],
                "description": told["properties"]["title"],
                "licenses": [{"license": {"name": told["properties"]["noise2map:licence"]["name"]}}],
                "components": files,
            }
        )
    return found


def wheels() -> list[dict[str, Any]]:
    """One component a wheel of ONNX Runtime that the installer accepts."""
    found = []
    for line in (ROOT / PLUGIN / "gui" / "wheels.sha256").read_text(encoding="ascii").splitlines():
        checksum, name = line.split()
        package, version = name.split("-")[:2]
        package = package.replace("_", "-")
        found.append(
            {
                "type": "library",
                "bom-ref": f"wheel:{name}",
                "name": package,
                "version": version,
                "purl": f"pkg:pypi/{package}@{version}?file_name={name}",
                "scope": "optional",
                "licenses": [{"license": {"id": "MIT"}}],
                "hashes": [{"alg": "SHA-256", "content": checksum}],
            }
        )
    return found


def document() -> dict[str, Any]:
    """The whole bill of materials."""
    about = metadata()
    version, year = about["version"], _commit_time()
    plugin = {
        "type": "application",
        "bom-ref": PLUGIN,
        "name": PLUGIN,
        "version": version,
        "description": about["description"],
        "licenses": [{"license": {"id": "GPL-2.0-or-later"}}],
        "components": [
            {"type": "file", "name": name, "hashes": sha256(path)}
            for name, path in contents().items()
            if not name.startswith("resources/models/")
        ],
    }
    provided = [
        {
            "type": "platform" if name == "QGIS" else "library",
            "bom-ref": name,
            "name": name,
            "licenses": [{"license": {"id": licence}}],
        }
        for name, licence in PROVIDED
    ]
    components = [*provided, *models(), *wheels()]
    body = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": "{:04d}-{:02d}-{:02d}T{:02d}:{:02d}:{:02d}Z".format(*year),
            "component": plugin,
        },
        "components": components,
        "dependencies": [{"ref": PLUGIN, "dependsOn": [component["bom-ref"] for component in components]}],
    }
    serial = uuid.uuid5(NAMESPACE, json.dumps(body, sort_keys=True))
    return {**body, "serialNumber": f"urn:uuid:{serial}"}


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{PLUGIN}-{metadata()['version']}.cdx.json"
    target.write_text(json.dumps(document(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(target)


if __name__ == "__main__":
    main()
