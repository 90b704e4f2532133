# SPDX-License-Identifier: GPL-2.0-or-later
"""The forward process with structured noise: the one place where x_t is made.

    x_t = sqrt(a_t) * x + sqrt(1 - a_t) * n,    a_t = prod_{s <= t} (1 - b_s)

(Ho et al. 2020, equation 4). Noise2Map's idea is the choice of n: Gaussian in pre-training; for change, the pair with
its dates swapped; for segmentation, the image itself (Shibli et al. 2026, section III). Images are float in [-1, 1].

EDM (Karras et al. 2022, arXiv 2206.00364, table 1) writes the same with one number, and scales what the network reads:

    x_t = c_in * (x + sigma_t * n),    c_in = 1 / sqrt(sigma_t ** 2 + sigma_data ** 2)

With structured noise sigma is simply how much of n there is for one x: n is an image, as bright and as varied as x, so
the dates are told apart least at sigma = 1 (not where Gaussian noise would drown x), and what the network reads goes
from x / sigma_data to n. c_in is left as published, so that one schedule serves pre-training and maps alike. EDM tells
the network c_noise = ln(sigma) / 4. Our timesteps are equal steps of ln(sigma), so the timestep is c_noise in other
units, in the range that the sinusoidal embedding is made for; timestep 0 is the least noise, as in the other schedules.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from diffusers import DDPMScheduler, EDMEulerScheduler
from torch import Tensor

# Our name of a schedule -> diffusers' name of its betas.
SCHEDULES = {"linear": "linear", "scaled-linear": "scaled_linear", "cosine": "squaredcos_cap_v2", "sigmoid": "sigmoid"}
EDM = "edm"
# Bytes are centred on this, so that zero padding is mid-grey; 127.5 would leave no byte at zero.
CENTRE = 128.0
# How a TimestepSampler may draw.
FORMS = ("uniform", "order", "fade")
# The most that `fade` sharpens the weights: both ends of the schedule, whose order differs by 1 %, stay in use.
_SHARPEST = 50.0


def scaled(image: Tensor) -> Tensor:
    """uint8 `(..., rows, cols)` as float32 in [-1, 1]."""
    return (image.float() - CENTRE) / CENTRE


@dataclass(frozen=True)
class NoiseSchedule:
    """The coefficients of the forward process at each timestep.

    `signal` and `noise` are `(steps,)` float32: sqrt(a_t) and sqrt(1 - a_t), or c_in and c_in * sigma_t. A clean schedule
    (the control of an experiment) has signal 1 and noise 0 at its single timestep.
    """

    signal: Tensor
    noise: Tensor

    @classmethod
    def named(cls, name: str, steps: int = 1000) -> NoiseSchedule:
        """A schedule of diffusers, or `clean`. Raises ValueError for a name that is neither."""
        if name == "clean":
            return cls(torch.ones(1), torch.zeros(1))
        if name == EDM:
            scheduler = EDMEulerScheduler(sigma_schedule="exponential", num_train_timesteps=steps - 1)
            sigma = scheduler.sigmas[:steps].flip(0)
            scale = (sigma**2 + scheduler.config.sigma_data**2) ** -0.5
            return cls(scale, scale * sigma)
        if name not in SCHEDULES:
            raise ValueError(f"There is no noise schedule '{name}'. Choose clean, {', '.join(SCHEDULES)} or {EDM}.")
        kept = DDPMScheduler(num_train_timesteps=steps, beta_schedule=SCHEDULES[name]).alphas_cumprod
        return cls(kept.sqrt(), (1 - kept).sqrt())

    def __len__(self) -> int:
        return len(self.signal)

    @property
    def sigma(self) -> Tensor:
        """Noise for one signal at each timestep, `(steps,)`: EDM's sigma, whatever the schedule."""
        return self.noise / self.signal

    def mix(self, image: Tensor, noise: Tensor, timesteps: Tensor) -> Tensor:
        """x_t of `(batch, channels, rows, cols)` images at `(batch,)` timesteps."""
        s = self.signal.to(image)[timesteps, None, None, None]
        n = self.noise.to(image)[timesteps, None, None, None]
        return s * image + n * noise

    def halves(self, before: Tensor, after: Tensor, timesteps: Tensor) -> tuple[Tensor, Tensor]:
        """The two halves of x_t of the pair [before, after] whose noise is [after, before]."""
        return self.mix(before, after, timesteps), self.mix(after, before, timesteps)

    def self_noised(self, image: Tensor, timesteps: Tensor) -> Tensor:
        """x_t of an image whose noise is itself: (sqrt(a_t) + sqrt(1 - a_t)) * image."""
        return self.mix(image, image, timesteps)

    def gaussian(
        self, image: Tensor, timesteps: Tensor, generator: torch.Generator | None = None
    ) -> tuple[Tensor, Tensor]:
        """x_t of an image with Gaussian noise, and that noise: what pre-training reads and what it predicts."""
        noise = torch.randn(image.shape, generator=generator, device=image.device, dtype=image.dtype)
        return self.mix(image, noise, timesteps), noise

    def order(self) -> Tensor:
        """How much the pair at each timestep keeps of the order of its dates, `(steps,)` in 0-1.

        The halves differ by (signal - noise) * (before - after); this is that factor squared, for signal and noise of
        unit power. Where they are equal both halves are the same image and nothing can be learned of change.
        """
        return (self.signal - self.noise) ** 2 / (self.signal**2 + self.noise**2)


def schedules_named(names: Mapping[str, str]) -> dict[str, NoiseSchedule]:
    """The schedule of each task by its name: every task may have one of its own (Shibli et al. 2026, section III)."""
    return {task: NoiseSchedule.named(name) for task, name in names.items()}


@dataclass(frozen=True)
class TimestepSampler:
    """Draws a timestep a sample.

    `uniform`: as published. `order`: in proportion to the order kept. `fade`: like `order` at first, and more and more
    of the best-ordered timesteps as training goes on, so that the noise is an augmentation that fades out; weights are
    order ** (1 / (1 - progress)).
    """

    schedule: NoiseSchedule
    form: str = "order"

    def __post_init__(self) -> None:
        if self.form not in FORMS:
            raise ValueError(f"Timesteps can't be drawn by '{self.form}'. Choose {' or '.join(FORMS)}.")

    def draw(self, count: int, generator: torch.Generator | None = None, progress: float = 0.0) -> Tensor:
        """`(count,)` int64 timesteps; `progress` is the share of training that is done, 0-1."""
        return torch.multinomial(self.weights(progress), count, replacement=True, generator=generator)

    def weights(self, progress: float = 0.0) -> Tensor:
        """How often each timestep is drawn against the others, `(steps,)`, the highest 1."""
        if self.form == "uniform":
            return torch.ones(len(self.schedule))
        order = self.schedule.order() / self.schedule.order().max()
        if self.form == "order":
            return order
        return order ** min(_SHARPEST, 1 / max(1e-9, 1 - progress))
