import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { interactionKinds } from "../../src/model/interaction.js";
import { networkOfCorpus, networkOfFiles, sizes } from "../support/analyze-items.js";
import { hasRealData, realData } from "../support/real-data.js";

describe.skipIf(!hasRealData)("500 posts that twarc2 kept", async () => {
  const paths = [realData("twitter/twarc-network-tweets.jsonl")];
  const clean = hasRealData ? await networkOfFiles(paths) : undefined;
  if (clean === undefined) return;

  test("clean: 492 ordered pairs of weight 516, 599 people on a tie and 47 without", () => {
    expect(sizes(clean)).toEqual({
      ties: 492,
      weight: 516,
      repost: 346,
      mention: 126,
      reply: 31,
      quote: 13,
      connected: 599,
      isolated: 47,
    });
    expect(clean.interactions.withOneself).toMatchObject({ repost: 21, quote: 5 });
  });

  test("five of the replies name a person and no post", () => {
    const { interactions } = clean;
    const reply = interactionKinds.indexOf("reply");
    const withoutPost = interactions.kind.filter(
      (kind, row) => kind === reply && interactions.targetPost[row] < 0,
    );
    expect(withoutPost).toHaveLength(5);
  });

  test("twarc: 656 people and 618 ties, 22 of them loops; 484 and 391 without mentions", () => {
    const twarc = networkOfCorpus(clean.corpus, "twarc");
    expect(sizes(twarc)).toMatchObject({ ties: 618, connected: 656, isolated: 0 });
    const { source, target } = twarc.network;
    expect(source.filter((node, tie) => node === target[tie])).toHaveLength(22);
    const withoutMentions = networkOfCorpus(clean.corpus, "twarc:reply,repost,quote");
    expect(sizes(withoutMentions)).toMatchObject({ ties: 391, connected: 484 });
  });
});

describe.skipIf(!hasRealData)("the same 100 posts, flattened and in pages", () => {
  test("give the same network under every rule", async () => {
    const flat = await networkOfFiles([realData("twitter/twarc-flat.jsonl")]);
    const pages = await networkOfFiles([realData("twitter/twarc-pages.jsonl")]);
    expect(sizes(flat)).toMatchObject({ ties: 103, connected: 156, isolated: 15 });
    for (const rule of ["clean", "twarc", "flow", "conversation", "amplification"]) {
      const a = networkOfCorpus(flat.corpus, rule);
      const b = networkOfCorpus(pages.corpus, rule);
      const keys = ({ corpus, network }: typeof a) =>
        Array.from(network.account, (account) => corpus.accounts[account].key);
      expect(keys(b)).toEqual(keys(a));
      expect({ ...b.network, account: undefined }).toEqual({ ...a.network, account: undefined });
    }
    const together = await networkOfFiles([
      realData("twitter/twarc-flat.jsonl"),
      realData("twitter/twarc-pages.jsonl"),
    ]);
    expect(together.inputs[1]).toMatchObject({ read: 100, kept: 0, duplicates: 100 });
    expect(sizes(together)).toEqual(sizes(flat));
  });
});

test.skipIf(!hasRealData)(
  "a stream with a broken last line keeps the seven before it",
  async () => {
    const { inputs } = await networkOfFiles([realData("twitter/twarc-stream-with-error.jsonl")]);
    expect(inputs[0]).toMatchObject({ read: 8, kept: 7 });
    expect(inputs[0].skipped).toEqual([{ reason: "broken JSON", count: 1, firstLines: [8] }]);
  },
);

test.skipIf(!hasRealData)(
  "eleven overlapping search pages hold 859 posts in 1,074 rows",
  async () => {
    const folder = realData("twitter/v11-search-pages");
    const paths = readdirSync(folder).map((name) => `${folder}/${name}`);
    const { inputs } = await networkOfFiles(paths);
    const sum = (value: (input: (typeof inputs)[number]) => number): number =>
      inputs.reduce((total, input) => total + value(input), 0);
    expect(sum(({ read }) => read)).toBe(1074);
    expect(sum(({ kept }) => kept)).toBe(859);
    expect(sum(({ duplicates }) => duplicates)).toBe(215);
  },
);

