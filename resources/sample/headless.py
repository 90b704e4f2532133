# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs one Processing algorithm of the staged plugin in QGIS without a window, by qgis_process."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

PLUGIN = "noise2map_qgis"
_PERCENT = re.compile(r"^0?\.\.\.\d+( - done\.)?")  # qgis_process writes its progress into the log's lines


class QgisError(Exception):
    """qgis_process is not there, or ended with an error; the text says what it said."""


def run_algorithm(
    algorithm: str, parameters: dict[str, str], plugins: Path, profile: Path, echo: bool = True
) -> dict[str, str]:
    """Runs `algorithm` and returns its results by name, as text; the algorithm's log is echoed while it runs.

    plugins: the folder that holds the staged plugin; profile: a folder for QGIS's settings, which keeps the run apart
    from the user's own. Raises QgisError.
    """
    program = _program()
    environment = _environment(plugins, profile)
    if not (profile / "enabled").exists():
        _call([program, "plugins", "enable", PLUGIN], environment, echo=False)
        (profile / "enabled").touch()
    arguments = [f"--{name}={value}" for name, value in parameters.items()]
    return _results(_call([program, "run", algorithm, *arguments], environment, echo))


def _program() -> str:
    # Debian 12's wrapper `qgis_process` hands its program an option that it does not know; the program itself is sound.
    for name in ("qgis_process.bin", "qgis_process"):
        found = shutil.which(name)
        if found:
            return found
    raise QgisError("qgis_process is not installed; `make setup` installs it with QGIS.")


def _environment(plugins: Path, profile: Path) -> dict[str, str]:
    """QGIS finds the Python packages of a virtual environment whose bin folder comes first on PATH."""
    profile.mkdir(parents=True, exist_ok=True)
    return os.environ | {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        "QGIS_PLUGINPATH": str(plugins.resolve()),
        "QGIS_CUSTOM_CONFIG_PATH": str(profile.resolve()),
        "QT_QPA_PLATFORM": "offscreen",
        "GDAL_PAM_ENABLED": "NO",  # or QGIS leaves .aux.xml files beside the user's images
    }


def _call(command: list[str], environment: dict[str, str], echo: bool) -> list[str]:
    """Runs a command and returns what it printed, line by line; raises QgisError with its last words."""
    lines = []
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, text=True
    ) as process:
        inputs_listed = False
        for line in process.stdout:
            lines.append(_PERCENT.sub("", line.rstrip("\n")))
            inputs_listed = (inputs_listed or lines[-1] == "Inputs") and lines[-1] != "Results"
            if echo and inputs_listed and _is_log(lines[-1]):
                print("  " + lines[-1], flush=True)
    if process.returncode:
        last = "\n".join(line for line in lines[-12:] if line.strip())
        raise QgisError(f"{Path(command[0]).name} ended with {process.returncode}:\n{last}")
    return lines


def _is_log(line: str) -> bool:
    """What the algorithm says, without qgis_process's headings, rules and list of inputs."""
    return bool(line.strip("-")) and line != "Inputs" and ":\t" not in line


def _results(lines: list[str]) -> dict[str, str]:
    """The `NAME:<tab>value` lines that qgis_process prints under its heading "Results"."""
    start = max((k for k, line in enumerate(lines) if line.strip() == "Results"), default=len(lines))
    pairs = (line.split(":\t", 1) for line in lines[start:] if ":\t" in line)
    return dict(pairs)
