"""Ogg Opus, just enough to play the same breath many times without encoding it many times: the packets of a short file
are laid into the pages of a longer one (RFC 3533, RFC 7845)."""

import struct
from collections.abc import Iterator, Sequence

PACKETS_A_SECOND = 50  # of 20 ms each
SAMPLES_A_PACKET = 960  # Opus counts in 48 kHz, whatever was encoded
PACKETS_A_PAGE = 100  # each takes a byte of the page's table, of which there are 255, as long as it is short
SHORT = 255  # bytes; a longer packet takes more
SERIAL = 1
FIRST, LAST = 2, 4  # flags of a page

TAGS = b"OpusTags" + struct.pack("<I6sI", 6, b"Steady", 0)  # who made it, and no remarks
# A page's mark, version, flags, position, serial, number, checksum, and how long its table of packets is.
HEAD = struct.Struct("<4sBBqIIIB")


def packets(ogg: bytes) -> list[bytes]:
    """The packets of a file with one stream, its two head packets first."""
    found, begun, at = [], b"", 0
    while at < len(ogg):
        table_at = at + HEAD.size
        table = ogg[table_at : table_at + ogg[table_at - 1]]
        at = table_at + len(table)
        for length in table:
            begun += ogg[at : at + length]
            at += length
            if length < SHORT:
                found.append(begun)
                begun = b""
    return found


def opus_file(head: bytes, sound: Sequence[bytes]) -> bytes:
    """A file with that head packet and these packets of 20 ms. Raises `ValueError` for one of 255 bytes or more."""
    if any(len(packet) >= SHORT for packet in sound):
        raise ValueError(f"a packet has {SHORT} bytes or more; encode at a lower rate")
    return b"".join(_pages(head, sound))


def _pages(head: bytes, sound: Sequence[bytes]) -> Iterator[bytes]:
    yield _page([head], 0, 0, FIRST)
    yield _page([TAGS], 1, 0, 0)
    for start in range(0, len(sound), PACKETS_A_PAGE):
        end = min(start + PACKETS_A_PAGE, len(sound))
        flags = LAST if end == len(sound) else 0
        yield _page(sound[start:end], 2 + start // PACKETS_A_PAGE, end * SAMPLES_A_PACKET, flags)


def _page(held: Sequence[bytes], number: int, position: int, flags: int) -> bytes:
    body = bytes(len(packet) for packet in held) + b"".join(held)
    unsigned = HEAD.pack(b"OggS", 0, flags, position, SERIAL, number, 0, len(held)) + body
    return HEAD.pack(b"OggS", 0, flags, position, SERIAL, number, _checksum(unsigned), len(held)) + body


def _checksum(page: bytes) -> int:
    """CRC-32 as Ogg has it: not reflected, begun at 0."""
    value = 0
    for byte in page:
        value = (value << 8 & 0xFFFFFFFF) ^ TABLE[value >> 24 ^ byte]
    return value


def _remainder(byte: int) -> int:
    value = byte << 24
    for _ in range(8):
        value = value << 1 & 0xFFFFFFFF ^ (0x04C11DB7 if value & 0x80000000 else 0)
    return value


TABLE = tuple(_remainder(byte) for byte in range(256))
