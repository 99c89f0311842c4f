"""WebVTT as a real browser reads it: Chromium without a window, on a page from this computer."""

import html
import json
import random
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from test_formats import ADVERSARIAL, cues_of

from captioner.core.caption import Cue
from captioner.transcript import FORMATS, WriteOptions
from captioner.transcript.plain_text import one_line, plain

_BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(_BROWSER is None, reason="needs Chromium, which is too large to be installed for this")

_PAGE = """<!doctype html><meta charset="utf-8"><video></video><script>
const track = document.createElement("track");
track.src = "cues.vtt";
const tell = value => { const at = document.createElement("pre"); at.textContent = JSON.stringify(value);
  document.body.append(at); };
track.onerror = () => tell("refused");
track.onload = () => tell([...track.track.cues].map(cue => {
  const tree = cue.getCueAsHTML(), voice = tree.querySelector("span[title]");
  return [Math.round(cue.startTime * 1000), Math.round(cue.endTime * 1000), voice ? voice.title : "", tree.textContent];
}));
document.querySelector("video").append(track);
track.track.mode = "hidden";
</script>"""
_SPEAKERS = ["Others, Ltd", "A <b> & --> C", "&lt;Bob&gt;", '="quoted" .class', "שלום", "a\tb\nc", "&nbsp", "v", "/"]

_FRAGMENTS = [
    *"{}\\<>&;-/:.,nNhb!# \n\r\0\u2028\u2060\ufeff",
    "-->",
    "&amp;",
    "<b>",
    "</v>",
    "&#60",
    "00:00:01.000",
    "WEBVTT",
]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nobody wants to know."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder for programs on this computer."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def read_by_browser(vtt: bytes, folder: Path) -> Any:
    """The cues as the browser understands them: start, end, voice, text; "refused" where it takes the file for none."""
    (folder / "cues.vtt").write_bytes(vtt)
    (folder / "page.html").write_text(_PAGE, encoding="utf-8")
    profile = folder / "profile"
    with served(folder) as address:
        ran = subprocess.run(
            [
                str(_BROWSER),
                *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync"),
                *("--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage"),
                *(f"--user-data-dir={profile}", "--virtual-time-budget=10000", "--dump-dom", f"{address}/page.html"),
            ],
            capture_output=True,
            timeout=120,
            check=True,
        )
    shutil.rmtree(profile, ignore_errors=True)
    found = re.search(r"<pre>(.*?)</pre>", ran.stdout.decode(), re.DOTALL)
    assert found is not None, "the browser did not say what it read"
    return json.loads(html.unescape(found[1]))


def check_in_browser(cues: list[Cue], folder: Path, options: WriteOptions | None = None) -> None:
    """Times, speakers and words as they were written."""
    expected = [[cue.start_ms, cue.end_ms, one_line(cue.speaker), plain(cue.text)] for cue in cues if plain(cue.text)]
    assert read_by_browser(FORMATS["vtt"].write(cues, options=options).data, folder) == expected


@pytest.mark.parametrize(
    "options", [WriteOptions(), WriteOptions(bom=True, line_ends="\r\n")], ids=["plain", "windows"]
)
def test_adversarial_text_and_speakers(tmp_path: Path, options: WriteOptions) -> None:
    texts = cues_of(ADVERSARIAL)
    spoken = [Cue(10**6 + 1000 * at, 10**6 + 1000 * at + 7, "x <y>", "mic", who) for at, who in enumerate(_SPEAKERS)]
    late = [Cue(3_600_000 * hours, 3_600_000 * hours + 1, "late") for hours in (99, 100, 12_345)]
    check_in_browser([*texts, *spoken, *late], tmp_path, options)


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in (1, 2))])
def test_any_text(tmp_path: Path, seed: int) -> None:
    lots = random.Random(seed)

    def text() -> str:
        return "".join(
            lots.choice((lots.choice(_FRAGMENTS), chr(lots.randrange(0x3000)))) for _ in range(lots.randrange(9))
        )

    check_in_browser([Cue(10 * at, 10 * at + 9, text(), "mic", text()) for at in range(5000)], tmp_path)
