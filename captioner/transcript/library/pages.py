"""The rows in the pages of an SQLite file, read without SQLite: what the tree of a damaged file still leads to and what
it does not.

Every leaf of a table stands for itself: its rows are read whatever became of the pages above it. After SQLite's
"Database File Format" (sqlite.org/fileformat2.html): §1.6 b-tree pages with overflow, §2.1 records, §4 the write-ahead
log.
Nothing read is trusted: lengths and page numbers lead nowhere but into the file.
"""

import struct
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from captioner.transcript.library.schema import PAGE_SIZE

Value = int | float | str | bytes | None
Row = tuple[int, tuple[Value, ...]]
"""A row's id and its columns; the column that is the row id itself reads None."""

_LEAF = 0x0D
_FILE_HEADER = 100
_LOG_HEADER = 32
_FRAME_HEADER = 24
_LOG_MAGIC = (0x377F0682, 0x377F0683)
_LARGEST_ROW = 64 << 20
_INTEGER_BYTES = (0, 1, 2, 3, 4, 6, 8)


def rows_in(path: Path) -> Iterator[Row]:
    """Every whole row in every leaf of a table, with what the log beside the file has committed.

    Raises OSError where the file cannot be read.
    """
    log = committed_pages(path.with_name(f"{path.name}-wal"))
    with path.open("rb") as file:
        pages = _Pages(file, log)
        for number in range(1, pages.count + 1):
            yield from pages.rows(number)


class _Pages:
    def __init__(self, file: BinaryIO, log: Mapping[int, bytes]) -> None:
        self._file = file
        self._log = log
        self.count = max(-(-file.seek(0, 2) // PAGE_SIZE), *log, 0)

    def rows(self, number: int) -> Iterator[Row]:
        """The rows of a page, if it is a leaf of a table."""
        page = self._page(number)
        head = _FILE_HEADER if number == 1 else 0
        if len(page) < PAGE_SIZE or page[head] != _LEAF:
            return
        cells = int.from_bytes(page[head + 3 : head + 5], "big")
        pointers = page[head + 8 : head + 8 + 2 * cells]
        for (at,) in struct.iter_unpack(">H", pointers[: len(pointers) // 2 * 2]):
            try:
                row = self._row(page, at)
            except (IndexError, ValueError, struct.error):
                continue
            yield row

    def _row(self, page: bytes, at: int) -> Row:
        """The row of the cell at this place. Raises IndexError, ValueError or struct.error where there is none."""
        size, at = _varint(page, at)
        row_id, at = _varint(page, at)
        if not 0 < size <= _LARGEST_ROW:
            raise ValueError("no row is as large")
        local = _local(size)
        record = page[at : at + min(size, local)]
        if size > local:
            record += self._overflow(int.from_bytes(page[at + local : at + local + 4], "big"), size - local)
        if len(record) < size:
            raise ValueError("the row is cut short")
        return row_id, tuple(_columns(record))

    def _overflow(self, number: int, size: int) -> bytes:
        """The rest of a row from the chain of pages that begins here."""
        found = bytearray()
        for _ in range(size // (PAGE_SIZE - 4) + 1):
            page = self._page(number)
            found += page[4:]
            if len(found) >= size or len(page) < PAGE_SIZE:
                break
            number = int.from_bytes(page[:4], "big")
        return bytes(found[:size])

    def _page(self, number: int) -> bytes:
        """A page as last committed; empty where there is none."""
        if number in self._log:
            return self._log[number]
        if not 0 < number <= self.count:
            return b""
        self._file.seek((number - 1) * PAGE_SIZE)
        return self._file.read(PAGE_SIZE)


def _local(size: int) -> int:
    """How much of a row of this size lies in its leaf (file format, section 1.6)."""
    largest = PAGE_SIZE - 35
    if size <= largest:
        return size
    least = (PAGE_SIZE - 12) * 32 // 255 - 23
    wanted = least + (size - least) % (PAGE_SIZE - 4)
    return wanted if wanted <= largest else least


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A variable-length integer and the place behind it."""
    value = 0
    for step in range(8):
        byte = data[at + step]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + step + 1
    value = value << 8 | data[at + 8]
    return value - (1 << 64) if value >> 63 else value, at + 9


def _columns(record: bytes) -> Iterator[Value]:
    """The values of a record."""
    end, at = _varint(record, 0)
    place = end
    while at < end:
        kind, at = _varint(record, at)
        if kind >= 12:
            size = (kind - 12) // 2
        elif kind in (8, 9, 0):
            size = 0
        elif kind == 7:
            size = 8
        elif 0 < kind < 7:
            size = _INTEGER_BYTES[kind]
        else:
            raise ValueError("no such type of column")
        data = record[place : place + size]
        if len(data) < size:
            raise ValueError("the column is cut short")
        place += size
        if kind >= 12:
            yield data.decode("utf-8", "replace") if kind & 1 else data
        elif kind == 0:
            yield None
        elif kind == 7:
            yield struct.unpack(">d", data)[0]
        else:
            yield kind - 8 if kind >= 8 else int.from_bytes(data, "big", signed=True)


def committed_pages(path: Path) -> dict[int, bytes]:
    """The newest state of each page that a write-ahead log has, by page number, up to its last whole transaction."""
    try:
        data = path.read_bytes()
    except OSError:
        return {}
    if len(data) < _LOG_HEADER:
        return {}
    magic, _, page_size, _, salt_1, salt_2 = struct.unpack_from(">6I", data)
    if magic not in _LOG_MAGIC or page_size != PAGE_SIZE:
        return {}
    order = ">" if magic & 1 else "<"
    sums = _checksum(order, data[:24], (0, 0))
    committed: dict[int, bytes] = {}
    pending: dict[int, bytes] = {}
    for at in range(_LOG_HEADER, len(data) - _FRAME_HEADER - PAGE_SIZE + 1, _FRAME_HEADER + PAGE_SIZE):
        number, length, *salts, sum_1, sum_2 = struct.unpack_from(">6I", data, at)
        page = data[at + _FRAME_HEADER : at + _FRAME_HEADER + PAGE_SIZE]
        sums = _checksum(order, data[at : at + 8] + page, sums)
        if salts != [salt_1, salt_2] or sums != (sum_1, sum_2):
            break
        pending[number] = page
        if length:
            committed |= pending
            pending = {}
    return committed


def _checksum(order: str, data: bytes, sums: tuple[int, int]) -> tuple[int, int]:
    one, two = sums
    for first, second in struct.iter_unpack(f"{order}2I", data):
        one = (one + first + two) & 0xFFFFFFFF
        two = (two + second + one) & 0xFFFFFFFF
    return one, two
