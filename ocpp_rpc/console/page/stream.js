// What is known, as the server tells it: server-sent events, and who wants to hear them.

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 15000;

/** What is known of all chargers; see `streaming.py` for the form of the messages. */
export class Stream {
  constructor(onNews, onState) {
    this.chargers = new Map();
    this.refusals = [];
    this.onNews = onNews;
    this.onState = onState;
    this.pause = FIRST_PAUSE;
    this.watched = null;
  }

  /** Follow, with the frames of one charger; null: of none. */
  open(watched) {
    this.close();
    this.watched = watched;
    const query = watched === null ? "" : `?${new URLSearchParams({ identity: watched })}`;
    this.source = new EventSource(`api/events${query}`);
    this.source.onmessage = (event) => this.take(JSON.parse(event.data));
    this.source.onerror = () => this.lost();
  }

  close() {
    clearTimeout(this.timer);
    this.source?.close();
  }

  // A browser gives up after some kinds of failure, and sleeps through others.
  lost() {
    this.close();
    this.onState(false);
    this.timer = setTimeout(() => this.open(this.watched), this.pause);
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
  }

  take(news) {
    if (news.reset) {
      this.chargers.clear();
      this.refusals = [];
      this.pause = FIRST_PAUSE;
      this.onState(true);
    }
    for (const charger of news.chargers ?? []) this.chargers.set(charger.identity, charger);
    for (const identity of news.forgotten ?? []) this.chargers.delete(identity);
    if (news.refusals) this.refusals = news.refusals;
    this.onNews(news);
  }
}
