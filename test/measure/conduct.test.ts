import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inwardGraph, outwardGraph } from "../../src/kernel/compact-graph.js";
import { type Conduct, measureConduct } from "../../src/measure/node/conduct.js";
import type { Item } from "../../src/model/item.js";
import { findFirstPosts } from "../../src/observe/first-posts.js";
import { observeActivity } from "../../src/observe/observe-activity.js";
import { networkOfItems } from "../support/analyze-items.js";
import { cases } from "../support/cases.js";
import { readText } from "../support/items-of-text.js";
import { mastodonMention, mastodonStatus, ndjson, type StatusParts } from "../support/statuses.js";

async function conductOf(rows: readonly StatusParts[], edges = "clean") {
  return conductIn((await readText(ndjson(rows))).items, edges);
}

/** What each person does, by the name before the `@`. */
function conductIn(items: readonly Item[], edges = "clean") {
  const { corpus, selection, interactions, network } = networkOfItems(items, edges);
  const found: Conduct = measureConduct({
    corpus,
    selection,
    network,
    outward: outwardGraph(network),
    inward: inwardGraph(network),
    activity: observeActivity(corpus, selection, interactions),
    firstPost: findFirstPosts(corpus, selection),
  });
  const by = (column: ArrayLike<number>): Record<string, number> =>
    Object.fromEntries(
      Array.from(network.account, (account, node) => [
        corpus.accounts[account].key.split("@")[0],
        column[node],
      ]),
    );
  return {
    reciprocity: by(found.reciprocity),
    activeDays: by(found.activeDays),
    repliesToNewcomers: by(found.repliesToNewcomers),
    medianReplyMinutes: by(found.medianReplyMinutes),
    linksShared: by(found.linksShared),
  };
}

/** A post, at a minute counted from the first of March. */
function post(id: string, acct: string, minute: number, more: StatusParts = {}): StatusParts {
  const created = new Date(Date.UTC(2026, 2, 1, 0, minute)).toISOString();
  return mastodonStatus(id, acct, { created_at: created, ...more });
}

function reply(
  id: string,
  acct: string,
  minute: number,
  to: readonly [string, string],
): StatusParts {
  return post(id, acct, minute, { in_reply_to_id: to[0], in_reply_to_account_id: `id-${to[1]}` });
}

function links(...addresses: readonly string[]): StatusParts {
  return { content: addresses.map((at) => `<p><a href="${at}">look</a></p>`).join("") };
}

const day = 24 * 60;

describe("the time that somebody takes to reply", () => {
  test("is the median of the minutes from the post that is answered", async () => {
    const { medianReplyMinutes } = await conductOf([
      post("1", "ada", 0),
      reply("2", "ben", 10, ["1", "ada"]),
      reply("3", "ada", 12, ["2", "ben"]),
      reply("4", "ben", 112, ["3", "ada"]),
      reply("5", "ben", 130, ["1", "ada"]),
      reply("6", "cleo", 40, ["1", "ada"]),
      reply("7", "cleo", 31, ["1", "ada"]),
    ]);
    expect(medianReplyMinutes).toEqual({ ada: 2, ben: 100, cleo: 35.5 });
  });

  test("counts no reply to oneself, none that is dated before its post, and none to what was not collected", async () => {
    const { medianReplyMinutes } = await conductOf([
      post("1", "ada", 50),
      reply("2", "ada", 51, ["1", "ada"]),
      reply("3", "ben", 49, ["1", "ada"]),
      reply("4", "cleo", 60, ["99", "ada"]),
      reply("5", "dora", 50, ["1", "ada"]),
    ]);
    expect(medianReplyMinutes).toEqual({
      ada: Number.NaN,
      ben: Number.NaN,
      cleo: Number.NaN,
      dora: 0,
    });
  });

  test("does not depend on what makes a tie", async () => {
    const rows = [
      post("1", "ada", 0),
      reply("2", "ben", 10, ["1", "ada"]),
      post("3", "ada", 20, { reblog: post("2", "ben", 10), content: "" }),
    ];
    const { medianReplyMinutes, reciprocity } = await conductOf(rows, "amplification");
    expect(medianReplyMinutes).toEqual({ ada: Number.NaN, ben: 10 });
    expect(reciprocity).toEqual({ ada: 0, ben: 0 });
    expect((await conductOf(rows)).reciprocity).toEqual({ ada: 1, ben: 1 });
  });
});

