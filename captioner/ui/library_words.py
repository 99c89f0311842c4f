"""Sessions of the library in words: when, how long, who spoke."""

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

from captioner.core.library import SessionInfo

_MOST_NAMES = 3


def when_in_words(began_ms: int) -> str:
    """The day and the time of day of a Unix time, in the language of the interface."""
    translate = QCoreApplication.translate
    moment = QDateTime.fromMSecsSinceEpoch(began_ms)
    hour = QLocale().toString(moment.time(), QLocale.FormatType.ShortFormat)
    match moment.date().daysTo(QDate.currentDate()):
        case 0:
            return translate("Library", "Today, %1").replace("%1", hour)
        case 1:
            return translate("Library", "Yesterday, %1").replace("%1", hour)
    #: The day and the time of day
    whole = translate("Library", "%1, %2")
    return whole.replace("%1", day_in_words(began_ms)).replace("%2", hour)


def day_in_words(at_ms: int) -> str:
    """The day of a Unix time."""
    #: A day as QLocale writes it: d day, MMM name of the month, M its number, yyyy year
    form = QCoreApplication.translate("Library", "MMM d, yyyy")
    return QLocale().toString(QDateTime.fromMSecsSinceEpoch(at_ms).date(), form)


def length_in_words(duration_ms: int) -> str:
    """How long a session is."""
    translate = QCoreApplication.translate
    seconds = round(duration_ms / 1000)
    if seconds < 60:
        return translate("Library", "%1 s").replace("%1", str(seconds))
    minutes = round(seconds / 60)
    if minutes < 60:
        return translate("Library", "%1 min").replace("%1", str(minutes))
    return translate("Library", "%1 h %2 min").replace("%1", str(minutes // 60)).replace("%2", f"{minutes % 60:02}")


def speakers_in_words(session: SessionInfo) -> str:
    """Who spoke, where tracks have names; else the file that it was made of."""
    names = list(dict.fromkeys(name_in_words(track.speaker) for track in session.tracks if track.speaker))
    if not names and session.source:
        return session.source.replace("\\", "/").rstrip("/").rpartition("/")[2]
    shown = ", ".join(names[:_MOST_NAMES])
    return f"{shown} …" if len(names) > _MOST_NAMES else shown


def name_in_words(speaker: str) -> str:
    """The name of a speaker; those that the program gives are in the language of the interface."""
    if speaker in ("You", "Others"):
        return QCoreApplication.translate("Session", speaker)
    return speaker


def title_in_words(session: SessionInfo) -> str:
    """The title, or for want of one the moment it began."""
    return session.title or when_in_words(session.began_ms)


def about_in_words(session: SessionInfo) -> str:
    """When, how long and who, in one line."""
    parts = (when_in_words(session.began_ms), length_in_words(session.duration_ms), speakers_in_words(session))
    return " · ".join(part for part in parts if part)


def clock_of_ms(ms: int) -> str:
    """A time since the start of a session: m:ss, or h:mm:ss."""
    seconds = max(0, ms) // 1000
    hours, minutes = seconds // 3600, seconds // 60 % 60
    return f"{hours}:{minutes:02}:{seconds % 60:02}" if hours else f"{minutes}:{seconds % 60:02}"


def phase_mark(session: SessionInfo) -> str:
    """The mark of a session that did not end; "" for the others."""
    return {
        "running": QCoreApplication.translate("Library", "Running"),
        "cut off": QCoreApplication.translate("Library", "Cut off"),
        "ended": "",
    }[session.phase]
