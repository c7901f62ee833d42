# Stands before each script: the question from standard input, the answer to standard output.
import json
import sys
import time
import warnings

warnings.filterwarnings("ignore")
question = json.load(sys.stdin)


def best(work):
    """The shortest of several runs in seconds, and what the last gave."""
    shortest, since = None, time.perf_counter()
    for _ in range(question["runs"]):
        start = time.perf_counter()
        gave = work()
        took = time.perf_counter() - start
        shortest = took if shortest is None else min(shortest, took)
        if time.perf_counter() - since > question["patience"]:
            break
    return shortest, gave


def answer(what):
    json.dump(what, sys.stdout)
