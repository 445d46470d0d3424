"""What a hostile charger, or a slow browser, cannot do to a console."""

from __future__ import annotations

import asyncio
import gc
import json
import tracemalloc
from contextlib import aclosing
from functools import partial
from pathlib import Path
from typing import Any, Final

import pytest

import ocpp_rpc
from ocpp_messages import v16
from ocpp_rpc import console
from ocpp_rpc.console import streaming
from ocpp_rpc.console.charger import Charger
from ocpp_rpc.console.feeds import Feeds
from ocpp_rpc.console.frames import Frames
from ocpp_rpc.console.meters import Sample, Series
from ocpp_rpc.console.watching import Watch
from tests.confidential import PASSWORD
from tests.console.world import QUICK, Browser, world

HOSTILE: Final = "<img src=x onerror=alert(1)>\u202e\n\"'&/../%2f"
HEARTBEAT: Final = v16.HeartbeatRequest()


async def test_a_hostile_identity() -> None:
    async with world(send={"Reset"}) as opened:
        browser = await opened.browser(HOSTILE)
        await opened.raw(HOSTILE)
        await browser.wait_for(lambda b: b.detail)
        found = await opened.get("/api/charger", identity=HOSTILE)
        frames = await opened.get("/api/frames", identity=HOSTILE)
        actions = await opened.get("/api/actions", identity=HOSTILE)
    assert list(browser.known) == [HOSTILE]
    assert found.json()["identity"] == HOSTILE
    assert actions.json()["actions"] == ["Reset"]
    assert frames.headers["content-disposition"] == (
        'attachment; filename="frames.jsonl"'
    )


async def test_a_hostile_payload() -> None:
    """A lone surrogate is no UTF-8, and a megabyte too much to keep."""
    markup = "</script><script>alert(1)</script>\\ud800\\u0000"
    async with world() as opened:
        browser = await opened.browser("CP1")
        charger = await opened.raw()
        boot = '[2,"1","BootNotification",{"chargePointVendor":"%s"}]'
        await charger.send(boot % markup)
        await charger.send(boot.replace('"1"', '"2"') % ("x" * 1_000_000))
        await charger.send('[2,"3","Heartbeat",{}]')
        while '"3"' not in await charger.recv():
            pass
        await browser.wait_for(lambda b: len(b.frames) == 6)
        saved = await opened.get("/api/frames", identity="CP1")
    first, second = (f["text"] for f in browser.frames if "Boot" in f["text"])
    assert json.loads(first)[3]["chargePointVendor"].startswith("</script>")
    assert second == (
        '[2,"2","BootNotification" … (1000051 characters, too long to keep)'
    )
    assert len(saved.content) < 2000
    assert saved.headers["content-type"].startswith("application/jsonl")


async def test_a_long_text_is_cut() -> None:
    async with world() as opened:
        charger = await opened.raw()
        boot: dict[str, Any] = {"chargePointVendor": "x" * 5000, "9" * 5000: {}}
        await charger.send(json.dumps([2, "1", "BootNotification", boot]))
        await charger.recv()
        found = (await opened.get("/api/charger", identity="CP1")).json()
    assert all(len(each["text"]) <= 200 for each in found["trouble_list"])


async def test_a_flood_is_told_in_part() -> None:
    """The browser reads nothing meanwhile, and the charger waits for nobody."""
    settings = console.ConsoleSettings(per_second=1000, waiting=10, frames=20)
    async with world(settings=settings) as opened:
        browser = await opened.browser("CP1")
        await browser.wait_for(lambda b: b.resets)
        browser.reading.clear()
        charger = await opened.charger()
        for _ in range(100):
            await charger.call(HEARTBEAT)
        kept = (await opened.get("/api/frames", identity="CP1")).text.splitlines()
        browser.reading.set()
        await browser.wait_for(lambda b: b.frames and b.frames[-1]["number"] == 200)
    assert len(kept) == 1 + 20
    assert len(browser.frames) + browser.missed == 200
    assert len(browser.frames) <= 10 + 10  # what was on its way, and what waited


