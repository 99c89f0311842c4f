"""``captioner sessions``, ``export`` and ``delete``: the library on the command line."""

import io
import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from running import Captioner

from captioner.app.folders import folders
from captioner.app.sessions import listing
from captioner.core.caption import Cue
from captioner.core.library import Hit, SessionInfo, SessionTrack
from captioner.transcript.formats import read_file
from captioner.transcript.library import Library
from captioner.transcript.plain_text import columns

DAY_MS = 24 * 3_600_000

Keep = Callable[..., int]


@pytest.fixture
def library() -> Iterator[Library]:
    opened = Library.open(folders().library)
    yield opened
    opened.close()


@pytest.fixture
def keep(library: Library) -> Keep:
    """``keep(title, texts…, days=…)`` makes a session that began so many days ago."""

    def keep(title: str, *texts: str, days: float = 0, subtitles: Path | None = None) -> int:
        writer = library.begin(
            title=title,
            began_ms=round(time.time() * 1000 - days * DAY_MS),
            tracks=[SessionTrack("mic", "You"), SessionTrack("system", "Others")],
            model="tiny",
            subtitles=subtitles,
        )
        cues = [
            Cue(3000 * n, 3000 * n + 2500, text, ("mic", "system")[n % 2], ("You", "Others")[n % 2])
            for n, text in enumerate(texts)
        ]
        writer.add(cues, language="en")
        writer.end(3000 * len(texts))
        return writer.id

    return keep


def test_without_sessions_it_says_so(captioner: Captioner) -> None:
    ran = captioner("sessions")
    assert (ran.status, ran.out, ran.errors) == (0, "", "There are no sessions yet.\n")
    assert captioner("sessions", "--json").out == "[]\n"


def test_sessions_are_listed_newest_first_with_what_they_are(
    captioner: Captioner, keep: Keep, library: Library
) -> None:
    keep("Budget", "The numbers are fine.", days=3)
    tagged = keep("", "Good morning.", days=1)
    library.tag(tagged, ("work",))
    lines = captioner("sessions").out.splitlines()
    assert [line.split("  ")[-1] for line in lines] == ["Good morning.", "The numbers are fine."]
    assert "#work" in lines[0]
    assert "Budget" in lines[1]
    assert [line.split()[0] for line in captioner("sessions", "--tag", "work").out.splitlines()] == [str(tagged)]
    assert len(captioner("sessions", "--limit", "1").out.splitlines()) == 1


def test_what_was_said_is_found_with_its_place(captioner: Captioner, keep: Keep) -> None:
    keep("One", "Nothing here.")
    found = keep("二", "Before that.", "Das Café ist zu.", "我们明天再讨论")
    ran = captioner("sessions", "--search", "cafe")
    assert ran.status == 0
    first, hit = ran.out.splitlines()
    assert first.startswith(str(found))
    assert hit.split(maxsplit=1) == ["0:03", "Das Café ist zu."]
    (session,) = json.loads(captioner("sessions", "--search", "明天", "--json").out)
    assert (session["id"], session["title"]) == (found, "二")
    (hit,) = session["hits"]
    assert [hit["text"][start:stop] for start, stop in hit["marks"]] == ["明天"]
    ran = captioner("sessions", "--search", "zebra")
    assert (ran.status, ran.out, ran.errors) == (1, "", "Nothing was found.\n")


def test_every_line_fits_the_terminal_and_shows_what_was_found() -> None:
    def session(number: int, title: str, words: str) -> SessionInfo:
        return SessionInfo(number, title, 0, 3_600_000, "ended", (), None, "m", words, 1, ("work",))

    text = "and so on, " * 20 + "then the needle, " + "and more, " * 20
    at = text.index("needle")
    hit = Hit(7, "", 0, 1, 5000, text, ((at, at + 6),))
    shown = listing([session(7, "每周例会" * 9, "word " * 30), session(12, "", "好" * 90)], {7: [hit] * 7}, 60)
    plain = shown.replace("\x1b[0m", "").replace("\x1b[1m", "").replace("\x1b[2m", "")
    assert max(columns(line) for line in plain.splitlines()) <= 60
    assert "\x1b[1mneedle\x1b[0m" in shown
    assert "… 2 more" in shown


