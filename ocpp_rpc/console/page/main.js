// Shows the page that the address names, and tells it the news of the stream.

import { setText, visible } from "./dom.js";
import { Charger } from "./charger.js";
import { List, Refused } from "./list.js";
import { Stream } from "./stream.js";

const main = document.getElementById("main");
const state = document.getElementById("state");
let view = null;

const stream = new Stream((news, changed) => view?.update(news, changed), (open, reason) => {
  const lost = reason ? `The server refuses this page: ${reason}.` : "No connection to the server.";
  setText(state, open ? "Live" : `${lost} Trying again…`);
  state.className = open ? "" : "lost";
});

const PREFIX = "#/charger/";

/** Return the identity of the charger that a page is of; null: it is another page. */
function identityIn(hash) {
  const text = hash.startsWith(PREFIX) ? hash.slice(PREFIX.length) : "";
  try {
    return decodeURIComponent(text) || null;
  } catch {
    return text;
  }
}

/** Show the page that the address names; the list of chargers if it names none. */
function go(moved) {
  const identity = identityIn(location.hash);
  const refused = location.hash === "#/refused";
  view?.close();
  view = identity !== null ? new Charger(identity, stream) : refused ? new Refused(stream) : new List(stream);
  main.replaceChildren(view.element);
  document.title = visible(`${view.title} – OCPP console`);
  for (const [id, here] of [["to-list", identity === null && !refused], ["to-refused", refused]]) {
    const link = document.getElementById(id);
    if (here) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  if (stream.watched !== identity || stream.source === undefined) stream.open(identity);
  if (!moved) return;
  const heading = view.element.querySelector("h1");
  heading.tabIndex = -1;
  heading.focus();
}

// By itself the link would change the address, which names the page that is shown.
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
addEventListener("hashchange", () => go(true));
addEventListener("pageshow", (event) => event.persisted && stream.open(stream.watched));
go(false);
