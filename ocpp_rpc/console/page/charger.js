// The page of a charger.

import { ask, make, setText, timeOf } from "./dom.js";
import { Form } from "./form.js";
import { Frames } from "./frames.js";
import { number, plot } from "./plot.js";

const PLOT_PAUSE = 2000;

/** The page of a charger. */
export class Charger {
  constructor(identity) {
    this.identity = identity;
    this.title = identity;
    this.state = make("p", { role: "status" }, "not known here");
    this.facts = make("dl");
    this.connectors = make("tbody");
    this.none = make("p", { class: "faint" }, "none so far");
    this.transactions = make("div");
    this.cards = new Map();
    this.troubles = make("ul");
    this.frames = new Frames(identity);
    this.form = new Form(identity);
    this.element = make("div", {},
      make("h1", {}, identity),
      this.state,
      make("div", { class: "columns" },
        section("facts", "Facts", this.facts),
        section("connectors", "Connectors", make("table", {},
          make("thead", {}, make("tr", {}, make("th", { scope: "col" }, "Connector"), make("th", { scope: "col" }, "State"))),
          this.connectors))),
      section("transactions", "Transactions", this.none, this.transactions),
      this.form.element,
      this.frames.element,
      section("problems", "Problems", this.troubles));
  }

  update(news) {
    if (news.reset) this.form.load();
    if (news.forgotten?.includes(this.identity)) setText(this.state, "gone, and forgotten");
    this.frames.add(news);
    if (news.detail) this.show(news.detail);
  }

  show(detail) {
    const state = detail.connected ? "connected since" : "gone since";
    setText(this.state, `${state} ${timeOf(detail.since)}, OCPP ${detail.version}`);
    this.state.className = detail.connected ? "good" : "bad";
    if (this.version !== detail.version || this.connected !== detail.connected) this.form.load();
    this.version = detail.version;
    this.connected = detail.connected;
    const facts = { address: detail.address, "last message": timeOf(detail.last), frames: detail.frames, ...detail.facts };
    keep(this.facts, JSON.stringify(facts), () => Object.entries(facts)
      .filter(([, value]) => value !== null)
      .flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, String(value))]));
    keep(this.connectors, JSON.stringify(detail.connectors), () => Object.entries(detail.connectors)
      .map(([name, text]) => make("tr", {}, make("th", { scope: "row" }, name), make("td", {}, text))));
    keep(this.troubles, JSON.stringify(detail.trouble_list), () => detail.trouble_list
      .map((each) => make("li", {}, make("span", { class: "faint" }, `${timeOf(each.time)} `), each.text)));
    this.showTransactions(detail.transactions);
  }

  showTransactions(transactions) {
    this.none.hidden = transactions.length > 0;
    const ids = new Set(transactions.map((each) => each.id));
    for (const [id, card] of this.cards) {
      if (!ids.has(id)) {
        card.element.remove();
        this.cards.delete(id);
      }
    }
    transactions.forEach((each, index) => {
      let card = this.cards.get(each.id);
      if (card === undefined) {
        card = new Card(this.identity, each.id);
        this.cards.set(each.id, card);
        this.transactions.insertBefore(card.element, this.transactions.children[index] ?? null);
      }
      card.show(each);
    });
  }

  close() {
    this.form.close();
    for (const card of this.cards.values()) card.close();
  }
}

/** A transaction, with its plots when it is open. */
class Card {
  constructor(identity, id) {
    this.identity = identity;
    this.id = id;
    this.summary = make("summary");
    this.plots = make("div");
    this.element = make("details", { ontoggle: () => this.draw() }, this.summary, this.plots);
    this.drawn = -1;
    this.points = 0;
  }

  show(transaction) {
    const at = transaction.connector === null ? "" : ` at ${transaction.connector}`;
    const tag = transaction.tag === null ? "" : `, tag ${transaction.tag}`;
    const state = transaction.ended === null ? "running" : `ended ${timeOf(transaction.ended)}`;
    const last = transaction.last.map((each) => `${each.name} ${number(each.value)} ${each.unit}`);
    setText(this.summary, `${transaction.id}${at}: ${state}, since ${timeOf(transaction.started)}${tag}`
      + `${transaction.state ? `, ${transaction.state}` : ""}${last.length ? `; ${last.join("; ")}` : ""}`);
    this.points = transaction.points;
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
      (found) => this.plots.replaceChildren(...(found.series.length ? found.series.map(plot) : [make("p", {}, "no meter values yet")])),
      (error) => this.plots.replaceChildren(make("p", { class: "problem" }, error.message)));
  }

  close() {
    clearTimeout(this.timer);
    this.timer = true;
  }
}

function section(name, title, ...content) {
  return make("section", { "aria-labelledby": `${name}-title` }, make("h2", { id: `${name}-title` }, title), ...content);
}

/** Replace what is in an element, if it is to show something else. */
function keep(element, key, children) {
  if (element.dataset.key === key) return;
  element.dataset.key = key;
  element.replaceChildren(...children());
}
