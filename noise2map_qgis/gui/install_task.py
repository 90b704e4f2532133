# SPDX-License-Identifier: GPL-2.0-or-later
"""Installs ONNX Runtime for the plugin, and for nothing else.

One wheel, pinned, is fetched (or taken from a folder), checked, unpacked into a new folder, tried out by another
Python process, and only then put in place. Unpacking is all that pip would do with it, and needs no pip, which many
systems lack. Nothing the wheel lists as needed is installed: numpy comes with QGIS, and a second one would break it.
"""

from __future__ import annotations

import hashlib
import importlib
import os
import shutil
import sys
import zipfile
from pathlib import Path

from qgis.core import QgsBlockingNetworkRequest, QgsFeedback, QgsTask
from qgis.PyQt.QtCore import QProcess, QUrl
from qgis.PyQt.QtNetwork import QNetworkRequest

from .. import paths
from ..translation import tr
from .wheels import PACKAGE, PINNED_VERSIONS, Machine, Wheel, choose, wheels_in_folder, wheels_in_index

DEFAULT_INDEX = "https://pypi.org/simple"
# Shares of the progress bar, by what takes how long: download, unpacking, try-out.
_DOWNLOADED, _UNPACKED = 70, 95
_TRY_OUT = "import sys; sys.path.insert(0, sys.argv[1]); import onnxruntime; print(onnxruntime.__version__)"
_TRY_OUT_SECONDS = 120


class InstallError(Exception):
    """The installation cannot go on; the text is a sentence for the user."""


class InstallCancelled(Exception):
    """The user stopped the installation."""


