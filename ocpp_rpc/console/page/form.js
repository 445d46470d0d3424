// A form for any request, made from its JSON schema. The server checks what is sent.

import { ask, make, section } from "./dom.js";
import { Fields } from "./fields.js";

const UNSENT = new Set(["forbidden", "not connected", "queue full", "unavailable", "version"]);

/** The form of a charger: which request, its fields, and what came of it. */
export class Form {
  constructor(identity) {
    this.identity = identity;
    this.actions = [];
    this.fields = null; // of the action that is chosen, once they are loaded
    this.turn = 0; // counts what is asked for: an answer that comes too late is dropped
    this.action = make("select", { id: "action", onchange: () => this.change() });
    this.place = make("div");
    this.send = make("button", { type: "submit", class: "main" }, "Send");
    this.note = make("div", { class: "faint", role: "status" });
    this.result = make("div", { class: "result", role: "status", tabindex: "-1" });
    this.form = make("form", { novalidate: true, onsubmit: (event) => this.submit(event) },
      make("div", { class: "field" }, make("label", { for: "action" }, "Request"), this.action),
      this.place, this.send);
    this.element = section("form", "Send a request", this.form, this.note, this.result);
    this.form.hidden = true;
    this.send.hidden = true;
  }

  /** Ask which requests may be sent, again if the charger has come back. */
  async load() {
    const found = await this.get("api/actions", {}, () => this.load());
    if (found === null) return;
    const { version, actions } = found;
    if (actions.length === 0) this.tellNote("This console is not allowed to send requests.");
    this.form.hidden = actions.length === 0;
    const isNew = this.version !== version || this.actions.join() !== actions.join();
    this.version = version;
    this.actions = actions;
    if (isNew) {
      const chosen = [this.action.value, "Reset"].find((each) => actions.includes(each));
      this.action.replaceChildren(...actions.map((name) => make("option", { value: name }, name)));
      if (chosen) this.action.value = chosen;
    }
    if (actions.length && (isNew || this.fields === null)) await this.choose();
  }

  change() {
    if (!this.sending) this.result.replaceChildren();
    return this.choose();
  }

  /** Load the fields of the action that is chosen. */
  async choose() {
    const action = this.action.value;
    this.fields = null;
    if (this.place.contains(document.activeElement)) this.action.focus();
    this.place.replaceChildren();
    this.send.hidden = true;
    const schema = await this.get("api/schema", { action }, () => this.choose());
    if (schema === null) return;
    this.fields = new Fields(schema, action);
    this.place.replaceChildren(this.fields.element);
    this.send.hidden = false;
  }

  /** Ask for something, and say beside the form why it does not come; null: it is not to be used. */
  async get(path, parameters, again) {
    this.turn += 1;
    const turn = this.turn;
    try {
      const found = await ask(path, { identity: this.identity, ...parameters });
      if (turn !== this.turn) return null;
      this.note.replaceChildren();
      return found;
    } catch (error) {
      if (turn === this.turn) this.explain(error.message, again);
      return null;
    }
  }

  explain(reason, again) {
    if (this.fields === null) {
      const retry = make("button", { type: "button", onclick: () => this.retry(again) }, "Load the form again");
      this.note.replaceChildren(make("p", {}, `The form cannot be loaded: ${reason}.`), retry);
    } else {
      this.tellNote(`What you filled in stays, but cannot be sent now: ${reason}.`);
    }
  }

  async retry(again) {
    await again();
    (this.note.querySelector("button") ?? this.action).focus();
  }

  tellNote(text) {
    this.note.replaceChildren(make("p", {}, text));
  }

  async submit(event) {
    event.preventDefault();
    if (this.sending || this.fields === null) return;
    const { fields } = this;
    fields.clear();
    const problems = [];
    const payload = fields.read(problems);
    if (problems.length) {
      this.refuse(fields, problems);
      return;
    }
    const action = this.action.value;
    const head = JSON.stringify({ identity: this.identity, version: this.version, action });
    this.wait(true);
    this.tell("faint", `${action} is sent. Waiting for the answer of the charger…`);
    try {
      this.show(action, fields, await ask("api/call", {}, `${head.slice(0, -1)},"payload":${payload}}`));
    } catch (error) {
      this.tell("bad", `${action} has no answer: ${error.message}.`);
    }
    this.wait(false);
  }

  // A button that is disabled would lose the focus.
  wait(sending) {
    this.sending = sending;
    this.send.setAttribute("aria-disabled", String(sending));
  }

  show(action, fields, answer) {
    const { outcome, text } = answer;
    if (outcome === "response") {
      this.tell("good", `The charger answered ${action} after ${answer.seconds.toFixed(3)} s.`, pretty(answer.response));
    } else if (outcome === "invalid") {
      this.refuse(fields, answer.violations);
    } else if (outcome === "error") {
      this.tell("bad", `The charger answered ${action} with an error: ${text}`, pretty(answer.details));
    } else if (UNSENT.has(outcome)) {
      this.tell("bad", `${action} was not sent: ${text}`);
      if (outcome === "version") this.load();
    } else {
      this.tell("bad", `${action} has no valid answer: ${text}`, (answer.places ?? []).join("\n"));
    }
  }

  tell(kind, text, more = "") {
    this.result.replaceChildren(make("p", { class: kind }, text), more ? make("pre", {}, more) : "");
  }

  /** Show what is wrong beside the fields, and go to the first of them. */
  refuse(fields, problems) {
    const { first, elsewhere } = fields.mark(problems);
    const where = fields === this.fields ? "" : ` The form of ${fields.action} is no longer open.`;
    this.tell("bad", `${fields.action} was not sent, because some fields are not valid.${where}`, elsewhere.join("\n"));
    if (fields === this.fields) (first ?? this.result).focus();
  }
}

function pretty(value) {
  if (typeof value === "string") return value;
  return Object.keys(value ?? {}).length ? JSON.stringify(value, null, 2) : "";
}
