// A form for any request, made from its JSON schema. The server checks what is sent.

import { ask, make, pretty, setText } from "./dom.js";

/** The form of a charger: which request, its fields, and what came of it. */
export class Form {
  constructor(identity) {
    this.identity = identity;
    this.action = make("select", { id: "action", onchange: () => this.choose() });
    this.fields = make("div");
    this.send = make("button", { type: "submit", class: "main", disabled: true }, "Send");
    this.note = make("p", { class: "faint" });
    this.result = make("div", { class: "result", role: "status", tabindex: "-1" });
    this.form = make("form", { novalidate: true, onsubmit: (event) => this.submit(event) },
      make("div", { class: "field" }, make("label", { for: "action" }, "Request"), this.action),
      this.fields, this.send);
    this.element = make("section", { "aria-labelledby": "form-title" },
      make("h2", { id: "form-title" }, "Send a request"), this.note, this.form, this.result);
    this.form.hidden = true;
  }

  /** Ask which requests may be sent, again if the charger has come back. */
  async load() {
    try {
      const { version, actions } = await ask("api/actions", { identity: this.identity });
      setText(this.note, actions.length ? "" : "This console may not send anything.");
      this.form.hidden = actions.length === 0;
      if (this.version === version && this.action.options.length === actions.length) return;
      this.version = version;
      this.action.replaceChildren(...actions.map((name) => make("option", { value: name }, name)));
      if (actions.includes("Reset")) this.action.value = "Reset";
      if (actions.length) await this.choose();
    } catch (error) {
      // What is filled in stays: the charger may come back.
      setText(this.note, error.message);
    }
  }

  async choose() {
    const action = this.action.value;
    this.result.replaceChildren();
    try {
      const schema = await ask("api/schema", { identity: this.identity, action });
      if (action !== this.action.value) return;
      this.root = field(schema, schema.$defs ?? {}, action, "$", true);
      this.fields.replaceChildren(this.root.element);
      this.send.disabled = false;
    } catch (error) {
      setText(this.note, error.message);
    }
  }

  async submit(event) {
    event.preventDefault();
    this.clear();
    let payload;
    try {
      payload = this.root.value() ?? {};
    } catch (error) {
      this.refuse([{ path: error.path, message: error.message }], "the request is not valid");
      return;
    }
    this.send.disabled = true;
    this.tell("", `${this.action.value} is sent…`);
    try {
      const answer = await ask("api/call", {}, {
        identity: this.identity, version: this.version, action: this.action.value, payload,
      });
      this.show(answer);
    } catch (error) {
      this.tell("bad", `the server cannot be reached: ${error.message}`);
    }
    this.send.disabled = false;
  }

  show(answer) {
    if (answer.outcome === "response") {
      const seconds = answer.seconds.toFixed(3);
      this.tell("good", `${this.action.value} was answered after ${seconds} s`, pretty(answer.response));
    } else if (answer.outcome === "invalid") {
      this.refuse(answer.violations, answer.text);
    } else {
      const more = answer.details && Object.keys(answer.details).length ? pretty(answer.details) : (answer.places ?? []).join("\n");
      this.tell("bad", `${answer.outcome ?? "refused"}: ${answer.text}`, more);
      if (answer.outcome === "version") this.load();
    }
  }

  tell(kind, text, more = "") {
    this.result.replaceChildren(make("p", { class: kind || "faint" }, text), more ? make("pre", {}, more) : "");
  }

  /** Show what is wrong beside the fields, and go to the first of them. */
  refuse(violations, text) {
    const controls = [...this.fields.querySelectorAll("[data-path]")];
    let first = null;
    const elsewhere = [];
    for (const { path, message } of violations) {
      const control = controls.find((each) => each.dataset.path === path);
      if (control === undefined) {
        elsewhere.push(`${path}: ${message}`);
        continue;
      }
      control.setAttribute("aria-invalid", "true");
      setText(document.getElementById(control.getAttribute("aria-describedby")), message);
      first ??= control;
    }
    this.tell("bad", text, elsewhere.join("\n"));
    (first ?? this.result).focus();
  }

  clear() {
    for (const each of this.fields.querySelectorAll("[aria-invalid]")) each.removeAttribute("aria-invalid");
    for (const each of this.fields.querySelectorAll(".problem")) setText(each, "");
  }

  close() {}
}

let count = 0;

/** Make the field of a schema: its element, and `value()`, undefined if it is left out. */
function field(schema, definitions, name, path, required) {
  const resolved = resolve(schema, definitions);
  if (resolved.type === "object" && resolved.properties) return object(resolved, definitions, name, path, required);
  if (resolved.type === "array") return array(resolved, definitions, name, path, required);
  return leaf(resolved, name, path, required);
}

