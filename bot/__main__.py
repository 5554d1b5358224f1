"""`steady`, which is also `python -m bot`."""

from bot import garbage


def main() -> None:
    garbage.wait()
    from bot.cli import main as steady  # noqa: PLC0415 - most of what stays is made here

    steady()


if __name__ == "__main__":
    main()
