// The page of a charger.

import { ask, make, place, section, setText, timeOf } from "./dom.js";
import { Form } from "./form.js";
import { Frames } from "./frames.js";
import { number, plot } from "./plot.js";

const PLOT_PAUSE = 2000;

/** The page of a charger. */
export class Charger {
  constructor(identity, stream) {
    this.identity = identity;
    this.stream = stream;
    this.title = identity;
    this.known = false;
    this.state = make("p", { role: "status" }, "Loading…");
    const body = make("tbody");
    const table = make("table", { "aria-labelledby": "connectors-title" },
      make("thead", {}, make("tr", {}, make("th", { scope: "col" }, "Connector"), make("th", { scope: "col" }, "State"))),
      body);
    this.facts = new Part("facts", "About the charger", "Nothing is known so far.", make("dl"));
    this.connectors = new Part("connectors", "Connectors", "The charger has reported no connector so far.", body, table);
    this.transactions = new Part("transactions", "Transactions", "The charger has reported no transaction so far.", make("div"));
    this.problems = new Part("problems", "Problems", "The server has noticed no problem so far.", make("ul"));
    this.cards = new Map();
    this.frames = new Frames(identity);
    this.form = new Form(identity);
    this.element = make("div", {},
      make("h1", {}, identity),
      this.state,
      make("div", { class: "columns" }, this.facts.element, this.connectors.element),
      this.transactions.element,
      this.form.element,
      this.frames.element,
      this.problems.element);
  }

  update(news) {
    if (news.reset) this.form.load();
    this.frames.add(news);
    if (news.detail) this.show(news.detail);
    else if (this.stream.complete && !this.stream.chargers.has(this.identity)) this.miss();
  }

  miss() {
    this.since = undefined;
    this.state.className = "";
    setText(this.state, this.known
      ? "The server no longer knows this charger. The page shows what was known before."
      : "The server does not know this charger. The page fills when the charger connects.");
  }

  show(detail) {
    const state = detail.connected ? "Connected since" : "Disconnected since";
    setText(this.state, `${state} ${timeOf(detail.since)}, OCPP ${detail.version}`);
    this.state.className = detail.connected ? "good" : "bad";
    // It may be gone and back between two messages.
    if (this.since !== detail.since) this.form.load();
    this.known = true;
    this.since = detail.since;
    const facts = { address: detail.address, "last message": timeOf(detail.last), frames: detail.frames, ...detail.facts };
    this.facts.keep(facts, () => Object.entries(facts)
      .filter(([, value]) => value !== null)
      .flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, String(value))]));
    this.connectors.keep(detail.connectors, () => Object.entries(detail.connectors)
      .map(([name, text]) => make("tr", {}, make("th", { scope: "row" }, name), make("td", {}, text))));
    this.problems.keep(detail.trouble_list, () => detail.trouble_list
      .map((each) => make("li", {}, make("span", { class: "faint" }, `${timeOf(each.time)} `), each.text)));
    this.showTransactions(detail.transactions);
  }

  showTransactions(transactions) {
    const before = this.cards;
    this.cards = new Map();
    for (const each of transactions) {
      const known = before.get(each.id);
      // A server that has begun anew may know another transaction by the same id.
      const card = known?.started === each.started ? known : new Card(this.identity, each);
      card.show(each);
      this.cards.set(each.id, card);
    }
    for (const [id, card] of before) if (this.cards.get(id) !== card) card.close();
    this.transactions.place([...this.cards.values()].map((card) => card.element));
  }

  close() {
    for (const card of this.cards.values()) card.close();
  }
}

/** A transaction, with its plots when it is open. */
class Card {
  constructor(identity, { id, started }) {
    this.identity = identity;
    this.id = id;
    this.started = started;
    this.summary = make("summary");
    this.plots = make("div");
    this.element = make("details", { ontoggle: () => this.draw() }, this.summary, this.plots);
    this.drawn = -1;
    this.failed = false;
    this.points = 0;
  }

  show(transaction) {
    const { connector, tag, state, ended, last } = transaction;
    const parts = [
      connector === null ? `Transaction ${this.id}` : `Transaction ${this.id} at connector ${connector}`,
      ended === null ? `running since ${timeOf(this.started)}` : `from ${timeOf(this.started)} to ${timeOf(ended)}`,
      tag && `tag ${tag}`,
      state,
      ...last.map((each) => `${each.name} ${number(each.value)} ${each.unit}`),
    ];
    setText(this.summary, parts.filter(Boolean).join("; "));
    this.points = transaction.points;
    // A plot that could not be loaded is tried again with the next message.
    if (this.failed) this.drawn = -1;
    this.failed = false;
    this.draw();
  }

  // A plot is drawn each two seconds at most, however many values there are.
  draw() {
    if (!this.element.open || this.drawn === this.points || this.timer) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.draw();
    }, PLOT_PAUSE);
    this.drawn = this.points;
    ask("api/transaction", { identity: this.identity, id: this.id }).then(
      ({ series }) => this.plots.replaceChildren(...(series.length ? series.map(plot) : [make("p", {}, "The charger has sent no meter values so far.")])),
      (error) => {
        this.failed = true;
        this.plots.replaceChildren(make("p", { class: "problem" }, `The meter values could not be loaded: ${error.message}.`));
      });
  }

  close() {
    clearTimeout(this.timer);
    this.timer = true;
  }
}

/** A section, which says so while there is nothing in it. */
class Part {
  /** `body` gets what is shown; `whole`, in which it is, is hidden meanwhile. */
  constructor(name, title, none, body, whole = body) {
    this.none = make("p", { class: "faint" }, none);
    this.body = body;
    this.whole = whole;
    this.element = section(name, title, this.none, whole);
    this.place([]);
  }

  /** Show elements; those that are shown stay as they are. */
  place(children) {
    place(this.body, children);
    this.none.hidden = children.length > 0;
    this.whole.hidden = children.length === 0;
  }

  /** Show the elements of a value, which are made only if it is another one. */
  keep(value, children) {
    const key = JSON.stringify(value);
    if (this.key === key) return;
    this.key = key;
    this.place(children());
  }
}
