# SPDX-License-Identifier: GPL-2.0-or-later
"""The installer: from a folder of wheels, from an index, and all the ways it may end."""

from __future__ import annotations

import functools
import hashlib
import http.server
import os
import threading
import time
from pathlib import Path
from unittest import mock

import pytest
from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtWidgets import QMessageBox

from noise2map_qgis import paths, preferences
from noise2map_qgis.gui import install_task
from noise2map_qgis.gui.install_dialog import InstallDialog
from noise2map_qgis.gui.install_task import InstallTask
from noise2map_qgis.gui.wheels import Machine
from tests.gui.fake_wheel import make_wheel


def _finish(task: InstallTask) -> bool:
    """Run a task through QGIS's task manager, as the window does; return whether it succeeded."""
    QgsApplication.taskManager().addTask(task)
    end = time.monotonic() + 60
    while task.status() not in (QgsTask.TaskStatus.Complete, QgsTask.TaskStatus.Terminated) and time.monotonic() < end:
        QgsApplication.processEvents()
        time.sleep(0.01)
    return task.status() == QgsTask.TaskStatus.Complete


def _installed() -> list[str]:
    """Return what lies in the folder of runtimes, finished or not."""
    folder = paths.runtime_dir().parent
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


@pytest.fixture(autouse=True)
def pinned(monkeypatch) -> dict[str, str]:
    """The wheels that the plugin knows, instead of the real ones; a test adds its own by `pin`."""
    known: dict[str, str] = {}
    monkeypatch.setattr(install_task, "pinned_sha256", lambda: known)
    return known


@pytest.fixture
def pin(pinned):
    """Return a function that lets the plugin know a wheel."""

    def pin(wheel: Path) -> Path:
        pinned[wheel.name] = hashlib.sha256(wheel.read_bytes()).hexdigest()
        return wheel

    return pin


@pytest.fixture
def index(tmp_path, monkeypatch):
    """A package index on this machine, by http: its address, and the folder of the wheels it lists."""
    monkeypatch.setattr(install_task, "SCHEMES", ("https", "http"))
    root = tmp_path / "index"
    wheels = root / "onnxruntime"
    wheels.mkdir(parents=True)
    handler = functools.partial(_QuietHandler, directory=str(root))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", wheels
    server.shutdown()
    server.server_close()


class _QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_arguments):
        pass


def _list(wheels: Path, wheel: Path, link: str = "") -> None:
    (wheels / "index.html").write_text(f'<a href="{link or wheel.name}#sha256={"0" * 64}">{wheel.name}</a>')


def test_from_a_folder_of_wheels(qgis_app, home, tmp_path, pin):
    pin(make_wheel(tmp_path / "wheels"))
    task = InstallTask(tmp_path / "wheels")
    steps = []
    task.progressChanged.connect(steps.append)

    assert _finish(task), task.message

    assert "1.31.1" in task.message
    assert (paths.runtime_dir() / "onnxruntime" / "__init__.py").is_file()
    assert _installed() == [paths.runtime_dir().name]
    assert steps == sorted(steps)
    assert not (paths.runtime_dir() / "numpy").exists()


def test_again_over_an_older_one(qgis_app, home, tmp_path, pin):
    old = paths.runtime_dir() / "onnxruntime" / "old.py"
    old.parent.mkdir(parents=True)
    old.touch()
    pin(make_wheel(tmp_path / "wheels"))
    assert _finish(InstallTask(tmp_path / "wheels"))
    assert not old.exists()


def test_kinds_lie_side_by_side(qgis_app, home, tmp_path, pin):
    pin(make_wheel(tmp_path / "wheels"))
    pin(make_wheel(tmp_path / "wheels", package="onnxruntime_gpu"))
    assert _finish(InstallTask(tmp_path / "wheels"))
    assert _finish(InstallTask(tmp_path / "wheels", kind="cuda"))
    assert _installed() == [paths.runtime_dir().name, paths.runtime_dir("cuda").name]
    if Machine.here().system == "linux":
        task = InstallTask(tmp_path / "wheels", kind="directml")
        assert not _finish(task)
        assert "onnxruntime-directml is not made for this system" in task.message


