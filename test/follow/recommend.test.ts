import { describe, expect, test } from "vitest";
import { recommend } from "../../src/follow/recommend.js";
import type { FollowAnswer, FollowOrder, ListVerdicts } from "../../src/model/recommendation.js";
import { leftOutReasons } from "../../src/model/recommendation.js";
import { findWithheld } from "../../src/network/consent.js";
import { findFirstPosts } from "../../src/observe/first-posts.js";
import { findMutualCore } from "../../src/observe/mutual-core.js";
import { observeActivity } from "../../src/observe/observe-activity.js";
import { networkOfItems } from "../support/analyze-items.js";
import { readText } from "../support/items-of-text.js";
import { mastodonMention, mastodonStatus, ndjson, type StatusParts } from "../support/statuses.js";

async function answerTo(
  rows: readonly unknown[],
  options: {
    order?: FollowOrder;
    tag?: string;
    resamples?: number;
    top?: number;
    namedKeys?: Partial<Record<"trusted" | "kept" | "excluded", string[]>>;
    learner?: { self: string; followed: string[] };
    verdicts?: ListVerdicts;
  } = {},
) {
  const { items } = await readText(ndjson(rows));
  const built = networkOfItems(items);
  const keyOf = (account: number): string => built.corpus.accounts[account].key.split("@")[0];
  const accountsOf = (handles: readonly string[] = []): number[] =>
    [...built.corpus.accounts.keys()].filter((account) => handles.includes(keyOf(account)));
  const activity = observeActivity(built.corpus, built.selection, built.interactions);
  const answer = recommend({
    ...built,
    activity,
    firstPost: findFirstPosts(built.corpus, built.selection),
    core: findMutualCore(built.network, activity),
    withheld: findWithheld(built.corpus, "discoverable"),
    communityOf: new Int32Array(built.corpus.accounts.length).fill(-1),
    communityCount: 0,
    named: {
      trusted: accountsOf(options.namedKeys?.trusted),
      kept: accountsOf(options.namedKeys?.kept),
      excluded: accountsOf(options.namedKeys?.excluded),
      learner:
        options.learner === undefined
          ? undefined
          : {
              self: accountsOf([options.learner.self])[0],
              followed: accountsOf(options.learner.followed),
            },
    },
    tag: options.tag,
    order: options.order ?? "dd",
    verdicts: options.verdicts ?? {},
    top: options.top ?? 50,
    resamples: options.resamples ?? 0,
    seed: 1,
    onShare: () => {},
    onResample: () => {},
  });
  return { answer, keyOf, built };
}

function names(
  { answer, keyOf }: { answer: FollowAnswer; keyOf: (a: number) => string },
  list = 0,
) {
  return answer.lists[list].people.map(({ account }) => keyOf(account));
}

let statusCount = 0;

function says(who: string, day: number, more: StatusParts & { account?: StatusParts } = {}) {
  statusCount += 1;
  return mastodonStatus(`${statusCount}`, who, { day, ...more });
}

function mentions(who: string, whom: string, day: number) {
  return says(who, day, { mentions: [mastodonMention(whom)] });
}

