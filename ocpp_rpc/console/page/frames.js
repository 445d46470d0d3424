// The frames of a charger as they pass, filtered.

import { labelled, make, pretty, setText, timeOf } from "./dom.js";

const MOST = 500;
const KINDS = { 2: "CALL", 3: "CALLRESULT", 4: "CALLERROR", 5: "CALLRESULTERROR", 6: "SEND" };

/** The frames of one charger. */
export class Frames {
  constructor(identity) {
    this.frames = [];
    this.actions = new Map();
    this.known = new Set();
    this.last = 0;
    this.missed = 0;
    this.paused = false;
    const render = () => this.renderAll();
    this.action = make("select", { onchange: render }, make("option", { value: "" }, "all"));
    this.direction = make("select", { onchange: render },
      make("option", { value: "" }, "both"),
      make("option", { value: "received" }, "from the charger"),
      make("option", { value: "sent" }, "to the charger"));
    this.text = make("input", { type: "search", oninput: render });
    this.pause = make("button", { type: "button", "aria-pressed": "false", onclick: () => this.hold() }, "Hold still");
    this.note = make("p", { class: "faint", role: "status" });
    this.list = make("ol");
    this.element = make("section", { "aria-labelledby": "frames-title" },
      make("h2", { id: "frames-title" }, "Frames"),
      make("div", { class: "tools" },
        labelled("Action", this.action),
        labelled("Direction", this.direction),
        labelled("Text contains", this.text),
        this.pause,
        make("a", { href: `api/frames?${new URLSearchParams({ identity })}`, download: "frames.jsonl" }, "Save as JSON lines")),
      this.note,
      make("div", { class: "frames", role: "region", "aria-label": "Frames, the latest first", tabindex: "0" }, this.list));
  }

  hold() {
    this.paused = !this.paused;
    this.pause.setAttribute("aria-pressed", String(this.paused));
    if (!this.paused) this.renderAll();
    this.tell();
  }

  add(news) {
    this.missed += news.missed ?? 0;
    const frames = news.frames ?? [];
    // The server has begun anew, or had forgotten the charger: it counts from 1 again.
    if (frames.length && frames.at(-1).number < this.last) this.last = 0;
    // After the connection was lost, some come again.
    const fresh = frames.filter((frame) => frame.number > this.last).map((frame) => this.read(frame));
    if (fresh.length === 0) return;
    const first = fresh[0].number;
    if (this.last && first > this.last + 1 && !news.missed) this.missed += first - this.last - 1;
    this.last = fresh.at(-1).number;
    this.frames.push(...fresh);
    this.frames.splice(0, Math.max(0, this.frames.length - MOST));
    if (!this.paused) {
      this.list.prepend(...fresh.filter((frame) => this.matches(frame)).map(item).reverse());
      while (this.list.children.length > MOST) this.list.lastChild.remove();
    }
    this.tell();
  }

  tell() {
    const missed = this.missed ? `; ${this.missed} came too fast to be shown` : "";
    setText(this.note, this.paused ? `held still${missed}` : missed.slice(2));
  }

  /** Add to a frame what kind it is, and its action: a reply has that of its call. */
  read(frame) {
    let parts = null;
    try {
      parts = JSON.parse(frame.text);
    } catch {
      // It is shown as it is.
    }
    if (!Array.isArray(parts)) return { ...frame, kind: "?", action: "", content: frame.text };
    const [type, id, ...rest] = parts;
    const isCall = type === 2 || type === 6;
    const key = `${isCall ? frame.sent : !frame.sent} ${id}`;
    const action = isCall ? String(rest[0]) : this.actions.get(key) ?? "";
    if (isCall) this.remember(key, action);
    const content = isCall ? rest[1] : rest.length === 1 ? rest[0] : rest;
    return { ...frame, kind: KINDS[type] ?? "?", action, content };
  }

  remember(key, action) {
    this.actions.set(key, action);
    if (this.actions.size > MOST) this.actions.delete(this.actions.keys().next().value);
    if (!this.known.has(action) && this.known.size < 200) {
      this.known.add(action);
      this.action.append(make("option", { value: action }, action));
    }
  }

  matches(frame) {
    const direction = frame.sent ? "sent" : "received";
    return (!this.action.value || frame.action === this.action.value)
      && (!this.direction.value || direction === this.direction.value)
      && (!this.text.value || frame.text.toLowerCase().includes(this.text.value.toLowerCase()));
  }

  renderAll() {
    const shown = this.frames.filter((frame) => this.matches(frame));
    this.list.replaceChildren(...shown.map(item).reverse());
  }
}

function item(frame) {
  const line = typeof frame.content === "string" ? frame.content : JSON.stringify(frame.content);
  const short = line === undefined ? "" : line.length > 160 ? `${line.slice(0, 160)}…` : line;
  const details = make("details", {},
    make("summary", {},
      `${timeOf(frame.time)} ${frame.sent ? "to the charger" : "from the charger"} `,
      make("span", { class: frame.kind.endsWith("ERROR") ? "kind bad" : "kind" }, `${frame.kind} ${frame.action}`),
      make("span", { class: "faint" }, ` ${short}`)));
  // Made when it is looked at: a frame may be long.
  details.addEventListener("toggle", () => {
    if (details.open && details.children.length === 1) {
      const content = frame.content;
      details.append(make("pre", {}, typeof content === "string" ? content : pretty(content) ?? ""));
    }
  });
  return make("li", {}, details);
}
