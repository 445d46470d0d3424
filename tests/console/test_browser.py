"""The page of a console, in Chromium."""

from __future__ import annotations

import asyncio
import os
import re
import time
import unicodedata
from collections.abc import Generator
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import pytest

from ocpp_messages import v16, v201
from ocpp_rpc.console import streaming
from ocpp_rpc.lines import printable
from tests.console.pages import AXE, CHROMIUM, Site, missing, site
from tests.support.lacking import lack

# A browser that starts on a busy machine takes long.
pytestmark = pytest.mark.timeout(60)

START: Final = datetime(2026, 1, 31, 12, tzinfo=UTC)
PICTURES: Final = Path(__file__).parents[2] / "docs" / "pictures"
PICTURE: Final = {"width": 840, "height": 560}
SCREEN: Final = {"width": 1100, "height": 800}


@pytest.fixture(scope="module")
def chromium() -> Generator[Any]:
    """A browser, without a window."""
    lack(missing())
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - starts nothing

    with sync_playwright() as playwright:
        # Debian's is no sandbox for root, as CI runs; nothing but our page is opened.
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox"]
        )
        yield browser
        browser.close()


@pytest.fixture
def office() -> Generator[Site]:
    with site() as opened:
        yield opened


@pytest.fixture
def page(chromium: Any, office: Site) -> Generator[Any]:
    """The page of the console; no error in it, and nothing from another host."""
    context = chromium.new_context(viewport=SCREEN, reduced_motion="reduce")
    opened = context.new_page()
    opened.set_default_timeout(30_000)
    faults: list[str] = []
    elsewhere: list[str] = []

    def note_message(message: Any) -> None:
        if message.type == "error":
            faults.append(message.text)

    def note_request(request: Any) -> None:
        if not request.url.startswith(office.url):
            elsewhere.append(request.url)

    def note_fault(error: Any) -> None:
        faults.append(str(error))

    opened.on("pageerror", note_fault)
    opened.on("console", note_message)
    opened.on("request", note_request)
    opened.goto(office.url)
    opened.get_by_text("Live", exact=True).wait_for()
    opened.faults = faults
    yield opened
    context.close()
    assert elsewhere == []
    expected = ("status of 404", "status of 422", "status of 503", "ERR_", "MIME")
    assert [each for each in faults if not any(e in each for e in expected)] == []


@pytest.fixture(scope="module")
def scripts(chromium: Any) -> Generator[Any]:
    """A page whose scripts are called one by one."""
    with site() as opened:
        page = chromium.new_page()
        page.goto(opened.url)
        yield page
        page.close()


