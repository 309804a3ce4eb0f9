import { describe, expect, test } from "vitest";
import { findDoers } from "../../src/follow/backtest/backtest-deeds.js";
import { cutArchive } from "../../src/follow/backtest/backtest-window.js";
import { chooseTimeFrame } from "../../src/follow/time-frame.js";
import type { DeedQuestion } from "../../src/model/backtest.js";
import { dayMs } from "../../src/model/durations.js";
import { findWithheld } from "../../src/network/consent.js";
import { archiveToTest } from "../../src/pipeline/archive-to-test.js";
import { networkOfItems } from "../support/analyze-items.js";
import { readText } from "../support/items-of-text.js";

/** Day of posting, who, and what: a mention, a repost or an answer of an earlier post, by its row, and a link. */
interface Said {
  readonly day: number;
  readonly who: string;
  readonly to?: string;
  readonly reposts?: number;
  readonly answers?: number;
  readonly link?: string;
}

const start = Date.UTC(2020, 0, 1);

/** Who did it from day 40 to day 50 of an archive of which everybody took part on the first day. */
async function doers(question: DeedQuestion, said: readonly Said[], isListed = true) {
  const people = [...new Set(said.flatMap(({ who, to = who }) => [who, to]))];
  const isNew = new Set(["new"]);
  const first = people.filter((who) => !isNew.has(who)).map((who): Said => ({ day: 0, who }));
  const all = [...said, ...first, { day: 50, who: "last" }];
  const rows = all.map(({ day, who, to, reposts, answers, link }, row) => ({
    id: `${row}`,
    created_at: new Date(start + day * dayMs).toISOString(),
    author_id: `id-${who}`,
    text: `#demo ${to === undefined ? "" : `@${to}`}`,
    entities: {
      hashtags: [{ tag: "demo" }],
      mentions: to === undefined ? [] : [{ username: to, id: `id-${to}` }],
      urls: link === undefined ? [] : [{ url: link, expanded_url: link }],
    },
    referenced_tweets: [
      ...(reposts === undefined ? [] : [{ type: "retweeted", id: `${reposts}` }]),
      ...(answers === undefined ? [] : [{ type: "replied_to", id: `${answers}` }]),
    ],
    ...(answers === undefined ? {} : { in_reply_to_user_id: `id-${all[answers].who}` }),
  }));
  const users = [...people, "last"].map((who) => ({ id: `id-${who}`, username: who, name: who }));
  const { items } = await readText(JSON.stringify({ data: rows, includes: { users } }));
  const { corpus, selection } = networkOfItems(items);
  const settings = { tag: undefined, since: undefined, until: undefined, seed: 1 };
  const withheld = findWithheld(corpus, "discoverable");
  const archive = archiveToTest({ corpus, selection, settings, withheld });
  const cut = start + 40 * dayMs;
  const window = cutArchive(archive, {
    train: { since: start, until: cut },
    test: { since: cut, until: start + 50 * dayMs },
    frame: { ...chooseTimeFrame(selection), start, now: cut },
  });
  const found = findDoers(question, { archive, window, isListed });
  expect(found.length).toBeLessThanOrEqual(1);
  return found
    .flatMap(({ truth }) => [...truth].map((account) => corpus.accounts[account].handle))
    .sort();
}

describe("what a list of what people do is held to", () => {
  test("helpers: whoever answered a newcomer after the cut", async () => {
    const said = [
      { day: 41, who: "new" },
      { day: 42, who: "kind", answers: 0 },
      { day: 1, who: "old" },
      { day: 42, who: "other", answers: 2 },
      { day: 42, who: "loud", to: "new" },
    ];
    expect(await doers("help", said)).toEqual(["kind"]);
    expect(await doers("help", said, false)).toEqual([]);
  });

  test("rising: whom two new people or more engaged after the cut, and more a day than before", async () => {
    const said = [
      // Two in ten days, and none before.
      { day: 41, who: "p", to: "up" },
      { day: 42, who: "q", to: "up" },
      // The same, of whom one engaged them before.
      { day: 3, who: "p", to: "known" },
      { day: 41, who: "p", to: "known" },
      { day: 42, who: "q", to: "known" },
      // Two in ten days after eight in forty: as fast as before.
      ...Array.from("abcdefgh", (who) => ({ day: 4, who, to: "steady" })),
      { day: 41, who: "p", to: "steady" },
      { day: 42, who: "q", to: "steady" },
      // One more is faster.
      ...Array.from("abcdefgh", (who) => ({ day: 4, who, to: "faster" })),
      ...Array.from("pqr", (who) => ({ day: 43, who, to: "faster" })),
    ];
    expect(await doers("growth", said)).toEqual(["faster", "up"]);
  });

  test("curators: of whose links after the cut somebody else passed one on, answered it, or posted it later", async () => {
    const link = (at: string): string => `https://site.example/${at}`;
    const said = [
      { day: 41, who: "passed", link: link("a") },
      { day: 42, who: "p", reposts: 0 },
      { day: 41, who: "answered", link: link("b") },
      { day: 42, who: "p", answers: 2 },
      { day: 41, who: "earlier", link: link("c") },
      { day: 42, who: "later", link: link("c") },
      // Not taken up, by themselves alone, without a link, and before the cut.
      { day: 41, who: "unread", link: link("d") },
      { day: 41, who: "alone", link: link("e") },
      { day: 42, who: "alone", link: link("e") },
      { day: 41, who: "linkless" },
      { day: 42, who: "p", answers: 9 },
      { day: 30, who: "before", link: link("f") },
      { day: 42, who: "p", reposts: 11 },
    ];
    expect(await doers("uptake", said)).toEqual(["answered", "earlier", "passed"]);
  });

  test("bridges: whoever was in touch with two communities after the cut, as these were before", async () => {
    const clique = (people: string): Said[] =>
      [...people].flatMap((who) =>
        [...people].filter((to) => to !== who).map((to) => ({ day: 2, who, to })),
      );
    const said = [
      ...clique("abcd"),
      ...clique("wxyz"),
      { day: 41, who: "a", to: "w" },
      { day: 41, who: "a", to: "b" },
      { day: 42, who: "y", to: "x" },
      { day: 43, who: "c", to: "x" },
      { day: 3, who: "d", to: "z" },
    ];
    // a reached w and b; x was reached by y and c.
    expect(await doers("bridging", said)).toEqual(["a", "x"]);
  });
});
