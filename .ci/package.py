#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Puts the plugin together as QGIS loads it: a folder to develop with, or the ZIP to install from.

    package.py stage build/plugins      -> build/plugins/noise2map_qgis/
    package.py zip dist                 -> dist/noise2map_qgis-VERSION.zip

Both hold the same files: noise2map_qgis/, and inside it metadata.txt, LICENSE and resources/, which lie beside it in
the repository. Needs nothing but Python; two runs on one commit give the same bytes.
"""

from __future__ import annotations

import argparse
import configparser
import hashlib
import os
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLUGIN = "noise2map_qgis"
LARGEST = 21_000_000  # bytes; plugins.qgis.org takes 25 MB, and everybody who installs the plugin waits for them
# What plugins.qgis.org refuses a plugin without.
REQUIRED = (
    "name", "description", "version", "qgisMinimumVersion", "author", "email", "about", "tracker", "repository",
    "homepage",
)  # fmt: skip
LEFT_OUT = {"__pycache__", "sample"}  # the sample scene is drawn by `make demo`, from the repository


def contents() -> dict[str, Path]:
    """Every file of the plugin: its path inside the plugin's folder, and where it lies in the repository."""
    files = {"metadata.txt": ROOT / "metadata.txt", "LICENSE": ROOT / "LICENSE"}
    for folder, inside in ((ROOT / PLUGIN, ""), (ROOT / "resources", "resources/")):
        for path in sorted(folder.rglob("*")):
            relative = path.relative_to(folder)
            hidden = any(part.startswith(".") or part in LEFT_OUT for part in relative.parts)
            if path.is_file() and not hidden and path.suffix not in (".pyc", ".pyo", ".ts"):
                files[inside + relative.as_posix()] = path
    return dict(sorted(files.items()))


def metadata() -> configparser.SectionProxy:
    """metadata.txt, complete as plugins.qgis.org wants it; a SystemExit that says what is missing otherwise."""
    parser = configparser.ConfigParser()
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their capitals
    parser.read(ROOT / "metadata.txt", encoding="utf-8")
    general = parser["general"]
    missing = [key for key in REQUIRED if not general.get(key, "").strip()]
    if missing:
        sys.exit(f"metadata.txt lacks {', '.join(missing)}, without which plugins.qgis.org refuses the plugin.")
    return general


def stage(parent: Path) -> Path:
    """Copies the plugin to `parent`/noise2map_qgis, replacing what was there."""
    target, fresh = parent / PLUGIN, parent / f".{PLUGIN}.{os.getpid()}"
    for inside, source in contents().items():
        copy = fresh / inside
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, copy)
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)
    return target


def _commit_time() -> tuple[int, int, int, int, int, int]:
    """When the packaged commit was made, so that the ZIP does not depend on when it is built."""
    stamp = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not stamp:
        command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
        stamp = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    return time.gmtime(int(stamp or 315_532_800))[:6]  # 1980, where ZIP's calendar begins


def write_zip(folder: Path) -> Path:
    """Writes `folder`/noise2map_qgis-VERSION.zip; a SystemExit if it is larger than it may be."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{PLUGIN}-{metadata()['version']}.zip"
    unfinished, when = target.with_suffix(".part"), _commit_time()
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for inside, source in contents().items():
            entry = zipfile.ZipInfo(f"{PLUGIN}/{inside}", when)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, source.read_bytes())
    size = unfinished.stat().st_size
    if size > LARGEST:
        unfinished.unlink()
        sys.exit(f"{target.name} would be {size:,} bytes; it may have {LARGEST:,} at most. Leave a bundled model out.")
    return unfinished.replace(target)


def main() -> None:
    parser = argparse.ArgumentParser(description="Put the plugin together.")
    parser.add_argument("what", choices=("stage", "zip"))
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    if asked.what == "stage":
        print(stage(asked.folder))
        return
    made = write_zip(asked.folder)
    print(f"{made}  {made.stat().st_size:,} bytes  sha256 {hashlib.sha256(made.read_bytes()).hexdigest()}")


if __name__ == "__main__":
    main()