describe("whom to follow", () => {
  // 1 to 29 March: four weeks, so bins of a week and a half-life of four.
  const own = ["ada", "ben", "cem"].map((who) => says(who, 29));
  const early = says("first", 1);
  const rows = [
    early,
    ...own,
    mentions("u1", "ada", 1),
    mentions("u2", "ada", 1),
    mentions("u3", "ada", 1),
    mentions("u1", "ben", 29),
    mentions("u2", "ben", 29),
    ...Array.from({ length: 9 }, () => mentions("u1", "cem", 29)),
  ];

  test("a list that did worse than in-degree stands behind the others, with its verdict", async () => {
    const verdict = { kind: "worse", sentence: "worse", elsewhere: undefined } as const;
    const listsWith = async (verdicts: ListVerdicts) =>
      (await answerTo(rows, { verdicts })).answer.lists.map((list) => [list.name, list.verdict]);
    const [starter, attention, talk, ...others] = await listsWith({});
    expect([starter, attention, talk]).toEqual([
      ["starter", undefined],
      ["attention", undefined],
      ["talk", undefined],
    ]);
    expect(await listsWith({ starter: verdict })).toEqual([
      attention,
      talk,
      ...others,
      ["starter", verdict],
    ]);
    expect((await listsWith({ attention: verdict }))[1]).toEqual(["attention", verdict]);
  });

  test("D counts different people, and one person once however often they engage", async () => {
    const found = await answerTo(rows, { order: "d" });
    expect(names(found)).toEqual(["ada", "ben", "cem"]);
    expect(found.answer.lists[0].people.map(({ scores }) => scores.d)).toEqual([3, 2, 1]);
  });

  test("says how many of a list are there again when authors are resampled", async () => {
    const { answer } = await answerTo(rows, { resamples: 200, top: 2 });
    const attention = answer.lists.find(({ name }) => name === "attention");
    const stays = attention?.people.map(({ stability }) => stability?.stays ?? Number.NaN) ?? [];
    expect(stays).toHaveLength(2);
    expect(attention?.expectedOverlap).toBeCloseTo(stays[0] + stays[1], 12);
    // Of three people two are listed: one at least is there again, and not always both.
    expect(attention?.expectedOverlap).toBeGreaterThan(1);
    expect(attention?.expectedOverlap).toBeLessThan(2);
    const unsure = await answerTo(rows);
    expect(unsure.answer.lists[0].expectedOverlap).toBeUndefined();
  });

  test("Dd halves an engagement's weight in a half-life, from the latest post on", async () => {
    const found = await answerTo(rows, { order: "dd" });
    expect(found.answer.frame).toMatchObject({ binDays: 7, halfLifeBins: 4 });
    expect(names(found)).toEqual(["ben", "ada", "cem"]);
    const [ben, ada] = found.answer.lists[0].people;
    expect(ben.scores.dd).toBeCloseTo(2, 9);
    expect(ada.scores.dd).toBeCloseTo(3 * 0.5, 9);
  });

  test("T counts who replied or mentioned, not who reposted", async () => {
    const post = says("ada", 20);
    const found = await answerTo(
      [
        says("first", 1),
        post,
        says("ben", 20),
        says("u1", 21, { reblog: post }),
        says("u2", 21, { reblog: post }),
        mentions("u3", "ben", 21),
      ],
      { order: "t" },
    );
    expect(names(found)).toEqual(["ben"]);
    expect(found.answer.lists[0].people[0].scores).toMatchObject({ d: 1, t: 1 });
  });

  test("gives two reasons with numbers and links to the posts that others took up", async () => {
    const taken = says("ada", 10, { url: "https://home.example/@ada/taken" });
    const other = says("ada", 12, { url: "https://home.example/@ada/other" });
    const third = says("ada", 11, { url: "https://home.example/@ada/third" });
    const found = await answerTo([
      says("first", 1),
      taken,
      other,
      third,
      says("u1", 13, { in_reply_to_id: taken.id, in_reply_to_account_id: "id-ada" }),
    ]);
    const [ada] = found.answer.lists[0].people;
    expect(ada.links).toEqual([
      "https://home.example/@ada/taken",
      "https://home.example/@ada/other",
      "https://home.example/@ada/third",
    ]);
    expect(ada.reasons).toHaveLength(2);
    expect(ada.reasons[0]).toMatch(
      /^1 person replied to, mentioned, reposted or quoted them on 1 of 13 days, .* 2026-03-13/u,
    );
    expect(ada.reasons[1]).toMatch(
      /^1 person replied to or mentioned them, and they replied to or mentioned 0\. They wrote 3 posts/u,
    );
  });
});

test("somebody whose audience is new and unknown comes with a warning", async () => {
  const fans = Array.from({ length: 8 }, (_, at) => mentions(`fan${at}`, "ada", 29));
  const friends = Array.from({ length: 8 }, (_, at) => [
    says(`old${at}`, 1, { created_at: "2026-01-01T00:00:00Z" }),
    mentions(`old${at}`, "ben", 29),
  ]).flat();
  const rows = [...fans, ...friends, says("ada", 29), says("ben", 29)];
  const { answer, keyOf } = await answerTo(rows);
  const reasonsOf = (who: string): string =>
    answer.lists[0].people.find(({ account }) => keyOf(account) === who)?.reasons.join(" ") ?? "";
  expect(reasonsOf("ada")).toMatch(
    /Careful: 8 of the 8 who engaged them came in the last 28 days/u,
  );
  expect(reasonsOf("ben")).toMatch(
    /^8 people replied to, mentioned, reposted or quoted them(?!.*Careful)/u,
  );
});

