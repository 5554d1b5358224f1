"""What a running Steady tells Prometheus."""

import aiohttp


async def counts(place: str) -> dict[str, float]:
    """Each value by its name and labels, as they are written."""
    async with aiohttp.request("GET", f"http://{place}/metrics") as answer:
        lines = (await answer.text()).splitlines()
    return {name: float(value) for name, _, value in (line.rpartition(" ") for line in lines if line[0] != "#")}
