/*
 * The synthetic network as posts of an invented hashtag, in the shape of Mastodon's API v1, for
 * timing what needs posts: names, times, kinds of ties and lists of whom to follow.
 *   node test/bench/synthetic-statuses.js [people] [ties] > statuses.ndjson
 */
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { syntheticNetwork } from "./synthetic-network.js";

const servers = ["med.example", "uni.example", "social.example", "klinik.example"];
const syllables = ["ka", "lo", "mi", "ren", "tas", "ve", "du", "sin", "or", "bel", "ha", "jun"];
const dayMs = 86_400_000;
const start = Date.parse("2026-01-05T00:00:00.000Z");
const days = 180;
/** A heavier tie says nothing new to a page and costs a post each. */
const mostPosts = 6;

/**
 * A first post of everybody, then for each tie as many mentions, reposts and replies as it is
 * heavy; where that is less than `leastBytes`, one more for each tie again and again until it is
 * enough. Pieces of NDJSON, a post each; the same numbers give the same posts.
 *
 * @param {{ nodeCount: number, tieCount: number, leastBytes?: number, wordsPerPost?: number }} options
 * @returns {Generator<string>}
 */
export function* syntheticStatuses({ leastBytes = 0, wordsPerPost = 0, ...size }) {
  const network = syntheticNetwork(size);
  const random = fractions(7);
  const wordsOn = wordsBy(fractions(8), wordsPerPost);
  const firstPosts = Array.from({ length: network.nodeCount }, (_, person) => {
    const topic = network.community[person];
    const at = start + random() * dayMs;
    return status({ id: person + 1, author: person, at, topic, words: wordsOn(topic) });
  });
  let bytes = 0;
  // All of it is ASCII.
  const lineOf = (/** @type {object} */ post) => {
    const line = `${JSON.stringify(post)}\n`;
    bytes += line.length;
    return line;
  };
  for (const post of firstPosts) yield lineOf(post);
  let id = network.nodeCount;
  for (let round = 0; round === 0 || bytes < leastBytes; round += 1) {
    for (let tie = 0; tie < network.tieCount; tie += 1) {
      const author = network.source[tie];
      const target = network.target[tie];
      const topic = network.community[author];
      const posts = round === 0 ? Math.min(mostPosts, network.weight[tie]) : 1;
      for (let nth = 0; nth < posts; nth += 1) {
        id += 1;
        const at = start + (1 + random() * (days - 1)) * dayMs;
        const kind = random();
        const post = { id, author, at, topic, words: wordsOn(topic) };
        if (kind < 0.45) yield lineOf(status({ ...post, mentioned: target }));
        else if (kind < 0.8) yield lineOf(repost(post, firstPosts[target]));
        else yield lineOf(status({ ...post, mentioned: target, replyTo: target + 1 }));
      }
      if (round > 0 && bytes >= leastBytes) return;
    }
  }
}

/**
 * @typedef {{ id: number, author: number, at: number, topic: number, words: string }} Post
 *
 * @param {Post & { mentioned?: number, replyTo?: number }} post
 */
function status({ id, author, at, topic, words, mentioned, replyTo }) {
  const account = accountOf(author);
  return {
    id: String(id),
    created_at: new Date(Math.floor(at)).toISOString(),
    in_reply_to_id: replyTo === undefined ? null : String(replyTo),
    in_reply_to_account_id: replyTo === undefined ? null : String(replyTo),
    visibility: "public",
    language: "en",
    uri: `https://${serverOf(author)}/users/${account.username}/statuses/${id}`,
    url: `${account.url}/${id}`,
    content: `<p>On topic ${topic}, thought ${id}${words} #meded</p>`,
    reblog: null,
    account,
    mentions: mentioned === undefined ? [] : [mentionOf(mentioned)],
    tags: [{ name: "meded" }, { name: `topic${topic}` }],
  };
}

/** @param {Post} post @param {ReturnType<typeof status>} reblog */
function repost(post, reblog) {
  const { uri, ...rest } = status(post);
  return { ...rest, uri: `${uri}/activity`, content: "", tags: [], reblog };
}

/** @param {number} person */
function mentionOf(person) {
  const { id, username, acct, url } = accountOf(person);
  return { id, username, acct, url };
}

/** @param {number} person */
function accountOf(person) {
  const name = nameOf(person);
  const username = `${name}${person}`;
  const server = serverOf(person);
  return {
    id: String(person + 1),
    username,
    acct: server === servers[0] ? username : `${username}@${server}`,
    display_name: `${name[0].toUpperCase()}${name.slice(1)} ${nameOf(person * 7 + 3)}`,
    bot: false,
    discoverable: true,
    indexable: true,
    created_at: "2022-05-28T00:00:00.000Z",
    note: "<p>Writes about teaching.</p>",
    url: `https://${server}/@${username}`,
    followers_count: Math.floor(20_000 / (1 + (person % 997))),
    following_count: 100 + (person % 400),
  };
}

/** @param {number} person */
function serverOf(person) {
  return servers[person % servers.length];
}

/** @param {number} number */
function nameOf(number) {
  const base = syllables.length;
  const parts = [number, Math.floor(number / base), Math.floor(number / base ** 2)];
  return parts.map((part) => syllables[part % base]).join("");
}

/** Half of them everybody's, half the topic's own; the first of each are the most frequent. */
function wordsBy(/** @type {() => number} */ random, /** @type {number} */ count) {
  const oneOf = () => Math.floor(2000 * random() ** 3);
  return (/** @type {number} */ topic) => {
    let words = "";
    for (let nth = 0; nth < count; nth += 1) {
      words += ` ${wordOf(nth % 2 === 0 ? oneOf() : 2000 * (topic + 1) + oneOf())}`;
    }
    return words;
  };
}

/** Another for each number below three million. @param {number} number */
function wordOf(number) {
  return nameOf(number) + nameOf(Math.floor(number / syllables.length ** 3));
}

/** From 0 to 1, always the same. @param {number} seed */
function fractions(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const nodeCount = Number(process.argv[2] ?? 20_000);
  const tieCount = Number(process.argv[3] ?? 3 * nodeCount);
  for (const line of syntheticStatuses({ nodeCount, tieCount })) {
    if (!process.stdout.write(line)) await once(process.stdout, "drain");
  }
}