def test_from_an_index(qgis_app, home, index, pin):
    address, wheels = index
    _list(wheels, pin(make_wheel(wheels)))
    task = InstallTask(index=address)
    assert _finish(task), task.message
    assert (paths.runtime_dir() / "onnxruntime" / "__init__.py").is_file()
    assert not list(paths.runtime_dir().glob("*.whl"))


def test_the_index_does_not_vouch_for_its_own_wheels(qgis_app, home, index, pinned):
    address, wheels = index
    wheel = make_wheel(wheels)
    _list(wheels, wheel)
    for known in ({}, {wheel.name: "0" * 64}):
        pinned.clear()
        pinned.update(known)
        task = InstallTask(index=address)
        assert not _finish(task)
        assert "SHA-256" in task.message
        assert _installed() == []


@pytest.mark.parametrize("address", ["http://user:secret@pypi.example/simple", "ftp://x/simple", "file:///tmp/simple"])
def test_an_index_without_https_is_refused(qgis_app, home, monkeypatch, address):
    monkeypatch.setenv("PIP_INDEX_URL", address)
    task = InstallTask()
    assert not _finish(task)
    assert "is not an https address" in task.message
    assert "secret" not in task.message


def test_a_wheel_that_an_index_lists_by_http_is_refused(qgis_app, home, index, pin, monkeypatch):
    address, wheels = index
    wheel = pin(make_wheel(wheels))
    _list(wheels, wheel, f"ftp://127.0.0.1/{wheel.name}")
    task = InstallTask(index=address)
    assert not _finish(task)
    assert "ftp://127.0.0.1" in task.message
    assert "is not an https address" in task.message


def test_a_wheel_in_a_folder_is_compared_too(qgis_app, home, tmp_path, pin, pinned):
    wheel = pin(make_wheel(tmp_path / "wheels"))
    with open(wheel, "ab") as file:
        file.write(b"x")
    task = InstallTask(tmp_path / "wheels")
    assert not _finish(task)
    assert "SHA-256 differs" in task.message
    assert task.unknown is None
    assert _installed() == []


def test_an_unknown_wheel_in_a_folder_needs_the_user_s_word(qgis_app, home, tmp_path):
    wheel = make_wheel(tmp_path / "wheels")
    task = InstallTask(tmp_path / "wheels")
    assert not _finish(task)
    assert task.unknown.sha256 == hashlib.sha256(wheel.read_bytes()).hexdigest()
    assert _installed() == []
    assert not _finish(InstallTask(tmp_path / "wheels", accepted="0" * 64))
    assert _finish(InstallTask(tmp_path / "wheels", accepted=task.unknown.sha256))


def test_an_index_that_cannot_be_reached(qgis_app, home, index):
    task = InstallTask(index="http://127.0.0.1:9")
    assert not _finish(task)
    assert "127.0.0.1:9" in task.message
    assert "proxy" in task.message
    assert _installed() == []


def test_a_folder_without_a_wheel_for_this_machine(qgis_app, home, tmp_path):
    (tmp_path / "onnxruntime-1.31.1-cp30-cp30-win_amd64.whl").touch()
    task = InstallTask(tmp_path)
    assert not _finish(task)
    assert str(tmp_path) in task.message
    assert "Python 3." in task.message


def test_a_library_that_does_not_load_is_not_installed(qgis_app, home, tmp_path, pin):
    good = pin(make_wheel(tmp_path / "wheels"))
    assert _finish(InstallTask(tmp_path / "wheels"))
    good.unlink()
    pin(make_wheel(tmp_path / "wheels", code="raise ImportError('DLL load failed')"))
    task = InstallTask(tmp_path / "wheels")
    assert not _finish(task)
    assert "DLL load failed" in task.message
    # The one that worked is still there.
    assert "1.31.1" in (paths.runtime_dir() / "onnxruntime" / "__init__.py").read_text()


@pytest.mark.parametrize("code", ["import os; os.abort()", "import os; os._exit(0)", "raise SystemExit(0)"])
def test_a_library_that_ends_its_process_takes_nothing_along(qgis_app, home, tmp_path, pin, code):
    pin(make_wheel(tmp_path / "wheels", code=code))
    task = InstallTask(tmp_path / "wheels")
    assert not _finish(task)
    assert "does not run on this machine" in task.message
    assert _installed() == []


