"""What breaks a standard, in words."""

from PySide6.QtCore import QCoreApplication

from captioner.transcript.faults import Finding
from captioner.ui.library_words import clock_of_ms


def finding_in_words(finding: Finding, start_ms: int, text: str) -> str:
    """Where, what, and the text that it is about."""
    told = _told(finding).replace("%1", _figure(finding, finding.value)).replace("%2", _figure(finding, finding.limit))
    return f"{clock_of_ms(start_ms)}  {told}  “{' '.join(text.split())}”"


def _figure(finding: Finding, value: float) -> str:
    return f"{value / 1000:.2f}" if finding.unit == "ms" else f"{value:.0f}"


def _told(finding: Finding) -> str:
    translate = QCoreApplication.translate
    match finding.fault:
        case "empty":
            return translate("Finding", "No text.")
        case "overlap":
            return translate("Finding", "Overlaps the next one by %1 s.")
        case "too many lines":
            return translate("Finding", "%1 lines, at most %2.")
        case "line too long":
            return translate("Finding", "%1 characters in a line, at most %2.")
        case "gap too short":
            return translate("Finding", "%1 s before the next one, at least %2 s.")
        case "too long":
            return translate("Finding", "Shown for %1 s, at most %2 s.")
        case "too short":
            return translate("Finding", "Shown for %1 s, at least %2 s.")
        case "too fast":
            if finding.unit == "words a minute":
                return translate("Finding", "%1 words a minute, at most %2.")
            return translate("Finding", "%1 characters a second, at most %2.")