class InstallTask(QgsTask):
    """Installs ONNX Runtime in the background; `message` says afterwards how it went."""

    def __init__(self, folder: Path | None = None, index: str | None = None):
        """Take the wheel from `folder`, or from a package index: `index`, else PIP_INDEX_URL, else pypi.org."""
        super().__init__(tr("Installing ONNX Runtime"), QgsTask.Flag.CanCancel)
        self.folder = folder
        self.index = (index or os.environ.get("PIP_INDEX_URL") or DEFAULT_INDEX).rstrip("/")
        self.message = ""
        self.target = paths.runtime_dir()
        self._feedback = QgsFeedback()

    def cancel(self):
        # A request in flight watches the feedback, everything else watches the task.
        self._feedback.cancel()
        super().cancel()

    def run(self):
        staging = self.target.with_name(self.target.name + ".new")
        try:
            shutil.rmtree(staging, ignore_errors=True)
            staging.mkdir(parents=True)
            wheel = self._find()
            self._unpack(self._fetch(wheel, staging), staging)
            version = self._try_out(staging)
            self._put_in_place(staging)
        except InstallCancelled:
            self.message = tr("Cancelled. Nothing was installed.")
            return False
        except InstallError as error:
            self.message = str(error)
            return False
        except (OSError, zipfile.BadZipFile) as error:
            self.message = tr("ONNX Runtime could not be installed into {folder}: {error}.").format(
                folder=self.target, error=error
            )
            return False
        finally:
            shutil.rmtree(staging, ignore_errors=True)
        self.setProgress(100)
        self.message = tr("ONNX Runtime {version} is installed.").format(version=version)
        return True

    def _find(self) -> Wheel:
        """Return the wheel to install. Raises InstallError if there is none for this machine."""
        machine = Machine.here()
        if self.folder is not None:
            where, found = str(self.folder), wheels_in_folder(self.folder)
        else:
            where = f"{self.index}/{PACKAGE}/"
            found = wheels_in_index(self._get(where).decode("utf-8", "replace"), where)
        wheel = choose(found, machine, pinned=self.folder is None)
        if wheel is None:
            raise InstallError(
                tr(
                    "There is no wheel of {package} for this machine ({machine}) in {where}. "
                    "Versions wanted: {versions}."
                ).format(package=PACKAGE, machine=machine, where=where, versions=", ".join(PINNED_VERSIONS))
            )
        return wheel

    def _fetch(self, wheel: Wheel, staging: Path) -> Path:
        """Return the path of the wheel on this machine, downloaded and checked if it came from the index."""
        if self.folder is not None:
            return Path(wheel.place)
        content = self._get(wheel.place, share=_DOWNLOADED)
        if not wheel.sha256 or hashlib.sha256(content).hexdigest() != wheel.sha256:
            raise InstallError(
                tr(
                    "What came from {address} is not what its index promises (SHA-256). "
                    "Try again later, or from a folder."
                ).format(address=wheel.place)
            )
        path = staging / "downloaded.whl"
        path.write_bytes(content)
        return path

    def _get(self, address: str, share: int = 0) -> bytes:
        """Return what lies at `address`, with QGIS's own proxy and certificate settings; progress up to `share`."""
        request = QgsBlockingNetworkRequest()
        if share:
            request.downloadProgress.connect(
                lambda received, total: self.setProgress(share * received / total) if total > 0 else None
            )
        code = request.get(QNetworkRequest(QUrl(address)), True, self._feedback)
        self._stop_if_cancelled()
        if code != QgsBlockingNetworkRequest.ErrorCode.NoError:
            raise InstallError(
                tr(
                    "{address} cannot be reached: {error}. Check the connection and QGIS's proxy settings "
                    "(Settings, Options, Network), set PIP_INDEX_URL to the mirror you use, or install from a folder."
                ).format(address=address, error=request.errorMessage())
            )
        return bytes(request.reply().content())

    def _unpack(self, path: Path, staging: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            for done, entry in enumerate(entries, 1):
                self._stop_if_cancelled()
                archive.extract(entry, staging)
                self.setProgress(_DOWNLOADED + (_UNPACKED - _DOWNLOADED) * done / len(entries))
        if path.parent == staging:
            path.unlink()

    def _try_out(self, staging: Path) -> str:
        """Return the version that another Python process could import: a library that crashes must not take QGIS along.

        Returns "" where QGIS's Python program is not to be found, and the first run has to show whether it works.
        """
        python = python_executable()
        if python is None:
            return ""
        process = QProcess()
        process.start(str(python), ["-c", _TRY_OUT, str(staging)])
        for _ in range(_TRY_OUT_SECONDS * 5):
            if process.waitForFinished(200) or process.state() == QProcess.ProcessState.NotRunning:
                break
            if self.isCanceled():
                process.kill()
                process.waitForFinished(1000)
                raise InstallCancelled
        else:
            process.kill()
        if process.exitStatus() != QProcess.ExitStatus.NormalExit or process.exitCode() != 0:
            error = bytes(process.readAllStandardError()).decode("utf-8", "replace").strip().split("\n")[-1]
            raise InstallError(
                tr("ONNX Runtime does not run on this machine: {error}. Nothing was installed.").format(
                    error=error or process.errorString()
                )
            )
        return bytes(process.readAllStandardOutput()).decode("utf-8", "replace").strip()

    def _put_in_place(self, staging: Path) -> None:
        old = self.target.with_name(self.target.name + ".old")
        shutil.rmtree(old, ignore_errors=True)
        if self.target.exists():
            # Windows refuses this while the old one is in use; OSError then says so, and the old one stays.
            self.target.rename(old)
        staging.rename(self.target)
        shutil.rmtree(old, ignore_errors=True)
        importlib.invalidate_caches()

    def _stop_if_cancelled(self) -> None:
        if self.isCanceled():
            raise InstallCancelled


def python_executable() -> Path | None:
    """Return the Python program of this QGIS. On Windows and macOS `sys.executable` is QGIS itself."""
    if Path(sys.executable).name.lower().startswith("python"):
        return Path(sys.executable)
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    prefix = Path(sys.exec_prefix)
    beside = Path(sys.executable).parent
    candidates = (
        prefix / "python.exe",
        prefix / "python3.exe",
        prefix / "bin" / f"python{version}",
        prefix / "bin" / "python3",
        beside / "bin" / f"python{version}",
        beside / "bin" / "python3",
        beside / f"python{version}",
    )
    return next((path for path in candidates if path.exists()), None)
