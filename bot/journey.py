"""Time travel: the real engine, storage, timers and delivery under a clock that is moved by hand."""

from datetime import datetime

from bot.ports import Inbound
from bot.serving.companion import Companion
from bot.serving.delivery import Delivery


class Clock:
    """A clock that shows what it was set to."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


class Journey:
    """One walk through time. Before it arrives anywhere, everything that falls due on the way happens at its moment."""

    def __init__(self, companion: Companion, delivery: Delivery, clock: Clock) -> None:
        self._companion = companion
        self._delivery = delivery
        self._clock = clock
        self._is_waiting = True
        companion.on_outbox = self._notice

    def _notice(self) -> None:
        self._is_waiting = True

    async def until(self, moment: datetime) -> None:
        """Go on to that moment; it must not lie before now."""
        while (due := await self._next_stop()) is not None and due <= moment:
            self._clock.now = max(self._clock.now, due)
            await self._companion.wake(self._delivery.platforms)
            await self.deliver()
        self._clock.now = moment
        await self.deliver()

    async def _next_stop(self) -> datetime | None:
        return await self._companion.next_due(self._delivery.platforms)

    async def meet(self, inbound: Inbound) -> None:
        """Something happens now, and what follows is delivered."""
        await self._companion.receive(inbound)
        await self.deliver()

    async def deliver(self) -> None:
        """Send all that waits."""
        if self._is_waiting:
            self._is_waiting = False
            while await self._delivery.send_what_waits():
                await self._delivery.finish()
