# SPDX-License-Identifier: GPL-2.0-or-later
"""The interface of all networks for training, comparison and export.

The input is two images, the halves of x_t of a pair, or one image, and a timestep for each sample. The folding network
encodes both halves with one encoder; others concatenate them; networks without diffusion ignore the timestep.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from model_core.diffusion.forward_process import mix_pair, mix_with_itself, scaled
from model_core.errors import DataError
from noise2map_qgis.engine.encoding import LEVELS

# Change of a pair, buildings of an image, the noise in an image.
TASKS = ("change", "segment", "denoise")
# Bands of one image.
BANDS = 3


class MapNetwork(nn.Module):
    """A network for some of `change`, `segment` and `denoise`.

    Images are `(batch, 3, rows, cols)` float in [-1, 1], rows and cols multiples of 32; timesteps `(batch,)` int64.
    A subclass implements `forward`, and `denoise` if that is one of its tasks. `change_calibration` and
    `segment_calibration` are (gain, offset) of the logit, fitted on validation data in selection.py.
    """

    #: The architecture in the model card.
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
        """Return the logits of the given inputs.

        `halves` are the two halves of x_t of pairs, `images` x_t of single images; either may be None. The result has
        `change` (pairs, 1, rows, cols) for pairs, `segment` (images, 1, rows, cols) for images and, from networks that
        compute them in the same pass, `before` and `after`, the building logits of the two halves.
        Raises DataError for a task that the network does not have.
        """
        raise NotImplementedError

    def denoise(self, images: Tensor, timesteps: Tensor) -> Tensor:
        """Return the noise in x_t, `(batch, 3, rows, cols)`: the target of pre-training."""
        raise DataError(f"The {self.architecture} can't be pre-trained by denoising; start training without it.")

    def pretrained_parameters(self) -> list[nn.Parameter]:
        """Return the parameters with pre-trained weights, which have a smaller learning rate; none by default."""
        return []

    def load_pretrained(self) -> None:
        """Load the pre-trained weights of the network's package; a network without them keeps its random weights.

        Raises ModuleNotFoundError, naming the package, where it is not installed.
        """

    def deploy(self, task: str, timestep: int, signal: float, noise: float) -> Deployed:
        """Return the network for one task at one timestep.

        `signal` and `noise` are the coefficients of NoiseSchedule at that timestep. Raises DataError for a task
        that the network does not have.
        """
        self.require(task)
        return DeployedNetwork(self, task, timestep, signal, noise).eval()

    def require(self, task: str) -> None:
        """Raise DataError, naming the tasks of the network, where it does not have this one."""
        if task not in self.tasks:
            raise DataError(
                f"The {self.architecture} was made for {' and '.join(self.tasks)}, not for {task}; "
                "choose another network or another task."
            )


class Deployed(nn.Module):
    """A network for one task at one timestep, with uint8 input and output.

    `forward` takes `(batch, bands * images, rows, cols)` uint8 (before's bands, then after's) and returns
    `(batch, 1, rows, cols)` uint8, the calibrated probability in steps of 1/254.
    """

    task: str

    def logits(self, image: Tensor) -> Tensor:
        """Return calibrated logits `(batch, 1, rows, cols)` float32 of a uint8 image."""
        raise NotImplementedError

    def forward(self, image: Tensor) -> Tensor:
        return levels_of(self.logits(image))


class DeployedNetwork(Deployed):
    """Any network with scaling, mixing, calibration and coding of the probability, without folding."""

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
    """Return calibrated logits `(batch, 1, rows, cols)` of a uint8 image; coefficients broadcast against it."""
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
