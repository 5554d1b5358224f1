"""What is stored: shown, handed over, deleted."""

from datetime import timedelta

from bot.conversation import walk
from bot.conversation.effects import Erase, ExportFile, SayElsewhere
from bot.conversation.person import Place
from bot.conversation.turn import Turn
from bot.programme.parts import Part

IN_VIEW = timedelta(minutes=30)  # so long a question is surely still on their screen


def show(turn: Turn, words: str) -> Turn:
    """What is stored, and who can read it."""
    return turn.say("privacy", "privacy", options=turn.commands("export", "delete"))


def export(turn: Turn, words: str) -> Turn:
    """Everything stored about them, for people and for programs."""
    turn = turn.say("privacy", "export-csv", attachment=ExportFile("csv"))
    return turn.say("privacy", "export-json", attachment=ExportFile("json"))


def delete(turn: Turn, words: str) -> Turn:
    return walk.open_script(turn, "delete")


def _delete_confirmed(turn: Turn, place: Place) -> Turn:
    if place.answers["confirm"] != "yes":
        return turn.say("privacy", "delete-not")
    if turn.now - place.asked_at > IN_VIEW:
        return delete(turn, "")
    return _erase(turn, "deleted-elsewhere")


def forget(turn: Turn) -> Turn:
    """The same where they asked whoever runs Steady for it."""
    return _erase(turn, "deleted")


def _erase(turn: Turn, told_elsewhere: str) -> Turn:
    notice = SayElsewhere("privacy", turn.words(told_elsewhere))
    return turn.doing(notice).say("privacy", "deleted").doing(Erase())


PARTS = {"delete": Part(_delete_confirmed)}
