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
 * heavy. Pieces of NDJSON; the same people and ties give the same posts.
 *
 * @param {{ nodeCount: number, tieCount: number }} size
 * @returns {Generator<string>}
 */
export function* syntheticStatuses(size) {
  const network = syntheticNetwork(size);
  const random = fractions();
  const firstPosts = Array.from({ length: network.nodeCount }, (_, person) =>
    status({
      id: person + 1,
      author: person,
      at: start + random() * dayMs,
      topic: network.community[person],
    }),
  );
  for (const post of firstPosts) yield `${JSON.stringify(post)}\n`;
  let id = network.nodeCount;
  for (let tie = 0; tie < network.tieCount; tie += 1) {
    const author = network.source[tie];
    const target = network.target[tie];
    const topic = network.community[author];
    const posts = Math.min(mostPosts, network.weight[tie]);
    for (let nth = 0; nth < posts; nth += 1) {
      id += 1;
      const at = start + (1 + random() * (days - 1)) * dayMs;
      const kind = random();
      const post = { id, author, at, topic };
      if (kind < 0.45) yield `${JSON.stringify(status({ ...post, mentioned: target }))}\n`;
      else if (kind < 0.8) yield `${JSON.stringify(repost(post, firstPosts[target]))}\n`;
      else yield `${JSON.stringify(status({ ...post, mentioned: target, replyTo: target + 1 }))}\n`;
    }
  }
}

/**
 * @typedef {{ id: number, author: number, at: number, topic: number }} Post
 *
 * @param {Post & { mentioned?: number, replyTo?: number }} post
 */
function status({ id, author, at, topic, mentioned, replyTo }) {
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
    content: `<p>On topic ${topic}, thought ${id} #meded</p>`,
    reblog: null,
    account,
    mentions: mentioned === undefined ? [] : [mentionOf(mentioned)],
    tags: [{ name: "meded" }, { name: `topic${topic}` }],
  };
}

/** @param {Post} post @param {ReturnType<typeof status>} reblog */
function repost({ id, author, at, topic }, reblog) {
  const { uri, ...rest } = status({ id, author, at, topic });
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

/** From 0 to 1, always the same. */
function fractions() {
  let state = 7;
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
