// The list of chargers, and the clients that were refused.

import { counted, cut, labelled, make, place, setText, timeOf } from "./dom.js";

const MOST = 500;
const COLUMNS = ["Charger", "OCPP", "State", "Model", "Connectors", "Transactions", "Last message", "Problems"];

/** The list of chargers. */
export class List {
  constructor(stream) {
    this.stream = stream;
    this.found = []; // the identities of the chargers that match the filter, sorted
    this.rows = new Map();
    this.title = "Chargers";
    this.filter = make("input", { type: "search", id: "filter", oninput: () => this.render() });
    this.only = make("select", { id: "only", onchange: () => this.render() },
      make("option", { value: "all" }, "all chargers"),
      make("option", { value: "connected" }, "connected chargers"),
      make("option", { value: "charging" }, "chargers with a running transaction"),
      make("option", { value: "troubled" }, "chargers with problems"));
    this.count = make("p", { class: "faint" });
    this.matching = make("p", { role: "status", class: "faint" });
    this.body = make("tbody");
    this.day = new Date().toDateString();
    this.element = make("div", {},
      make("h1", {}, "Chargers"),
      make("div", { class: "tools" },
        labelled("Identity, model or state contains", this.filter),
        labelled("Show", this.only)),
      this.count,
      this.matching,
      make("div", { class: "wide" },
        make("table", { "aria-label": "Chargers" },
          make("thead", {}, make("tr", {}, ...COLUMNS.map((name) => make("th", { scope: "col" }, name)))),
          this.body)));
    this.render();
  }

  /** Choose anew among all chargers. */
  render() {
    this.wanted = this.filter.value.toLowerCase();
    this.test = TESTS[this.only.value];
    const all = [...this.stream.chargers.values()];
    this.found = all.filter((charger) => this.matches(charger)).map((charger) => charger.identity).sort();
    this.place();
    this.tell();
  }

  // There may be thousands of chargers, so only those are looked at that have changed.
  update(_, changed) {
    const today = new Date().toDateString();
    const moved = [...changed].filter((identity) => this.sift(identity));
    if (this.day !== today) this.rows.clear(); // times of yesterday need a date
    this.day = today;
    if (moved.length || this.rows.size === 0) this.place();
    else for (const identity of changed) this.rows.get(identity)?.show(this.stream.chargers.get(identity));
    this.tell();
  }

  matches(charger) {
    return this.test(charger) && textOf(charger).includes(this.wanted);
  }

  /** Put a charger into what was found, or take it out; tell whether it is shown otherwise. */
  sift(identity) {
    const charger = this.stream.chargers.get(identity);
    const index = indexIn(this.found, identity);
    const found = this.found[index] === identity;
    if (found === (charger !== undefined && this.matches(charger))) return false;
    if (found) this.found.splice(index, 1);
    else this.found.splice(index, 0, identity);
    return index < MOST;
  }

  place() {
    const before = this.rows;
    this.rows = new Map();
    for (const identity of this.found.slice(0, MOST)) {
      const row = before.get(identity) ?? new Row(identity);
      row.show(this.stream.chargers.get(identity));
      this.rows.set(identity, row);
    }
    place(this.body, [...this.rows.values()].map((row) => row.element));
  }

  // What matches is read out as it changes, the count is not: it changes all the time.
  tell() {
    const all = this.stream.chargers.size;
    const found = this.found.length;
    const none = this.stream.complete ? "No charger has connected yet. Chargers appear here as they connect." : "Loading…";
    setText(this.count, all ? `${counted(all, "charger")}, ${this.stream.connected} connected.` : none);
    const isFiltered = this.wanted !== "" || this.only.value !== "all";
    const matching = isFiltered ? `The filter leaves ${found} of them. ` : "";
    const many = found > MOST ? `The list shows the first ${MOST}: filter it to see others.` : "";
    setText(this.matching, `${all ? matching : ""}${many}`);
  }

  close() {}
}

/** Return where a text is in a sorted list, or belongs. */
function indexIn(sorted, text) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

const TESTS = {
  all: () => true,
  connected: (charger) => charger.connected,
  charging: (charger) => charger.running > 0,
  troubled: (charger) => charger.troubles > 0,
};

function textOf(charger) {
  const states = Object.values(charger.connectors).join(" ");
  return `${charger.identity} ${charger.model ?? ""} ${charger.vendor ?? ""} ${states}`.toLowerCase();
}

class Row {
  constructor(identity) {
    // Of half a character, of which an identity may have one, no address can be made.
    const link = make("a", { href: `#/charger/${encodeURIComponent(identity.toWellFormed())}` }, identity);
    this.cells = COLUMNS.slice(1).map(() => make("td"));
    this.texts = [];
    this.element = make("tr", {}, make("th", { scope: "row" }, link), ...this.cells);
  }

  show(charger) {
    if (this.charger === charger) return;
    this.charger = charger;
    const connectors = Object.entries(charger.connectors).map(([name, state]) => `${name}: ${state}`);
    const state = charger.connected ? "connected since" : "disconnected since";
    const texts = [
      charger.version,
      `${state} ${timeOf(charger.since)}`,
      [charger.vendor, charger.model].filter(Boolean).join(" "),
      cut(connectors.join(", "), 300),
      charger.running ? `${charger.running} running` : "",
      timeOf(charger.last),
      charger.troubles ? String(charger.troubles) : "",
    ];
    texts.forEach((text, index) => text !== this.texts[index] && setText(this.cells[index], text));
    this.texts = texts;
    this.cells[1].className = charger.connected ? "words good" : "words faint";
    this.cells[2].className = "model";
    this.cells[6].className = charger.troubles ? "bad" : "";
  }
}

/** The clients that were refused, and why. */
export class Refused {
  constructor(stream) {
    this.stream = stream;
    this.title = "Refused clients";
    this.list = make("tbody");
    this.count = make("p", { class: "faint" });
    this.table = make("table", { "aria-label": "Refused clients" },
      make("thead", {}, make("tr", {}, make("th", { scope: "col" }, "Time"), make("th", { scope: "col" }, "Client and reason"))),
      this.list);
    this.element = make("div", {},
      make("h1", {}, "Refused clients"),
      this.count,
      make("div", { class: "wide" }, this.table));
    this.render();
  }

  update() {
    if (this.shown !== this.stream.refusals) this.render();
  }

  render() {
    this.shown = this.stream.refusals;
    const refusals = [...this.shown].reverse();
    setText(this.count, refusals.length
      ? `${counted(refusals.length, "client")} refused by the server, the latest first.`
      : "The server has refused no client so far.");
    this.table.hidden = refusals.length === 0;
    this.list.replaceChildren(...refusals.map((each) =>
      make("tr", {}, make("td", { class: "tight" }, timeOf(each.time)), make("td", {}, each.text))));
  }

  close() {}
}
