"""pytest-benchmark: what its records say of the machine, beyond what it finds itself."""

from threadpoolctl import ThreadpoolController


def pytest_benchmark_update_machine_info(config, machine_info):
    """Add the vector instructions in use and the BLAS with its kernels' architecture."""
    from polyconv._machine import fingerprint

    machine_info["polyconv"] = {
        **fingerprint(),
        "blas": ThreadpoolController().select(user_api="blas").info(),
    }