def test_sessions_become_files_by_number_title_or_as_the_last(
    captioner: Captioner, keep: Keep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    first = keep("Plan: A/B", "We begin.", "And go on.", days=2)
    keep("Plan of others", "Not this.", days=1)
    keep("", "The newest.")
    ran = captioner("export", "last", "-o", "-", "--format", "txt")
    assert (ran.status, "The newest." in ran.out) == (0, True)
    out = tmp_path / "out.vtt"
    assert captioner("export", str(first), "-o", out).status == 0
    assert [(cue.text, cue.speaker) for cue in read_file(out)] == [("We begin.", "You"), ("And go on.", "Others")]
    assert captioner("export", "plan: a", "-o", out, "--no-speakers").status == 0
    assert {cue.speaker for cue in read_file(out)} == {""}
    ran = captioner("export", "plan", "-o", out)
    assert ran.status == 1
    assert "2 sessions are called like plan" in ran.errors
    assert f"{first} (Plan: A/B)" in ran.errors
    assert captioner("export", str(first), "last", "--format", "srt,json").status == 0
    names = sorted(path.name for path in tmp_path.iterdir() if path != out)
    assert [name[20:] for name in names] == ["Plan A B.json", "Plan A B.srt", "json", "srt"]
    assert captioner("export", "no such", "-o", out).status == 1


def test_a_folder_that_is_missing_is_made_where_a_slash_tells_that_it_is_one(
    captioner: Captioner, keep: Keep, tmp_path: Path
) -> None:
    keep("Plan", "We begin.")
    assert captioner("export", "last", "--format", "docx,srt", "-o", f"{tmp_path}/new/notes/").status == 0
    assert sorted(path.suffix for path in (tmp_path / "new/notes").iterdir()) == [".docx", ".srt"]
    (tmp_path / "file").touch()
    ran = captioner("export", "last", "-o", f"{tmp_path}/file/")
    assert (ran.status, ran.errors.splitlines()[0]) == (1, f"Error: {tmp_path / 'file'} is a file, no folder.")


def test_lines_are_as_long_as_asked_for(captioner: Captioner, keep: Keep) -> None:
    keep("Plan", "We begin with the agenda of today, and go on after that.")
    ran = captioner("export", "last", "-o", "-", "--line-length", "20")
    text = [line for line in ran.out.splitlines() if line and not line[0].isdigit()]
    assert len(text) > 2
    assert max(map(len, text)) <= 20
    assert captioner("export", "last", "-o", "-", "--line-length", "3").status == 2


def test_an_export_keeps_to_a_standard_if_asked_to(captioner: Captioner, keep: Keep, tmp_path: Path) -> None:
    keep("Long", "This is a sentence that is much too long for a single line of any subtitle that one can read.")
    out = tmp_path / "out.srt"
    assert captioner("export", "last", "-o", out, "--standard", "dcmp", "--no-speakers").status == 0
    assert max(len(line) for cue in read_file(out) for line in cue.text.splitlines()) <= 32


def test_to_delete_takes_words_files_and_a_confirmation(
    captioner: Captioner, keep: Keep, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    subtitles = tmp_path / "session.srt"
    subtitles.write_text("", encoding="utf-8")
    gone = keep("Secret", "The password is swordfish.", subtitles=subtitles)
    kept = keep("Kept", "Good morning.")
    ran = captioner("delete", str(gone))
    assert ran.status == 1
    assert "--yes" in ran.errors
    terminal = Terminal("no\n")
    monkeypatch.setattr(sys, "stdin", terminal)
    ran = captioner("delete", str(gone))
    assert (ran.status, "Secret" in ran.errors) == (1, True)
    assert subtitles.exists()
    monkeypatch.setattr(sys, "stdin", Terminal("y\n"))
    assert captioner("delete", str(gone)).status == 0
    assert not subtitles.exists()
    assert [session.id for session in library.sessions()] == [kept]
    library.close()
    left = b"".join(path.read_bytes() for path in folders().library.parent.iterdir())
    assert b"swordfish" not in left


def test_to_delete_what_is_old(captioner: Captioner, keep: Keep, library: Library) -> None:
    keep("Old", "Long ago.", days=40)
    young = keep("Young", "Just now.", days=20)
    assert captioner("delete", "--older-than", "30d", "--yes").errors == "1 session deleted.\n"
    assert [session.id for session in library.sessions()] == [young]
    ran = captioner("delete", "--older-than", "1y", "--yes")
    assert (ran.status, ran.errors) == (0, "No session is that old.\n")
    assert captioner("delete").status == 1
    assert captioner("delete", "--older-than", "soon").status == 2


class Terminal(io.StringIO):
    """Standard input with somebody at it."""

    def isatty(self) -> bool:
        return True