async def test_states_of_a_browser_that_reads_late_are_the_newest() -> None:
    async with world() as opened:
        browser = await opened.browser()
        await browser.wait_for(lambda b: b.resets)
        browser.reading.clear()
        for n in range(30):
            charger = await opened.charger(f"CP{n}")
            await charger.close()
        browser.reading.set()
        await browser.wait_for(
            lambda b: (
                len(b.known) == 30
                and not any(each["connected"] for each in b.known.values())
            )
        )


async def test_changes_are_told_together() -> None:
    async with world(settings=console.ConsoleSettings(per_second=20)) as opened:
        browser = await opened.browser()
        charger = await opened.charger()
        begun = asyncio.get_running_loop().time()
        told = 0

        def count(_: Any) -> bool:
            nonlocal told
            told += 1
            return False

        waiting = asyncio.create_task(browser.wait_for(count))
        for _ in range(200):
            await charger.call(HEARTBEAT)
        passed = asyncio.get_running_loop().time() - begun
        waiting.cancel()
    assert told <= passed * 20 + 3


async def test_two_browsers_have_the_same() -> None:
    async with world() as opened:
        one, two = await opened.browser("CP1"), await opened.browser("CP2")
        for identity in ("CP1", "CP2"):
            charger = await opened.charger(identity)
            await charger.call(HEARTBEAT)
        for each in (one, two):
            await each.wait_for(
                lambda b: (
                    len(b.known) == 2
                    and all(c["last"] for c in b.known.values())
                    and len(b.frames) == 2
                )
            )
            await each.wait_for(lambda b: b.detail["frames"] == 2)
        assert one.known == two.known
        assert (one.detail["identity"], two.detail["identity"]) == ("CP1", "CP2")


async def test_a_browser_that_comes_back_has_the_whole_state() -> None:
    async with world() as opened:
        browser = await opened.browser("CP1")
        charger = await opened.charger()
        await opened.charger("CP2")
        await charger.call(HEARTBEAT)
        await browser.wait_for(lambda b: len(b.frames) == 2)
        await browser.close()
        assert len(opened.feeds) == 0
        await charger.call(HEARTBEAT)
        await charger.close()
        again = await opened.browser("CP1")
        await again.wait_for(lambda b: len(b.known) == 2 and len(b.frames) == 4)
    assert again.resets == 1
    assert not again.known["CP1"]["connected"]
    assert [frame["number"] for frame in again.frames] == [1, 2, 3, 4]
    assert again.missed == 0


async def test_no_more_browsers_than_there_may_be() -> None:
    settings = console.ConsoleSettings(per_second=1000, browsers=1)
    async with world(settings=settings) as opened:
        browser = await opened.browser()
        await browser.wait_for(lambda b: b.resets)
        assert (await opened.get("/api/events")).status_code == 503
        await browser.close()
        again = await opened.browser()
        await again.wait_for(lambda b: b.resets)


async def test_no_more_browsers_that_come_at_once() -> None:
    settings = console.ConsoleSettings(per_second=1000, browsers=1)
    async with world(settings=settings) as opened:
        first, second = await opened.browser(), await opened.browser()
        await first.wait_for(lambda b: b.resets)
        await second.ended()
        assert second.resets == 0


@pytest.mark.parametrize("steps", range(6))
async def test_a_stream_ends_that_opens_when_the_console_does(steps: int) -> None:
    async with world() as opened:
        browser = await opened.browser()
        for _ in range(steps):
            await asyncio.sleep(0)
        opened.app.state.end()
        await browser.ended()


async def test_streams_end_when_the_console_does() -> None:
    async with world() as opened:
        browser = await opened.browser()
        await browser.wait_for(lambda b: b.resets)
        opened.app.state.end()
        await browser.ended()
        assert (await opened.get("/api/events")).status_code == 503


def has_left(browser: Browser, identity: str) -> bool:
    return identity in browser.known and not browser.known[identity]["connected"]


