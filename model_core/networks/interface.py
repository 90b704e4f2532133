# SPDX-License-Identifier: GPL-2.0-or-later
"""What training, comparison and export need of any network.

A network is told two images at once, the halves of a corrupted pair, or one corrupted image, and the timestep of
each. How it uses them is its own affair: the folding network reads both halves with one encoder, others put them on
top of each other, and a peer that knows no diffusion leaves the timestep alone.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from model_core.diffusion.forward_process import mix_pair, mix_with_itself, scaled
from model_core.errors import DataError
from noise2map_qgis.engine.encoding import LEVELS

# What a network can be asked for: change of a pair, buildings of an image, the noise in an image.
TASKS = ("change", "segment", "denoise")
# Bands of one image.
BANDS = 3


class MapNetwork(nn.Module):
    """A network for some of `change`, `segment` and `denoise`.

    Images are `(batch, 3, rows, cols)` float in [-1, 1], rows and cols multiples of 32; timesteps `(batch,)` int64.
    A subclass gives `forward`, and `denoise` if it names that task. `change_calibration` and `segment_calibration`
    hold (gain, offset) of the logit, found on validation data (see selection.py).
    """

    #: What the card says it is.
    architecture = "network"

    def __init__(self, tasks: tuple[str, ...]) -> None:
        super().__init__()
        unknown = [task for task in tasks if task not in TASKS]
        if unknown or not tasks:
            raise ValueError(f"A network can't be made for {unknown or 'no task'}. Choose some of {', '.join(TASKS)}.")
        self.tasks = tuple(tasks)
        for task in ("change", "segment"):
            self.register_buffer(f"{task}_calibration", torch.tensor([1.0, 0.0]))

    def forward(
        self,
        halves: tuple[Tensor, Tensor] | None,
        images: Tensor | None,
        pair_timesteps: Tensor | None = None,
        image_timesteps: Tensor | None = None,
    ) -> dict[str, Tensor]:
        """Logits of everything that is asked for.

        `halves` are the two halves of a corrupted pair, `images` corrupted single images; either may be None.
        Returns, as far as asked: `change` (pairs, 1, rows, cols); `segment` (images, 1, rows, cols); and, from networks
        that find them in the same pass, `before` and `after`, the building logits of the two halves.
        Raises DataError for a task that the network was not made for.
        """
        raise NotImplementedError

    def denoise(self, images: Tensor, timesteps: Tensor) -> Tensor:
        """The noise in corrupted images, `(batch, 3, rows, cols)`: the objective of pre-training."""
        raise DataError(f"The {self.architecture} can't be pre-trained by denoising; start training without it.")

    def pretrained_parameters(self) -> list[nn.Parameter]:
        """Parameters that begin with somebody's trained weights and so learn at a smaller rate; none by default."""
        return []

    def load_pretrained(self) -> None:
        """Take the trained weights that come with the network's package; a network without any keeps its random ones.

        Raises ModuleNotFoundError, naming the package, where it is not installed.
        """

    def deploy(self, task: str, timestep: int, signal: float, noise: float) -> Deployed:
        """The network for one task at one timestep.

        `signal` and `noise` are the mixing coefficients at that timestep (NoiseSchedule). Networks that fold override
        this. Raises DataError for a task that the network was not made for.
        """
        self.require(task)
        return DeployedNetwork(self, task, timestep, signal, noise).eval()

    def require(self, task: str) -> None:
        """Raise DataError, naming the tasks there are, where the network was not made for this one."""
        if task not in self.tasks:
            raise DataError(
                f"The {self.architecture} was made for {' and '.join(self.tasks)}, not for {task}; "
                "choose another network or another task."
            )


class Deployed(nn.Module):
    """A network for one task at one timestep: bytes in, bytes out.

    `forward` takes `(batch, bands * images, rows, cols)` uint8 (before's bands, then after's) and returns
    `(batch, 1, rows, cols)` uint8, the calibrated probability in steps of 1/254.
    """

    task: str

    def logits(self, image: Tensor) -> Tensor:
        """Calibrated logits `(batch, 1, rows, cols)` float32 of a uint8 image."""
        raise NotImplementedError

    def forward(self, image: Tensor) -> Tensor:
        return levels_of(self.logits(image))


class DeployedNetwork(Deployed):
    """Any network with all that stands around it: scaling, mixing, calibration, levels.

    Nothing is folded; what the timestep makes constant is left to the runtime to find.
    """

    def __init__(self, net: MapNetwork, task: str, timestep: int, signal: float, noise: float) -> None:
        super().__init__()
        self.net = net
        self.task = task
        self.signal = signal
        self.noise = noise
        self.register_buffer("_timestep", torch.tensor([timestep]))

    def logits(self, image: Tensor) -> Tensor:
        timesteps = self.get_buffer("_timestep").expand(image.shape[0])
        return mapped_logits(self.net, self.task, image, self.signal, self.noise, timesteps)


def mapped_logits(
    net: MapNetwork, task: str, image: Tensor, signal: float | Tensor, noise: float | Tensor, timesteps: Tensor
) -> Tensor:
    """Calibrated logits `(batch, 1, rows, cols)` of bytes, with coefficients that broadcast against them."""
    pixels = scaled(image)
    if task == "change":
        before, after = pixels[:, :BANDS], pixels[:, BANDS:]
        found = net(mix_pair(before, after, signal, noise), None, timesteps)["change"]
    else:
        found = net(None, mix_with_itself(pixels, signal, noise), None, timesteps)["segment"]
    gain, offset = getattr(net, f"{task}_calibration")
    return found.float() * gain + offset


def levels_of(logits: Tensor) -> Tensor:
    """Return logits as uint8 levels of probability: `encoding.encode` of the engine in operators that ONNX exports."""
    return torch.floor(torch.sigmoid(logits) * LEVELS + 0.5).to(torch.uint8)