def violations(page: Any, rules: list[str] | None = None) -> list[str]:
    """What axe finds, as lines of text; with all of its rules, or some."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE.read_text("utf-8"))
    options = {"resultTypes": ["violations"], "iframes": False}
    found = page.evaluate(
        "(options) => axe.run(options)",
        options | ({} if rules is None else {"runOnly": rules}),
    )
    return [f"{each['id']}: {each['nodes'][0]['html']}" for each in found["violations"]]


def picture(page: Any, name: str, top: str) -> None:
    """Draw what docs/console.md shows, from a place on, if that is asked for."""
    if os.environ.get("SCREENSHOTS"):
        page.set_viewport_size(PICTURE)
        page.locator(top).evaluate("(each) => each.scrollIntoView(true)")
        page.screenshot(path=PICTURES / f"console-{name}.png")


def frame(page: Any, number: int) -> Any:
    """The n-th frame that is shown.

    To wait for a function would be to evaluate a text, which the policy forbids.
    """
    return page.locator(".frames li").nth(number - 1)


def accept(_: v16.ResetRequest) -> v16.ResetResponse:
    return v16.ResetResponse(status=v16.ResetStatus.ACCEPTED)


def charge(office: Site, charger: Any) -> None:
    """Have a charger of 1.6 boot, and charge for two hours."""

    async def session() -> None:
        await charger.call(
            v16.BootNotificationRequest(
                charge_point_vendor="Acme",
                charge_point_model="Wallbox 22",
                charge_point_serial_number="AC-0815",
                firmware_version="1.4.2",
            )
        )
        await charger.call(
            v16.StatusNotificationRequest(
                connector_id=1,
                error_code=v16.ChargePointErrorCode.NO_ERROR,
                status=v16.ChargePointStatus.CHARGING,
            )
        )
        started = await charger.call(
            v16.StartTransactionRequest(
                connector_id=1, id_tag="TAG1", meter_start=0, timestamp=START
            )
        )
        for minute in range(0, 120, 6):
            power = 11_000 if minute < 75 else 11_000 * (120 - minute) / 45
            values = [
                v16.SampledValue(value=str(minute * 180)),
                v16.SampledValue(
                    value=f"{power:.0f}",
                    measurand=v16.Measurand.POWER_ACTIVE_IMPORT,
                    unit=v16.UnitOfMeasure.W,
                ),
            ]
            await charger.call(
                v16.MeterValuesRequest(
                    connector_id=1,
                    transaction_id=started.transaction_id,
                    meter_value=[
                        v16.MeterValue(
                            timestamp=START + timedelta(minutes=minute),
                            sampled_value=values,
                        )
                    ],
                )
            )

    office.run(session())


def several(office: Site) -> None:
    """Have some more chargers there, one of which leaves."""
    charger = office.connect("CP002", "2.0.1")
    status = v201.StatusNotificationRequest(
        timestamp=START,
        evse_id=1,
        connector_id=1,
        connector_status=v201.ConnectorStatusEnumType.AVAILABLE,
    )
    office.run(charger.call(status))
    office.run(office.connect("CP003", "1.5").close())
    office.connect("CP004", "2.1")


def test_connect_watch_and_send_reset(page: Any, office: Site) -> None:
    charger = office.connect("CP001", "1.6", accept)
    row = page.get_by_role("row").filter(has_text="CP001")
    row.get_by_text("connected since").wait_for()
    charge(office, charger)
    row.get_by_text("1: Charging").wait_for()
    row.get_by_text("Acme Wallbox 22").wait_for()
    several(office)
    page.get_by_text("1/1: Available").wait_for()
    picture(page, "list", "header")

    row.get_by_role("link", name="CP001").click()
    page.get_by_role("heading", name="CP001", level=1).wait_for()
    page.get_by_text("AC-0815", exact=True).wait_for()
    page.get_by_text("TAG1").first.click()
    plots = page.get_by_role("img")
    plots.first.wait_for()
    assert plots.count() == 2
    assert "20 values from 0 to 20520 Wh" in plots.first.get_attribute("aria-label")

    page.get_by_label("Request", exact=True).select_option("Reset")
    page.get_by_label("type (required)").select_option("Soft")
    page.get_by_role("button", name="Send").click()
    page.get_by_text("The charger answered Reset").wait_for()
    page.get_by_text('"status": "Accepted"').wait_for()
    sent = page.locator(".frames li").filter(has_text="Reset")
    frame(page, 48).wait_for(state="attached")
    assert "to the charger" in sent.last.text_content()
    assert violations(page) == []
    picture(page, "charger", "#transactions-title")


def test_frames_are_filtered_and_saved(page: Any, office: Site) -> None:
    charge(office, office.connect("CP001", "1.6"))
    page.goto(f"{office.url}#/charger/CP001")
    items = page.locator(".frames li")
    frame(page, 48).wait_for(state="attached")
    page.get_by_label("Action", exact=True).select_option("StartTransaction")
    assert items.count() == 2
    page.get_by_label("Direction").select_option("received")
    assert items.count() == 1
    items.first.locator("summary").click()
    page.get_by_text('"idTag": "TAG1"').wait_for()
    page.get_by_label("Action", exact=True).select_option("")
    page.get_by_label("Text contains").fill("wallbox")
    assert items.count() == 1
    with page.expect_download() as download:
        page.get_by_text("Save frames as JSON lines").click()
    lines = download.value.path().read_text("utf-8").splitlines()
    assert len(lines) == 1 + 48


def test_a_bad_form_is_refused_beside_its_fields(page: Any, office: Site) -> None:
    office.connect("CP201", "2.0.1")
    page.goto(f"{office.url}#/charger/CP201")
    page.get_by_label("Request", exact=True).select_option("SetVariables")
    page.get_by_label("attributeValue (required)").fill("x" * 1001)
    page.get_by_role("button", name="Send").click()
    page.get_by_text("This field is required").first.wait_for()
    invalid = page.locator("[aria-invalid]")
    assert invalid.count() == 2
    for name in page.get_by_label("name (required)").all():
        name.fill("Name")
    page.get_by_role("button", name="Send").click()
    page.get_by_text("at most 1000 characters").wait_for()
    field = page.get_by_label("attributeValue (required)")
    assert field.get_attribute("aria-invalid") == "true"
    assert invalid.count() == 1
    said = page.locator(f"#{field.get_attribute('aria-describedby')}").inner_text()
    assert "1000" in said
    assert page.evaluate("document.activeElement.dataset.path").startswith("$.setVar")
    assert violations(page) == []
    picture(page, "form", "#form-title")


def test_a_form_with_parts_of_parts(page: Any, office: Site) -> None:
    got: list[v201.SetVariablesRequest] = []

    def take(request: v201.SetVariablesRequest) -> v201.SetVariablesResponse:
        got.append(request)
        result = v201.SetVariableResultType(
            attribute_status=v201.SetVariableStatusEnumType.ACCEPTED,
            component=request.set_variable_data[0].component,
            variable=request.set_variable_data[0].variable,
        )
        return v201.SetVariablesResponse(set_variable_result=[result])

    office.connect("CP201", "2.0.1", take)
    page.goto(f"{office.url}#/charger/CP201")
    page.get_by_label("Request", exact=True).select_option("SetVariables")
    page.get_by_label("attributeValue (required)").fill("60")
    names = page.get_by_label("name (required)")
    names.nth(0).fill("OCPPCommCtrlr")
    names.nth(1).fill("HeartbeatInterval")
    page.get_by_role("button", name="Add evse").click()
    page.get_by_label("id (required)").fill("1")
    page.get_by_role("button", name="Send").click()
    page.get_by_text("The charger answered SetVariables").wait_for()
    [data] = got[0].set_variable_data
    assert data.component.evse is not None
    assert (data.component.name, data.component.evse.id) == ("OCPPCommCtrlr", 1)
    assert data.attribute_type is None


HOSTILE: Final = "<img src=x onerror=document.title='taken'>\u202eCP"


def test_nothing_of_a_hostile_charger_runs(page: Any, office: Site) -> None:
    charger = office.connect(HOSTILE, "1.6")
    markup = "<script>document.title='taken'</script>"
    boot = v16.BootNotificationRequest(
        charge_point_vendor=markup[:20], charge_point_model="<b onclick=x>"
    )
    office.run(charger.call(boot))
    data = v16.DataTransferRequest(vendor_id=markup, data=markup * 2000)
    office.run(charger.call(data))
    link = page.get_by_role("link", name="onerror")
    link.wait_for()
    assert "\\u202e" in link.inner_text()
    link.click()
    page.locator(".frames summary").filter(has_text="DataTransfer").first.wait_for()
    for each in page.locator(".frames summary").all():
        each.click()
    assert page.locator("main img, main b, main script").count() == 0
    assert "\u202e" not in page.title()
    assert "taken" not in page.title().replace("onerror=document.title='taken'", "")


DEEP: Final = 20_000
FRAMES: Final = {
    '[2,"1",{"toString":null},{}]': '[2,"1",{"toString":null},{}]',
    '[2,{"toString":null},"Heartbeat",{}]': "as text",
    '["constructor","1"]': "as text",
    '["__proto__","1","A",{}]': "as text",
    '[2,"2","__proto__",{"__proto__":1}]': 'CALL __proto__ {"__proto__":1}',
    '[2,"3","A",[12345678901234567890,1.0,1e400]]': "[12345678901234567890,1.0,1e400]",
    '[3,"4",{"a":"\\ud800\\u202e"}]': 'CALLRESULT {"a":"\\ud800\\u202e"}',
    '[2,"5","\u2028\u202e",{}]': "CALL \\u2028\\u202e {}",
    f'[2,"6","A",{"[" * DEEP}{"]" * DEEP}]': f"CALL A {'[' * 160}…",
    '[2,"7","A",' + '{"a":' * DEEP: 'as text [2,"7","A",{"a":',
    '[4,"8","\u00fc"]': 'CALLERROR "\u00fc"',
    '[4,"9","\\u00fc"]': 'CALLERROR "\u00fc"',
    "nonsense\n\x00": "as text nonsense\\n\\x00",
    "null": "as text null",
    "[]": "as text []",
    "[2]": "as text [2]",
    "[3]": "as text [3]",
}
"""Frames of a hostile charger, and what is shown of each."""


def test_whatever_a_charger_sends_is_shown(page: Any, office: Site) -> None:
    page.goto(f"{office.url}#/charger/CP001")

    async def send() -> None:
        charger = await office.raw("CP001", "1.6")
        for text in (*FRAMES, '[2,"end","Heartbeat",{}]'):
            await charger.send(text)
        while '"end"' not in await charger.recv():
            pass

    office.run(send())
    page.locator(".frames li").filter(has_text="CALLRESULT Heartbeat").wait_for()
    received = page.locator(".frames li").filter(has_text="from the charger")
    [_, *shown] = received.all_text_contents()
    for text, expected in zip(FRAMES.values(), reversed(shown), strict=True):
        assert text in " ".join(expected.split())
    for each in received.all():
        each.locator("summary").click()
    page.get_by_text("1e400\n").first.wait_for()
    assert page.locator(".frames pre").count() == len(FRAMES) + 1
    page.get_by_label("Text contains").fill("\u00dc")
    assert received.count() == 2


def test_what_cannot_be_seen_is_escaped_as_in_logs(scripts: Any) -> None:
    kinds = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp", "Zs"}
    odd = [chr(n) for n in range(0x110000) if unicodedata.category(chr(n)) in kinds]
    # Half a character does not come to the browser, and private ones are many.
    odd = [each for each in odd if unicodedata.category(each) not in {"Co", "Cs"}]
    texts = [*odd, "\ue000", "\U000f0000", "CP\u00fc-\u4e2d-\U0001f50c", "a\tb\r\n"]
    assert len(texts) > 200
    shown = scripts.evaluate(
        "async (texts) => texts.map((await import('./dom.js')).visible)", texts
    )
    assert shown == [printable(each) for each in texts]


def test_a_charger_that_goes_while_its_form_is_open(page: Any, office: Site) -> None:
    charger = office.connect("CP001", "1.6", accept)
    page.goto(f"{office.url}#/charger/CP001")
    page.get_by_label("type (required)").select_option("Hard")
    office.run(charger.close())
    page.get_by_text("Disconnected since").wait_for()
    page.get_by_role("button", name="Send").click()
    page.get_by_text("Reset was not sent: 'CP001' is not").wait_for()
    assert page.get_by_label("type (required)").input_value() == "Hard"
    office.connect("CP001", "1.6", accept)
    page.get_by_text("Connected since", exact=False).wait_for()
    page.get_by_role("button", name="Send").click()
    page.get_by_text("The charger answered Reset").wait_for()


def refuse(route: Any) -> None:
    """Answer as a server that cannot reach the fleet."""
    content = {"outcome": "unavailable", "text": "the fleet is away"}
    route.fulfill(status=503, json=content)


def test_a_form_that_cannot_be_loaded(page: Any, office: Site) -> None:
    """The fields of another action would be taken for those of the chosen one."""
    page.route("**/api/actions*", allow_two)
    page.route("**/api/schema*", refuse)
    office.connect("CP001", "1.6", accept)
    page.goto(f"{office.url}#/charger/CP001")
    reason = page.get_by_text("The form cannot be loaded: the fleet is away.")
    reason.wait_for()
    page.unroute("**/api/schema*")
    page.get_by_role("button", name="Load the form again").click()
    kind = page.get_by_label("type (required)")
    kind.select_option("Soft")
    assert reason.count() == 0
    assert page.evaluate("document.activeElement.id") == "action"
    page.route("**/api/call", refuse)
    page.get_by_role("button", name="Send").click()
    page.get_by_text("Reset was not sent: the fleet is away").wait_for()
    page.route("**/api/schema*", refuse)
    page.get_by_label("Request", exact=True).select_option("ClearCache")
    reason.wait_for()
    assert kind.count() == 0
    assert not page.get_by_role("button", name="Send").is_visible()
    assert violations(page) == []


def allow_two(route: Any) -> None:
    route.fulfill(json={"version": "1.6", "actions": ["ClearCache", "Reset"]})


def allow_one(route: Any) -> None:
    route.fulfill(json={"version": "1.6", "actions": ["ClearCache"]})


def test_a_form_of_the_only_action(page: Any, office: Site) -> None:
    page.route("**/api/actions*", allow_one)
    page.route("**/api/schema*", refuse)
    charger = office.connect("CP001", "1.6")
    page.goto(f"{office.url}#/charger/CP001")
    page.get_by_text("The form cannot be loaded").wait_for()
    page.unroute("**/api/schema*")

    async def leave_and_return() -> None:
        await charger.close()
        await office.enter("CP001", "1.6")

    office.run(leave_and_return())
    page.get_by_text("ClearCache has no fields.").wait_for()


def test_an_answer_is_shown_with_its_own_action(page: Any, office: Site) -> None:
    answered = asyncio.Event()

    async def answer(request: v16.ResetRequest) -> v16.ResetResponse:
        await answered.wait()
        return accept(request)

    async def release() -> None:
        answered.set()

    office.connect("CP001", "1.6", answer)
    page.goto(f"{office.url}#/charger/CP001")
    page.get_by_label("type (required)").select_option("Soft")
    page.get_by_role("button", name="Send").click()
    page.get_by_text("Reset is sent.").wait_for()
    page.get_by_label("Request", exact=True).select_option("ClearCache")
    page.get_by_text("ClearCache has no fields.").wait_for()
    office.run(release())
    page.get_by_text("The charger answered Reset").wait_for()


def test_what_is_filled_in_is_sent_as_it_is(page: Any, office: Site) -> None:
    """Empty fields are left out, no digit is lost, and lists survive a lost stream."""
    office.connect("CP201", "2.0.1")
    page.goto(f"{office.url}#/charger/CP201")
    page.get_by_label("Request", exact=True).select_option("DataTransfer")
    vendor = page.get_by_label("vendorId (required)")
    vendor.fill("Acme")
    page.get_by_label("messageId").fill("x")
    page.get_by_label("messageId").fill("")
    page.get_by_label("data", exact=True).fill('{"n": 12345678901234567890}')
    with page.expect_request("**/api/call") as sent:
        page.get_by_role("button", name="Send").click()
    assert sent.value.post_data.endswith(
        ',"payload":{"vendorId":"Acme","data":{"n": 12345678901234567890}}}'
    )
    page.get_by_label("Request", exact=True).select_option("GetReport")
    page.get_by_label("requestId (required)").fill("1.0")
    page.get_by_role("button", name="Add componentCriteria").click()
    page.get_by_role("button", name="Remove the last item").click()
    assert page.evaluate("document.activeElement.textContent").startswith("Add an item")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.value") == ""
    criteria = page.get_by_label("componentCriteria 1 (required)")
    criteria.select_option("Problem")
    restart(page, office)
    office.connect("CP201", "2.0.1")
    page.get_by_text("Live", exact=True).wait_for()
    page.get_by_text("Connected since").wait_for()
    with page.expect_request("**/api/call") as sent:
        page.get_by_role("button", name="Send").click()
    assert sent.value.post_data.endswith(
        ',"payload":{"requestId":1,"componentCriteria":["Problem"]}}'
    )


def restart(page: Any, office: Site) -> None:
    """Have the back office begin anew, and know nobody."""
    port = int(office.url.rstrip("/").rpartition(":")[2])
    office.run(office.stop())
    page.get_by_text("No connection to the server.").wait_for()
    office.run(office.start(port))


def test_two_browsers_and_one_that_slept(
    page: Any, office: Site, chromium: Any
) -> None:
    other = chromium.new_page()
    other.goto(office.url)
    office.connect("CP001", "1.6")
    for each in (page, other):
        each.get_by_role("link", name="CP001").wait_for()
    port = int(office.url.rstrip("/").rpartition(":")[2])
    office.run(office.stop())
    page.get_by_text("No connection to the server.").wait_for()
    office.run(office.start(port))
    office.connect("CP002", "2.0.1")
    for each in (page, other):
        each.get_by_role("link", name="CP002").wait_for()
        assert each.get_by_role("link", name="CP001").count() == 0
    other.close()


def test_a_server_that_has_begun_anew(page: Any, office: Site) -> None:
    """It counts frames from 1 again, and has more of them than before."""
    beat = v16.HeartbeatRequest()
    charger = office.connect("CP001", "1.6")
    for _ in range(5):
        office.run(charger.call(beat))
    page.goto(f"{office.url}#/charger/CP001")
    frame(page, 10).wait_for(state="attached")
    office.connect("CP002", "1.6")
    # Until the page may come back, more has happened than before.
    page.route("**/api/events*", abort)
    restart(page, office)
    charger = office.connect("CP001", "1.6", accept)
    charge(office, charger)
    page.unroute("**/api/events*")
    frame(page, 10 + 48).wait_for(state="attached")
    items = page.locator(".frames li")
    assert items.count() == 10 + 48
    assert "CALLRESULT MeterValues" in items.first.text_content()
    page.get_by_text("AC-0815", exact=True).wait_for()
    # The stream begins once more, at a server that has told all of it.
    page.evaluate(
        "dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"
    )
    office.run(charger.call(beat))
    frame(page, 10 + 50).wait_for(state="attached")
    assert items.count() == 10 + 50
    assert "lacks" not in page.locator(".frames").locator("xpath=..").inner_text()
    page.get_by_role("link", name="Chargers").click()
    assert page.get_by_role("row").count() == 2


def abort(route: Any) -> None:
    route.abort()


def test_the_focus_stays_in_a_list_that_is_told_again(page: Any, office: Site) -> None:
    for identity in ("CP001", "CP002", "CP003"):
        office.connect(identity, "1.6")
    page.get_by_role("link", name="CP003").focus()
    page.get_by_role("link", name="CP002").focus()
    restart(page, office)
    for identity in ("CP002", "CP003"):
        office.connect(identity, "1.6")
    page.get_by_text("2 chargers, 2 connected.").wait_for()
    assert page.evaluate("document.activeElement.textContent") == "CP002"
    restart(page, office)
    office.connect("CP003", "1.6")
    page.get_by_text("1 charger, 1 connected.").wait_for()
    assert page.evaluate("document.activeElement.textContent") == "CP003"


def test_any_address_shows_a_page(page: Any, office: Site) -> None:
    for place in ("#main", "#/nothing", "#/charger/", "#/charger/%"):
        page.goto("about:blank")
        page.goto(f"{office.url}{place}")
        title = "%" if place.endswith("%") else "Chargers"
        page.get_by_role("heading", name=title, level=1).wait_for()
        page.get_by_text("Live", exact=True).wait_for()


FAKE_STREAM: Final = """async () => {
  const { Stream } = await import("./stream.js");
  window.sources = [];
  window.EventSource = class extends EventTarget {
    constructor() { super(); sources.push(this); }
    close() {}
  };
  window.states = [];
  new Stream(() => {}, (open) => states.push(open)).open(null);
}"""


def test_the_page_is_more_patient_than_the_server() -> None:
    script = files("ocpp_rpc.console").joinpath("page/stream.js").read_text("utf-8")
    [silence] = re.findall(r"const SILENCE = (\d+);", script)
    known: Any = vars(streaming)
    assert int(silence) >= 3000 * known["_KEEP_ALIVE"]


def test_a_silent_stream_is_opened_again(page: Any) -> None:
    page.clock.install()
    page.evaluate(FAKE_STREAM)
    for _ in range(3):
        page.clock.run_for(40_000)
        page.evaluate("sources[0].onmessage({ data: '{}' })")
    assert page.evaluate("[sources.length, ...states]") == [1]
    page.clock.run_for(47_000)
    assert page.evaluate("[sources.length, ...states]") == [2, False]


def test_300_chargers_do_not_make_a_slow_page(page: Any, office: Site) -> None:
    async def connect() -> None:
        for n in range(300):
            await office.enter(f"CROWD{n:03}", "1.6" if n % 3 else "2.0.1")

    office.run(connect())
    page.get_by_text("300 chargers, 300 connected.").wait_for()
    assert page.get_by_role("row").count() == 301
    begun = time.monotonic()
    page.get_by_label("Identity, model or state contains").fill("crowd29")
    page.get_by_text("The filter leaves 10 of them.").wait_for()
    page.get_by_label("Identity, model or state contains").fill("")
    page.get_by_role("link", name="CROWD000").wait_for()
    # What the page itself takes for all rows, on a machine that does other things too.
    took = page.evaluate(
        "() => { const begun = performance.now();"
        "const box = document.getElementById('filter');"
        "for (const _ of [1, 2, 3, 4, 5]) box.dispatchEvent(new Event('input'));"
        "return (performance.now() - begun) / 5; }"
    )
    assert took < 100
    assert time.monotonic() - begun < 5


def sign_in(route: Any) -> None:
    route.fulfill(content_type="text/html", body="<h1>Sign in</h1>")


def test_why_the_server_refuses_the_stream(page: Any) -> None:
    page.route("**/api/events*", refuse)
    page.reload()
    page.get_by_text("The server refuses this page: the fleet is away.").wait_for()
    page.route("**/api/events*", sign_in)
    page.reload()
    page.get_by_text("it answers with another page, so reload this one").wait_for()
    page.unroute("**/api/events*")
    page.get_by_text("Live", exact=True).wait_for()


def test_a_plot_that_could_not_be_loaded(page: Any, office: Site) -> None:
    page.route("**/api/transaction*", refuse)
    charger = office.connect("CP001", "1.6")
    charge(office, charger)
    page.goto(f"{office.url}#/charger/CP001")
    page.get_by_text("TAG1").first.click()
    page.get_by_text("could not be loaded: the fleet is away.").wait_for()
    page.unroute("**/api/transaction*")
    office.run(charger.call(v16.HeartbeatRequest()))
    page.get_by_role("img").first.wait_for()


PLOTS: Final = """async (plots) => {
  const { plot } = await import("./plot.js");
  const drawn = plots.map((points) => plot({ name: "a\\u202e", unit: "", points }));
  return drawn.map((each) => [
    each.querySelector("polyline").getAttribute("points"),
    each.querySelector("svg").getAttribute("aria-label"),
  ]);
}"""


def test_any_numbers_are_plotted(scripts: Any) -> None:
    plots = [[[0, -1.7e308], [1, 1.7e308]], [[0, 1.7e308]], [[9e15, 1e300]], [[0, 0]]]
    for points, label in scripts.evaluate(PLOTS, plots):
        x, y = (float(each) for each in points.partition(" ")[0].split(","))
        assert 64 <= x <= 640
        assert 8 <= y <= 200
        assert label.startswith("a\\u202e: ")


COUNTED_LIST: Final = """async () => {
  const { List } = await import("./list.js");
  const { Stream } = await import("./stream.js");
  let looks = 0;
  const charger = (n) => ({
    identity: `CP${n}`, version: "1.6", connected: true, since: 0, last: n, running: 0,
    get connectors() { looks += 1; return {}; },
  });
  const all = Array.from({ length: 2000 }, (_, n) => charger(n));
  let list = null;
  const stream = new Stream((news, changed) => list.update(news, changed), () => {});
  list = new List(stream);
  stream.take({ reset: true });
  for (let n = 0; n < all.length; n += 500) {
    stream.take({ chargers: all.slice(n, n + 500), more: n + 500 < all.length });
  }
  const complete = stream.complete;
  looks = 0;
  stream.take({ chargers: [charger(7)] });
  const looked = looks;
  const rows = () => [...list.body.children].map((row) => row.firstChild.textContent);
  const before = rows();
  stream.take({ forgotten: ["CP0"] });
  const after = rows();
  stream.take({ chargers: [charger(0)] });
  const again = rows();
  stream.take({ chargers: [{ ...charger(1), identity: "A\\ud800" }] });
  return { complete, looked, before, after, again, half: rows()[0] };
}"""


def test_news_of_a_charger_cost_the_same_among_many(scripts: Any) -> None:
    found = scripts.evaluate(COUNTED_LIST)
    assert found["complete"]
    assert found["looked"] == 1
    expected = sorted(f"CP{n}" for n in range(2000))
    assert found["before"] == found["again"] == expected[:500]
    assert found["after"] == expected[1:501]
    assert found["half"] == "A\\ud800"


def test_the_keyboard_is_enough(page: Any, office: Site) -> None:
    office.connect("CP001", "1.6", accept)
    page.get_by_role("link", name="CP001").wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    assert page.url == office.url  # which names the page: a reload shows it again
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "CP001":
            break
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="CP001", level=1).wait_for()
    assert page.evaluate("document.activeElement.tagName") == "H1"
    page.get_by_label("type (required)").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text("The charger answered Reset").wait_for()


def test_every_page_is_accessible(page: Any, office: Site) -> None:
    charge(office, office.connect("CP001", "1.6"))
    page.get_by_role("link", name="CP001").wait_for()
    for place in ("", "#/charger/CP001", "#/refused", "#/charger/nobody"):
        page.goto(f"{office.url}{place}")
        page.get_by_role("heading", level=1).wait_for()
        if place == "#/charger/CP001":
            page.get_by_text("TAG1").first.click()
            page.get_by_role("img").first.wait_for()
        assert violations(page) == []
        page.emulate_media(color_scheme="dark")
        assert violations(page, ["color-contrast"]) == []
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": 320, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        page.set_viewport_size(SCREEN)
