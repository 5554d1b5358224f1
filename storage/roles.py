"""What one process does at a time, such as serving a platform: a role, held by a lock that ends with its process."""

import threading
from pathlib import Path

from filelock import FileLock, Timeout

NEWS = "steady_outbox"  # told on PostgreSQL with each commit that leaves something to be said


class FileRole:
    """A role on a SQLite file, by a lock file beside it. Nobody else ever leaves something to be said."""

    def __init__(self, lock: FileLock | None) -> None:
        self._lock = lock
        self._is_over = threading.Event()

    def watch(self, seconds: float) -> bool:
        self._is_over.wait(seconds)
        return False

    def release(self) -> None:
        self._is_over.set()
        if self._lock:
            self._lock.release()


def take_file_role(database: str | None, role: str) -> FileRole | None:
    """`None` while another process has it."""
    if not database or database == ":memory:":
        return FileRole(None)
    lock = FileLock(Path(f"{database}.{role}.lock"), thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return None
    return FileRole(lock)
