# SPDX-License-Identifier: GPL-2.0-or-later
import numpy as np
import pytest
import torch
from diffusers import DDIMScheduler, DDPMScheduler, EDMDPMSolverMultistepScheduler, EDMEulerScheduler

from model_core.diffusion.forward_process import NoiseSchedule, TimestepSampler, scaled


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


@pytest.mark.parametrize(
    ("name", "betas"),
    [
        ("linear", "linear"),
        ("scaled-linear", "scaled_linear"),
        ("cosine", "squaredcos_cap_v2"),
        ("sigmoid", "sigmoid"),
    ],
)
def test_every_schedule_of_betas_is_that_of_diffusers(name, betas):
    image, noise = torch.randn(4, 3, 4, 4), torch.randn(4, 3, 4, 4)
    timesteps = torch.tensor([0, 250, 800, 999])
    expected = DDPMScheduler(beta_schedule=betas).add_noise(image, noise, timesteps)
    assert torch.allclose(NoiseSchedule.named(name).mix(image, noise, timesteps), expected, atol=1e-6)


def test_cosine_schedule_is_the_published_one():
    # Nichol and Dhariwal 2021, equation 17, with betas clipped at 0.999.
    def kept(t):
        return np.cos((t + 0.008) / 1.008 * np.pi / 2) ** 2

    betas = np.minimum(1 - kept(np.arange(1, 1001) / 1000) / kept(np.arange(1000) / 1000), 0.999)
    assert NoiseSchedule.named("cosine").signal.numpy() == pytest.approx(np.sqrt(np.cumprod(1 - betas)), abs=1e-5)


# The two count their timesteps differently: the first has one more than it is asked for.
@pytest.mark.parametrize(("scheduler", "steps"), [(EDMEulerScheduler, 999), (EDMDPMSolverMultistepScheduler, 1000)])
def test_edm_is_what_diffusers_hands_to_the_network(scheduler, steps):
    reference = scheduler(sigma_schedule="exponential", num_train_timesteps=steps)
    image, noise = torch.randn(4, 3, 8, 8), torch.randn(4, 3, 8, 8)
    timesteps = torch.tensor([0, 300, 586, 999])
    backwards = 999 - timesteps
    expected = reference.precondition_inputs(
        reference.add_noise(image, noise, reference.timesteps[backwards]),
        reference.sigmas[backwards, None, None, None],
    )
    assert torch.allclose(NoiseSchedule.named("edm").mix(image, noise, timesteps), expected, rtol=1e-5, atol=1e-5)


def test_edm_has_the_published_sigmas_and_scale():
    schedule = NoiseSchedule.named("edm")
    assert schedule.sigma[[0, -1]].tolist() == pytest.approx([0.002, 80.0], rel=1e-4)
    assert schedule.signal.numpy() == pytest.approx(1 / np.sqrt(schedule.sigma.numpy() ** 2 + 0.25), rel=1e-5)
    # The timestep is c_noise = ln(sigma) / 4 in other units: equal steps.
    steps = (schedule.sigma.log() / 4).diff()
    assert steps.numpy() == pytest.approx(np.full(999, np.log(80 / 0.002) / 4 / 999), rel=1e-2)
    # x of standard deviation sigma_data and Gaussian noise give the network unit variance, whatever sigma.
    power = schedule.signal**2 * 0.25 + schedule.noise**2
    assert power.numpy() == pytest.approx(np.ones(1000), rel=1e-5)


@pytest.mark.parametrize("name", ["linear", "cosine", "edm"])
def test_the_three_cases_differ_in_the_noise_alone(name):
    schedule, timesteps = NoiseSchedule.named(name), torch.tensor([3, 640])
    before, after = torch.randn(2, 2, 3, 4, 4)
    s, n = schedule.signal[timesteps, None, None, None], schedule.noise[timesteps, None, None, None]
    first, second = schedule.halves(before, after, timesteps)
    assert torch.allclose(first, s * before + n * after)
    assert torch.allclose(second, s * after + n * before)
    assert torch.allclose(schedule.self_noised(before, timesteps), (s + n) * before, atol=1e-5)
    mixed, noise = schedule.gaussian(before, timesteps, torch.Generator().manual_seed(4))
    assert torch.equal(noise, torch.randn(before.shape, generator=torch.Generator().manual_seed(4)))
    assert torch.allclose(mixed, s * before + n * noise)


def test_the_contrast_of_edm_is_lowest_at_sigma_one():
    schedule = NoiseSchedule.named("edm")
    assert schedule.sigma[schedule.contrast().argmin()] == pytest.approx(1.0, abs=0.02)
    assert schedule.contrast().min() < 1e-4
    assert 0.95 < schedule.contrast().max() <= 1


def test_annealed_sampling_ends_at_the_highest_contrast():
    schedule = NoiseSchedule.named("linear")
    sampler = TimestepSampler(schedule, "annealed")
    assert torch.allclose(sampler.weights(0.0), TimestepSampler(schedule, "contrast").weights())
    kept = []
    for progress in (0.0, 0.5, 0.9, 1.0):
        drawn = sampler.draw(4000, torch.Generator().manual_seed(0), progress)
        kept.append(float(schedule.contrast()[drawn].mean()))
    assert kept == sorted(kept)
    assert kept[0] < 0.85
    assert kept[-1] > 0.96
    assert (drawn < 30).any()
    assert (drawn > 900).any()


def test_structured_noise_of_a_pair_is_the_swapped_pair():
    schedule = NoiseSchedule.named("linear")
    before, after = torch.randn(2, 3, 4, 4), torch.randn(2, 3, 4, 4)
    timesteps = torch.tensor([10, 700])
    first, second = schedule.halves(before, after, timesteps)
    whole = schedule.mix(torch.cat([before, after], 1), torch.cat([after, before], 1), timesteps)
    assert torch.equal(torch.cat([first, second], 1), whole)


def test_contrast_is_zero_where_signal_equals_noise():
    schedule = NoiseSchedule.named("linear")
    half = int((schedule.signal**2 - 0.5).abs().argmin())
    assert schedule.contrast()[half] < 1e-4
    assert schedule.contrast()[0] > 0.9
    drawn = TimestepSampler(schedule, "contrast").draw(4000, torch.Generator().manual_seed(0))
    near = ((drawn - half).abs() < 40).float().mean()
    evenly = TimestepSampler(schedule, "uniform").draw(4000, torch.Generator().manual_seed(0))
    assert near < 0.01 < ((evenly - half).abs() < 40).float().mean()


def test_clean_schedule_leaves_the_image_alone():
    image = torch.randn(2, 3, 4, 4)
    assert torch.equal(NoiseSchedule.named("clean").self_noised(image, torch.zeros(2, dtype=torch.long)), image)


def test_bytes_are_scaled_about_mid_grey():
    assert scaled(torch.tensor([0, 128, 255], dtype=torch.uint8)).tolist() == [-1.0, 0.0, 127 / 128]


def test_unknown_names_are_refused():
    with pytest.raises(ValueError, match="Choose clean, linear, scaled-linear, cosine, sigmoid or edm"):
        NoiseSchedule.named("triangular")
    with pytest.raises(ValueError, match="uniform or contrast or annealed"):
        TimestepSampler(NoiseSchedule.named("linear"), "often")
