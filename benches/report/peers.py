"""Measures CPython, and pydantic-monty where it is installed, on the programs of its argument; prints JSON."""

import contextlib
import io
import json
import os
import platform
import statistics
import sys
import time

asked = json.loads(sys.argv[1])
told = {"python": f"CPython {platform.python_version()}", "python_ms": {}, "monty_ms": {}, "monty_us": {}}


def median_ms(call, rounds=5):
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return 1e3 * statistics.median(times)


for name, source in asked["workloads"].items():
    code = compile(source, name, "exec")
    with contextlib.redirect_stdout(io.StringIO()):
        told["python_ms"][name] = median_ms(lambda: exec(code, {"__name__": "__main__"}))

try:
    import importlib.metadata

    import pydantic_monty
except ImportError:
    pass
else:
    told["monty"] = importlib.metadata.version("pydantic-monty")
    command = os.path.join(os.path.dirname(sys.executable), "monty")
    if os.path.exists(command):
        told["command"] = command

    def run(pool, source):
        with pool.checkout() as session:
            session.feed_run(source, print_callback=lambda stream, text: None)

    with pydantic_monty.Monty() as pool:
        for name, source in asked["programs"].items():
            try:
                times = []
                for _ in range(500):
                    start = time.perf_counter()
                    run(pool, source)
                    times.append(1e6 * (time.perf_counter() - start))
                times.sort()
                told["monty_us"][name] = [statistics.median(times), times[len(times) * 99 // 100]]
            except pydantic_monty.MontyError:
                pass
        for name, source in asked["workloads"].items():
            try:
                told["monty_ms"][name] = median_ms(lambda: run(pool, source))
            except pydantic_monty.MontyError:
                pass

print(json.dumps(told))
