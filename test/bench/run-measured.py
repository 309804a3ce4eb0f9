"""Runs a command and writes what it took to a file: wall and CPU seconds, peak memory, exit code."""

import json
import resource
import subprocess
import sys
import time

report, *command = sys.argv[1:]
since = time.perf_counter()
code = subprocess.run(command).returncode
wall = time.perf_counter() - since
used = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(report, "w") as file:
    json.dump(
        {
            "code": code,
            "wallSeconds": wall,
            "cpuSeconds": used.ru_utime + used.ru_stime,
            # Kilobytes on Linux, bytes on macOS.
            "peakBytes": used.ru_maxrss * (1 if sys.platform == "darwin" else 1024),
        },
        file,
    )
