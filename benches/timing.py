"""Nanoseconds of one call."""

import statistics
import time

ROUNDS = 7


def measure(calls, call):
    """Nanoseconds of one call: the median of the rounds' means."""
    rounds = []
    for _ in range(ROUNDS):
        start = time.perf_counter_ns()
        for _ in range(calls):
            call()
        rounds.append((time.perf_counter_ns() - start) / calls)
    return statistics.median(rounds)
