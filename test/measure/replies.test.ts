import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measureReplies } from "../../src/measure/network/replies.js";
import type { Item } from "../../src/model/item.js";
import { findFirstPosts } from "../../src/observe/first-posts.js";
import { networkOfItems } from "../support/analyze-items.js";
import { cases } from "../support/cases.js";
import { readText } from "../support/items-of-text.js";
import { mastodonStatus, ndjson, type StatusParts } from "../support/statuses.js";

function repliesIn(items: readonly Item[]) {
  const { corpus, selection } = networkOfItems(items);
  return measureReplies({ corpus, selection, firstPost: findFirstPosts(corpus, selection) });
}

async function repliesOf(rows: readonly StatusParts[]) {
  return repliesIn((await readText(ndjson(rows))).items);
}

/** A post, at an hour counted from the first of March. */
function post(id: string, acct: string, hour: number, more: StatusParts = {}): StatusParts {
  const created = new Date(Date.UTC(2026, 2, 1, hour)).toISOString();
  return mastodonStatus(id, acct, { created_at: created, ...more });
}

function reply(id: string, acct: string, hour: number, to: readonly [string, string]): StatusParts {
  return post(id, acct, hour, { in_reply_to_id: to[0], in_reply_to_account_id: `id-${to[1]}` });
}

const day = 24;

describe("how well posts are answered", () => {
  test("counts the own posts with a reply by somebody else, and the hours to the first", async () => {
    const found = await repliesOf([
      post("1", "ada", 0),
      reply("2", "ada", 1, ["1", "ada"]),
      reply("3", "ben", 4, ["1", "ada"]),
      reply("4", "cleo", 2, ["1", "ada"]),
      post("5", "dora", 10),
      reply("6", "ben", 20, ["5", "dora"]),
    ]);
    expect(found.answeredShare).toBeCloseTo(2 / 6, 12);
    expect(found.medianHours).toBe((2 + 10) / 2);
  });

  test("does not know how long a reply took where both tell the day alone", async () => {
    const days = await repliesOf([
      post("1", "ada", 0),
      reply("2", "ben", 0, ["1", "ada"]),
      post("3", "ada", 0),
      reply("4", "ben", day, ["3", "ada"]),
    ]);
    expect(days).toMatchObject({ medianHours: undefined, answeredShare: 2 / 4 });
    const late = await repliesOf([post("1", "ada", 0), reply("2", "ben", 1, ["1", "ada"])]);
    expect(late.medianHours).toBe(1);
  });

  test("leaves reposts out, and who only talks to themselves unanswered", async () => {
    const original = post("1", "ada", 0);
    const found = await repliesOf([
      original,
      reply("2", "ada", 1, ["1", "ada"]),
      post("3", "ben", 2, { reblog: original, content: "" }),
    ]);
    expect(found).toMatchObject({ answeredShare: 0, medianHours: undefined });
  });

  test("takes what a repost is said to answer for its original's", async () => {
    const original = post("1", "ada", 0);
    const repost = post("2", "ben", 2, { reblog: original, content: "" });
    const { items } = await readText(
      ndjson([original, repost, reply("3", "ada", 1, ["1", "ada"])]),
    );
    const answers = items.map((item): Item => {
      if (item.type !== "post") return item;
      const [passedOn] = item.relations.filter(({ kind }) => kind === "repost");
      if (passedOn === undefined) return item;
      return { ...item, relations: [passedOn, { ...passedOn, kind: "reply" }] };
    });
    expect(repliesIn(answers).answeredShare).toBe(0);
  });

  test("takes a reply that is dated before its post for one without a time", async () => {
    const found = await repliesOf([post("1", "ada", 5), reply("2", "ben", 4, ["1", "ada"])]);
    expect(found).toMatchObject({ answeredShare: 0.5, medianHours: undefined });
  });

  test("is not known where no reply says which post it answers", async () => {
    const nothing = {
      answeredShare: undefined,
      medianHours: undefined,
      newcomersAnsweredShare: undefined,
    };
    expect(await repliesOf([post("1", "ada", 0), post("2", "ben", 1)])).toEqual(nothing);
    const toSomebody = { in_reply_to_account_id: "id-ada" };
    expect(await repliesOf([post("1", "ada", 0), post("2", "ben", 1, toSomebody)])).toEqual(
      nothing,
    );
    expect(repliesIn([])).toEqual(nothing);
  });
});

describe("newcomers", () => {
  test("came 28 days or more after the start and are answered within 28 days", async () => {
    const found = await repliesOf([
      post("1", "ada", 0),
      // Too early to be known as new.
      post("2", "ben", 28 * day - 1),
      reply("3", "ada", 28 * day - 1, ["2", "ben"]),
      // Answered, answered too late, answered by nobody but themselves, never answered.
      post("4", "cleo", 28 * day),
      reply("5", "ada", 29 * day, ["4", "cleo"]),
      post("6", "dora", 28 * day),
      reply("7", "ada", 57 * day, ["6", "dora"]),
      post("8", "ella", 30 * day),
      reply("9", "ella", 31 * day, ["8", "ella"]),
      post("10", "finn", 30 * day),
      // No gap is so long that a date would look odd.
      ...[7, 14, 21, 37, 43, 50].map((at) => post(`${100 + at}`, "ada", at * day)),
    ]);
    expect(found.newcomersAnsweredShare).toBe(1 / 4);
  });

  test("are nobody who came before by a repost, or has posted nothing of their own", async () => {
    const original = post("1", "ada", 0);
    const found = await repliesOf([
      original,
      post("2", "ben", 1, { reblog: original, content: "" }),
      post("3", "ben", 30 * day),
      reply("4", "ada", 30 * day, ["3", "ben"]),
      post("5", "cleo", 30 * day, { reblog: original, content: "" }),
    ]);
    expect(found.newcomersAnsweredShare).toBeUndefined();
  });
});

test("the order of posts and their repetition change nothing", async () => {
  const names = ["ada", "ben", "cleo", "dora"];
  const anyPost = fc.record({
    who: fc.constantFrom(...names),
    hour: fc.nat(60 * day),
    to: fc.nat(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(anyPost, { maxLength: 12 }), async (drafts) => {
      const rows = drafts.map(({ who, hour, to }, at) => {
        const answered = drafts[to % (at + 1)];
        const id = String(to % (at + 1));
        return to % 3 === 0
          ? post(String(at), who, hour)
          : reply(String(at), who, hour, [id, answered.who]);
      });
      const found = await repliesOf(rows);
      expect(await repliesOf([...rows.toReversed(), ...rows])).toEqual(found);
      for (const value of Object.values(found)) {
        if (value !== undefined) expect(value).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: cases(50) },
  );
});
