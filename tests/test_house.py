# SPDX-License-Identifier: GPL-2.0-or-later
"""The rules of the house: which room may import which, names, the Python that QGIS carries, versions that agree."""

from __future__ import annotations

import ast
import configparser
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

if sys.version_info >= (3, 11):
    import tomllib

ROOT = Path(__file__).resolve().parent.parent
PLUGIN_FILES = sorted((ROOT / "noise2map_qgis").rglob("*.py"))
SOURCE_FILES = PLUGIN_FILES + sorted((ROOT / "model_core").rglob("*.py"))
LICENCE_LINE = "# SPDX-License-Identifier: GPL-2.0-or-later"


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_the_arrows_between_the_rooms_hold():
    linter = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
    run = subprocess.run([sys.executable, "-c", linter], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("module", ["qgis", "torch", "onnxruntime", "lightning", "model_core"])
def test_importing_the_whole_engine_leaves_out(module):
    """Lazy where it must be: the forms list models before anything is installed."""
    listing = (
        "import importlib, pkgutil, sys, noise2map_qgis.engine as engine\n"
        '[importlib.import_module(m.name) for m in pkgutil.walk_packages(engine.__path__, engine.__name__ + ".")]\n'
        f"sys.exit({module!r} in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", listing], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, f"{module} was imported\n{run.stderr}"


def test_the_package_imports_where_there_is_no_qgis():
    """`import noise2map_qgis` must work without QGIS, and its models' folder be found."""
    code = "import sys, noise2map_qgis, noise2map_qgis.paths; sys.exit('qgis' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def _third_party_modules() -> list[str]:
    """The modules of other packages that any file imports, at its top or inside a function."""
    found = set()
    for path in SOURCE_FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and not node.level:
                found.add(node.module or "")
    return sorted(name for name in found if name.split(".")[0] not in ("noise2map_qgis", "model_core"))


_STATE = """
import importlib, json, locale, logging, os, pkgutil, signal, sys, threading, warnings

def optional(name):
    try:
        importlib.import_module(name)
        return True
    except ImportError:
        return False

def state():
    found = {
        "signal handlers": [str(signal.getsignal(number)) for number in sorted(signal.valid_signals())],
        "working directory": os.getcwd(),
        "environment": dict(os.environ),
        "warning filters": [str(entry) for entry in warnings.filters],
        "how warnings are shown": str(warnings.showwarning),
        "module path": list(sys.path),
        "hooks": [str(sys.excepthook), str(threading.excepthook), str(sys.displayhook)],
        "log": [logging.root.level, [str(handler) for handler in logging.root.handlers]],
        "locale": locale.setlocale(locale.LC_ALL),
    }
    for name in ("gdal", "ogr", "osr"):
        if optional("osgeo." + name):
            module = sys.modules["osgeo." + name]
            found[name] = [module.GetUseExceptions(), *([module.GetCacheMax()] if name == "gdal" else [])]
    if "cv2" in sys.modules:
        found["OpenCV threads"] = sys.modules["cv2"].getNumThreads()
    if "torch" in sys.modules:
        torch = sys.modules["torch"]
        found["torch"] = [torch.get_num_threads(), torch.is_grad_enabled(), str(torch.get_default_dtype())]
    return found

for name in json.loads(sys.argv[1]):
    optional(name)
before, count = state(), 0
for package in ("noise2map_qgis", "model_core"):
    root = importlib.import_module(package)
    for module in pkgutil.walk_packages(root.__path__, package + ".", onerror=lambda name: None):
        if not module.name.endswith(".__main__"):
            count += optional(module.name)
            after = state()
            changed = [key for key in before if before[key] != after[key]]
            if changed:
                sys.exit(f"importing {module.name} changed: {', '.join(changed)}")
print(count)
"""


def test_importing_any_module_changes_no_state_of_the_process():
    """Other packages may change some when they are imported, so all of them are imported before the first look."""
    arguments = [sys.executable, "-W", "ignore", "-c", _STATE, json.dumps(_third_party_modules())]
    run = subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert int(run.stdout.split()[-1]) >= len(PLUGIN_FILES) // 2


@pytest.mark.parametrize("path", PLUGIN_FILES, ids=_name)
def test_the_plugin_compiles_on_python_3_9(path):
    """QGIS 3.22 on Windows and macOS carries Python 3.9."""
    tree = ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 9))
    annotated = any(isinstance(node, (ast.AnnAssign, ast.arg)) and node.annotation for node in ast.walk(tree))
    lazy = any(isinstance(n, ast.ImportFrom) and n.module == "__future__" for n in tree.body)
    assert lazy or not annotated, "annotations such as `int | None` need `from __future__ import annotations` on 3.9"


@pytest.mark.parametrize("path", PLUGIN_FILES, ids=_name)
def test_qt_comes_from_qgis(path):
    """So that the same code runs on Qt 5 and Qt 6."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        assert not any(name.split(".")[0] in ("PyQt5", "PyQt6") for name in names)


@pytest.mark.parametrize("path", SOURCE_FILES, ids=_name)
def test_a_file_has_its_licence_and_a_name_that_says_what_is_in_it(path):
    assert path.read_text(encoding="utf-8").startswith(LICENCE_LINE)
    assert path.stem not in ("utils", "util", "helpers", "helper", "misc", "common")


@pytest.mark.skipif(sys.version_info < (3, 11), reason="tomllib came with Python 3.11")
def test_one_version_everywhere():
    metadata = configparser.ConfigParser()
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert metadata["general"]["version"] == project["version"]
    from noise2map_qgis.engine.version import VERSION

    assert project["version"] == VERSION
    assert f"## {project['version']}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", SOURCE_FILES + sorted((ROOT / "benchmarks").glob("*.py")), ids=_name)
def test_probabilities_are_coded_and_terminals_opened_in_one_place(path):
    text, name = path.read_text(encoding="utf-8"), _name(path)
    if name not in ("noise2map_qgis/engine/encoding.py", "model_core/networks/interface.py"):
        assert not re.search(r"\* (LEVELS|254) \+ 0\.5", text), "use engine/encoding.py"
    if name.startswith("model_core/") and name != "model_core/cli/terminal.py":
        assert not re.search(r"\bConsole\([^T)]*\)", text), "use cli/terminal.py, which reads no text as markup"


def test_nothing_large_or_private_is_tracked():
    """Weights of the bundled models are the only large files that belong here; data sets never do."""
    listing = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listing.returncode:
        pytest.skip("not a git checkout")
    for name in listing.stdout.splitlines():
        path = ROOT / name
        if path.is_file() and not name.startswith(("resources/models/", "model_core/weights/")):
            assert path.stat().st_size < 2_000_000, name
            assert path.suffix not in (".ckpt", ".pt", ".pth", ".pkl", ".webp"), name
