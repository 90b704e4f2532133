# SPDX-License-Identifier: GPL-2.0-or-later
"""The software bill of materials: whole, true to the files, and the same twice."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def made(folder: Path) -> dict:
    environment = os.environ | {"SOURCE_DATE_EPOCH": "1767225600"}
    subprocess.run(
        [sys.executable, str(ROOT / ".ci" / "sbom.py"), str(folder)], check=True, capture_output=True, env=environment
    )
    (file,) = folder.iterdir()
    return json.loads(file.read_text(encoding="utf-8"))


def test_it_lists_what_is_in_the_zip_and_what_is_installed(tmp_path):
    told = made(tmp_path / "one")
    assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.6")
    references = [component["bom-ref"] for component in told["components"]]
    assert len(set(references)) == len(references)
    assert told["dependencies"] == [{"ref": "noise2map_qgis", "dependsOn": references}]
    models = {c["name"]: c for c in told["components"] if c["type"] == "machine-learning-model"}
    assert set(models) == {path.parent.name for path in (ROOT / "resources" / "models").glob("*/card.json")}
    for file in models["noise2map-lite"]["components"]:
        content = (ROOT / "resources" / "models" / "noise2map-lite" / file["name"]).read_bytes()
        assert file["hashes"][0]["content"] == hashlib.sha256(content).hexdigest()
    wheels = (ROOT / "noise2map_qgis" / "gui" / "wheels.sha256").read_text().splitlines()
    assert sum(reference.startswith("wheel:") for reference in references) == len(wheels)
    assert "plugin.py" in {file["name"] for file in told["metadata"]["component"]["components"]}


def test_two_runs_give_the_same(tmp_path):
    assert made(tmp_path / "one") == made(tmp_path / "two")
