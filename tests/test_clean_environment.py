# SPDX-License-Identifier: GPL-2.0-or-later
"""`pip install .` into a fresh environment: the notebook of docs/ runs there, with the bundled models and without this
checkout.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOK = ROOT / "docs" / "notebooks" / "first-map.ipynb"
SYSTEM_PYTHON = "/usr/bin/python3"  # the one that has GDAL

pytestmark = pytest.mark.slow

RUN = """
import sys, nbformat
from nbclient import NotebookClient
notebook = nbformat.read(sys.argv[1], as_version=4)
NotebookClient(notebook, timeout=600, kernel_name="python3").execute()
for cell in notebook.cells:
    for output in cell.get("outputs", []):
        print(output.get("text", ""), end="")
"""


def _tracked_copy(folder: Path) -> Path:
    """Copy the files of the checkout that git knows or would take, so that nothing is built inside it."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if listing.returncode:
        pytest.skip("not a git checkout")
    for name in listing.stdout.splitlines():
        if name.startswith(("tests/", "benchmarks/", "docs/images/")) or not (ROOT / name).is_file():
            continue
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of a fresh environment with the package and what its notebook needs; skips where packages cannot be
    had.
    """
    if not Path(SYSTEM_PYTHON).exists():
        pytest.skip(f"NO {SYSTEM_PYTHON}: THE CLEAN ENVIRONMENT IS NOT TESTED")
    folder = tmp_path_factory.mktemp("clean")
    subprocess.run([SYSTEM_PYTHON, "-m", "venv", "--system-site-packages", folder / "env"], check=True)
    python = folder / "env" / "bin" / "python"
    constraints = folder / "constraints.txt"
    made = subprocess.run([SYSTEM_PYTHON, ROOT / ".ci" / "constraints.py"], capture_output=True, text=True, check=True)
    constraints.write_text(made.stdout)
    source = _tracked_copy(folder / "source")
    command = [python, "-m", "pip", "install", "--quiet", "--constraint", constraints, f"{source}[notebook]"]
    install = subprocess.run(command, capture_output=True, text=True, env=_environment(), check=False)
    if install.returncode and any(
        words in install.stderr for words in ("No matching distribution", "ConnectionError", "NewConnection")
    ):
        pytest.skip(f"NO PACKAGES CAN BE HAD HERE: THE CLEAN ENVIRONMENT IS NOT TESTED\n{install.stderr[-500:]}")
    assert install.returncode == 0, install.stderr
    shutil.rmtree(source / "noise2map_qgis")  # what runs below is what was installed
    return python


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "NOISE2MAP_HOME")}


def _run(python: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    cwd = python.parents[2] / "source" / "docs" / "notebooks"
    return subprocess.run(
        [python, *map(str, arguments)], cwd=cwd, capture_output=True, text=True, env=_environment(), check=False
    )


def test_the_bundled_models_are_installed_and_found(python):
    code = (
        "from noise2map_qgis.engine import load_model\n"
        "names = ('noise2map-lite', 'noise2map-lite-open')\n"
        "for model in map(load_model, names):\n"
        "    [model.verify(file) for card in model.tasks.values() for file in card.files]\n"
        "    print(model.name, model.folder)\n"
    )
    run = _run(python, "-c", code)
    assert run.returncode == 0, run.stderr
    assert run.stdout.count("site-packages") == 2


def test_the_command_runs(python):
    run = subprocess.run(
        [python.parent / "noise2map", "info"], capture_output=True, text=True, env=_environment(), check=False
    )
    assert run.returncode == 0, run.stderr
    assert "noise2map-lite-open" in run.stdout


def test_the_notebook_runs(python):
    run = _run(python, "-c", RUN, NOTEBOOK)
    assert run.returncode == 0, run.stderr[-3000:]
    assert "changed buildings found" in run.stdout
