// The fields of a request, made from its JSON schema.

import { make, setText } from "./dom.js";

/** The fields of a request, all of them or those of a part. */
export class Fields {
  constructor(schema, action) {
    this.action = action;
    const definitions = schema.$defs ?? {};
    const { properties = {} } = schema;
    this.root = object({ ...schema, properties }, definitions, action, "$");
    this.element = this.root.element;
    if (Object.keys(properties).length === 0) this.element.append(make("p", {}, `${action} has no fields.`));
  }

  /** Return what is filled in as JSON, and note what cannot be sent. */
  read(problems) {
    return this.root.read(problems);
  }

  /** Show problems beside the fields; return the first of these, and the problems that have none. */
  mark(problems) {
    const controls = new Map([...this.element.querySelectorAll("[data-path]")].map((each) => [each.dataset.path, each]));
    const marked = [];
    const elsewhere = [];
    for (const { path, message } of problems) {
      const control = controls.get(path);
      if (control === undefined) {
        elsewhere.push(`${path}: ${message}`);
        continue;
      }
      if (control.localName === "fieldset") control.classList.add("invalid");
      else control.setAttribute("aria-invalid", "true");
      setText(document.getElementById(control.getAttribute("aria-describedby")), message);
      marked.push(control);
    }
    const first = [...controls.values()].find((each) => marked.includes(each));
    return { first, elsewhere };
  }

  /** Take the problems away. */
  clear() {
    for (const each of this.element.querySelectorAll("[aria-invalid]")) each.removeAttribute("aria-invalid");
    for (const each of this.element.querySelectorAll("fieldset.invalid")) each.classList.remove("invalid");
    for (const each of this.element.querySelectorAll(".problem")) setText(each, "");
  }
}

let count = 0;

/**
 * Make the field of a schema: its element, and `read(problems)`, which returns what is
 * filled in as JSON, undefined if it is left out. It is text, so that no digit is lost.
 */
function field(schema, definitions, name, path, required) {
  const resolved = resolve(schema, definitions);
  const caption = required ? `${name} (required)` : name;
  if (resolved.type === "object" && resolved.properties) return object(resolved, definitions, caption, path);
  if (resolved.type === "array") return array(resolved, definitions, name, caption, path, required);
  return leaf(resolved, caption, path, required);
}

function resolve(schema, definitions) {
  const found = schema.$ref ? definitions[schema.$ref.replace("#/$defs/", "")] : schema;
  const [only] = (found.anyOf ?? found.allOf ?? []).filter((each) => each.type !== "null");
  return only ? resolve(only, definitions) : found;
}

function object(schema, definitions, caption, path) {
  const needed = new Set(schema.required ?? []);
  const group = make("fieldset", {}, make("legend", {}, caption));
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
  const read = (problems) => {
    const found = [];
    for (const [key, part] of parts) {
      const inner = part.read(problems);
      if (inner !== undefined) found.push(`${JSON.stringify(key)}:${inner}`);
    }
    return `{${found.join(",")}}`;
  };
  return { element: group, read };
}

/** Make an optional part that has several fields: a button adds them. */
function optional(schema, definitions, name, path) {
  let part = null;
  const button = make("button", { type: "button" }, `Add ${name}`);
  const element = make("div", {}, button);
  button.addEventListener("click", () => {
    if (part === null) {
      part = field(schema, definitions, name, path, false);
      element.append(part.element);
    } else {
      part.element.remove();
      part = null;
    }
    setText(button, part === null ? `Add ${name}` : `Leave out ${name}`);
  });
  return { element, read: (problems) => part?.read(problems) };
}

function array(schema, definitions, name, caption, path, required) {
  const items = [];
  const list = make("div");
  const add = () => {
    const index = items.length;
    const item = field(schema.items ?? {}, definitions, `${name} ${index + 1}`, `${path}[${index}]`, true);
    items.push(item);
    list.append(item.element);
    removing.hidden = false;
    return item.element;
  };
  const { problem, id } = problemOf();
  const adding = make("button", { type: "button", onclick: () => {
    add().querySelector("input, select, textarea, button").focus();
  } }, `Add an item to ${name}`);
  const removing = make("button", { type: "button", hidden: true, onclick: () => {
    items.pop().element.remove();
    removing.hidden = items.length === 0;
    if (removing.hidden) adding.focus();
  } }, `Remove the last item of ${name}`);
  const group = make("fieldset", { "data-path": path, "aria-describedby": id, tabindex: "-1" },
    make("legend", {}, caption), list, problem, adding, " ", removing);
  if (schema.minItems || required) add();
  return { element: group, read: (problems) => `[${items.map((item) => item.read(problems)).join(",")}]` };
}

function leaf(schema, caption, path, required) {
  const { problem, id } = problemOf();
  const kind = KINDS.find((each) => each.test(schema));
  const control = kind.make(schema, required);
  const attributes = { id: `${id}-field`, "data-path": path, "aria-describedby": id, "aria-required": required ? "true" : null };
  for (const [key, value] of Object.entries(attributes)) if (value !== null) control.setAttribute(key, value);
  const element = make("div", { class: "field" }, make("label", { for: `${id}-field` }, caption), control, problem);
  const read = (problems) => {
    if (control.value === "") {
      if (required) problems.push({ path, message: "This field is required: fill it in." });
      return undefined;
    }
    try {
      return kind.read(control.value);
    } catch {
      problems.push({ path, message: 'This is not valid JSON. Write texts in quotation marks, such as "text".' });
      return undefined;
    }
  };
  return { element, read };
}

function problemOf() {
  count += 1;
  const id = `field-${count}`;
  return { id, problem: make("p", { class: "problem", id }) };
}

function choice(values, required) {
  return make("select", {},
    make("option", { value: "" }, required ? "(choose)" : "(left out)"),
    ...values.map((each) => make("option", { value: each }, String(each))));
}

const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

// What is no number is sent as a text: the server says what is wrong with it. An integer
// is written as one, since 1.0 is none to the server.
function numeric(text) {
  const typed = text.trim();
  if (!NUMBER.test(typed)) return JSON.stringify(text);
  return Number.isSafeInteger(Number(typed)) ? String(Number(typed)) : typed;
}

function json(text) {
  JSON.parse(text);
  return text;
}

const quoted = (text) => JSON.stringify(text);
// Certificates, for example, have several lines.
const isLong = (schema) => schema.maxLength > 500;

const KINDS = [
  { test: (schema) => schema.enum, make: (schema, required) => choice(schema.enum, required), read: quoted },
  { test: (schema) => schema.const !== undefined, make: (schema, required) => choice([schema.const], required), read: quoted },
  { test: (schema) => schema.type === "boolean", make: (_, required) => choice(["true", "false"], required), read: json },
  { test: (schema) => ["integer", "number"].includes(schema.type), make: () => make("input", { inputmode: "decimal" }), read: numeric },
  { test: (schema) => schema.format === "date-time", make: () => make("input", { placeholder: "2026-01-31T12:00:00Z" }), read: quoted },
  { test: (schema) => schema.type === "string" && isLong(schema), make: () => make("textarea", { rows: "2" }), read: quoted },
  { test: (schema) => schema.type === "string", make: () => make("input"), read: quoted },
  { test: () => true, make: () => make("textarea", { rows: "2", placeholder: "JSON" }), read: json },
];