async def test_chargers_that_left_long_ago_are_forgotten() -> None:
    settings = console.ConsoleSettings(per_second=1000, gone=2)
    async with world(settings=settings) as opened:
        browser = await opened.browser()
        for n in range(4):
            charger = await opened.charger(f"CP{n}")
            await charger.call(HEARTBEAT)
            await charger.close()
            await browser.wait_for(partial(has_left, identity=f"CP{n}"))
        await browser.wait_for(lambda b: len(b.known) == 2)
        assert (await opened.get("/api/charger", identity="CP0")).status_code == 404
    assert sorted(browser.known) == ["CP2", "CP3"]


async def test_a_connection_that_is_replaced_takes_nothing_away() -> None:
    async with world() as opened:
        browser = await opened.browser("CP1")
        old = await opened.charger()
        new = await opened.charger()
        await old.wait_closed()
        await new.call(HEARTBEAT)
        await browser.wait_for(lambda b: b.detail and b.detail["last"])
        # Not after the block: by then both have left.
        assert browser.known["CP1"]["connected"]


def test_frames_are_bounded_in_number_and_in_size() -> None:
    frames = Frames(5, 100)
    for n in range(50):
        frames.add(0.0, "x" * (n % 40), sent=False, version="1.6")
        assert len([*frames]) <= 5
        assert sum(len(each.text) for each in frames) <= 100
    assert frames.total == 50
    assert [each.number for each in frames][-1] == 50


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('[2,"1","Reset",{"a":"%s"}]', '[2,"1","Reset" … '),
        ('[3,"1",{"password":"%s"}]', '[3,"1" … '),
        ('["%s"]', "[ … "),
        ('[2,"%s"]', "[ … "),
        ("%s", "[ … "),
    ],
)
def test_what_is_too_long_is_kept_without_its_payload(text: str, shown: str) -> None:
    frames = Frames(5, 100)
    whole = text % (PASSWORD * 10)
    kept = frames.add(0.0, whole, sent=True, version="1.6").text
    assert kept == f"{shown}({len(whole)} characters, too long to keep)"


def test_a_charger_is_bounded() -> None:
    charger = Charger("CP1", "1.6", 0.0, QUICK)
    for n in range(1000):
        charger.set_connector(str(n), "Available")
        charger.note_trouble(0.0, "x" * 1000)
        charger.open_transaction(str(n), "1", 0.0)
    shown = charger.detail()
    assert len(shown["connectors"]) == 100
    assert len(shown["trouble_list"]) == 50
    assert [each["id"] for each in shown["transactions"]] == [
        str(n) for n in range(999, 979, -1)
    ]
    assert len(json.dumps(shown)) < 30_000


def test_a_transaction_that_runs_outlives_those_that_ended() -> None:
    charger = Charger("CP1", "1.6", 0.0, QUICK)
    charger.open_transaction("running", "1", 0.0)
    for n in range(100):
        charger.open_transaction(str(n), "1", 0.0).ended = 1.0
    assert charger.transaction("running") is not None
    assert charger.transaction("0") is None


def test_series_are_bounded_and_keep_both_ends() -> None:
    series = Series()
    for n in range(5000):
        series.add(Sample("Power", "W", float(n), float(n)), 0.0)
        series.add(Sample(f"Other {n}", "W", float(n), 0.0), 0.0)
    shown = series.shown()
    assert len(shown) == 16
    points = shown[0]["points"]
    assert 200 <= len(points) <= 400
    assert (points[0], points[-1]) == ((0.0, 0.0), (4999.0, 4999.0))


def test_meter_values_take_little_memory() -> None:
    """A point is two numbers of 8 bytes, and an array has some room to grow."""
    charger = Charger("CP1", "1.6", 0.0, QUICK)
    tracemalloc.start()
    for n in range(2):
        series = charger.open_transaction(str(n), "1", 0.0).series
        for point in range(400):
            for kind in range(16):
                series.add(Sample(f"Kind {kind}", "W", float(point), n / 7), 0.0)
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert taken < 2 * 16 * 400 * 16 * 1.3


