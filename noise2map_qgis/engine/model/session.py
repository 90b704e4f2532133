# SPDX-License-Identifier: GPL-2.0-or-later
"""ONNX Runtime: which device runs, with which file of the model, and what really ran.

ONNX Runtime is imported inside functions only, so that dialogs can list models and devices without it.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import queue
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ..errors import BundleError, EngineError, RuntimeMissing
from . import integrity
from .adapter import Adapter
from .augmentation import average, check_views
from .bundle import Bundle, ModelFile, TaskCard
from .onnx_file.check import LARGEST_MEMORY
from .timestep_vectors import folded_graph, read_vectors

# Devices by the name a person reads, in the order "auto" prefers them, with ONNX Runtime's name for each.
PROVIDERS = {
    "CUDA": "CUDAExecutionProvider",
    "DirectML": "DmlExecutionProvider",
    "CoreML": "CoreMLExecutionProvider",
    "OpenVINO": "OpenVINOExecutionProvider",
    "CPU": "CPUExecutionProvider",
}
# What an installed ONNX Runtime carries beside it when it can use a device (CoreML is built into every macOS wheel).
_LIBRARIES = {
    "CUDA": "*onnxruntime_providers_cuda.*",
    "DirectML": "DirectML.dll",
    "OpenVINO": "*onnxruntime_providers_openvino.*",
}
# Pixels a batch holds, in all its views, where a device is not the CPU: enough that it is busy, few enough that a
# cancel acts within a second.
_DEVICE_BATCH = 4 * 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """What sessions keep to unless a caller says otherwise: bytes that one tile may need; threads, 0 for all cores."""

    memory: int = LARGEST_MEMORY
    threads: int = 0


_limits = Limits()


def set_limits(limits: Limits) -> None:
    """Set the limits of all sessions that open from now on."""
    global _limits
    _limits = limits


INSTALL_HINT = "Choose Plugins ▸ Noise2Map ▸ Install the inference runtime… in QGIS, then run again."


class Session:
    """An open model. `device` and `precision` tell what really runs; `notes` holds a sentence for each fallback.

    views: how many views of a tile its answer is the mean of, see `augmentation.py`. workers: how many threads do best
    to call `run` at once. Each has an ONNX Runtime session of its own: calls that share one take turns with its memory
    in an order that is never the same, and it grows for as long as the run lasts.
    """

    def __init__(
        self,
        inferences: list[Any],
        name: str,
        device: str,
        precision: str,
        notes: tuple[str, ...],
        workers: int,
        views: int,
        adapter: Adapter | None = None,
    ) -> None:
        self._free: queue.LifoQueue[Any] = queue.LifoQueue()  # a caller alone always gets the same
        for inference in reversed(inferences):
            self._free.put(inference)
        self._name = name
        self.device = device
        self.precision = precision
        self.notes = notes
        self.workers = workers
        self.views = views
        self._adapter = adapter

    def batch(self, pixels: int) -> int:
        """Return how many tiles of so many pixels do best in one call."""
        return 1 if self.device == "CPU" else max(1, _DEVICE_BATCH // (pixels * self.views))

    def run(self, batch: np.ndarray) -> np.ndarray:
        """Map `(batch, images * bands, rows, cols) uint8` to the probability `(batch, rows, cols)` of the positive
        class.

        The answer is float32 0-1 or uint8 in steps of 1/254: of one view as the graph gives it, of several float32.
        Raises EngineError if the device gives up.
        """
        return average(self.answer, batch, self.views)

    def answer(self, batch: np.ndarray) -> np.ndarray:
        """Map a batch as `run` does, in one view and as the graph gives it."""
        inference = self._free.get()
        try:
            if self._adapter is not None:
                return self._adapted(inference, self._adapter, batch)
            (probability,) = inference.run(["probability"], {"image": batch})
        except EngineError:
            raise
        except Exception as error:  # ONNX Runtime's own exceptions share no base class
            raise EngineError(
                f"The model '{self._name}' stopped on {self.device} with tiles of {batch.shape[3]} x {batch.shape[2]} "
                f"pixels "
                f"({_first_line(error)}). Choose a smaller tile size, or CPU as the device."
            ) from error
        finally:
            self._free.put(inference)
        return probability[:, 0]

    @staticmethod
    def _adapted(inference: Any, adapter: Adapter, batch: np.ndarray) -> np.ndarray:
        """Map a batch by a network that was exported elsewhere, in groups of as many tiles as it takes at once."""
        rows, cols = batch.shape[2:]
        group = adapter.batch or len(batch)
        found = []
        for first in range(0, len(batch), group):
            tiles = batch[first : first + group]
            missing = group - len(tiles)
            whole = np.concatenate([tiles, np.repeat(tiles[-1:], missing, axis=0)]) if missing else tiles
            (answer,) = inference.run([adapter.output], adapter.feed(whole))
            found.append(adapter.read(np.asarray(answer), rows, cols)[: len(tiles)])
        return np.concatenate(found)


def present_devices() -> tuple[str, ...]:
    """Return the devices that the installed ONNX Runtime can name, without importing it; () if it is not installed.

    A device that is present may still refuse to run (no driver, for example); `Session.device` tells what did.
    """
    spec = importlib.util.find_spec("onnxruntime")
    if spec is None or spec.origin is None:
        return ()
    libraries = Path(spec.origin).parent / "capi"
    present = {device for device, pattern in _LIBRARIES.items() if any(libraries.glob(pattern))}
    if sys.platform == "darwin":
        present.add("CoreML")
    return ("CPU", *(device for device in PROVIDERS if device in present))


def open_session(
    bundle: Bundle,
    task: str,
    timestep: int | None = None,
    device: str = "auto",
    threads: int = 0,
    views: int | None = None,
    memory: int | None = None,
) -> Session:
    """Open the file of a bundle that suits the device, after checking it and its weights against the card
    (`Bundle.verify`).

    "auto" takes the fastest device that starts and falls back to the CPU; a device asked for by name must start. The
    CPU gets the int8 file if there is one that its ONNX Runtime can open, other devices the float16 or else the float32
    file. threads: 0 is as many as `set_limits` allows. memory: bytes that one tile may need, None is what `set_limits`
    allows. timestep, views: None is the card's. Raises RuntimeMissing (no ONNX Runtime, no such device), BundleError (a
    wrong hash, a graph that is not the card's) and EngineError (no such number of views).
    """
    card = bundle.tasks[task]
    timestep = card.default_timestep if timestep is None else timestep
    views = card.views if views is None else views
    memory = _limits.memory if memory is None else memory
    threads = threads or _limits.threads
    check_views(views)
    runtime = _import_runtime()
    available = [name for name, provider in PROVIDERS.items() if provider in runtime.get_available_providers()]
    if device != "auto" and device not in available:
        raise RuntimeMissing(
            f"The device {device} is not offered by the ONNX Runtime installed here, which has {', '.join(available)}. "
            "Choose one of these or 'auto', or install the runtime made for that device."
        )
    notes: list[str] = []
    for candidate in available if device == "auto" else [device]:
        files = _files_to_try(bundle, card, timestep, candidate)
        for file in files:
            bundle.verify(file)
            inference, problem = None, _refusal(bundle, card, file, memory, last=file is files[-1])
            if not problem:
                inference, problem = _open(runtime, file, candidate, threads)
            if inference is None:
                notes.append(f"{candidate} is installed but did not start with the {file.precision} file ({problem}).")
                continue
            _check_graph(inference, file, card)
            inferences = [inference]
            workers = 2  # another device takes turns: one tile is read while another is inferred
            if candidate == "CPU":
                workers, _ = share_cores(threads)
                inferences += [_Spare(runtime, file, threads) for _ in range(workers - 1)]
            return Session(
                inferences, bundle.name, candidate, file.precision, tuple(notes), workers, views, card.adapter
            )
    if device in ("auto", "CPU"):
        raise BundleError(
            f"ONNX Runtime cannot open the model '{bundle.name}': {notes[-1]} Install the model again or choose "
            f"another."
        )
    raise RuntimeMissing(f"{notes[-1]} Check its driver, or choose 'auto' or CPU as the device.")


def check_memory(bundle: Bundle, card: TaskCard, file: ModelFile, allowed: int) -> None:
    """Raise BundleError if a file needs more than `allowed` bytes for one tile of the card's size."""
    channels, side = card.images * len(card.bands), card.tile_size
    shapes: dict[str, tuple[int, ...]] = (
        {"image": (1, channels, side, side)} if card.adapter is None else card.adapter.shapes(channels, side, side)
    )
    integrity.check_memory(file.path, shapes, allowed, bundle.name)


