# SPDX-License-Identifier: GPL-2.0-or-later
"""Which wheel of ONNX Runtime fits this machine.

A wheel's file name says what it fits (PEP 427, binary distribution format; PEP 425, tags; PEP 600, manylinux). The
packages that read such names are not part of every QGIS, and the few tags that matter here are quickly read.
"""

from __future__ import annotations

import platform
import re
import sys
import sysconfig
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

PACKAGE = "onnxruntime"
# SHA-256 of every wheel that is installed without asking, as `sha256sum` writes them, taken from pypi.org on
# 2026-11-25.
PINNED_FILE = Path(__file__).with_name("wheels.sha256")
# The largest wheel, in bytes; that of CUDA has about 300 MB.
LARGEST_WHEEL = 1 << 30


@dataclass(frozen=True)
class Kind:
    """A build of ONNX Runtime: the package that carries it, its tested versions, best first, and the machines it is
    for."""

    package: str
    versions: tuple[str, ...]
    systems: tuple[str, ...] = ("linux", "win32", "darwin")


# 1.31.1 has wheels for Python 3.11 and later, 1.23.2 also for Python 3.10, for Macs with an Intel processor and for
# older macOS, 1.19.2 for Python 3.9 (QGIS 3.22 on Windows and macOS). The builds are the kinds of
# `preferences.RUNTIMES`.
KINDS = {
    "cpu": Kind("onnxruntime", ("1.31.1", "1.23.2", "1.19.2")),
    "cuda": Kind("onnxruntime-gpu", ("1.31.1", "1.23.2", "1.19.2"), ("linux", "win32")),
    "directml": Kind("onnxruntime-directml", ("1.24.4", "1.23.0", "1.19.2"), ("win32",)),
}
PINNED_VERSIONS = KINDS["cpu"].versions

_NAME = re.compile(r"(?P<package>[^-]+)-(?P<version>[^-]+)-(?P<python>[^-]+)-(?P<abi>[^-]+)-(?P<platforms>[^-]+)\.whl")


@dataclass(frozen=True)
class Machine:
    """What a wheel must fit: `python` like "cp311", `system` as in sys.platform, `arch` as in wheel names, and the
    version of macOS or of the C library (glibc)."""

    python: str
    system: str
    arch: str
    version: tuple[int, int] = (0, 0)

    @classmethod
    def here(cls) -> Machine:
        """Return the machine this Python runs on; its own architecture counts, not that of the processor."""
        arch = sysconfig.get_platform().split("-")[-1]
        if arch == "universal2":
            arch = platform.machine()
        version = platform.mac_ver()[0] if sys.platform == "darwin" else platform.libc_ver()[1]
        numbers = [int(number) for number in re.findall(r"\d+", version)[:2]] + [0, 0]
        python = f"cp{sys.version_info[0]}{sys.version_info[1]}"
        return cls(python, sys.platform, arch, (numbers[0], numbers[1]))

    def __str__(self) -> str:
        return f"Python {self.python[2]}.{self.python[3:]}, {self.system}, {self.arch}"


@dataclass(frozen=True)
class Wheel:
    """A wheel somewhere: `place` is its address or path."""

    package: str
    version: str
    python: str
    abi: str
    platforms: tuple[str, ...]
    place: str

    @property
    def file_name(self) -> str:
        """The wheel's file name, by which `pinned_sha256` knows it."""
        return _file_name(self.place)

    def fits(self, machine: Machine) -> bool:
        """Say whether the wheel's compiled code runs on `machine`."""
        if (self.python, self.abi) != (machine.python, machine.python):
            return False
        return any(_platform_fits(tag, machine) for tag in self.platforms)


def _platform_fits(tag: str, machine: Machine) -> bool:
    if machine.system == "win32":
        return tag == {"amd64": "win_amd64", "arm64": "win_arm64"}.get(machine.arch)
    kind = "macosx" if machine.system == "darwin" else "manylinux"
    match = re.fullmatch(kind + r"_(\d+)_(\d+)_(\w+)", tag)
    if match is None:
        return False
    arches = (machine.arch, "universal2") if kind == "macosx" else (machine.arch,)
    return match[3] in arches and (int(match[1]), int(match[2])) <= machine.version


def _file_name(place: str) -> str:
    return unquote(re.split(r"[/\\]", place)[-1])


def wheel_at(place: str) -> Wheel | None:
    """Return the wheel that lies at `place`, or None if its name is not that of an ONNX Runtime wheel."""
    match = _NAME.fullmatch(_file_name(place))
    if match is None or not match["package"].startswith(PACKAGE):
        return None
    return Wheel(
        match["package"],
        match["version"],
        match["python"],
        match["abi"],
        tuple(match["platforms"].split(".")),
        place,
    )


@lru_cache(maxsize=1)
def pinned_sha256() -> dict[str, str]:
    """Return the SHA-256 (lower-case hex) of each tested wheel by its file name."""
    lines = (line.split() for line in PINNED_FILE.read_text(encoding="ascii").splitlines())
    return {name: sha256 for sha256, name in lines}


def wheels_in_folder(folder: Path) -> list[Wheel]:
    """Return the ONNX Runtime wheels that lie in `folder`, of any version and for any device."""
    found = (wheel_at(str(path)) for path in sorted(folder.glob("*.whl")))
    return [wheel for wheel in found if wheel is not None]


def wheels_in_index(page: str, address: str, package: str = PACKAGE) -> list[Wheel]:
    """Return the wheels of `package` listed on an index `page` (PEP 503) that was read from `address`.

    The checksums that an index lists are not used: they come from the place that they would vouch for.
    """
    parser = _Links()
    parser.feed(page)
    found = (wheel_at(urldefrag(urljoin(address, link))[0]) for link in parser.links)
    return [wheel for wheel in found if wheel is not None and wheel.package == package.replace("-", "_")]


class _Links(HTMLParser):
    """Collects the addresses a page links to."""

    def __init__(self):
        super().__init__()
        self.links: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.links += [value for key, value in attrs if tag == "a" and key == "href" and value]


def choose(wheels: Iterable[Wheel], machine: Machine, pinned: bool, kind: str = "cpu") -> Wheel | None:
    """Return the best wheel of a kind for `machine`, or None. With `pinned` only the tested versions count; without,
    they come first, and then whatever fits (a wheel that a person put into a folder was put there for a reason)."""
    fitting = [wheel for wheel in wheels if wheel.fits(machine)]
    package = KINDS[kind].package.replace("-", "_")
    own = [wheel for wheel in fitting if wheel.package == package]
    for version in KINDS[kind].versions:
        for wheel in own:
            if wheel.version == version:
                return wheel
    others = own or ([wheel for wheel in fitting if kind == "cpu"])
    return None if pinned or not others else others[-1]