@pytest.mark.parametrize(
    "code",
    ["import time; time.sleep(60)", "__version__ = '1.31.1'\nimport atexit, time; atexit.register(time.sleep, 60)"],
)
def test_a_library_that_hangs_is_not_installed(qgis_app, home, tmp_path, pin, monkeypatch, code):
    monkeypatch.setattr(install_task, "_TRY_OUT_SECONDS", 1)
    pin(make_wheel(tmp_path / "wheels", code=code))
    task = InstallTask(tmp_path / "wheels")
    assert not _finish(task)
    assert "does not start within 1 seconds" in task.message
    assert _installed() == []


def test_a_python_that_does_not_start_is_no_proof(qgis_app, home, tmp_path, pin, monkeypatch):
    (tmp_path / "python").touch()
    monkeypatch.setattr(install_task, "python_executable", lambda: tmp_path / "python")
    pin(make_wheel(tmp_path / "wheels"))
    task = InstallTask(tmp_path / "wheels")
    assert not _finish(task)
    assert "does not run on this machine" in task.message
    assert _installed() == []


def test_a_damaged_wheel(qgis_app, home, tmp_path, pin):
    wheel = make_wheel(tmp_path / "wheels")
    wheel.write_bytes(b"no zip")
    pin(wheel)
    task = InstallTask(tmp_path / "wheels")
    assert not _finish(task)
    assert str(paths.runtime_dir()) in task.message


def test_cancel_leaves_nothing(qgis_app, home, tmp_path, pin):
    pin(make_wheel(tmp_path / "wheels", code="import time; time.sleep(60)"))
    task = InstallTask(tmp_path / "wheels")
    task.progressChanged.connect(lambda percent: task.cancel() if percent > 90 else None)
    assert not _finish(task)
    assert "Cancelled" in task.message
    assert _installed() == []


def test_python_is_found_where_qgis_itself_is_the_executable(tmp_path, monkeypatch):
    """As on Windows, where `sys.executable` is qgis-bin.exe and Python lies in the prefix."""
    (tmp_path / "python.exe").touch()
    monkeypatch.setattr(install_task.sys, "executable", str(tmp_path / "bin" / "qgis-bin.exe"))
    monkeypatch.setattr(install_task.sys, "exec_prefix", str(tmp_path))
    assert install_task.python_executable() == tmp_path / "python.exe"
    monkeypatch.setattr(install_task.sys, "exec_prefix", str(tmp_path / "nowhere"))
    assert install_task.python_executable() is None


def test_the_window_installs_and_says_so(qgis_app, home, tmp_path, pin):
    pin(make_wheel(tmp_path / "wheels"))
    dialog = InstallDialog()
    dialog.show()
    dialog.from_folder.setChecked(True)
    dialog.install()
    assert "Choose the folder" in dialog.status.text()
    dialog.folder.setFilePath(str(tmp_path / "wheels"))
    dialog.install_button.click()
    end = time.monotonic() + 30
    while dialog.task is not None and time.monotonic() < end:
        QgsApplication.processEvents()
        time.sleep(0.01)
    assert "1.31.1" in dialog.status.text()
    assert dialog.bar.value() == 100
    pictures = Path(os.environ.get("NOISE2MAP_PICTURES") or tmp_path)
    assert dialog.grab().save(str(pictures / "install.png"))
    assert preferences.load().runtime == "cpu"
    dialog.reject()


def test_the_window_asks_about_an_unknown_wheel(qgis_app, home, tmp_path, monkeypatch):
    make_wheel(tmp_path / "wheels")
    dialog = InstallDialog()
    asked = []

    def question(wheel):
        asked.append(wheel)
        return mock.Mock(
            exec=lambda: QMessageBox.StandardButton.Yes if len(asked) > 1 else QMessageBox.StandardButton.No
        )

    monkeypatch.setattr(dialog, "_question", question)
    dialog.from_folder.setChecked(True)
    dialog.folder.setFilePath(str(tmp_path / "wheels"))
    for installed in (False, True):
        dialog.install()
        end = time.monotonic() + 30
        while (dialog.task is not None or "Installing" in dialog.status.text()) and time.monotonic() < end:
            QgsApplication.processEvents()
            time.sleep(0.01)
        assert bool(_installed()) == installed, dialog.status.text()