describe("nobody is recommended", () => {
  async function reasonFor(who: string, rows: readonly unknown[], tag?: string) {
    const { answer, keyOf, built } = await answerTo(
      [says("first", 1), ...rows, mentions("u1", who, 29)],
      tag === undefined ? {} : { tag },
    );
    const account = built.corpus.accounts.findIndex((_, index) => keyOf(index) === who);
    const reason = answer.leftOutReason[account];
    return reason < 0 ? undefined : leftOutReasons[reason];
  }

  test("who has opted out", async () => {
    for (const account of [{ discoverable: false }, { noindex: true }, { note: "<p>#nobot</p>" }]) {
      expect(await reasonFor("ada", [says("ada", 29, { account })])).toBe("opted-out");
    }
    const open = { discoverable: null, indexable: false };
    expect(await reasonFor("ada", [says("ada", 29, { account: open })])).toBeUndefined();
  });

  test("who cannot be reached, or is no person", async () => {
    expect(await reasonFor("ada", [says("ada", 29, { account: { locked: true } })])).toBe(
      "not-reachable",
    );
    expect(await reasonFor("ada", [says("ada", 29, { account: { moved: { id: "2" } } })])).toBe(
      "not-reachable",
    );
    expect(await reasonFor("ada", [says("ada", 29, { account: { memorial: true } })])).toBe(
      "not-reachable",
    );
    expect(await reasonFor("ada", [says("ada", 29, { account: { limited: true } })])).toBeDefined();
    expect(await reasonFor("ada", [says("ada", 29, { account: { group: true } })])).toBe(
      "organisation",
    );
  });

  test("who is an organisation or an event: by the words of the profile, or by a handle after the hashtag", async () => {
    const account = { display_name: "Hill University", note: "<p>Official account</p>" };
    expect(await reasonFor("ada", [says("ada", 29, { account })])).toBe("organisation");
    expect(await reasonFor("meded_conf", [says("meded_conf", 29)], "meded")).toBe("organisation");
    expect(await reasonFor("meded_dora", [says("meded_dora", 29)], "meded")).toBeUndefined();
  });

  test("who is automated: says so, is named as the hashtag, only links, only reposts", async () => {
    expect(await reasonFor("ada", [says("ada", 29, { account: { bot: true } })])).toBe("automated");
    expect(await reasonFor("meded", [says("meded", 29)], "meded")).toBe("automated");
    const link = { content: '<a href="https://journal.example/1">x</a>' };
    const links = Array.from({ length: 30 }, (_, at) => says("ada", 1 + (at % 29), link));
    expect(await reasonFor("ada", links)).toBe("automated");
    expect(await reasonFor("ada", links.slice(1))).not.toBe("automated");
    expect(await reasonFor("ada", [...links, mentions("ada", "ben", 29)])).toBeUndefined();
    const original = says("ben", 2);
    const reposts = Array.from({ length: 97 }, (_, at) =>
      says("ada", 1 + (at % 29), { reblog: original }),
    );
    const own = [27, 28, 29].map((day) => says("ada", day));
    expect(await reasonFor("ada", [...reposts, ...own])).toBe("automated");
    // Below 97 in a hundred.
    expect(await reasonFor("ada", [...reposts.slice(1), ...own])).toBeUndefined();
  });

  test("who stuffs posts with hashtags", async () => {
    const tags = Array.from({ length: 10 }, (_, at) => ({ name: `tag${at}` }));
    const stuffed = Array.from({ length: 5 }, (_, at) => says("ada", 25 + at, { tags }));
    expect(await reasonFor("ada", stuffed)).toBe("automated");
    expect(await reasonFor("ada", stuffed.slice(1))).toBeUndefined();
  });

  test("who has no own post, or none in the last four bins", async () => {
    expect(await reasonFor("ada", [])).toBe("no-post");
    expect(await reasonFor("ada", [says("ada", 1)])).toBe("no-recent-post");
    expect(await reasonFor("ada", [says("ada", 2)])).toBeUndefined();
  });

  test("who is engaged only by their own ring, where there is a core to ask", async () => {
    const person = (at: number): string => `p${String(at).padStart(2, "0")}`;
    const core = [1, 5, 9].flatMap((step) =>
      [1, 12, 28].flatMap((day) =>
        Array.from({ length: 24 }, (_, at) => mentions(person(at), person((at + step) % 24), day)),
      ),
    );
    const outsiders = Array.from({ length: 24 }, (_, at) => mentions(`o${at}`, person(at), 28));
    const ring = Array.from({ length: 50 }, (_, at) => [
      mentions(`r${at}`, "spam", 29),
      mentions("spam", `r${at}`, 29),
    ]).flat();
    const liked = ["p01", "p02"].map((who) => mentions(who, "ada", 28));
    const rows = [...core, ...outsiders, ...ring, ...liked, says("ada", 28)];
    expect(await reasonFor("spam", rows)).toBe("not-vouched-for");
    expect(await reasonFor("ada", rows)).toBeUndefined();
  });
});

test("bots and groups that say so are no people in anybody's numbers, and stand in the network", async () => {
  const rows = [
    says("ada", 29),
    mentions("ben", "ada", 28),
    says("robot", 28, {
      mentions: [mastodonMention("ada")],
      account: { bot: true },
    }),
    says("club", 28, { mentions: [mastodonMention("ada")], account: { group: true } }),
  ];
  const { answer, keyOf, built } = await answerTo(rows);
  const ada = answer.lists[0].people.find(({ account }) => keyOf(account) === "ada");
  expect(ada?.scores).toMatchObject({ d: 1, t: 1 });
  const node = built.network.account.findIndex((account) => keyOf(account) === "ada");
  expect(built.network.account).toHaveLength(4);
  expect(built.network.target.filter((target) => target === node)).toHaveLength(3);
});

test("attention for an account that has moved is told with the new one", async () => {
  const moved = { moved: { id: "9", acct: "ada@new.example", url: "https://new.example/@ada" } };
  const { answer, keyOf } = await answerTo([
    says("ada", 28, { account: moved }),
    mentions("ben", "ada", 28),
    mentions("cem", "ada", 29),
  ]);
  expect(answer.moved.map(({ account, ...rest }) => ({ who: keyOf(account), ...rest }))).toEqual([
    { who: "ada", movedTo: "ada@new.example", engagers: 2 },
  ]);
});
