"""Text that SQLite can have."""


def writable(text: str) -> str:
    """The text as UTF-8 can have it: halves of surrogate pairs, which stand for no character, are replaced."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode()
    return text
