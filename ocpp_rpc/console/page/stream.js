// What is known of all chargers: the server tells it in server-sent events.

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 15000;
// The server sends an empty message after 15 seconds without another one.
const SILENCE = 45000;

/** What is known of all chargers; see `streaming.py` for the form of the messages. */
export class Stream {
  /**
   * `onNews` is called with a message and the identities of the chargers that it changes,
   * `onState` with whether the server is reached, and with its reason if it refuses.
   */
  constructor(onNews, onState) {
    this.chargers = new Map();
    this.connected = 0;
    this.refusals = [];
    // The chargers known from before a reset that have not been told again; null: the
    // list is complete. They are shown until it is, so that no list is empty meanwhile.
    this.untold = new Set();
    this.onNews = onNews;
    this.onState = onState;
    this.pause = FIRST_PAUSE;
    this.watched = null;
  }

  /** Whether all chargers of the server have been told. */
  get complete() {
    return this.untold === null;
  }

  /** Follow, with the frames of one charger; null: of none. */
  open(watched) {
    this.close();
    this.watched = watched;
    const query = watched === null ? "" : `?${new URLSearchParams({ identity: watched })}`;
    this.address = `api/events${query}`;
    const source = new EventSource(this.address);
    this.source = source;
    source.onopen = () => this.hear();
    source.onmessage = (event) => {
      this.hear();
      this.take(JSON.parse(event.data));
    };
    source.onerror = () => this.lose();
    this.hear();
  }

  close() {
    clearTimeout(this.silence);
    clearTimeout(this.timer);
    this.source?.close();
  }

  // A connection may end without a word, as when a computer sleeps.
  hear() {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.lose(), SILENCE);
  }

  // A browser gives up after some kinds of failure: it is the page that tries again.
  lose() {
    const refused = this.source.readyState === EventSource.CLOSED;
    this.close();
    this.onState(false);
    if (refused) this.tellReason(this.source);
    this.timer = setTimeout(() => this.open(this.watched), this.pause);
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
  }

  // An event source does not tell what a server has answered that refused it.
  async tellReason(source) {
    const stop = new AbortController();
    try {
      const reason = await reasonOf(await fetch(this.address, { signal: stop.signal }));
      if (reason && this.source === source) this.onState(false, reason);
    } catch {
      // There is no reason to tell.
    }
    stop.abort();
  }

  take(news) {
    const changed = new Set();
    if (news.reset) {
      this.untold = new Set(this.chargers.keys());
      this.refusalsTold = false;
      this.pause = FIRST_PAUSE;
      this.onState(true);
    }
    for (const charger of news.chargers ?? []) this.put(charger.identity, charger, changed);
    for (const identity of news.forgotten ?? []) this.put(identity, undefined, changed);
    if (news.refusals) {
      this.refusals = news.refusals;
      this.refusalsTold = true;
    }
    if (!this.complete && !isReset(news) && !news.more) this.finish(changed);
    this.onNews(news, changed);
  }

  /** Forget what was known before a reset and was not told again. */
  finish(changed) {
    for (const identity of [...this.untold]) this.put(identity, undefined, changed);
    this.untold = null;
    if (!this.refusalsTold) this.refusals = [];
  }

  put(identity, charger, changed) {
    const before = this.chargers.get(identity);
    this.connected += Boolean(charger?.connected) - Boolean(before?.connected);
    if (charger === undefined) this.chargers.delete(identity);
    else this.chargers.set(identity, charger);
    this.untold?.delete(identity);
    changed.add(identity);
  }
}

/** Return why an answer is no stream; undefined: it is one. */
async function reasonOf(response) {
  if (response.ok) {
    const isStream = response.headers.get("content-type")?.startsWith("text/event-stream");
    return isStream ? undefined : "it answers with another page, so reload this one";
  }
  const { text } = await response.json().catch(() => ({}));
  return text ?? `HTTP status ${response.status}`;
}

// A reset by itself: what is known follows.
function isReset(news) {
  return news.reset === true && news.chargers === undefined && news.forgotten === undefined;
}