function resolve(schema, definitions) {
  const found = schema.$ref ? definitions[schema.$ref.replace("#/$defs/", "")] : schema;
  const [only] = (found.anyOf ?? found.allOf ?? []).filter((each) => each.type !== "null");
  return only ? resolve(only, definitions) : found;
}

function object(schema, definitions, name, path, required) {
  const needed = new Set(schema.required ?? []);
  const group = make("fieldset", {}, make("legend", {}, caption(name, required)));
  const entries = Object.entries(schema.properties).sort(([a], [b]) => needed.has(b) - needed.has(a));
  const parts = new Map();
  for (const [key, each] of entries) {
    const at = `${path}.${key}`;
    const isLeaf = !["object", "array"].includes(resolve(each, definitions).type);
    const part = needed.has(key) || isLeaf
      ? field(each, definitions, key, at, needed.has(key))
      : optional(each, definitions, key, at);
    parts.set(key, part);
    group.append(part.element);
  }
  const value = () => {
    const found = {};
    for (const [key, part] of parts) {
      const inner = part.value();
      if (inner !== undefined) found[key] = inner;
    }
    return found;
  };
  return { element: group, value };
}

/** What may be left out, and would be a lot of fields: a button adds it. */
function optional(schema, definitions, name, path) {
  let part = null;
  const button = make("button", { type: "button", "aria-expanded": "false" }, `Add ${name}`);
  const element = make("div", {}, button);
  button.addEventListener("click", () => {
    if (part === null) {
      part = field(schema, definitions, name, path, false);
      element.append(part.element);
    } else {
      part.element.remove();
      part = null;
    }
    button.setAttribute("aria-expanded", String(part !== null));
    setText(button, part === null ? `Add ${name}` : `Leave out ${name}`);
  });
  return { element, value: () => part?.value() };
}

function array(schema, definitions, name, path, required) {
  const items = [];
  const list = make("div");
  const add = () => {
    const index = items.length;
    const item = field(schema.items ?? {}, definitions, `${name} ${index + 1}`, `${path}[${index}]`, true);
    items.push(item);
    list.append(item.element);
  };
  const remove = () => items.pop()?.element.remove();
  const { problem, id } = problemOf();
  const group = make("fieldset", { "data-path": path, "aria-describedby": id, tabindex: "-1" },
    make("legend", {}, caption(name, required)), list, problem,
    make("button", { type: "button", onclick: add }, `Add to ${name}`), " ",
    make("button", { type: "button", onclick: remove }, `Remove the last of ${name}`));
  if (schema.minItems || required) add();
  return { element: group, value: () => items.map((item) => item.value()) };
}

function leaf(schema, name, path, required) {
  const { problem, id } = problemOf();
  const kind = KINDS.find((each) => each.test(schema));
  const control = kind.make(schema);
  const attributes = { id: `${id}-field`, "data-path": path, "aria-describedby": id, "aria-required": required ? "true" : null };
  for (const [key, value] of Object.entries(attributes)) if (value !== null) control.setAttribute(key, value);
  const element = make("div", { class: "field" }, make("label", { for: `${id}-field` }, caption(name, required)), control, problem);
  const value = () => {
    if (control.value === "") return undefined;
    try {
      return kind.read(control.value);
    } catch {
      throw Object.assign(new Error("is not JSON"), { path });
    }
  };
  return { element, value };
}

function problemOf() {
  count += 1;
  const id = `field-${count}`;
  return { id, problem: make("p", { class: "problem", id }) };
}

function caption(name, required) {
  return required ? `${name} (required)` : name;
}

function choice(values) {
  return make("select", {}, make("option", { value: "" }, "(left out)"), ...values.map((each) => make("option", { value: each }, String(each))));
}

// A number that is none is sent as it was typed: the server says what is wrong with it.
function numeric(text) {
  const value = Number(text);
  return Number.isFinite(value) && text.trim() ? value : text;
}

const KINDS = [
  { test: (schema) => schema.enum, make: (schema) => choice(schema.enum), read: String },
  { test: (schema) => schema.const !== undefined, make: (schema) => choice([schema.const]), read: String },
  { test: (schema) => schema.type === "boolean", make: () => choice(["true", "false"]), read: JSON.parse },
  { test: (schema) => ["integer", "number"].includes(schema.type), make: () => make("input", { inputmode: "decimal" }), read: numeric },
  { test: (schema) => schema.format === "date-time", make: () => make("input", { placeholder: "2026-01-31T12:00:00Z" }), read: String },
  { test: (schema) => schema.type === "string", make: (schema) => make("input", { maxlength: schema.maxLength ? schema.maxLength * 2 : null }), read: String },
  { test: () => true, make: () => make("textarea", { rows: "2", placeholder: "JSON" }), read: JSON.parse },
];