def _refusal(bundle: Bundle, card: TaskCard, file: ModelFile, memory: int, last: bool) -> str:
    """Return why a file is passed over, or ""; raises BundleError where there is no other file to try."""
    try:
        check_memory(bundle, card, file, memory)
    except BundleError as error:
        if last:
            raise
        return str(error)
    return ""


def share_cores(threads: int) -> tuple[int, int]:
    """Return how many threads call ONNX Runtime on the CPU at once, and with how many threads it answers each of them.

    With two workers one reads and decodes while the other infers, and neither waits. Two cores are best used by a
    caller each: on tiles of 512 pixels that needs a tenth less of the processor than two threads that share every call.
    threads: of the processor, 0 for all there are.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    wanted = threads or cores
    workers = min(2, wanted)
    return workers, wanted // workers


def _import_runtime() -> Any:
    missing = f"ONNX Runtime, which runs the model, is not installed. {INSTALL_HINT}"
    try:
        runtime = importlib.import_module("onnxruntime")
    except ImportError as error:
        if error.name == "onnxruntime":
            raise RuntimeMissing(missing) from error
        raise RuntimeMissing(f"ONNX Runtime is installed but does not load ({error}). {INSTALL_HINT}") from error
    if not hasattr(runtime, "InferenceSession"):  # an empty folder that an uninstall left behind imports, too
        raise RuntimeMissing(missing)
    return runtime


def suitable_file(bundle: Bundle, card: TaskCard, timestep: int, device: str) -> ModelFile:
    """Return the file that a device does best with; raises BundleError where the model has none for the timestep."""
    return _by_speed(bundle, card, timestep, device)[0]


def _files_to_try(bundle: Bundle, card: TaskCard, timestep: int, device: str) -> list[ModelFile]:
    """The CPU always starts, but older ONNX Runtimes lack 8-bit operators: then it takes the next file. Others have one
    chance."""
    files = _by_speed(bundle, card, timestep, device)
    return files if device == "CPU" else files[:1]


def _by_speed(bundle: Bundle, card: TaskCard, timestep: int, device: str) -> list[ModelFile]:
    order = ("int8", "float32", "float16") if device == "CPU" else ("float16", "float32", "int8")
    files = [file for precision in order if (file := card.file(timestep, precision)) is not None]
    if not files:
        raise BundleError(
            f"The model '{bundle.name}' has no file for the timestep {timestep}; choose one of "
            f"{', '.join(map(str, card.timesteps))}."
        )
    return files


def _open(runtime: Any, file: ModelFile, device: str, threads: int) -> tuple[Any, str]:
    """Return the open session, or None and the reason."""
    options = runtime.SessionOptions()
    options.log_severity_level = 4
    options.intra_op_num_threads = share_cores(threads)[1] if device == "CPU" else threads
    options.inter_op_num_threads = 1
    # Threads that spin while they wait take a core from the reader: off, a run needs a sixth less of the processor.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # Whatever the file is called: no other format has been looked through for files that it reads.
    options.add_session_config_entry("session.load_model_format", "ONNX")
    # DirectML's documentation asks for this. On the CPU patterns win no time with large tiles, and hold half as much
    # memory again.
    if device in ("DirectML", "CPU"):
        options.enable_mem_pattern = False
    providers = [PROVIDERS[device]] if device == "CPU" else [PROVIDERS[device], PROVIDERS["CPU"]]
    try:
        # As bytes only where it must be: from a path ONNX Runtime maps the weights into memory.
        model = str(file.path) if file.vectors is None else _at_timestep(file)
        inference = runtime.InferenceSession(model, options, providers=providers)
    except Exception as error:  # ONNX Runtime's own exceptions share no base class
        return None, _first_line(error)
    # ONNX Runtime falls back to the CPU without raising when a provider's library does not load.
    if inference.get_providers()[0] != PROVIDERS[device]:
        return None, "its libraries or its driver do not load"
    return inference, ""


def _at_timestep(file: ModelFile) -> bytes:
    if file.vectors is None:
        raise ValueError(f"{file.path} has no vectors of other timesteps")
    return folded_graph(file.path, read_vectors(file.vectors.path, file.task, file.timestep))


class _Spare:
    """Another ONNX Runtime session on the CPU. It opens when first needed: beside the other one's work, and for a
    single tile never."""

    def __init__(self, runtime: Any, file: ModelFile, threads: int) -> None:
        self._how = runtime, file, "CPU", threads
        self._inference: Any = None

    def run(self, outputs: list[str], inputs: dict[str, np.ndarray]) -> Any:
        if self._inference is None:
            self._inference, problem = _open(*self._how)
            if self._inference is None:
                raise RuntimeError(problem)
        return self._inference.run(outputs, inputs)


def _check_graph(inference: Any, file: ModelFile, card: TaskCard) -> None:
    inputs = [(port.name, port.type) for port in inference.get_inputs()]
    outputs = [(port.name, port.type) for port in inference.get_outputs()]
    channels = card.images * len(card.bands)
    if card.adapter is not None:
        _check_adapter(inputs, outputs, file, card.adapter)
        return
    if inputs != [("image", "tensor(uint8)")] or inference.get_inputs()[0].shape[1] != channels:
        raise BundleError(
            f"The model file {file.path} takes {inputs} but its card promises one input 'image' of uint8 with "
            f"{channels} channels; export the model again."
        )
    if ("probability", "tensor(uint8)") not in outputs and ("probability", "tensor(float)") not in outputs:
        raise BundleError(
            f"The model file {file.path} gives {outputs} but its card promises 'probability' as uint8 or float; "
            "export the model again."
        )


def _check_adapter(
    inputs: list[tuple[str, str]], outputs: list[tuple[str, str]], file: ModelFile, adapter: Adapter
) -> None:
    kind = {"uint8": "tensor(uint8)", "float32": "tensor(float)", "float16": "tensor(float16)"}[adapter.type]
    if sorted(inputs) != sorted((name, kind) for name in adapter.inputs):
        raise BundleError(
            f"The model file {file.path} takes {inputs} but its card promises {', '.join(adapter.inputs)} of "
            f"{adapter.type}; add the model again."
        )
    if adapter.output not in [name for name, _ in outputs]:
        raise BundleError(
            f"The model file {file.path} gives {outputs} but its card promises '{adapter.output}'; add the model again."
        )


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
