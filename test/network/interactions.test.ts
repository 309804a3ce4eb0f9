import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Item, PostItem, Relation } from "../../src/model/item.js";
import { networkOfItems, tieWords } from "../support/analyze-items.js";
import { cases } from "../support/cases.js";

function post(
  id: string,
  author: string,
  relations: Partial<Relation>[] = [],
  more = {},
): PostItem {
  return {
    type: "post",
    key: `x:${id}`,
    aliases: [],
    origin: "found",
    author: `x:${author}`,
    time: Number(id) * 1000,
    retrievedAt: undefined,
    url: undefined,
    tags: [],
    links: [],
    relations: relations.map((relation) => ({
      kind: "mention",
      account: undefined,
      post: undefined,
      position: 0,
      ...relation,
    })),
    ...more,
  };
}

describe("the interactions of a post", () => {
  test("are at most one per target: a repost before a reply, a quote, a mention", () => {
    const built = networkOfItems([
      post("1", "ada", [
        { kind: "mention", account: "x:ben", position: 0 },
        { kind: "mention", account: "x:cem", position: 1 },
        { kind: "mention", account: "x:cem", position: 2 },
        { kind: "quote", account: "x:cem" },
        { kind: "reply", account: "x:ben" },
      ]),
    ]);
    expect(tieWords(built)).toEqual(["reply x:ada x:ben", "quote x:ada x:cem"]);
  });

  test("count a tie to nobody known once, however a post refers to a post without an author", () => {
    const { interactions } = networkOfItems([
      post("90", "", [], { author: undefined, origin: "referenced" }),
      post("5", "ada", [
        { kind: "reply", post: "x:90" },
        { kind: "quote", post: "x:90" },
        { kind: "quote", post: "x:91", position: 1 },
      ]),
    ]);
    expect(interactions.unresolved).toMatchObject({ reply: 1, quote: 1 });
  });

  test("know the post and the person of a relation that two copies tell by halves", () => {
    const named = post("6", "ada", [{ kind: "reply", account: "x:ben" }]);
    const referring = post("6", "ada", [{ kind: "reply", post: "x:7" }]);
    const parent = post("7", "cem");
    for (const copies of [
      [named, referring, parent],
      [parent, referring, named],
    ]) {
      const { corpus } = networkOfItems(copies);
      const at = corpus.posts.key.indexOf("x:6");
      const row = corpus.relations.offsets[at];
      expect(corpus.posts.key[corpus.relations.post[row]]).toBe("x:7");
    }
  });

  test("never credit the reposter with what stands inside the reposted text", () => {
    const built = networkOfItems([
      post("2", "ada", [
        { kind: "repost", account: "x:ben", post: "x:1" },
        { kind: "mention", account: "x:ben", position: 0 },
        { kind: "mention", account: "x:cem", position: 1 },
        { kind: "quote", account: "x:dan" },
      ]),
      post("3", "eva", [{ kind: "repost", account: "x:dan", post: "x:4" }]),
    ]);
    expect(tieWords(built)).toEqual(["repost x:ada x:ben", "repost x:eva x:dan"]);
  });

  test("run from who acts to who receives, quotes too", () => {
    const built = networkOfItems([
      post("1", "ben"),
      post("2", "ada", [{ kind: "quote", post: "x:1" }]),
    ]);
    expect(tieWords(built)).toEqual(["quote x:ada x:ben"]);
  });

  test("do not exist with oneself nor with nobody, and both are counted", () => {
    const { interactions, network } = networkOfItems([
      post("1", "ada", [
        { kind: "reply", account: "x:ada" },
        { kind: "quote", post: "x:77" },
      ]),
      post("2", "ada", [{ kind: "mention", account: "here#77" }]),
      { ...post("3", "ada"), author: undefined },
      post("4", "ada", [{ kind: "reply", post: "x:3" }]),
    ]);
    expect(interactions.count).toBe(0);
    expect(network.tieCount).toBe(0);
    expect(interactions.withOneself.reply).toBe(1);
    expect(interactions.unresolved).toMatchObject({ quote: 1, mention: 1, reply: 1 });
    expect(interactions.unresolvedBecause).toEqual({
      postNotInFiles: 1,
      postWithoutAuthor: 1,
      idOfNobody: 1,
    });
  });

  test.each([
    ["twarc", { reply: 2, quote: 1, mention: 1 }, [2, 1, 1]],
    ["nodexl", { reply: 1, quote: 0, mention: 1 }, [0, 1, 1]],
  ])("under the rule %s count those that it would draw and that lead to nobody known", (rule, unresolved, because) => {
    const { interactions } = networkOfItems(
      [
        post("1", "ada", [
          { kind: "reply", account: "x:ada" },
          { kind: "quote", post: "x:77" },
        ]),
        post("2", "ada", [{ kind: "mention", account: "here#77" }]),
        { ...post("3", "ada"), author: undefined },
        post("4", "ada", [{ kind: "reply", post: "x:3" }]),
      ],
      rule,
    );
    expect(interactions.unresolved).toMatchObject(unresolved);
    expect(Object.values(interactions.unresolvedBecause)).toEqual(because);
  });

  test("leave an author without any in the network, and somebody only mentioned too", () => {
    const { network, corpus } = networkOfItems([
      post("1", "ada"),
      post("2", "ben", [{ kind: "mention", account: "x:cem" }]),
    ]);
    expect(Array.from(network.account, (account) => corpus.accounts[account].key)).toEqual([
      "x:ada",
      "x:ben",
      "x:cem",
    ]);
    expect(network.tieCount).toBe(1);
  });
});

