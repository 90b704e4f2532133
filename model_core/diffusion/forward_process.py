# SPDX-License-Identifier: GPL-2.0-or-later
"""The forward process with structured noise: noise schedules, x_t and the sampling of timesteps.

    x_t = sqrt(a_t) * x + sqrt(1 - a_t) * n,    a_t = prod_{s <= t} (1 - b_s)

(Ho et al. 2020, equation 4). Noise2Map chooses n: Gaussian noise in pre-training; for change, the pair with its dates
swapped; for segmentation, the image itself (Shibli et al. 2026, section III). Images are float in [-1, 1].

EDM (Karras et al. 2022, arXiv 2206.00364, table 1) has one parameter, sigma_t, and scales the network's input:

    x_t = c_in * (x + sigma_t * n),    c_in = 1 / sqrt(sigma_t ** 2 + sigma_data ** 2)

With structured noise n has the same mean and variance as x, so the contrast between the dates is lowest at sigma = 1,
and the network's input goes from x / sigma_data to n. c_in is as published, so that pre-training and maps share one
schedule. EDM conditions the network on c_noise = ln(sigma) / 4. The timesteps here are equal steps of ln(sigma), hence
c_noise in other units, in the range of the sinusoidal embedding; timestep 0 has the least noise, as in the other
schedules.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from diffusers import DDPMScheduler, EDMEulerScheduler
from torch import Tensor

# Name of a schedule in recipes -> name of its betas in diffusers.
SCHEDULES = {"linear": "linear", "scaled-linear": "scaled_linear", "cosine": "squaredcos_cap_v2", "sigmoid": "sigmoid"}
EDM = "edm"
# Bytes are centred on this value, so that zero padding is mid-grey; 127.5 would map no byte to zero.
CENTRE = 128.0
# Weightings of a TimestepSampler.
WEIGHTINGS = ("uniform", "contrast", "annealed")
# Largest exponent of `annealed`: timesteps at both ends of the schedule, whose contrast differs by 1 %, remain in use.
_LARGEST_EXPONENT = 50.0


def scaled(image: Tensor) -> Tensor:
    """Return uint8 `(..., rows, cols)` as float32 in [-1, 1]."""
    return (image.float() - CENTRE) / CENTRE


def mix(image: Tensor, noise: Tensor, signal: float | Tensor, share: float | Tensor) -> Tensor:
    """Return x_t = signal * image + share * noise; the coefficients broadcast against `(batch, channels, rows,
    cols)`.
    """
    return signal * image + share * noise


def mix_pair(before: Tensor, after: Tensor, signal: float | Tensor, share: float | Tensor) -> tuple[Tensor, Tensor]:
    """Return the two halves of x_t of the pair [before, after] whose noise is [after, before]."""
    return mix(before, after, signal, share), mix(after, before, signal, share)


def mix_with_itself(image: Tensor, signal: float | Tensor, share: float | Tensor) -> Tensor:
    """Return x_t of an image whose noise is the image itself."""
    return mix(image, image, signal, share)


def mixing_coefficients(task: str, signal: float, share: float) -> list[tuple[float, ...]]:
    """Return the coefficients of each image in each part of x_t, for networks whose weights absorb the mixing.

    `change` has two parts with a coefficient for each date, `segment` one part with one coefficient.
    """
    return [(signal, share), (share, signal)] if task == "change" else [(signal + share,)]


@dataclass(frozen=True)
class NoiseSchedule:
    """The coefficients of the forward process at each timestep.

    `signal` and `noise` are `(steps,)` float32: sqrt(a_t) and sqrt(1 - a_t), or c_in and c_in * sigma_t. The clean
    schedule, the control of an experiment, has signal 1 and noise 0 at its only timestep.
    """

    signal: Tensor
    noise: Tensor

    @classmethod
    def named(cls, name: str, steps: int = 1000) -> NoiseSchedule:
        """Return a schedule of diffusers, EDM's, or `clean`. Raises ValueError for any other name."""
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
        """The ratio of noise to signal at each timestep, `(steps,)`: EDM's sigma, for every schedule."""
        return self.noise / self.signal

    def coefficients(self, timesteps: Tensor, like: Tensor) -> tuple[Tensor, Tensor]:
        """Return (signal, noise) at `(batch,)` timesteps, each (batch, 1, 1, 1), with the dtype and device of
        `like`.
        """
        signal = self.signal.to(like)[timesteps, None, None, None]
        return signal, self.noise.to(like)[timesteps, None, None, None]

    def mix(self, image: Tensor, noise: Tensor, timesteps: Tensor) -> Tensor:
        """Return x_t of `(batch, channels, rows, cols)` images and noise at `(batch,)` timesteps."""
        return mix(image, noise, *self.coefficients(timesteps, image))

    def halves(self, before: Tensor, after: Tensor, timesteps: Tensor) -> tuple[Tensor, Tensor]:
        """Return `mix_pair` of `(batch, channels, rows, cols)` images at `(batch,)` timesteps."""
        return mix_pair(before, after, *self.coefficients(timesteps, before))

    def self_noised(self, image: Tensor, timesteps: Tensor) -> Tensor:
        """Return `mix_with_itself` of `(batch, channels, rows, cols)` images at `(batch,)` timesteps."""
        return mix_with_itself(image, *self.coefficients(timesteps, image))

    def gaussian(
        self, image: Tensor, timesteps: Tensor, generator: torch.Generator | None = None
    ) -> tuple[Tensor, Tensor]:
        """Return x_t of an image with Gaussian noise, and the noise: input and target of pre-training."""
        noise = torch.randn(image.shape, generator=generator, device=image.device, dtype=image.dtype)
        return self.mix(image, noise, timesteps), noise

    def contrast(self) -> Tensor:
        """Return the contrast between the halves of x_t at each timestep, `(steps,)` in 0-1.

        The halves differ by (signal - noise) * (before - after); the contrast is that factor squared, for signal and
        noise of unit power. At 0 both halves are the same image and hold no information on change.
        """
        return (self.signal - self.noise) ** 2 / (self.signal**2 + self.noise**2)


