// Elements, without markup: every text goes through textContent.

/** Make an element. Children that are strings become texts; null ones are left out. */
export function make(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** Make an element of SVG. */
export function makeSvg(name, attributes = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined).map(visible));
  return element;
}

// Controls that cannot be seen, and those that change the direction of a text, so that
// an identity could look like another one.
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\uffff]/g;

/** Return a text in which everything can be seen; anything else stays as it is. */
export function visible(child) {
  if (typeof child !== "string") return child;
  return child.replace(HIDDEN, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Set the text of an element, if it is another one. */
export function setText(element, text) {
  const shown = visible(text);
  if (element.textContent !== shown) element.textContent = shown;
}

let labels = 0;

/** Make a control with its label. */
export function labelled(text, control) {
  labels += 1;
  control.id ||= `control-${labels}`;
  return make("div", { class: "labelled" }, make("label", { for: control.id }, text), control);
}

/** Return a time of day, with the date if that is another day; seconds since 1970. */
export function timeOf(seconds) {
  if (seconds === null || seconds === undefined) return "–";
  const date = new Date(seconds * 1000);
  const time = date.toLocaleTimeString([], { hour12: false });
  return date.toDateString() === new Date().toDateString() ? time : `${date.toLocaleDateString()} ${time}`;
}

/** Return JSON for people. */
export function pretty(value) {
  return JSON.stringify(value, null, 2);
}

/** Return the JSON that a path answers with; throw an Error with its text. */
export async function ask(path, parameters = {}, body = undefined) {
  const query = new URLSearchParams(parameters).toString();
  const options = body === undefined ? {} : {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  };
  const response = await fetch(query ? `${path}?${query}` : path, options);
  const content = await response.json();
  if (!response.ok && body === undefined) throw new Error(content.text ?? `HTTP ${response.status}`);
  return content;
}