describe("a rule for edges", () => {
  const items = [
    post("1", "ada", [
      { kind: "reply", account: "x:ben" },
      { account: "x:cem" },
      { account: "x:ben", position: 1 },
    ]),
    post("2", "ben", [
      { kind: "repost", account: "x:ada", post: "x:1" },
      { account: "x:ada" },
      { account: "x:cem", position: 1 },
    ]),
    post("3", "cem", [{ kind: "quote", account: "x:ada", post: "x:1" }]),
  ];

  test("keeps kinds only after precedence has been settled", () => {
    expect(tieWords(networkOfItems(items, "clean:mention"))).toEqual(["mention x:ada x:cem"]);
    expect(tieWords(networkOfItems(items, "mention"))).toEqual(["mention x:ada x:cem"]);
  });

  test("names the usual choices", () => {
    expect(tieWords(networkOfItems(items, "conversation"))).toEqual([
      "reply x:ada x:ben",
      "quote x:cem x:ada",
    ]);
    expect(tieWords(networkOfItems(items, "amplification"))).toEqual(["repost x:ben x:ada"]);
  });

  test("flow turns every tie round", () => {
    const clean = networkOfItems(items);
    const flow = networkOfItems(items, "flow");
    expect(flow.network.tieCount).toBe(clean.network.tieCount);
    const pairs = ({ network }: typeof clean, from: "source" | "target", to: "source" | "target") =>
      Array.from(network[from], (node, tie) => `${node} ${network[to][tie]}`).sort();
    expect(pairs(flow, "source", "target")).toEqual(pairs(clean, "target", "source"));
  });

  test("twarc takes every mention but a repost's first, and replies only by post", () => {
    expect(tieWords(networkOfItems(items, "twarc"))).toEqual([
      "mention x:ada x:cem",
      "mention x:ada x:ben",
      "repost x:ben x:ada",
      "mention x:ben x:cem",
      "quote x:cem x:ada",
    ]);
  });

  test("nodexl ties to whom the text names, if they post, and a post that names nobody is a loop", () => {
    const built = networkOfItems(
      [
        post("1", "ada", [
          { kind: "reply", account: "x:ben" },
          { kind: "mention", account: "x:ben", position: 0 },
          { kind: "mention", account: "x:cem", position: 1 },
          { kind: "mention", account: "x:cem", position: 2 },
        ]),
        post("2", "ben", [
          { kind: "repost", account: "x:ada", post: "x:1" },
          { kind: "mention", account: "x:cem", position: 1 },
        ]),
        post("3", "cem", [{ kind: "quote", account: "x:ada", post: "x:1" }]),
        post("4", "ben", [{ kind: "mention", account: "x:silent" }]),
      ],
      "nodexl",
    );
    expect(tieWords(built)).toEqual([
      "reply x:ada x:ben",
      "mention x:ada x:cem",
      "mention x:ben x:ada",
      "mention x:ben x:cem",
      "mention x:cem x:cem",
    ]);
    expect(built.network.nodeCount).toBe(3);
  });

  test("that does not exist is an error that lists those that do", () => {
    for (const wrong of ["cleen", "clean:likes", "a:b:c", "", "nodex:reply"]) {
      expect(() => networkOfItems(items, wrong)).toThrow(/there is no preset or kind/u);
    }
  });
});

const name = fc.constantFrom("ada", "ben", "cem", "dan");
const relation = fc.record({
  kind: fc.constantFrom("reply" as const, "repost" as const, "quote" as const, "mention" as const),
  account: fc.option(
    name.map((who) => `x:${who}`),
    { nil: undefined },
  ),
  post: fc.option(
    fc.nat({ max: 8 }).map((id) => `x:${id}`),
    { nil: undefined },
  ),
  position: fc.constantFrom(0, 1),
});
const anyItem: fc.Arbitrary<Item> = fc.oneof(
  fc
    .record({
      id: fc.nat({ max: 8 }),
      author: name,
      origin: fc.constantFrom("found", "thread", "referenced"),
      relations: fc.array(relation, { maxLength: 3 }),
      tags: fc.array(fc.constantFrom("meded", "rstats"), { maxLength: 2 }),
    })
    .map(({ id, author, relations, ...more }) => post(`${id}`, author, relations, more)),
  fc.record({ who: name, followers: fc.nat(9), handle: fc.constantFrom("a", "b") }).map(
    ({ who, ...profile }): Item => ({
      type: "account",
      key: `x:${who}`,
      aliases: [`x:@${profile.handle}`],
      profile,
      retrievedAt: undefined,
      seenAt: undefined,
    }),
  ),
);

describe("the network", () => {
  test("is the same in whatever order, and however often, its items come", () => {
    fc.assert(
      fc.property(
        fc.array(anyItem, { minLength: 1, maxLength: 20 }).chain((items) =>
          fc.record({
            items: fc.constant(items),
            shuffled: fc.shuffledSubarray([...items, ...items], { minLength: 2 * items.length }),
          }),
        ),
        ({ items, shuffled }) => {
          const { corpus, network, interactions } = networkOfItems(items);
          const again = networkOfItems(shuffled);
          expect(again.corpus).toEqual(corpus);
          expect(again.network).toEqual(network);
          expect(again.interactions).toEqual(interactions);
        },
      ),
      { numRuns: cases(300) },
    );
  });
});
