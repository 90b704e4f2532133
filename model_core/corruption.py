# SPDX-License-Identifier: GPL-2.0-or-later
"""The forward process with structured noise: the one place where x_t is made.

    x_t = sqrt(a_t) * x + sqrt(1 - a_t) * n,    a_t = prod_{s <= t} (1 - b_s)

(Ho et al. 2020, equation 4). Noise2Map's idea is the choice of n: Gaussian in pre-training; for change, the pair with
its dates swapped; for segmentation, the image itself (Shibli et al. 2026, section III). Images are float in [-1, 1].
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from diffusers import DDPMScheduler
from torch import Tensor

# Our name of a schedule -> diffusers' name of its betas.
SCHEDULES = {"linear": "linear", "scaled-linear": "scaled_linear", "cosine": "squaredcos_cap_v2", "sigmoid": "sigmoid"}
# Bytes are centred on this, so that zero padding is mid-grey; 127.5 would leave no byte at zero.
CENTRE = 128.0


def scaled(image: Tensor) -> Tensor:
    """uint8 `(..., rows, cols)` as float32 in [-1, 1]."""
    return (image.float() - CENTRE) / CENTRE


@dataclass(frozen=True)
class NoiseSchedule:
    """The coefficients of the forward process at each timestep.

    `signal` and `noise` are `(steps,)` float32: sqrt(a_t) and sqrt(1 - a_t). A clean schedule (the control of an
    experiment) has signal 1 and noise 0 at its single timestep.
    """

    signal: Tensor
    noise: Tensor

    @classmethod
    def named(cls, name: str, steps: int = 1000) -> NoiseSchedule:
        """A schedule of diffusers, or `clean`. Raises ValueError for a name that is neither."""
        if name == "clean":
            return cls(torch.ones(1), torch.zeros(1))
        if name not in SCHEDULES:
            raise ValueError(f"There is no noise schedule '{name}'. Choose clean, {', '.join(SCHEDULES)}.")
        kept = DDPMScheduler(num_train_timesteps=steps, beta_schedule=SCHEDULES[name]).alphas_cumprod
        return cls(kept.sqrt(), (1 - kept).sqrt())

    def __len__(self) -> int:
        return len(self.signal)

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

    def order(self) -> Tensor:
        """How much the pair at each timestep keeps of the order of its dates, `(steps,)` in 0-1.

        The halves differ by (sqrt(a_t) - sqrt(1 - a_t)) * (before - after); this is that factor squared. At
        a_t = 1/2 both halves are the same image and nothing can be learned of change.
        """
        return (self.signal - self.noise) ** 2


@dataclass(frozen=True)
class TimestepSampler:
    """Draws a timestep a sample: `uniform` as published, or `order`: in proportion to the order kept."""

    schedule: NoiseSchedule
    form: str = "order"

    def __post_init__(self) -> None:
        if self.form not in ("uniform", "order"):
            raise ValueError(f"Timesteps can't be drawn by '{self.form}'. Choose uniform or order.")

    def draw(self, count: int, generator: torch.Generator | None = None) -> Tensor:
        """`(count,)` int64 timesteps."""
        weights = self.schedule.order() if self.form == "order" else torch.ones(len(self.schedule))
        return torch.multinomial(weights, count, replacement=True, generator=generator)
