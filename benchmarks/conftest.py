"""pytest-benchmark: facts about the machine that its records lack."""

from threadpoolctl import ThreadpoolController


def pytest_benchmark_update_machine_info(config, machine_info):
    """Add the ISA level in use, and the BLAS with the architecture of its kernels."""
    from polyconv._machine import fingerprint

    machine_info["polyconv"] = {
        **fingerprint(),
        "blas": ThreadpoolController().select(user_api="blas").info(),
    }
