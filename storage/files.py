"""Files that are there wholly or not at all, and drafts that whoever was killed left behind."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def sync_folder(folder: Path) -> None:
    """A file that was made or renamed in the folder is still so after a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def held(path: Path) -> Iterator[None]:
    """A file or folder is in use meanwhile, until the end of this process at the latest."""
    handle = os.open(path, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def is_held(path: Path) -> bool:
    """Whether somebody uses it now. Raises `OSError` when it is not there, or somebody else's."""
    try:
        with _mine(path, 0):
            return False
    except BlockingIOError:
        return True


def remove_folder(folder: Path, file: str) -> None:
    """Remove a folder with that one file, unless somebody uses it. Raises `OSError`, and touches nothing, where it is
    no folder or not one of ours: what lies in a place for everybody may lead anywhere."""
    with _mine(folder, os.O_DIRECTORY) as handle:
        with suppress(FileNotFoundError):
            os.unlink(file, dir_fd=handle)
        folder.rmdir()


@contextmanager
def _mine(path: Path, kind: int) -> Iterator[int]:
    """Opened where nobody else uses it. Raises `OSError`, `BlockingIOError` among it."""
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | kind)
    try:
        if os.fstat(handle).st_uid != os.geteuid():
            raise PermissionError("somebody else's")
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield handle
    finally:
        os.close(handle)
