# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs a program as on a processor without VNNI: answers the CPUID instructions of ONNX Runtime under gdb.

    MASK=vnni|avx512 gdb -batch -x benchmarks/without_vnni.py --args .venv/bin/python -m model_core.cli detect ...

MASK: `vnni` hides AVX512-VNNI, AVX-VNNI and AMX, `avx512` AVX-512 as well. The instructions are found with objdump.
"""

from __future__ import annotations

import ctypes
import glob
import mmap
import os
import subprocess

import gdb

_LIBRARY = "onnxruntime_pybind11_state"
# mov eax,edi; mov ecx,esi; mov r8,rdx; push rbx; cpuid; the four registers to [r8]; pop rbx; ret
_CODE = "89f8 89f1 4989d0 53 0fa2 418900 41895804 41894808 4189500c 5b c3"
_AVX512_EBX, _AVX512_ECX, _AVX512_EDX = (16, 17, 21, 26, 27, 28, 30, 31), (1, 6, 11, 12, 14), (2, 3, 8, 23)
_AMX_EDX = (22, 24, 25)

_memory = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
_memory.write(bytes.fromhex(_CODE.replace(" ", "")))
_cpuid = ctypes.CFUNCTYPE(None, ctypes.c_uint32, ctypes.c_uint32, ctypes.c_void_p)(
    ctypes.addressof(ctypes.c_char.from_buffer(_memory))
)


def _without(value: int, bits: tuple[int, ...]) -> int:
    for bit in bits:
        value &= ~(1 << bit)
    return value


def answer(leaf: int, part: int) -> tuple[int, int, int, int]:
    """Return eax, ebx, ecx and edx of this processor without the features hidden."""
    out = (ctypes.c_uint32 * 4)()
    _cpuid(leaf, part, ctypes.addressof(out))
    eax, ebx, ecx, edx = out
    if (leaf, part) == (7, 0):
        ecx, edx = _without(ecx, (11,)), _without(edx, _AMX_EDX)
        if os.environ["MASK"] == "avx512":
            ebx, ecx, edx = _without(ebx, _AVX512_EBX), _without(ecx, _AVX512_ECX), _without(edx, _AVX512_EDX)
    if (leaf, part) == (7, 1):
        eax = _without(eax, (4, 5))
    return eax, ebx, ecx, edx


class Cpuid(gdb.Breakpoint):
    """A breakpoint on a CPUID instruction: it is answered here, and skipped."""

    def stop(self) -> bool:
        leaf, part = (int(gdb.parse_and_eval(f"(unsigned int)${name}")) for name in ("eax", "ecx"))
        place = int(gdb.parse_and_eval("(unsigned long)$rip"))
        for name, value in zip(("rax", "rbx", "rcx", "rdx"), answer(leaf, part)):
            gdb.execute(f"set ${name} = {value}")
        gdb.execute(f"set $rip = {place + 2}")
        return False


for setting in ("pagination off", "confirm off", "print thread-events off", "auto-solib-add off"):
    gdb.execute(f"set {setting}")
gdb.execute(f"catch load {_LIBRARY}")
gdb.execute("run")
with open(f"/proc/{gdb.selected_inferior().pid}/maps") as maps:
    lines = [line for line in maps if _LIBRARY in line]
base, path = min(int(line.split("-")[0], 16) for line in lines), lines[0].split()[-1]
listing = subprocess.run(["objdump", "-d", *glob.glob(path)], capture_output=True, text=True, check=True).stdout
for line in listing.splitlines():
    if line.endswith("cpuid") or "\tcpuid" in line:
        Cpuid(f"*{hex(base + int(line.split(':')[0], 16))}")
gdb.execute("delete 1")
gdb.execute("continue")