/** `source → target` of every edge of a GraphML file, by the nodes' names. */
function publishedEdges(path: string): string[] {
  const text = readFileSync(path, "utf8");
  const names = new Map(
    [...text.matchAll(/<node id="(n\d+)">\s*<data key="v_name">([^<]+)</gu)].map(([, id, name]) => [
      id,
      name,
    ]),
  );
  return [...text.matchAll(/<edge source="(n\d+)" target="(n\d+)"/gu)].map(
    ([, source, target]) => `${names.get(source)} → ${names.get(target)}`,
  );
}

describe.skipIf(!hasRealData)("the posts of #useR2018", async () => {
  const paths = [realData("hashtags/useR2018.rtweet.ndjson.gz")];
  const clean = hasRealData ? await networkOfFiles(paths) : undefined;
  if (clean === undefined) return;
  const { corpus } = clean;

  test("clean: 4,447 pairs of weight 5,734, 1,813 people on a tie and 36 without", () => {
    expect(sizes(clean)).toEqual({
      ties: 4447,
      weight: 5734,
      repost: 4290,
      mention: 1156,
      reply: 152,
      quote: 136,
      connected: 1813,
      isolated: 36,
    });
  });

  test("differ from the mention network that others published by causes, row for row", () => {
    const kindOf = (row: number): string => interactionKinds[corpus.relations.kind[row]];
    const handle = (account: number): string => corpus.accounts[account].handle ?? "";
    const rows: string[] = [];
    const causes: Record<string, number> = {};
    // How many clean ties each published row stands for, so that both sides are accounted for.
    let mentionTies = 0;
    for (let post = 0; post < corpus.posts.count; post += 1) {
      if (corpus.posts.origin[post] === 0) continue;
      const author = corpus.posts.author[post];
      const from = corpus.relations.offsets[post];
      const relations = Array.from(
        { length: corpus.relations.offsets[post + 1] - from },
        (_, at) => ({ kind: kindOf(from + at), account: corpus.relations.account[from + at] }),
      );
      const targetOf = (kind: string): number | undefined =>
        relations.find((relation) => relation.kind === kind)?.account;
      const taken = new Set<number>();
      for (const { kind, account } of relations) {
        if (kind !== "mention") continue;
        rows.push(`${handle(author)} → ${handle(account)}`);
        const repeated = taken.has(account);
        taken.add(account);
        const cause =
          account === author
            ? "oneself: no interaction"
            : account === targetOf("repost")
              ? "the reposted author: a repost, not a mention"
              : targetOf("repost") !== undefined
                ? "inside reposted text: its author's mention"
                : account === targetOf("reply")
                  ? "the replied-to: a reply"
                  : account === targetOf("quote")
                    ? "the quoted: a quote"
                    : repeated
                      ? "named twice in one post: one interaction"
                      : "a mention";
        causes[cause] = (causes[cause] ?? 0) + 1;
        if (cause === "a mention") mentionTies += 1;
      }
    }
    const published = publishedEdges(realData("hashtags/useR2018-mentions.published.graphml"));
    // One person went by two names while the posts were collected; we know them by their id.
    const handles = new Set(corpus.accounts.map((account) => account.handle));
    const oldNames = new Set(
      published.flatMap((edge) => edge.split(" → ")).filter((name) => !handles.has(name)),
    );
    const underOneName = (edge: string): string =>
      edge
        .split(" → ")
        .map((name) => (oldNames.has(name) ? "renamed" : name))
        .join(" → ");
    const onlyPublished = new Set(published.map(underOneName));
    const newNames = rows
      .filter((edge) => !onlyPublished.has(edge))
      .map((edge) => edge.split(" → ")[1]);
    for (const name of newNames) oldNames.add(name);
    expect(oldNames.size).toBe(2);
    expect(rows.map(underOneName).toSorted()).toEqual(published.map(underOneName).toSorted());
    expect(rows).toHaveLength(7812);
    expect(new Set(published).size).toBe(5748);
    expect(causes).toMatchInlineSnapshot(`
      {
        "a mention": 1156,
        "inside reposted text: its author's mention": 2055,
        "named twice in one post: one interaction": 9,
        "oneself: no interaction": 105,
        "the quoted: a quote": 23,
        "the replied-to: a reply": 156,
        "the reposted author: a repost, not a mention": 4308,
      }
    `);
    expect(mentionTies).toBe(1156);
  });
});
