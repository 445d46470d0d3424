// Where one is, and who is told of news.

import { setText } from "./dom.js";
import { Charger } from "./charger.js";
import { List, Refused } from "./list.js";
import { Stream } from "./stream.js";

const main = document.getElementById("main");
const state = document.getElementById("state");
let view = null;

const stream = new Stream((news) => view?.update(news), (open) => {
  setText(state, open ? "live" : "the server cannot be reached; trying again");
  state.className = open ? "" : "lost";
});

const PREFIX = "#/charger/";

function identityIn(hash) {
  if (!hash.startsWith(PREFIX)) return null;
  try {
    return decodeURIComponent(hash.slice(PREFIX.length));
  } catch {
    return hash.slice(PREFIX.length);
  }
}

function go(moved) {
  if (location.hash === "#main") return;
  const identity = identityIn(location.hash);
  const refused = location.hash === "#/refused";
  view?.close();
  view = identity !== null ? new Charger(identity) : refused ? new Refused(stream) : new List(stream);
  main.replaceChildren(view.element);
  document.title = view.title === "Chargers" ? "Chargers" : `${view.title} – chargers`;
  for (const [id, here] of [["to-list", identity === null && !refused], ["to-refused", refused]]) {
    const link = document.getElementById(id);
    if (here) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  if (stream.watched !== identity || stream.source === undefined) stream.open(identity);
  if (moved) main.focus();
}

addEventListener("hashchange", () => go(true));
addEventListener("pageshow", (event) => event.persisted && stream.open(stream.watched));
go(false);
