"""Where Telegram brings what people say, for who does not poll."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Hook:
    """`url` is what Telegram calls; this process takes what comes to the same path at `listen`, a `host:port`."""

    url: str
    secret: str = field(repr=False)  # 1 to 256 of A-Z, a-z, 0-9, _ and -
    listen: str