def schedules_named(names: Mapping[str, str]) -> dict[str, NoiseSchedule]:
    """Return the schedule of each task by its name; tasks may differ (Shibli et al. 2026, section III)."""
    return {task: NoiseSchedule.named(name) for task, name in names.items()}


@dataclass(frozen=True)
class TimestepSampler:
    """Samples a timestep for each training sample.

    `uniform` is as published. `contrast` samples in proportion to the contrast between the halves. `annealed` begins
    like `contrast` and concentrates on the timesteps of highest contrast as training proceeds, so that the noise
    acts as an augmentation that is annealed away: weights are contrast ** (1 / (1 - progress)).
    """

    schedule: NoiseSchedule
    weighting: str = "contrast"

    def __post_init__(self) -> None:
        if self.weighting not in WEIGHTINGS:
            raise ValueError(
                f"There is no weighting '{self.weighting}' of timesteps. Choose {' or '.join(WEIGHTINGS)}."
            )

    def draw(self, count: int, generator: torch.Generator | None = None, progress: float = 0.0) -> Tensor:
        """Return `(count,)` int64 timesteps; `progress` is the completed share of training, 0-1."""
        return torch.multinomial(self.weights(progress), count, replacement=True, generator=generator)

    def weights(self, progress: float = 0.0) -> Tensor:
        """Return the sampling weight of each timestep, `(steps,)`, the largest 1."""
        if self.weighting == "uniform":
            return torch.ones(len(self.schedule))
        contrast = self.schedule.contrast() / self.schedule.contrast().max()
        if self.weighting == "contrast":
            return contrast
        return contrast ** min(_LARGEST_EXPONENT, 1 / max(1e-9, 1 - progress))
