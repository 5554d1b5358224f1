"""Files that are there wholly or not at all, and drafts that whoever was killed left behind."""

import fcntl
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, TypeVar

T = TypeVar("T")
DRAFT = ".steady-"  # how the names of files begin that are not yet whole


def write_whole(file: Path, write: Callable[[BinaryIO], T], put: Callable[[Path, Path], object] = os.replace) -> T:
    """Write a file that nobody else may read, in place of the one that is there; after a power cut too it is there
    wholly or as it was. `put` puts the draft there: `put_new` raises `FileExistsError` where there is one already."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=DRAFT, suffix=".draft", dir=file.parent)
    draft = Path(name)
    try:
        with open(handle, "wb") as output, held(draft):  # noqa: PTH123 - by its handle
            found = write(output)
            output.flush()
            os.fsync(output.fileno())
        put(draft, file)
    finally:
        draft.unlink(missing_ok=True)
    sync_folder(file.parent)
    return found


def put_new(draft: Path, file: Path) -> None:
    """Raises `FileExistsError`. Where a file can't have two names, what is in it is copied."""
    try:
        os.link(draft, file)
    except FileExistsError:
        raise
    except OSError:
        with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as output:  # noqa: PTH123 - by its handle
            output.write(draft.read_bytes())
            output.flush()
            os.fsync(output.fileno())


def forget_drafts(folder: Path) -> None:
    """Those of whoever was killed."""
    for draft in folder.glob(f"{DRAFT}*.draft"):
        if not is_held(draft):
            draft.unlink(missing_ok=True)


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
