"""The formats and standards of transcripts, in words."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from captioner.core.settings import Standard, TranscriptFormat

STANDARDS: Final[tuple[Standard, ...]] = ("netflix", "bbc", "dcmp", "none")


def format_in_words(name: TranscriptFormat) -> str:
    """What a format is good for."""
    translate = QCoreApplication.translate
    return {
        "srt": translate("Format", "SRT: subtitles for every player"),
        "vtt": translate("Format", "WebVTT: subtitles for the web"),
        "txt": translate("Format", "Text: to read"),
        "md": translate("Format", "Markdown: to read, with speakers and times"),
        "docx": translate("Format", "Word: to read and print, with speakers and times"),
        "json": translate("Format", "JSON: every word with its time"),
        "ass": translate("Format", "ASS: subtitles with styles"),
        "ttml": translate("Format", "TTML: subtitles for broadcasting"),
    }[name]


def standard_in_words(standard: Standard) -> str:
    """What a standard asks for."""
    translate = QCoreApplication.translate
    return {
        "netflix": translate("Format", "Netflix: two lines, 42 characters each"),
        "bbc": translate("Format", "BBC: two lines, 37 characters each"),
        "dcmp": translate("Format", "DCMP: two lines, 32 characters each"),
        "none": translate("Format", "None: a line for each sentence"),
    }[standard]