describe("replies to newcomers", () => {
  test("answer who first took part at most 28 days before, once 28 days have passed", async () => {
    const { repliesToNewcomers } = await conductOf([
      post("1", "ada", 0),
      post("2", "ben", 20 * day),
      post("3", "cleo", 25 * day),
      // Too early to tell.
      reply("4", "ada", 28 * day - 1, ["3", "cleo"]),
      reply("5", "ada", 28 * day, ["3", "cleo"]),
      reply("6", "ada", 48 * day, ["2", "ben"]),
      reply("7", "ada", 48 * day + 1, ["2", "ben"]),
      reply("8", "dora", 50 * day, ["3", "cleo"]),
      reply("9", "dora", 50 * day + 1, ["3", "cleo"]),
      reply("10", "cleo", 50 * day + 2, ["1", "ada"]),
      reply("11", "dora", 51 * day, ["9", "dora"]),
    ]);
    expect(repliesToNewcomers).toEqual({ ada: 2, ben: 0, cleo: 0, dora: 2 });
  });

  test("are not known where nobody can be told to be new", async () => {
    const early = [post("1", "ada", 0), reply("2", "ben", 28 * day - 1, ["1", "ada"])];
    expect((await conductOf(early)).repliesToNewcomers).toEqual({
      ada: Number.NaN,
      ben: Number.NaN,
    });
    const late = [post("1", "ada", 0), reply("2", "ben", 28 * day, ["1", "ada"])];
    expect((await conductOf(late)).repliesToNewcomers).toEqual({ ada: 0, ben: 1 });
    const alone = [post("1", "ada", 0), reply("2", "ada", 30 * day, ["1", "ada"])];
    expect((await conductOf(alone)).repliesToNewcomers).toEqual({ ada: Number.NaN });
  });
});

test("links shared are different ones in own posts", async () => {
  const [one, other] = ["https://one.example/a", "https://other.example/b"];
  const { items } = await readText(
    ndjson([
      post("1", "ada", 0, links(one, other)),
      post("2", "ada", 1, links(other)),
      post("3", "ben", 2, links(other)),
      post("4", "cleo", 3, { reblog: post("1", "ada", 0, links(one, other)), content: "" }),
    ]),
  );
  // Some sources give a repost the links of its original.
  const linked = items.map((item): Item => {
    const isRepost = item.type === "post" && item.relations.some(({ kind }) => kind === "repost");
    return isRepost ? { ...item, links: [one] } : item;
  });
  const { linksShared } = conductIn(linked);
  expect(linksShared).toEqual({ ada: 2, ben: 1, cleo: 0 });
});

test("active days are days with a post or a repost, and not known without a time", async () => {
  const { activeDays } = await conductOf([
    post("1", "ada", 0),
    post("2", "ada", day - 1),
    post("3", "ada", day, { reblog: post("4", "ben", 5), content: "" }),
    post("5", "cleo", 0, { created_at: null }),
    post("6", "ben", 2, { mentions: [mastodonMention("dora")] }),
  ]);
  expect(activeDays).toEqual({ ada: 2, ben: 1, cleo: Number.NaN, dora: 0 });
});

test("nobody does nothing", async () => {
  expect(await conductOf([])).toEqual({
    reciprocity: {},
    activeDays: {},
    repliesToNewcomers: {},
    medianReplyMinutes: {},
    linksShared: {},
  });
});

test("the order of posts and their repetition change nothing", async () => {
  const anyPost = fc.record({
    who: fc.constantFrom("ada", "ben", "cleo", "dora"),
    minute: fc.nat(60 * day),
    to: fc.nat(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(anyPost, { maxLength: 12 }), async (drafts) => {
      const rows = drafts.map(({ who, minute, to }, at) => {
        const answered = to % (at + 1);
        return to % 3 === 0
          ? post(String(at), who, minute, links(`https://one.example/${to % 5}`))
          : reply(String(at), who, minute, [String(answered), drafts[answered].who]);
      });
      expect(await conductOf([...rows.toReversed(), ...rows])).toEqual(await conductOf(rows));
    }),
    { numRuns: cases(50) },
  );
});
