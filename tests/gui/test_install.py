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

import pytest
from qgis.core import QgsApplication, QgsTask

from noise2map_qgis import paths
from noise2map_qgis.gui import install_task
from noise2map_qgis.gui.install_dialog import InstallDialog
from noise2map_qgis.gui.install_task import InstallTask
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


@pytest.fixture
def index(tmp_path):
    """A package index on this machine: its address, and the folder of the wheels it lists."""
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


def _list(wheels: Path, wheel: Path, checksum: str = "") -> None:
    checksum = checksum or hashlib.sha256(wheel.read_bytes()).hexdigest()
    (wheels / "index.html").write_text(f'<a href="{wheel.name}#sha256={checksum}">{wheel.name}</a>')


def test_from_a_folder_of_wheels(qgis_app, home, tmp_path):
    make_wheel(tmp_path / "wheels")
    task = InstallTask(tmp_path / "wheels")
    steps = []
    task.progressChanged.connect(steps.append)

    assert _finish(task), task.message

    assert "1.31.1" in task.message
    assert (paths.runtime_dir() / "onnxruntime" / "__init__.py").is_file()
    assert _installed() == [paths.runtime_dir().name]
    assert steps == sorted(steps)
    assert not (paths.runtime_dir() / "numpy").exists()


def test_again_over_an_older_one(qgis_app, home, tmp_path):
    old = paths.runtime_dir() / "onnxruntime" / "old.py"
    old.parent.mkdir(parents=True)
    old.touch()
    make_wheel(tmp_path / "wheels")
    assert _finish(InstallTask(tmp_path / "wheels"))
    assert not old.exists()


def test_from_an_index(qgis_app, home, index):
    address, wheels = index
    _list(wheels, make_wheel(wheels))
    task = InstallTask(index=address)
    assert _finish(task), task.message
    assert (paths.runtime_dir() / "onnxruntime" / "__init__.py").is_file()
    assert not list(paths.runtime_dir().glob("*.whl"))


def test_a_download_that_is_not_what_the_index_promises(qgis_app, home, index):
    address, wheels = index
    _list(wheels, make_wheel(wheels), checksum="0" * 64)
    task = InstallTask(index=address)
    assert not _finish(task)
    assert "SHA-256" in task.message
    assert _installed() == []


def test_an_index_that_cannot_be_reached(qgis_app, home):
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


def test_a_library_that_does_not_load_is_not_installed(qgis_app, home, tmp_path):
    good = make_wheel(tmp_path / "wheels")
    assert _finish(InstallTask(tmp_path / "wheels"))
    good.unlink()
    make_wheel(tmp_path / "wheels", code="raise ImportError('DLL load failed')")
    task = InstallTask(tmp_path / "wheels")
    assert not _finish(task)
    assert "DLL load failed" in task.message
    # The one that worked is still there.
    assert "1.31.1" in (paths.runtime_dir() / "onnxruntime" / "__init__.py").read_text()


def test_a_library_that_crashes_takes_nothing_along(qgis_app, home, tmp_path):
    make_wheel(tmp_path / "wheels", code="import os; os.abort()")
    task = InstallTask(tmp_path / "wheels")
    assert not _finish(task)
    assert "does not run on this machine" in task.message
    assert _installed() == []


def test_a_damaged_wheel(qgis_app, home, tmp_path):
    make_wheel(tmp_path / "wheels").write_bytes(b"no zip")
    task = InstallTask(tmp_path / "wheels")
    assert not _finish(task)
    assert str(paths.runtime_dir()) in task.message


def test_cancel_leaves_nothing(qgis_app, home, tmp_path):
    make_wheel(tmp_path / "wheels", code="import time; time.sleep(60)")
    task = InstallTask(tmp_path / "wheels")
    task.progressChanged.connect(lambda percent: task.cancel() if percent > 90 else None)
    started = time.monotonic()
    assert not _finish(task)
    assert time.monotonic() - started < 5
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


def test_the_window_installs_and_says_so(qgis_app, home, tmp_path):
    make_wheel(tmp_path / "wheels")
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
    dialog.reject()
