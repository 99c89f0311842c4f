"""Fetch the newest pip from PyPI and unpack it into a folder, with nothing but the standard library.

For a Python without ensurepip (Debian without python3-venv): ``python fetch_pip.py FOLDER`` makes FOLDER/pip, which
runs as ``python FOLDER/pip``. The file's SHA-256 is compared with the one that the index names. PIP_INDEX_URL is used
where set.
"""

import hashlib
import io
import json
import os
import sys
import urllib.request
import zipfile
from typing import Any
from urllib.parse import urljoin

_JSON = "application/vnd.pypi.simple.v1+json"
_MAX_BYTES = 50 << 20


def _fetch(address: str, accept: str = "*/*") -> bytes:
    if not address.startswith("https://"):
        raise ValueError(f"{address} is not an https address")
    request = urllib.request.Request(address, headers={"Accept": accept})  # noqa: S310
    with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
        content: bytes = answer.read(_MAX_BYTES + 1)
    if len(content) > _MAX_BYTES:
        raise ValueError(f"{address} is larger than a pip can be")
    return content


def _newest(files: list[dict[str, Any]]) -> dict[str, Any]:
    """The final release with the highest number."""
    releases = {}
    for file in files:
        number = file["filename"].removeprefix("pip-").removesuffix("-py3-none-any.whl").split(".")
        if file["filename"].endswith("-py3-none-any.whl") and not file["yanked"] and all(map(str.isdigit, number)):
            releases[tuple(map(int, number))] = file
    return releases[max(releases)]


def main(folder: str) -> None:
    index = urljoin(os.environ.get("PIP_INDEX_URL", "https://pypi.org/simple").rstrip("/") + "/", "pip/")
    wheel = _newest(json.loads(_fetch(index, _JSON))["files"])
    content = _fetch(urljoin(index, wheel["url"]))
    if hashlib.sha256(content).hexdigest() != wheel["hashes"]["sha256"]:
        raise ValueError(f"{wheel['filename']} is not the file that the index names")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        archive.extractall(folder)


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except (OSError, ValueError, KeyError) as error:
        sys.exit(f"pip could not be fetched: {error}")
