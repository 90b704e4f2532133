# SPDX-License-Identifier: GPL-2.0-or-later
"""Installs ONNX Runtime for the plugin, and for nothing else.

One wheel is fetched over HTTPS (or taken from a folder), compared with the SHA-256 that this plugin carries, unpacked
into a new folder, tried out by another Python process, and only then put in place. Unpacking is all that pip would do
with it, and needs no pip, which many systems lack. Nothing the wheel lists as needed is installed: numpy comes with
QGIS, and a second one would break it.
"""

from __future__ import annotations

import hashlib
import importlib
import os
import shutil
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsBlockingNetworkRequest, QgsFeedback, QgsTask
from qgis.PyQt.QtCore import QProcess, QUrl
from qgis.PyQt.QtNetwork import QNetworkRequest

from .. import paths
from ..translation import tr
from .wheels import (
    KINDS,
    LARGEST_WHEEL,
    Machine,
    Wheel,
    choose,
    pinned_sha256,
    wheels_in_folder,
    wheels_in_index,
)

DEFAULT_INDEX = "https://pypi.org/simple"
# How an index and its wheels may be fetched.
SCHEMES = ("https",)
# Shares of the progress bar, by what takes how long: download, unpacking, try-out.
_DOWNLOADED, _UNPACKED = 70, 95
_TRY_OUT = "import sys; sys.path.insert(0, sys.argv[1]); import onnxruntime; print(onnxruntime.__version__)"
_TRY_OUT_SECONDS = 120


class InstallError(Exception):
    """The installation cannot go on; the text is a sentence for the user."""


class InstallCancelled(Exception):
    """The user stopped the installation."""


@dataclass(frozen=True)
class UnknownWheel:
    """A wheel in a folder whose SHA-256 this plugin does not carry."""

    file_name: str
    sha256: str


class InstallTask(QgsTask):
    """Installs ONNX Runtime in the background; `message` says afterwards how it went.

    unknown: the wheel that was refused because this plugin does not know it. A task with its SHA-256 as `accepted`
    takes it.
    """

    def __init__(
        self, folder: Path | None = None, index: str | None = None, kind: str = "cpu", accepted: str | None = None
    ):
        """Take the wheel of a kind (`wheels.KINDS`) from `folder`, or from a package index: `index`, else
        PIP_INDEX_URL, else pypi.org."""
        super().__init__(tr("Installing ONNX Runtime"), QgsTask.Flag.CanCancel)
        self.folder = folder
        self.kind = kind
        self.accepted = accepted
        self.unknown: UnknownWheel | None = None
        self.index = (index or os.environ.get("PIP_INDEX_URL") or DEFAULT_INDEX).rstrip("/")
        self.message = ""
        self.target = paths.runtime_dir(kind)
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
        machine, kind = Machine.here(), KINDS[self.kind]
        if machine.system not in kind.systems:
            raise InstallError(
                tr("{package} is not made for this system ({machine}). Choose another runtime.").format(
                    package=kind.package, machine=machine
                )
            )
        if self.folder is not None:
            where, found = str(self.folder), wheels_in_folder(self.folder)
        else:
            where = f"{self.index}/{kind.package}/"
            found = wheels_in_index(self._get(where).decode("utf-8", "replace"), where, kind.package)
            where = _without_password(where)
        wheel = choose(found, machine, pinned=self.folder is None, kind=self.kind)
        if wheel is None:
            raise InstallError(
                tr(
                    "There is no wheel of {package} for this machine ({machine}) in {where}. "
                    "Versions wanted: {versions}."
                ).format(package=kind.package, machine=machine, where=where, versions=", ".join(kind.versions))
            )
        return wheel

    def _fetch(self, wheel: Wheel, staging: Path) -> Path:
        """Return the path of the wheel in `staging`. Raises InstallError if it is not the wheel that is known by its
        name."""
        path = staging / "fetched.whl"
        if self.folder is not None:
            shutil.copyfile(wheel.place, path)
        else:
            path.write_bytes(self._get(wheel.place, share=_DOWNLOADED))
        if path.stat().st_size > LARGEST_WHEEL:
            raise InstallError(
                tr("{file} is larger than a wheel of ONNX Runtime may be. Nothing was installed.").format(
                    file=wheel.file_name
                )
            )
        sha256, expected = _sha256(path), pinned_sha256().get(wheel.file_name)
        if expected is None and self.folder is not None:
            if sha256 != self.accepted:
                self.unknown = UnknownWheel(wheel.file_name, sha256)
                raise InstallError(
                    tr(
                        "{file} is not one of the wheels that this version of Noise2Map knows (SHA-256 {sha256}). "
                        "Nothing was installed."
                    ).format(file=wheel.file_name, sha256=sha256)
                )
        elif sha256 != expected:
            raise InstallError(
                tr(
                    "{place} is not the {file} that Noise2Map was tested with (its SHA-256 differs). Nothing was "
                    "installed. Try again later, or from another place."
                ).format(place=_without_password(wheel.place), file=wheel.file_name)
            )
        return path

    def _get(self, address: str, share: int = 0) -> bytes:
        """Return what lies at `address`, with QGIS's own proxy and certificate settings; progress up to `share`."""
        if QUrl(address).scheme() not in SCHEMES:
            raise InstallError(
                tr(
                    "{address} is not an https address, so what comes from it can be changed on its way. Set "
                    "PIP_INDEX_URL to the https address of a package index, or install from a folder."
                ).format(address=_without_password(address))
            )
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
                ).format(address=_without_password(address), error=request.errorMessage())
            )
        return bytes(request.reply().content())

    def _unpack(self, path: Path, staging: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            for done, entry in enumerate(entries, 1):
                self._stop_if_cancelled()
                archive.extract(entry, staging)  # a path that leads out of the folder is cut by zipfile
                self.setProgress(_DOWNLOADED + (_UNPACKED - _DOWNLOADED) * done / len(entries))
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
            process.waitForFinished(5000)
            raise InstallError(
                tr(
                    "ONNX Runtime does not start within {seconds} seconds on this machine. Nothing was installed."
                ).format(seconds=_TRY_OUT_SECONDS)
            )
        version = bytes(process.readAllStandardOutput()).decode("utf-8", "replace").strip()
        started = process.error() != QProcess.ProcessError.FailedToStart
        normal = process.exitStatus() == QProcess.ExitStatus.NormalExit and process.exitCode() == 0
        # One that ends well and says nothing has not been imported to its end.
        if not (started and normal and version):
            error = bytes(process.readAllStandardError()).decode("utf-8", "replace").strip().split("\n")[-1]
            raise InstallError(
                tr("ONNX Runtime does not run on this machine: {error}. Nothing was installed.").format(
                    error=error or process.errorString()
                )
            )
        return version

    def _put_in_place(self, staging: Path) -> None:
        old = self.target.with_name(self.target.name + ".old")
        shutil.rmtree(old, ignore_errors=True)
        if self.target.exists():
            # Windows refuses this while the old one is in use; OSError then says so, and the old one stays.
            self.target.rename(old)
        try:
            staging.rename(self.target)
        except OSError:
            if old.exists():
                old.rename(self.target)
            raise
        shutil.rmtree(old, ignore_errors=True)
        importlib.invalidate_caches()

    def _stop_if_cancelled(self) -> None:
        if self.isCanceled():
            raise InstallCancelled


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with open(path, "rb") as stream:
        for block in iter(lambda: stream.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def _without_password(address: str) -> str:
    """Return an address as it may be shown: an index may be named with a user and a password."""
    return QUrl(address).toDisplayString(QUrl.UrlFormattingOption.RemoveUserInfo) if "://" in address else address


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
