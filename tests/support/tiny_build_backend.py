"""A build backend without dependencies, which zips one module, ``slowly``, into a wheel."""

import base64
import hashlib
import zipfile
from pathlib import Path

_INFO = "slowly-1.dist-info"
_FILES = {
    f"{_INFO}/METADATA": "Metadata-Version: 2.1\nName: slowly\nVersion: 1\n",
    f"{_INFO}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
}


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    """Write the wheel; return its name."""
    files = {"slowly.py": Path("slowly.py").read_text(), **_FILES}
    record = ""
    for name, text in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=")
        record += f"{name},sha256={digest.decode()},{len(text)}\n"
    files[f"{_INFO}/RECORD"] = f"{record}{_INFO}/RECORD,,\n"
    with zipfile.ZipFile(Path(wheel_directory) / "slowly-1-py3-none-any.whl", "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return "slowly-1-py3-none-any.whl"
