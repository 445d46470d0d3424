// Elements, without markup: every text goes through textContent.

/** Make an element. Children that are strings become texts; null ones are left out. */
export function make(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** Make an element of SVG. */
export function makeSvg(name, attributes = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

// Attributes that are read by people; the others are values, which stay as they are.
const TEXTS = new Set(["aria-label", "placeholder", "title"]);

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, TEXTS.has(name) ? visible(String(value)) : value);
    }
  }
  const show = element.localName === "pre" ? visibleLines : visible;
  element.append(...children
    .filter((child) => child !== null && child !== undefined)
    .map((child) => (typeof child === "string" ? show(child) : child)));
  return element;
}

// Characters that cannot be seen, or change the direction of a text, so that an identity
// could look like another one: those that `str.isprintable` of Python excludes.
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;
const SHORT = new Map([["\t", "\\t"], ["\n", "\\n"], ["\r", "\\r"]]);

/** Return a line of text with all unprintable characters escaped, as `printable` does in lines.py. */
export function visible(text) {
  return text.replace(UNPRINTABLE, escaped);
}

/** Return the same of a text with lines, whose breaks and tabs stay. */
function visibleLines(text) {
  return text.replace(UNPRINTABLE, (char) => (char === "\n" || char === "\t" ? char : escaped(char)));
}

function escaped(char) {
  const code = char.codePointAt(0);
  const hex = (digits) => code.toString(16).padStart(digits, "0");
  return SHORT.get(char) ?? (code < 0x100 ? `\\x${hex(2)}` : code < 0x10000 ? `\\u${hex(4)}` : `\\U${hex(8)}`);
}

/** Return the beginning of a text, with an ellipsis if there is more. */
export function cut(text, most) {
  return text.length > most ? `${text.slice(0, most).replace(/\p{Cs}$/u, "")}…` : text;
}

/** Return a number of things. */
export function counted(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** Set the text of an element, if it is another one. */
export function setText(element, text) {
  const shown = visible(text);
  if (element.textContent !== shown) element.textContent = shown;
}

/**
 * Give an element these children, in this order. Children that stay are not moved, so
 * that the focus stays, too; if the one that has it goes, the next one gets it.
 */
export function place(parent, children) {
  const wanted = new Set(children);
  const before = [...parent.children];
  const focused = before.findIndex((each) => each.contains(document.activeElement));
  for (const each of before) if (!wanted.has(each)) each.remove();
  let there = parent.firstElementChild;
  for (const child of children) {
    if (child === there) there = there.nextElementSibling;
    else parent.insertBefore(child, there);
  }
  if (focused >= 0 && !wanted.has(before[focused])) {
    const next = children[Math.min(focused, children.length - 1)]?.querySelector("a, summary");
    (next ?? document.getElementById("main")).focus();
  }
}

let labels = 0;

/** Make a control with its label. */
export function labelled(text, control) {
  labels += 1;
  control.id ||= `control-${labels}`;
  return make("div", { class: "labelled" }, make("label", { for: control.id }, text), control);
}

/** Make a section with its heading. */
export function section(name, title, ...content) {
  return make("section", { "aria-labelledby": `${name}-title` }, make("h2", { id: `${name}-title` }, title), ...content);
}

const padded = (number) => String(number).padStart(2, "0");

/** Return a time of day, with the date if that is another day; seconds since 1970, or null. */
export function timeOf(seconds) {
  if (seconds === null) return "none";
  const date = new Date(seconds * 1000);
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(padded).join(":");
  if (date.toDateString() === new Date().toDateString()) return time;
  return `${[date.getFullYear(), date.getMonth() + 1, date.getDate()].map(padded).join("-")} ${time}`;
}

/** Return the JSON that a path answers with; throw an Error that says why there is none. */
export async function ask(path, parameters = {}, body = undefined) {
  const query = new URLSearchParams(parameters).toString();
  const options = body === undefined ? {} : {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  };
  let response, text;
  try {
    response = await fetch(query ? `${path}?${query}` : path, options);
    text = await response.text();
  } catch {
    throw new Error("the server cannot be reached");
  }
  const content = parsed(text);
  // What became of a request comes with a status of its own, and is shown as it is.
  const isOutcome = body !== undefined && content?.outcome !== undefined;
  if (!response.ok && !isOutcome) {
    throw new Error(content?.text ?? `the server answered with HTTP status ${response.status}`);
  }
  // Where one signs in, that may be the page for it.
  if (content === undefined) throw new Error("the server answered with something else than data; reload this page");
  return content;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
