// The list of chargers, and who was turned away.

import { labelled, make, setText, timeOf } from "./dom.js";

const MOST = 500;
const COLUMNS = ["Charger", "OCPP", "State", "Model", "Connectors", "Transactions", "Last message", "Problems"];

/** The list of chargers. */
export class List {
  constructor(stream) {
    this.stream = stream;
    this.rows = new Map();
    this.title = "Chargers";
    this.filter = make("input", { type: "search", id: "filter", oninput: () => this.render() });
    this.only = make("select", { id: "only", onchange: () => this.render() },
      make("option", { value: "all" }, "all"),
      make("option", { value: "connected" }, "connected"),
      make("option", { value: "charging" }, "in a transaction"),
      make("option", { value: "troubled" }, "with problems"));
    this.count = make("p", { role: "status", class: "faint" });
    this.body = make("tbody");
    this.element = make("div", {},
      make("h1", {}, "Chargers"),
      make("div", { class: "tools" },
        labelled("Identity, model or state contains", this.filter),
        labelled("Show", this.only)),
      this.count,
      make("div", { class: "wide" },
        make("table", {},
          make("thead", {}, make("tr", {}, ...COLUMNS.map((name) => make("th", { scope: "col" }, name)))),
          this.body)));
    this.render();
  }

  update(news) {
    if (news.reset || news.chargers || news.forgotten) this.render();
  }

  render() {
    const wanted = this.filter.value.toLowerCase();
    const test = TESTS[this.only.value];
    const all = [...this.stream.chargers.values()];
    const found = all.filter((charger) => test(charger) && textOf(charger).includes(wanted));
    found.sort((a, b) => (a.identity < b.identity ? -1 : 1));
    const shown = found.slice(0, MOST);
    const connected = all.filter((charger) => charger.connected).length;
    const rest = found.length > MOST ? `, the first ${MOST} are shown: filter them` : "";
    setText(this.count, `${found.length} of ${all.length} chargers, ${connected} connected${rest}`);
    this.place(shown);
  }

  // Rows stay where they are, so that the focus does, too.
  place(shown) {
    const kept = new Set(shown.map((charger) => charger.identity));
    for (const [identity, row] of this.rows) {
      if (!kept.has(identity)) {
        row.element.remove();
        this.rows.delete(identity);
      }
    }
    shown.forEach((charger, index) => {
      let row = this.rows.get(charger.identity);
      if (row === undefined) {
        row = new Row(charger.identity);
        this.rows.set(charger.identity, row);
      }
      row.show(charger);
      const there = this.body.children[index];
      if (there !== row.element) this.body.insertBefore(row.element, there ?? null);
    });
  }

  close() {}
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
    const link = make("a", { href: `#/charger/${encodeURIComponent(identity)}` }, identity);
    this.cells = COLUMNS.slice(1).map(() => make("td"));
    this.element = make("tr", {}, make("th", { scope: "row" }, link), ...this.cells);
  }

  show(charger) {
    if (this.charger === charger) return;
    this.charger = charger;
    const connectors = Object.entries(charger.connectors).map(([name, state]) => `${name}: ${state}`);
    const state = charger.connected ? "connected since" : "gone since";
    const texts = [
      charger.version,
      `${state} ${timeOf(charger.since)}`,
      [charger.vendor, charger.model].filter(Boolean).join(" "),
      connectors.join(", "),
      charger.running ? `${charger.running} running` : "",
      timeOf(charger.last),
      charger.troubles ? String(charger.troubles) : "",
    ];
    texts.forEach((text, index) => setText(this.cells[index], text));
    this.cells[1].className = charger.connected ? "tight good" : "tight faint";
    this.cells[6].className = charger.troubles ? "bad" : "";
  }
}

/** Who was turned away, and why. */
export class Refused {
  constructor(stream) {
    this.stream = stream;
    this.title = "Turned away";
    this.list = make("tbody");
    this.count = make("p", { role: "status", class: "faint" });
    this.element = make("div", {},
      make("h1", {}, "Turned away"),
      this.count,
      make("div", { class: "wide" },
        make("table", {},
          make("thead", {}, make("tr", {}, make("th", { scope: "col" }, "Time"), make("th", { scope: "col" }, "Who, and why"))),
          this.list)));
    this.update({ refusals: true });
  }

  update(news) {
    if (!news.refusals && !news.reset) return;
    const refusals = [...this.stream.refusals].reverse();
    setText(this.count, refusals.length ? `the last ${refusals.length}` : "nobody, so far");
    this.list.replaceChildren(...refusals.map((each) =>
      make("tr", {}, make("td", { class: "tight" }, timeOf(each.time)), make("td", {}, each.text))));
  }

  close() {}
}
