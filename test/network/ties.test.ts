import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accountLabel, unknownProfile } from "../../src/model/account.js";
import type { AccountItem, Item, TieItem, TieStrength } from "../../src/model/item.js";
import { aggregate } from "../../src/network/aggregate.js";
import { startCorpus } from "../../src/network/corpus-builder.js";
import { parseEdgeRule } from "../../src/network/edge-rule.js";
import { buildInteractions } from "../../src/network/interactions.js";
import { selectPosts } from "../../src/network/select-posts.js";
import { observeActivity } from "../../src/observe/observe-activity.js";

function tie(source: string, target: string, more: Partial<TieItem> = {}): TieItem {
  const strengths = [{ kind: undefined, weight: 1 }];
  return {
    type: "tie",
    source,
    target,
    isDirected: true,
    strengths,
    first: undefined,
    last: undefined,
    ...more,
  };
}

function node(key: string, label?: string): AccountItem {
  const profile = { label };
  return {
    type: "account",
    key,
    aliases: [],
    profile,
    isNode: true,
    retrievedAt: undefined,
    seenAt: undefined,
  };
}

function build(
  items: readonly Item[],
  options: { edges?: string; since?: number; tag?: string } = {},
) {
  const builder = startCorpus();
  for (const item of items) builder.add(item);
  const corpus = builder.finish();
  const selection = selectPosts(corpus, {
    tag: options.tag,
    since: options.since,
    until: undefined,
  });
  const rule = parseEdgeRule(options.edges ?? "clean");
  const interactions = buildInteractions(corpus, selection, rule);
  const network = aggregate(corpus, selection, interactions, rule);
  const people = Array.from(network.account, (account) => corpus.accounts[account].key);
  const ties = Array.from(network.source, (source, at) => [
    people[source],
    people[network.target[at]],
    network.weight[at],
  ]);
  return { corpus, selection, interactions, network, people, ties };
}

const day = (date: number): number => Date.UTC(2026, 0, date);

describe("a tie without a post", () => {
  test("has its weight, which may be a fraction, and is a mention where its kind is not told", () => {
    const { network, ties } = build([
      tie("a", "b", { strengths: [{ kind: undefined, weight: 1.5 }] }),
      tie("a", "b", { strengths: [{ kind: "reply", weight: 1_000_000 }] }),
    ]);
    expect(ties).toEqual([["a", "b", 1_000_001.5]]);
    expect(network.weightByKind).toMatchObject({
      mention: Float64Array.of(1.5),
      reply: Float64Array.of(1_000_000),
    });
  });

  test("is one row of the interaction table, of no post", () => {
    const { corpus, selection, interactions } = build([
      tie("a", "b", { strengths: [{ kind: "reply", weight: 40 }], first: day(2), last: day(9) }),
    ]);
    expect(interactions).toMatchObject({
      count: 1,
      weight: Float64Array.of(40),
      firstTime: Float64Array.of(day(2)),
      time: Float64Array.of(day(9)),
      post: Int32Array.of(-1),
      targetPost: Int32Array.of(-1),
    });
    const activity = observeActivity(corpus, selection, interactions);
    expect([...activity.posts, ...activity.conversationPosts]).toEqual([0, 0, 0, 0]);
  });

  test("tells from when to when, over all its rows", () => {
    const { network } = build([
      tie("a", "b", { first: day(5), last: day(6) }),
      tie("a", "b", { last: day(3) }),
      tie("a", "b"),
    ]);
    expect(network).toMatchObject({
      first: Float64Array.of(day(3)),
      last: Float64Array.of(day(6)),
    });
  });

  test("goes both ways where it is undirected, a loop once", () => {
    const { ties, corpus } = build(
      [tie("a", "b", { isDirected: false }), tie("c", "c", { isDirected: false })],
      { edges: "twarc" },
    );
    expect(ties).toEqual([
      ["a", "b", 1],
      ["b", "a", 1],
      ["c", "c", 1],
    ]);
    expect(corpus.ties).toMatchObject({ undirectedEdges: 2, edgesWithoutKind: 2 });
  });

  test("with oneself is counted and left out, and its person stays", () => {
    const { ties, people, interactions } = build([tie("a", "a"), tie("a", "b"), tie("c", "c")]);
    expect(ties).toEqual([["a", "b", 1]]);
    expect(people).toEqual(["a", "b", "c"]);
    expect(interactions.withOneself.mention).toBe(2);
  });

  test("counts where the rule has its kind", () => {
    const strengths: TieStrength[] = [
      { kind: "follow", weight: 2 },
      { kind: "repost", weight: 3 },
    ];
    expect(build([tie("a", "b", { strengths })], { edges: "amplification" }).ties).toEqual([
      ["a", "b", 3],
    ]);
    expect(build([tie("a", "b", { strengths })], { edges: "flow" }).ties).toEqual([["b", "a", 5]]);
    expect(build([tie("a", "b", { strengths })], { edges: "conversation" })).toMatchObject({
      ties: [],
      people: ["a", "b"],
    });
  });

  test("is of a period where all of it is, and has no hashtag to lack", () => {
    const items = [
      tie("a", "b", { first: day(5), last: day(9) }),
      tie("a", "c", { first: day(1), last: day(9) }),
      tie("a", "d"),
    ];
    expect(build(items, { since: day(5) })).toMatchObject({
      ties: [["a", "b", 1]],
      people: ["a", "b"],
    });
    expect(build(items, { tag: "meded" }).ties).toHaveLength(3);
  });
});

test("people whom a network file lists stay without a tie, under their label", () => {
  const { people, corpus } = build([node("7", "Ada"), tie("8", "9")]);
  expect(people).toEqual(["7", "8", "9"]);
  expect(corpus.accounts.map(accountLabel)).toEqual(["Ada", "8", "9"]);
  expect(
    accountLabel({
      ...unknownProfile,
      key: "a@b.example",
      handle: "A",
      server: "b.example",
      label: "x",
    }),
  ).toBe("A@b.example");
});

test("an id with the sign of a local id is nevertheless a person", () => {
  expect(build([node("C#"), tie("C#", "host#1")])).toMatchObject({ people: ["C#", "host#1"] });
});

test("the order of reading makes no difference", () => {
  const drawn = fc.record({
    source: fc.constantFrom("a", "b", "c"),
    target: fc.constantFrom("a", "b", "c"),
    isDirected: fc.boolean(),
    weight: fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
    first: fc.option(fc.nat(5), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(drawn), (edges) => {
      const items = edges.map(({ source, target, weight, ...rest }) =>
        tie(source, target, { ...rest, strengths: [{ kind: undefined, weight }] }),
      );
      expect(build(items.toReversed()).network).toEqual(build(items).network);
    }),
  );
});
