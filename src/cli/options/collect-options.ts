import { optionsOf } from "./option.js";
import { date, hashtag } from "./period-options.js";
import { fraction, listOf, oneOf, onOff, text, wholeNumber } from "./value-type.js";

const option = optionsOf("Collecting");

/** How long a server that does not answer is waited for. */
const patienceOptions = {
  patience: option({
    type: wholeNumber(0),
    value: "<minutes>",
    default: 30,
    line: "how long to keep retrying a busy server",
  }),
};

/** What servers are asked for. */
export const collectOptions = {
  from: option({
    type: listOf(text),
    value: "<server>",
    default: [],
    line: "a server to ask, or x; can be repeated",
    more: "Any server of the Mastodon API.",
  }),
  with: option({
    type: listOf(text),
    value: "<what>",
    default: [],
    line: "ask also for replies, reposts, follows",
    more:
      "`replies` are the threads around posts, `reposts` who passed them on, " +
      "`follows` whom their authors follow.",
  }),
  since: option({
    type: date,
    value: "<date>",
    line: "posts from this day on (UTC)",
    more: "A day such as 2026-01-05, or a time such as 2026-01-05T08:00Z.",
  }),
  until: option({ type: date, value: "<date>", line: "posts before this day (UTC)" }),
  maxPosts: option({
    type: wholeNumber(1),
    value: "<number>",
    line: "most posts per server and run",
    more: "Later runs go on to what is new.",
  }),
  any: option({
    type: listOf(hashtag),
    value: "<hashtag>",
    default: [],
    line: "posts with this hashtag count as well",
    more: "Three at most.",
  }),
  all: option({
    type: listOf(hashtag),
    value: "<hashtag>",
    default: [],
    line: "only posts that have this hashtag, too",
    more: "Four at most.",
  }),
  none: option({
    type: listOf(hashtag),
    value: "<hashtag>",
    default: [],
    line: "no posts with this hashtag",
    more: "Four at most.",
  }),
  local: option({ type: onOff, line: "only posts of the server's own people" }),
  remote: option({ type: onOff, line: "only posts of people of other servers" }),
  maxCost: option({
    type: fraction(0, Number.MAX_SAFE_INTEGER, "Give dollars, such as 5 or 2.50."),
    value: "<dollars>",
    line: "what this run may spend on X",
    more: "X bills by post and person.",
  }),
  within: option({
    type: wholeNumber(1),
    value: "<minutes>",
    line: "end within so many minutes",
    more: "What does not fit of `--with` is left out.",
  }),
  xFields: option({
    type: oneOf(["new", "old"]),
    value: "<names>",
    default: "new",
    line: "X's names of fields: new, old",
    more: "The new ones hold since August 2026.",
  }),
  ...patienceOptions,
};

export const planOptions = {
  plan: option({
    type: onOff,
    isOfCommand: true,
    line: "say what it would cost, and stop there",
    more: "In requests, minutes and dollars.",
  }),
};

/** Where the search for other servers begins. */
export const serverOptions = {
  from: option({
    type: listOf(text),
    value: "<server>",
    default: [],
    isOfCommand: true,
    line: "a server to begin with, or a collection",
    more: "Can be repeated.",
  }),
  maxServers: option({
    type: wholeNumber(1),
    value: "<number>",
    default: 12,
    line: "most servers to ask",
    more: "Those with the most posts come first.",
  }),
  ...patienceOptions,
};
