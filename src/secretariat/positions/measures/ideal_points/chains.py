"""All chains, each in a thread and with a generator of its own: the same seed gives the same draws."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import numpy as np
from numpy.typing import NDArray

from secretariat.positions.measures.ideal_points.panel import Panel
from secretariat.positions.measures.ideal_points.sampler import Chain, pass_items, sweep
from secretariat.positions.measures.ideal_points.settings import Draws, Progress, Settings
from secretariat.positions.measures.ideal_points.starting import chain_from, start

TELL = 25
"""Iterations between two calls of the progress."""


def draws(panel: Panel, *, settings: Settings, progress: Progress | None = None) -> Draws:
    """Sample all chains. Raises ``UnableToEstimate`` when no direction can be found."""
    first = start(panel, direction=settings.direction)
    generators = [np.random.default_rng(seed) for seed in np.random.SeedSequence(settings.seed).spawn(settings.chains)]
    chains = [chain_from(panel, first, generator) for generator in generators]
    theta = np.empty((settings.chains, settings.kept, len(panel.counts)), dtype=np.float32)
    stop = Event()
    tell = progress or (lambda _: None)
    with ThreadPoolExecutor(settings.chains) as pool:
        work = [
            pool.submit(_run, panel, chain, settings, theta[number], tell, stop) for number, chain in enumerate(chains)
        ]
        try:
            for part in work:
                part.result()
        finally:
            stop.set()  # after an interruption the other chains end at their next word
    accepted = tuple(float(chain.taken[0] / chain.taken[1]) for chain in chains)
    return Draws(panel=panel, settings=settings, theta=theta, accepted=accepted)


def _run(
    panel: Panel, chain: Chain, settings: Settings, kept: NDArray[np.float32], tell: Progress, stop: Event
) -> None:
    pass_items(
        chain.generator,
        panel.voter,
        panel.bounds,
        chain.theta,
        chain.beta,
        chain.cuts,
        chain.sums,
        chain.latent,
        chain.taken,
    )
    untold = 0
    for _ in range(settings.burn_in):
        _advance(panel, chain, iterations=1)
        untold = _told(untold + 1, tell)
        if stop.is_set():
            return
    chain.taken[:] = 0
    for number in range(settings.kept):
        _advance(panel, chain, iterations=settings.thin)
        kept[number] = chain.theta
        untold = _told(untold + settings.thin, tell)
        if stop.is_set():
            return
    tell(untold)


def _told(untold: int, tell: Progress) -> int:
    if untold < TELL:
        return untold
    tell(untold)
    return 0


def _advance(panel: Panel, chain: Chain, *, iterations: int) -> None:
    sweep(
        chain.generator,
        panel.voter,
        panel.bounds,
        panel.before,
        panel.precision,
        chain.theta,
        chain.mean,
        chain.beta,
        chain.cuts,
        chain.sums,
        chain.latent,
        chain.taken,
        iterations,
    )
