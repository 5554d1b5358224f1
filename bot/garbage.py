"""When Python looks for garbage: not while Steady starts, and later not among what the start has made, for it stays.

Some 290,000 objects that could be garbage are there once everything is read. Looking through them again and again takes
a quarter of the time until then; later each look through all would hold up every turn for a sixth of a second.
"""

import gc


def wait() -> None:
    """Look for none until `go_on`."""
    gc.disable()


def go_on() -> None:
    """Look for it from now on, in what is made from now on."""
    gc.freeze()
    gc.enable()
