"""What a clinician told a person not to do, in the person's words: left out wherever it is named, until they say that
it has changed."""

from bot.conversation.turn import Turn
from bot.programme.names import plain_words


def forbids(turn: Turn, activity: str) -> bool:
    return plain_words(activity) in map(plain_words, turn.person.forbidden)


def forbidden(turn: Turn, activity: str) -> Turn:
    """From now on that activity is left out."""
    return turn.knowing(forbidden=(*turn.person.forbidden, activity))


def allowed_again(turn: Turn, activity: str) -> Turn:
    """That has changed."""
    kept = tuple(known for known in turn.person.forbidden if plain_words(known) != plain_words(activity))
    return turn.knowing(forbidden=kept)
