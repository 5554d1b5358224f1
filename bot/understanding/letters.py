"""How any characters become plain small letters: no accents, nothing unseen, no look-alikes, no letters typed apart."""

import re
import unicodedata
from collections import Counter

# Marks through and over letters, and what takes no room: zero widths, right-to-left marks, controls, half characters.
_UNSEEN = frozenset({"Mn", "Me", "Cf", "Cc", "Cs"})
_ALSO_UNSEEN = frozenset("'’‘`´*\u115f\u1160\uffa0\ufffd")  # noqa: RUF001 - apostrophes as typed, and Hangul fillers
_LOOKALIKES = str.maketrans(
    "асеіорухѕԁкмтαεοιντκρυχʟɪᴀʙᴄᴅᴇɢʜᴊᴋᴍɴᴏᴘᴛᴜᴠᴡʏᴢʀꜱꜰı@$",
    "aceiopyxsdkmtaeoivtkpuxliabcdeghjkmnoptuvwyzrsfias",
)
_BOXED = {start + place: chr(ord("a") + place) for start in (0x1F150, 0x1F170) for place in range(26)}
_LETTER = r"[^\W\d_]"
_GAP = r"[\s./_·•–—-]"  # noqa: RUF001 - all of these dashes are typed
_APART = re.compile(rf"(?<![^\W_]){_LETTER}(?:{_GAP}{{1,4}}{_LETTER}){{2,}}(?![^\W_])")
_STUTTER = re.compile(rf"(?<!\w)({_LETTER})-(?:\1-)*(?=\1)")
_GAPS = re.compile(rf"{_GAP}+")


def plain(text: str) -> str:
    """The text in plain letters. What can't be read as a letter stays as it is."""
    text = unicodedata.normalize("NFKD", text.translate(_BOXED)).casefold()
    unseen = {ord(character): None for character in set(text) if _is_unseen(character)}
    text = _STUTTER.sub("", text.translate(unseen).translate(_LOOKALIKES))
    return _APART.sub(_together, text)


def _is_unseen(character: str) -> bool:
    if character in _ALSO_UNSEEN:
        return True
    return unicodedata.category(character) in _UNSEEN and not character.isspace()


def _together(apart: re.Match[str]) -> str:
    """Letters typed apart as words: the commonest gap stands between letters, any other between words."""
    within = Counter(_GAPS.findall(apart[0])).most_common(1)[0][0]
    return _GAPS.sub(lambda gap: "" if gap[0] == within else " ", apart[0])
