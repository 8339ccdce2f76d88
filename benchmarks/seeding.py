"""How far measurements of another machine should pull predictions.

    python benchmarks/seeding.py

The instruction sets of this processor stand for machines: each is predicted by the model, with the
times of each other one as seeds, and the choices are judged by its own times. The times are those
that ``fit_cost_model.py`` left in ``build/``; nothing is timed. It takes a few seconds.

The work is done in ``choosing/``, which is not a package to those who look for benchmarks here.
"""

if __name__ == "__main__":
    import choosing.environment  # noqa: F401 - before NumPy is loaded
    from choosing.app_seeding import main

    raise SystemExit(main())
