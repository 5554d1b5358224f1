"""Places to listen at that nobody else uses."""

import socket


def free_place() -> str:
    """`host:port` on this machine."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        return f"127.0.0.1:{found.getsockname()[1]}"