def test_as_many_transactions_as_are_wanted() -> None:
    charger = Charger("CP1", "1.6", 0.0, console.ConsoleSettings(transactions=2))
    for n in range(5):
        charger.open_transaction(str(n), "1", 0.0)
    assert [each["id"] for each in charger.detail()["transactions"]] == ["4", "3"]


async def test_waiting_states_are_one_for_each_charger() -> None:
    feeds = Feeds(QUICK)
    with feeds.follow(None) as feed:
        feed.begin((), ())
        for n in range(10_000):
            feeds.touch(f"CP{n % 7}")
        assert len(feed.changed) == 7
        assert len(feed.take_changed(5)) == 5
        assert len(feed.changed) == 2
    assert len(feeds) == 0


@pytest.mark.parametrize("chargers", range(5))
async def test_a_browser_is_told_when_its_list_is_complete(
    monkeypatch: pytest.MonkeyPatch, chargers: int
) -> None:
    monkeypatch.setattr(streaming, "_PAGE", 2)
    watch = Watch(QUICK)
    for n in range(chargers):
        watch.join(f"CP{n}", "1.6", None)
    told: list[str] = []
    async with aclosing(streaming.events(watch, None, QUICK)) as stream:
        assert json.loads((await anext(stream))[6:]) == {"reset": True}
        more: Any = True
        while more:
            news = json.loads((await asyncio.wait_for(anext(stream), 1))[6:])
            told += [each["identity"] for each in news.get("chargers", ())]
            more = news.get("more")
    assert told == [f"CP{n}" for n in range(chargers)]


async def test_chargers_that_come_and_go_do_not_fill_a_feed() -> None:
    watch = Watch(console.ConsoleSettings(gone=5))
    with watch.feeds.follow("CP0") as feed:
        feed.begin(watch.chargers, ())
        for n in range(1000):
            watch.join(f"CP{n}", "1.6", None)
            watch.leave(f"CP{n}")
            assert len(feed.changed) <= 6  # who left, and the one that is connected
            assert len(feed.forgotten) <= 5
        assert feed.stale
        feed.begin(watch.chargers, ())
        assert sorted(feed.changed) == [f"CP{n}" for n in range(995, 1000)]


async def test_a_charger_that_was_forgotten_and_comes_back() -> None:
    feeds = Feeds(QUICK)
    with feeds.follow(None) as feed:
        feed.begin(["CP1"], ())
        feeds.forget("CP1")
        feed.take_refusals()
        await asyncio.wait_for(feed.wait(), 1)
        assert (list(feed.changed), list(feed.forgotten)) == ([], ["CP1"])
        feeds.touch("CP1")
        assert (list(feed.changed), list(feed.forgotten)) == (["CP1"], [])


async def test_frames_that_wait_are_bounded_in_number_and_in_size() -> None:
    settings = console.ConsoleSettings(waiting=5, waiting_characters=100)
    frames = Frames(50, 10_000)
    with Feeds(settings).follow("CP1") as feed:
        feed.begin((), ())
        for n in range(50):
            feed.put(frames.add(0.0, "x" * n, sent=False, version="1.6"))
            assert len(feed.frames) <= 5
            assert sum(len(each.text) for each in feed.frames) <= 100
        taken, missed = feed.take_frames()
        assert [each.number for each in taken] == [49, 50]
        assert missed == 48
        for sizes in ([200], [10, 10]):  # one by itself is told, then counts no more
            for size in sizes:
                feed.put(frames.add(0.0, "x" * size, sent=False, version="1.6"))
            assert len(feed.take_frames()[0]) == len(sizes)


