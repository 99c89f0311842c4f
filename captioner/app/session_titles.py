"""What sessions of the library are called where the language of the interface does not matter."""

from datetime import datetime

from captioner.core.library import SessionInfo


def began(session: SessionInfo) -> datetime:
    """When the session began, in local time."""
    return datetime.fromtimestamp(session.began_ms / 1000).astimezone()


def title_of(session: SessionInfo) -> str:
    """The title, or for want of one the moment it began."""
    return session.title or f"{began(session):%Y-%m-%d %H:%M}"
