# SPDX-License-Identifier: GPL-2.0-or-later
import numpy as np
import pytest
import torch
from diffusers import DDIMScheduler, DDPMScheduler

from model_core.corruption import NoiseSchedule, TimestepSampler, scaled


def test_linear_schedule_is_the_published_product_of_betas():
    betas = np.linspace(1e-4, 0.02, 1000)
    kept = np.cumprod(1 - betas)
    schedule = NoiseSchedule.named("linear")
    assert schedule.signal.numpy() == pytest.approx(np.sqrt(kept), abs=1e-5)
    assert schedule.noise.numpy() == pytest.approx(np.sqrt(1 - kept), abs=1e-5)


@pytest.mark.parametrize("name", ["linear", "scaled-linear", "cosine", "sigmoid"])
def test_signal_and_noise_have_unit_power_and_signal_falls(name):
    schedule = NoiseSchedule.named(name)
    assert torch.allclose(schedule.signal**2 + schedule.noise**2, torch.ones(1000), atol=1e-5)
    assert (schedule.signal.diff() < 0).all()


@pytest.mark.parametrize("scheduler", [DDPMScheduler, DDIMScheduler])
def test_mix_is_diffusers_add_noise(scheduler):
    image, noise = torch.randn(3, 3, 8, 8), torch.randn(3, 3, 8, 8)
    timesteps = torch.tensor([0, 417, 999])
    expected = scheduler().add_noise(image, noise, timesteps)
    assert torch.allclose(NoiseSchedule.named("linear").mix(image, noise, timesteps), expected, atol=1e-6)


def test_structured_noise_of_a_pair_is_the_swapped_pair():
    schedule = NoiseSchedule.named("linear")
    before, after = torch.randn(2, 3, 4, 4), torch.randn(2, 3, 4, 4)
    timesteps = torch.tensor([10, 700])
    first, second = schedule.halves(before, after, timesteps)
    whole = schedule.mix(torch.cat([before, after], 1), torch.cat([after, before], 1), timesteps)
    assert torch.equal(torch.cat([first, second], 1), whole)


def test_order_is_lost_where_signal_equals_noise():
    schedule = NoiseSchedule.named("linear")
    half = int((schedule.signal**2 - 0.5).abs().argmin())
    assert schedule.order()[half] < 1e-4
    assert schedule.order()[0] > 0.9
    drawn = TimestepSampler(schedule, "order").draw(4000, torch.Generator().manual_seed(0))
    near = ((drawn - half).abs() < 40).float().mean()
    evenly = TimestepSampler(schedule, "uniform").draw(4000, torch.Generator().manual_seed(0))
    assert near < 0.01 < ((evenly - half).abs() < 40).float().mean()


def test_clean_schedule_leaves_the_image_alone():
    image = torch.randn(2, 3, 4, 4)
    assert torch.equal(NoiseSchedule.named("clean").self_noised(image, torch.zeros(2, dtype=torch.long)), image)


def test_bytes_are_scaled_about_mid_grey():
    assert scaled(torch.tensor([0, 128, 255], dtype=torch.uint8)).tolist() == [-1.0, 0.0, 127 / 128]


def test_unknown_names_are_refused():
    with pytest.raises(ValueError, match="Choose clean, linear"):
        NoiseSchedule.named("triangular")
    with pytest.raises(ValueError, match="uniform or order"):
        TimestepSampler(NoiseSchedule.named("linear"), "often")