async def test_frames_that_a_stale_feed_has_dropped_are_counted() -> None:
    watch = Watch(console.ConsoleSettings(gone=1, frames=3))
    with watch.feeds.follow("CP1") as feed:

        def begin() -> None:
            charger = watch.charger("CP1")
            feed.begin(watch.chargers, () if charger is None else charger.frames)

        def hear(times: int) -> None:
            for _ in range(times):
                watch.hear("CP1", "1.6", "Heartbeat", HEARTBEAT, "[]")

        def overflow() -> None:
            for n in range(3):
                watch.join(f"X{n}", "1.6", None)
                watch.leave(f"X{n}")
            assert feed.stale

        watch.join("CP1", "1.6", None)
        hear(5)
        begin()
        taken, missed = feed.take_frames()
        assert ([each.number for each in taken], missed) == ([3, 4, 5], 0)
        hear(2)
        overflow()
        hear(3)  # 6 and 7 are kept no longer, and neither is told
        begin()
        taken, missed = feed.take_frames()
        assert ([each.number for each in taken], missed) == ([8, 9, 10], 2)
        overflow()
        begin()
        taken, missed = feed.take_frames()
        assert ([each.number for each in taken], missed) == ([8, 9, 10], 0)
        hear(1)
        watch.leave("CP1")
        overflow()  # the charger is forgotten, and its frames are counted anew
        watch.join("CP1", "1.6", None)
        hear(20)
        begin()
        taken, missed = feed.take_frames()
        assert ([each.number for each in taken], missed) == ([18, 19, 20], 0)


async def test_a_browser_that_slept_through_a_fleet_begins_anew() -> None:
    """What changes before it reads again, and while it reads, is not lost."""
    settings = console.ConsoleSettings(per_second=1000, gone=2)
    async with world(settings=settings) as opened:
        browser = await opened.browser("CP1")
        charger = await opened.charger()
        await browser.wait_for(lambda b: b.detail)
        browser.reading.clear()
        for n in range(10):
            await (await opened.charger(f"X{n}")).close()
        await charger.call(HEARTBEAT)
        browser.reading.set()
        await browser.wait_for(lambda b: b.resets == 2 and len(b.frames) == 2)
        assert sorted(browser.known) == ["CP1", "X8", "X9"]
        await charger.call(HEARTBEAT)
        await browser.wait_for(lambda b: b.detail["frames"] == 4)
    assert browser.missed == 0


async def test_a_console_that_has_nothing_to_tell_is_heard(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(streaming, "_KEEP_ALIVE", 0.01)
    async with world() as opened:
        browser = await opened.browser()
        await browser.wait_for(lambda b: b.empty == 2)


async def test_a_server_and_its_console_end_together() -> None:
    async with world() as opened:
        await opened.charger()
    del opened
    gc.collect()
    left = [each for each in gc.get_objects() if isinstance(each, Charger)]
    assert left == []


@pytest.mark.parametrize(
    "name",
    ["frames", "gone", "per_second", "transactions", "waiting", "waiting_characters"],
)
def test_settings_that_make_no_sense(name: str) -> None:
    wrong: Any = {name: 0}
    with pytest.raises(ValueError, match=f"{name} must be greater than 0"):
        console.ConsoleSettings(**wrong)


# --- The page -------------------------------------------------------------------------

FOLDER: Final = Path(ocpp_rpc.__file__).parent / "console" / "page"
FILES: Final = sorted(path.name for path in FOLDER.iterdir())


@pytest.mark.parametrize("name", FILES)
async def test_files_of_the_page(name: str) -> None:
    async with world() as opened:
        answer = await opened.get("/" if name == "index.html" else f"/{name}")
    assert answer.status_code == 200
    assert answer.content == (FOLDER / name).read_bytes()
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; ")
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "path",
    [
        "/nothing",
        "/../web.py",
        "/api/charger",
        "/api/frames",
        "/api/transaction",
        "/api/x",
    ],
)
async def test_what_is_not_there(path: str) -> None:
    async with world() as opened:
        answer = await opened.get(path)
    assert answer.status_code == 404
    assert "content-security-policy" in answer.headers


FORBIDDEN: Final = (
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "document.write",
    "eval(",
    "style=",
    "javascript:",
    "http://",
    "https://",
)


@pytest.mark.parametrize("name", FILES)
def test_no_markup_from_texts_and_no_other_host(name: str) -> None:
    text = (FOLDER / name).read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
    assert [each for each in FORBIDDEN if each in text] == []
