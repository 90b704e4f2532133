# SPDX-License-Identifier: GPL-2.0-or-later
"""Work folders: hidden folders beside the outputs, locked by the run that writes in them, cleared when that run is
gone.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import platform
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import IO

from ..errors import OutputError
from .journal import Journal

PREFIX = ".noise2map-"
_LOCK, _OWNER, _PRIMARY = "lock", "owner.json", "primary"
# A folder without a lock file was made by version 0.1.0, or was made this very moment by a run that has yet to lock it.
_UNLOCKED_SECONDS = 24 * 3600
# The byte that Windows locks lies behind the end of the file.
_LOCKED_BYTE = 1 << 20


class WorkFolder:
    """A folder that this process holds a lock on until `release` or `remove`. The kernel drops the lock of a killed
    process.

    path: the folder. Use `create`, `open_named` or `take_over`.
    """

    def __init__(self, path: Path, lock: IO[bytes] | None) -> None:
        self.path = path
        self._lock = lock

    @classmethod
    def create(cls, beside: Path, primary: Path | None = None) -> WorkFolder:
        """Make a folder in `beside`. primary: the work folder that holds the journal of the run, if it is another one.

        Raises OutputError where the folder cannot be written to.
        """
        try:
            path = Path(tempfile.mkdtemp(prefix=PREFIX, dir=beside))
            folder = cls(path, _open_lock(path))
            folder._sign(primary)
        except OSError as error:
            raise _not_writable(beside, error) from error
        return folder

    @classmethod
    def open_named(cls, path: Path) -> WorkFolder:
        """Make or take over the folder `path`; raises OutputError if another run uses it."""
        try:
            path.mkdir(exist_ok=True)
        except OSError as error:
            raise _not_writable(path.parent, error) from error
        folder = cls.take_over(path)
        if folder is None:
            raise OutputError(
                f"Another run is using the folder {path}. Wait until it ends, or choose another name for the output."
            )
        try:
            folder._sign(None)
        except OSError as error:
            folder.release()
            raise _not_writable(path, error) from error
        return folder

    @classmethod
    def take_over(cls, path: Path) -> WorkFolder | None:
        """Lock a folder that is there; None if a living run, or a run on another computer, may be using it."""
        owner = _owner(path)
        if owner.get("host", platform.node()) != platform.node():
            return None
        try:
            lock = _open_lock(path)
        except BlockingIOError:
            return None
        except OSError:  # the folder was removed meanwhile, or may not be written to
            return None
        if lock is None and _lives(owner):
            return None
        return cls(path, lock)

    def primary(self) -> Path | None:
        """Return the work folder that holds the run's journal, if it is another one."""
        with contextlib.suppress(OSError):
            return Path((self.path / _PRIMARY).read_text(encoding="utf-8"))
        return None

    def release(self) -> None:
        """Give the lock back and keep the folder."""
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def remove(self) -> None:
        """Delete the folder. The lock is given back first: Windows deletes no open file."""
        self.release()
        shutil.rmtree(self.path, ignore_errors=True)

    def _sign(self, primary: Path | None) -> None:
        owner = {"host": platform.node(), "pid": os.getpid(), "started": _started(os.getpid())}
        (self.path / _OWNER).write_text(json.dumps(owner), encoding="utf-8")
        if primary is not None:
            (self.path / _PRIMARY).write_text(str(primary), encoding="utf-8")


def clear_abandoned(beside: Path) -> list[str]:
    """Remove the work folders of runs that are gone, after bringing back the older results of an interrupted commit.

    Folders of living runs and of other computers are left alone. Returns one sentence for each folder, for the log.
    """
    told = []
    try:
        found = sorted(path for path in beside.glob(PREFIX + "*") if path.is_dir() and not path.is_symlink())
    except OSError:
        return []
    for path in found:
        if not (path / _LOCK).exists() and _age(path) < _UNLOCKED_SECONDS:
            continue
        folder = WorkFolder.take_over(path)
        if folder is None:
            continue
        undone = _undo(folder)
        if undone is None:
            folder.release()
            continue
        folder.remove()
        if undone:
            told.append(
                f"An earlier run was interrupted while it gave {', '.join(undone)} their names; the older results "
                "are back."
            )
        else:
            told.append(f"Removed {path.name}, which an interrupted run had left behind.")
    return told


def _undo(folder: WorkFolder) -> list[str] | None:
    """Undo the interrupted commit that a folder belongs to; return the names brought back, or None if it must stay."""
    primary = folder.primary()
    if primary is None or primary == folder.path:
        return Journal(folder.path).undo()
    if not primary.parent.exists():  # perhaps a disk that is not connected
        return None
    if not Journal(primary).exists():
        return []
    other = WorkFolder.take_over(primary)
    if other is None:
        return None
    try:
        return Journal(primary).undo()
    finally:
        other.release()


def _open_lock(path: Path) -> IO[bytes] | None:
    """Return the locked file of a work folder, None where the file system has no locks; raises BlockingIOError if it is
    held.
    """
    file = (path / _LOCK).open("ab")
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(_LOCKED_BYTE)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        file.close()
        if error.errno in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
            raise BlockingIOError(errno.EAGAIN, "another run holds the lock") from error
        return None
    return file


def _owner(path: Path) -> dict[str, object]:
    try:
        owner = json.loads((path / _OWNER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return owner if isinstance(owner, dict) else {}


def _started(pid: int) -> str:
    """Return when a process started, in a form that no later process of that number shares; "" if unknown or gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="utf-8").strip()
    except (OSError, IndexError):
        return ""
    return f"{boot} {fields[19]}"  # proc(5): field 22, starttime, counted from the state (field 3)


def _lives(owner: dict[str, object]) -> bool:
    """Return whether the process that signed a folder may still run; used where the file system has no locks."""
    pid, started = owner.get("pid"), owner.get("started")
    if not isinstance(pid, int) or not started:
        return True  # cannot tell
    return _started(pid) == started


def _age(path: Path) -> float:
    try:
        return time.time() - path.stat().st_mtime
    except OSError:
        return 0.0


def _not_writable(folder: Path, error: OSError) -> OutputError:
    return OutputError(
        f"The folder {folder} cannot be written to ({error.strerror}). Choose another folder for the outputs."
    )
