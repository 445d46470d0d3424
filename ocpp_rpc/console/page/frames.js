// The frames of a charger as they pass, filtered. A charger may send anything: what
// cannot be read as a frame is shown as the text that it is.

import { counted, cut, labelled, make, section, setText, timeOf } from "./dom.js";
import { compact, elements, indented } from "./json.js";

const MOST = 500;
const MOST_CHARACTERS = 4_000_000;
const MOST_ACTIONS = 200;
const KINDS = new Map([[2, "CALL"], [3, "CALLRESULT"], [4, "CALLERROR"], [5, "CALLRESULTERROR"], [6, "SEND"]]);

/** The frames of one charger. */
export class Frames {
  constructor(identity) {
    this.frames = [];
    this.characters = 0;
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
    this.pause = make("button", { type: "button", "aria-pressed": "false", onclick: () => this.hold() }, "Pause frames");
    this.note = make("p", { class: "faint" });
    this.list = make("ol");
    this.region = make("div", { class: "frames", role: "region", "aria-label": "Frames, the latest first", tabindex: "0" }, this.list);
    this.element = section("frames", "Frames",
      make("div", { class: "tools" },
        labelled("Action", this.action),
        labelled("Direction", this.direction),
        labelled("Text contains", this.text),
        this.pause,
        make("a", { href: `api/frames?${new URLSearchParams({ identity })}`, download: "frames.jsonl" }, "Save frames as JSON lines")),
      this.note,
      this.region);
    this.tell();
  }

  hold() {
    this.paused = !this.paused;
    this.pause.setAttribute("aria-pressed", String(this.paused));
    if (!this.paused) this.renderAll();
    this.tell();
  }

  add(news) {
    this.missed += news.missed ?? 0;
    const fresh = this.fresh(news).map((frame) => this.read(frame));
    if (fresh.length) this.keep(fresh);
    if (fresh.length && !this.paused) {
      this.list.prepend(...fresh.filter((frame) => this.matches(frame)).map(item).reverse());
      this.shorten();
    }
    this.tell();
  }

  // After a connection was lost, the server tells again all frames that it has kept. If it
  // has begun anew meanwhile, or had forgotten the charger, it counts from 1 again.
  fresh(news) {
    const known = new Set(this.frames.map(keyOf));
    const frames = news.frames ?? [];
    const isAgain = frames.some((frame) => known.has(keyOf(frame)));
    const fresh = isAgain ? frames.filter((frame) => frame.number > this.last) : frames;
    if (fresh.length === 0) return fresh;
    const gap = fresh[0].number - this.last - 1;
    if (this.last && gap > 0 && !news.missed) this.missed += gap;
    this.last = fresh.at(-1).number;
    return fresh;
  }

  keep(fresh) {
    this.frames.push(...fresh);
    for (const frame of fresh) this.characters += frame.text.length;
    while (this.frames.length > MOST || (this.characters > MOST_CHARACTERS && this.frames.length > 1)) {
      this.characters -= this.frames.shift().text.length;
    }
  }

  /** Take the oldest out of the list; the focus stays near if it was there. */
  shorten() {
    const held = this.list.contains(document.activeElement);
    while (this.list.children.length > this.frames.length) this.list.lastChild.remove();
    if (held && !this.list.contains(document.activeElement)) this.region.focus();
  }

  tell() {
    const parts = [];
    this.region.hidden = this.list.children.length === 0;
    if (this.paused) parts.push("Paused: new frames appear when you end the pause.");
    else if (this.frames.length === 0) parts.push("No frame has passed so far.");
    else if (this.region.hidden) parts.push("No frame matches the filter.");
    if (this.missed) parts.push(`The list lacks ${counted(this.missed, "frame")} that came too fast, or while the page had no connection.`);
    setText(this.note, parts.join(" "));
  }

  /** Add to a frame what kind it is, and its action: a reply has that of its call. */
  read(frame) {
    const read = elements(frame.text);
    const [type, id, action] = read?.values ?? [];
    const kind = KINDS.get(type);
    const [, , ...texts] = read?.texts ?? [];
    const isCall = type === 2 || type === 6;
    const isFrame = kind && ["string", "number"].includes(typeof id)
      && (isCall ? typeof action === "string" && texts.length === 2 : texts.length > 0);
    if (!isFrame) return { ...frame, kind: "as text", action: "", content: frame.text, isJson: read !== null };
    const key = `${isCall ? frame.sent : !frame.sent} ${id}`;
    const name = isCall ? cut(action, 100) : this.actions.get(key) ?? "";
    if (isCall) this.remember(key, name);
    const content = isCall ? texts[1] : texts.length === 1 ? texts[0] : `[${texts.join(",")}]`;
    return { ...frame, kind, action: name, content, isJson: true };
  }

  remember(key, action) {
    this.actions.set(key, action);
    if (this.actions.size > MOST) this.actions.delete(this.actions.keys().next().value);
    if (action && !this.known.has(action) && this.known.size < MOST_ACTIONS) {
      this.known.add(action);
      this.action.append(make("option", { value: action }, action));
    }
  }

  matches(frame) {
    const direction = frame.sent ? "sent" : "received";
    return (!this.action.value || frame.action === this.action.value)
      && (!this.direction.value || direction === this.direction.value)
      && (!this.text.value || searched(frame).includes(this.text.value.toLowerCase()));
  }

  renderAll() {
    const shown = this.frames.filter((frame) => this.matches(frame));
    this.list.replaceChildren(...shown.map(item).reverse());
    this.tell();
  }
}

/** Return what a filter looks into: a frame as it was sent, and as it is shown. */
function searched(frame) {
  frame.searched ??= `${frame.text}\n${frame.isJson ? compact(frame.content, Infinity) : ""}`.toLowerCase();
  return frame.searched;
}

function keyOf(frame) {
  return `${frame.number} ${frame.time}`;
}

function item(frame) {
  const line = frame.isJson ? compact(frame.content, 160) : frame.content;
  const isError = frame.kind.endsWith("ERROR");
  const details = make("details", {},
    make("summary", {},
      `${timeOf(frame.time)} ${frame.sent ? "to the charger" : "from the charger"} `,
      make("span", { class: isError ? "kind bad" : "kind" }, `${frame.kind} ${frame.action}`),
      make("span", { class: "faint" }, ` ${cut(line, 160)}`)));
  // Made when it is looked at: a frame may be long.
  details.addEventListener("toggle", () => {
    if (details.open && details.children.length === 1) {
      details.append(make("pre", {}, frame.isJson ? indented(frame.content) : frame.content));
    }
  });
  return make("li", {}, details);
}
