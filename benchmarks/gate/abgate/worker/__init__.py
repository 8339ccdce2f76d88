"""The worker process inside one build: loads workloads, times and weighs them on request.

    __main__     puts this package, and nothing else of the gate's environment, on the path
      └─ server       answers requests: names, load, time, drop, memory, facts
           ├─ sources      which kind of bench file or folder this is
           │    ├─ modules      imports a file, or a folder of files, and lists what is in it
           │    │    └─ asv     asv's time_ and peakmem_, with params, setup and setup_cache
           │    └─ tests        tests that use pytest-benchmark's fixture
           ├─ timing       the fastest batch of calls
           └─ memory       peaks of resident and of traced memory

It runs under the interpreter of the build. That environment may lack the gate's requirements and
may hold an older Python, so only the standard library is imported here, and pytest where the
workloads are tests.
"""
