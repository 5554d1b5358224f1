"""One connection to Discord, from login to loss. It hears what people say and hands it over."""

import asyncio
import sys
from collections.abc import Awaitable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from weakref import WeakValueDictionary

import aiohttp
import discord
import structlog

from adapters.discord.arrivals import Arrivals
from adapters.discord.commands import publish
from adapters.discord.failures import is_harmless, outcome
from adapters.discord.inbound import PLATFORM, from_edit, from_interaction, from_message, private_chat
from adapters.discord.missed import Missed
from adapters.discord.patience import BackOff, Patience
from adapters.discord.rests import Rests
from bot.ports import Inbound, KnownChat, Notebook, PlatformWords, Receive, Unreachable

log = structlog.get_logger()

CALL_FAILURES = (discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError, RuntimeError)
ANSWERED = frozenset({discord.InteractionType.application_command, discord.InteractionType.component})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a connection finds around it and leaves behind when it is lost; `under_way` are the turns begun."""

    receive: Receive
    notebook: Notebook
    words: Mapping[str, PlatformWords]
    patience: Patience
    arrivals: Arrivals = field(default_factory=Arrivals)
    rests: Rests = field(default_factory=Rests)
    under_way: set[asyncio.Task[object]] = field(default_factory=set)


class Connection(discord.Client):
    """A client that keeps no messages, members or views: what must be known is in the database."""

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True, dm_messages=True),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            allowed_mentions=discord.AllowedMentions.none(),
            # Servers are of no interest, so that being ready waits for none of them.
            guild_ready_timeout=0.0,
            # Heartbeats are the only sign of life on a quiet day.
            enable_debug_events=True,
            http_trace=surroundings.rests.trace(),
        )
        self.last_event_at: datetime | None = None
        self._around = surroundings
        self._patience = surroundings.patience
        self._missed = Missed((), self._read_back, self._patience)
        self._lines: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()  # one a chat, while it is held
        self._identifying = BackOff(self._patience.identify, self._patience)

    async def end(self) -> None:
        await self._missed.give_up()
        await self.close()

    # What discord.py calls

    async def setup_hook(self) -> None:
        """A bot without its commands still talks, so that nothing here keeps it from connecting."""
        try:
            async with asyncio.timeout(self._patience.commands):
                is_told = await publish(self, self._around.words, self._around.notebook)
        except CALL_FAILURES as error:
            log.warning("discord_commands_not_published", error=type(error).__name__)
        else:
            log.info("discord_commands_told" if is_told else "discord_commands_known")

    async def before_identify_hook(self, _shard_id: int | None, *, initial: bool = False) -> None:
        """Note where the known chats stand before anything new can come in; a new session replays nothing."""
        if not initial:
            await asyncio.sleep(self._identifying.pause())
        await self._missed.give_up()
        known = await self._around.notebook.known_chats(PLATFORM)
        self._missed = Missed(known, self._read_back, self._patience)

    async def on_ready(self) -> None:
        """Comes again after a lost session; reading back is all that starts here."""
        log.info("discord_ready")
        await self._missed.tell_all()

    async def on_socket_raw_receive(self, _payload: str) -> None:
        self.last_event_at = datetime.now(UTC)

    async def on_message(self, message: discord.Message) -> None:
        with self._working():
            await self._hand_over(from_message(message))

    async def on_raw_message_edit(self, edit: discord.RawMessageUpdateEvent) -> None:
        """Comes for messages of any age; the event that compares with what was there needs messages to be kept."""
        with self._working():
            await self._hand_over(from_edit(edit.message))

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        if interaction.type not in ANSWERED:
            return
        with self._working():
            if chat := private_chat(interaction):
                await self._answer_here(interaction, chat)
            else:
                await self._answer_in_private(interaction)

    async def on_error(self, event_method: str, /, *_args: object, **_kwargs: object) -> None:
        error = sys.exc_info()[0]
        log.error("discord_event_failed", event_kind=event_method, error=error.__name__ if error else None)

    # Interactions

    async def _answer_here(self, interaction: discord.Interaction, chat: int) -> None:
        """Acknowledge once the turn is kept: Discord repeats no press, but shows that one failed which nobody took.

        It waits three seconds for that, so a slow turn is acknowledged while it goes on.
        """
        turn = asyncio.ensure_future(self._hand_over(from_interaction(interaction, chat)))
        await asyncio.wait([turn], timeout=self._patience.unacknowledged)
        await self._politely(interaction.response.defer(ephemeral=True))
        await turn
        if interaction.type is discord.InteractionType.application_command:
            # The answer is an ordinary message; only "is thinking" is left to take away.
            await self._politely(interaction.delete_original_response())

    async def _answer_in_private(self, interaction: discord.Interaction) -> None:
        """Others may read along here: the answer goes to the person's direct message, and only they see where it is."""
        await self._politely(interaction.response.defer(ephemeral=True, thinking=True))
        words = self._words_in(interaction.locale.value)
        arrived = await self._answer_in_direct_message(interaction)
        note = words.sent_in_private if arrived else words.only_in_private
        await self._politely(interaction.edit_original_response(content=note))

    async def _answer_in_direct_message(self, interaction: discord.Interaction) -> bool:
        """False when the person's direct messages are closed."""
        try:
            async with asyncio.timeout(self._patience.first_answer):
                chat = await interaction.user.create_dm()
        except CALL_FAILURES as error:
            log.warning("discord_direct_message_not_opened", error=type(error).__name__)
            return False
        arrival = self._around.arrivals.expect(str(chat.id))
        await self._hand_over(from_interaction(interaction, chat.id))
        await asyncio.wait([arrival], timeout=self._patience.first_answer)
        return arrival.result() if arrival.done() else True

    async def _politely(self, call: Awaitable[object]) -> None:
        """Make a reply call. Nothing depends on what becomes of it."""
        try:
            await call
        except Exception as error:  # noqa: BLE001 - discord.py also fails on answers it can't read
            if not is_harmless(error):
                log.warning("discord_reply_lost", error=type(error).__name__)

    def _words_in(self, locale: str) -> PlatformWords:
        language = locale.partition("-")[0]
        return self._around.words.get(locale) or self._around.words.get(language) or self._around.words["en"]

    # Handing over

    async def _hand_over(self, inbound: Inbound | None) -> None:
        """What was said earlier in the chat is handed over first: while nobody listened, or when it is tried again.

        Whoever writes now is heard soon all the same, while nobody can read what they wrote before.
        """
        if inbound is None:
            return
        chat, latest = inbound.address.chat, asyncio.get_running_loop().time() + self._patience.older_first
        async with self._lines.setdefault(chat, asyncio.Lock()):
            is_next = await self._missed.tell(chat, latest)
            await self._receive_for_sure(replace(inbound, is_next=is_next))

    async def _receive_for_sure(self, inbound: Inbound) -> None:
        """Try again after each pause, then leave it at that."""
        for pause in (*self._patience.turn_retries, None):
            try:
                await self._around.receive(inbound)
            except Exception as error:  # noqa: BLE001 - discord.py would log the words along with the error
                log.warning("discord_turn_failed", error=type(error).__name__)
            else:
                return
            if pause is not None:
                await asyncio.sleep(pause)

    async def _read_back(self, known: KnownChat) -> None:
        """Hand over what was written after the newest that was seen; a turn that fails ends it, to be read again."""
        chat = self.get_partial_messageable(int(known.address.chat))
        after = discord.Object(int(known.last_inbound_id or 0))
        try:
            async for message in chat.history(after=after, oldest_first=True, limit=None):
                if inbound := from_message(message):
                    await self._around.receive(inbound)
        except (discord.Forbidden, discord.NotFound) as error:
            if not isinstance(outcome(error), Unreachable):
                raise  # the whole bot is shut out for a while
            log.info("discord_chat_is_gone")

    @contextmanager
    def _working(self) -> Iterator[None]:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - for mypy: discord.py runs every handler in a task
        self._around.under_way.add(task)
        try:
            yield
        finally:
            self._around.under_way.discard(task)
