import { expect, test } from "vitest";
import type { Corpus } from "../../src/model/corpus.js";
import type { AccountItem } from "../../src/model/item.js";
import { startCorpus } from "../../src/network/corpus-builder.js";
import { parseEdgeRule } from "../../src/network/edge-rule.js";
import { buildInteractions } from "../../src/network/interactions.js";
import { selectPosts } from "../../src/network/select-posts.js";
import { splitJson } from "../../src/read/json-records.js";
import { wordCount } from "../../src/text/word-table.js";
import { readText } from "../support/items-of-text.js";
import { mastodonMention, mastodonStatus, ndjson } from "../support/statuses.js";

/*
 * What makes a program slow and can be counted, since no test may take the time: these numbers are the same on
 * every machine.
 */

const people = ["ada", "ben", "cem", "dora@uni.example", "eli@uni.example"];
const postCount = 400;
const text = ndjson(
  Array.from({ length: postCount }, (_, at) =>
    mastodonStatus(String(at), people[at % people.length], {
      day: 1 + (at % 28),
      content: "<p>Teaching anatomy with models and drawings</p>",
      mentions: [mastodonMention(people[(3 * at + 1) % people.length])],
    }),
  ),
);

async function read(): Promise<readonly { type: string }[]> {
  return (await readText(text)).items;
}

async function corpusOf(): Promise<Corpus> {
  const builder = startCorpus();
  for (const item of (await readText(text)).items) builder.add(item);
  return builder.finish();
}

test("a profile is read once, however many posts it comes with", async () => {
  const accounts = (await read()).filter((item): item is AccountItem => item.type === "account");
  expect(accounts).toHaveLength(2 * postCount);
  // Of each person one by their own posts, and one by mentions.
  expect(new Set(accounts.map(({ profile }) => profile)).size).toBe(2 * people.length);
});

test("a word is kept once, however often it is read", async () => {
  await read();
  const known = wordCount();
  await read();
  expect(wordCount()).toBe(known);
});

test("no line of a good file is looked at byte by byte, but for those at the ends of chunks", async () => {
  const bytes = Buffer.from(text);
  const size = 1 << 16;
  async function* chunks(): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const counts = { whole: 0, cut: 0 };
  await splitJson(chunks(), {
    onLine: () => {
      counts.whole += 1;
      return true;
    },
    onText: () => {
      counts.cut += 1;
    },
    onBroken: () => expect.unreachable(),
  });
  expect(counts.whole + counts.cut).toBe(postCount);
  expect(counts.cut).toBeLessThan(bytes.length / size);
});

test("ties are built in one pass over what posts do", async () => {
  const corpus = await corpusOf();
  const looks = { account: 0 };
  const account = new Proxy(corpus.relations.account, {
    get(column, key) {
      looks.account += 1;
      return Reflect.get(column, key);
    },
  });
  const watched = { ...corpus, relations: { ...corpus.relations, account } };
  const all = { tag: undefined, since: undefined, until: undefined };
  const { count } = buildInteractions(watched, selectPosts(corpus, all), parseEdgeRule("clean"));
  expect(count).toBeGreaterThan(postCount / 2);
  expect(looks.account).toBe(corpus.relations.account.length);
});

test("a post of five words and one mention keeps at most 160 bytes in columns", async () => {
  const { posts, relations } = await corpusOf();
  const columns = [posts, relations].flatMap((table) => Object.values(table)).flatMap(arraysIn);
  const bytes = columns.reduce((sum, { byteLength }) => sum + byteLength, 0);
  expect(bytes / postCount).toBeLessThan(160);
});

function arraysIn(value: unknown): readonly ArrayBufferView[] {
  if (ArrayBuffer.isView(value)) return [value];
  const isLists = typeof value === "object" && value !== null && "offsets" in value;
  return isLists ? Object.values(value).filter((part) => ArrayBuffer.isView(part)) : [];
}
