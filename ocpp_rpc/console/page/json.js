// JSON as text. What a charger sent is shown as it sent it: the values of JavaScript
// would lose digits of long numbers, and write 1.0 as 1.

const TOKEN = /"(?:[^"\\]|\\.)*"|[^\s"{}[\],:]+|[{}[\],:]/g;
const DEEPEST = 32;

/** Return the texts of the elements of a JSON array, and their values; null: it is none. */
export function elements(text) {
  let values;
  try {
    values = JSON.parse(text);
  } catch {
    return null;
  }
  return Array.isArray(values) ? { texts: parts(text), values } : null;
}

/** Return the texts between the commas of an array, or of an object. */
function parts(text) {
  const found = [];
  let depth = 0;
  let start = 0;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const closes = token === "]" || token === "}";
    if (depth === 1 && (closes || token === ",")) {
      found.push(text.slice(start, index).trim());
      start = index + 1;
    }
    if (closes) depth -= 1;
    if (token === "[" || token === "{") {
      depth += 1;
      if (depth === 1) start = index + 1;
    }
  }
  return found;
}

// Texts are written without needless escapes: `\u00fc` is shown as `ü`.
function* tokens(text) {
  for (const [token] of text.matchAll(TOKEN)) {
    yield token.startsWith('"') && token.includes("\\") ? JSON.stringify(JSON.parse(token)) : token;
  }
}

/** Return the beginning of JSON in one line, with this many characters or some more. */
export function compact(text, most) {
  let line = "";
  for (const token of tokens(text)) {
    line += token;
    if (line.length > most) break;
  }
  return line;
}

/** Return JSON in lines, for people; as it is if it is too deep for that. */
export function indented(text) {
  let lines = "";
  let depth = 0;
  let opened = false;
  for (const token of tokens(text)) {
    const opens = token === "[" || token === "{";
    const closes = token === "]" || token === "}";
    if (closes) depth -= 1;
    if (opened !== closes) lines += `\n${"  ".repeat(depth)}`;
    lines += token === ":" ? ": " : token;
    if (opens) depth += 1;
    if (depth > DEEPEST) return text;
    if (token === ",") lines += `\n${"  ".repeat(depth)}`;
    opened = opens;
  }
  return lines;
}
