#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Builds the documentation site in build/docs/site: the pages of docs/, and one for each Processing algorithm from its
own help.

Needs QGIS (for the help) and mkdocs-material. A dead link inside the site is an error.
"""

from __future__ import annotations

import html
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "docs"
SOURCE = BUILD / "source"
REPOSITORY = "https://github.com/noise2map/noise2map-qgis/blob/main/"


def main() -> None:
    shutil.rmtree(BUILD, ignore_errors=True)
    shutil.copytree(ROOT / "docs", SOURCE, ignore=shutil.ignore_patterns("*.ipynb"))
    (SOURCE / "index.md").write_text(
        (ROOT / "README.md").read_text(encoding="utf-8").replace("](docs/", "]("), encoding="utf-8"
    )
    for name in ("CHANGELOG.md", "SECURITY.md"):
        if (ROOT / name).exists():
            shutil.copyfile(ROOT / name, SOURCE / name.lower())
    for page in SOURCE.rglob("*.md"):
        page.write_text(_outward(page.read_text(encoding="utf-8")), encoding="utf-8")
    write_algorithm_pages(SOURCE / "algorithms")
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--quiet",
        "--config-file",
        str(ROOT / ".ci" / "mkdocs.yml"),
    ]
    sys.exit(subprocess.run(command, cwd=ROOT, check=False).returncode)


def _outward(text: str) -> str:
    """Point links that leave docs/ at the repository."""
    text = re.sub(r"\]\(\.\./(?!images)([^)#]+)", rf"]({REPOSITORY}\1", text)
    text = re.sub(r"\]\((LICENSE|Makefile|metadata\.txt)\)", rf"]({REPOSITORY}\1)", text)
    text = re.sub(r"\]\(CHANGELOG\.md\)", "](changelog.md)", re.sub(r"\]\(SECURITY\.md\)", "](security.md)", text))
    return re.sub(r"\]\((notebooks/[^)]+)\)", rf"]({REPOSITORY}docs/\1)", text)


def write_algorithm_pages(folder: Path) -> None:
    """Write a page for each algorithm, from what it tells QGIS about itself."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(ROOT))
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    from noise2map_qgis.provider import Noise2MapProvider

    provider = Noise2MapProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    folder.mkdir(parents=True, exist_ok=True)
    algorithms = sorted(provider.algorithms(), key=lambda one: (one.groupId(), one.name()))
    listing = ["# Algorithms", "", "| algorithm | id | what it does |", "|---|---|---|"]
    for algorithm in algorithms:
        (folder / f"{algorithm.name()}.md").write_text(page(algorithm), encoding="utf-8")
        listing.append(
            f"| [{algorithm.displayName()}]({algorithm.name()}.md) | `{algorithm.id()}` | "
            f"{algorithm.shortDescription()} |"
        )
    (folder / "index.md").write_text("\n".join(listing) + "\n", encoding="utf-8")
    QgsApplication.processingRegistry().removeProvider(provider)


def page(algorithm: Any) -> str:
    """Return one algorithm's page as Markdown; its help is HTML, which Markdown allows."""
    flags = type(algorithm.parameterDefinitions()[0]).Flag
    lines = [
        f"# {algorithm.displayName()}",
        "",
        f"`{algorithm.id()}`",
        "",
        algorithm.shortHelpString(),
        "",
        "## Parameters",
        "",
    ]
    lines += ["| name | label | what it means |", "|---|---|---|"]
    for parameter in algorithm.parameterDefinitions():
        advanced = " (advanced)" if parameter.flags() & flags.FlagAdvanced else ""
        optional = " Optional." if parameter.flags() & flags.FlagOptional else ""
        meaning = " ".join(html.escape(parameter.help(), quote=False).split())
        lines.append(f"| `{parameter.name()}` | {parameter.description()}{advanced} | {meaning}{optional} |")
    lines += ["", "## Outputs", "", "| name | what it holds |", "|---|---|"]
    lines += [f"| `{output.name()}` | {output.description()} |" for output in algorithm.outputDefinitions()]
    return "\n".join(line.replace("\n", " ") if line.startswith("|") else line for line in lines) + "\n"


if __name__ == "__main__":
    main()
