import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measureTopItems } from "../../src/measure/text/top-items.js";
import type { AccountItem, Item, PostItem } from "../../src/model/item.js";
import type { ItemKind } from "../../src/model/top-items.js";
import { findHeldBack } from "../../src/network/held-back.js";
import { wordNumbers } from "../../src/text/word-table.js";
import { networkOfItems } from "../support/analyze-items.js";

function post(id: number, author: string, more: Partial<PostItem> = {}): PostItem {
  return {
    type: "post",
    key: `https://h.example/${id}`,
    aliases: [],
    origin: "found",
    author: `${author}@h.example`,
    time: id,
    retrievedAt: undefined,
    url: `https://h.example/@${author}/${id}`,
    tags: [],
    links: [],
    relations: [],
    ...more,
  };
}

function saying(id: number, author: string, text: string): PostItem {
  return post(id, author, { words: wordNumbers(text.split(" ")) });
}

function account(handle: string, profile: AccountItem["profile"]): AccountItem {
  return {
    type: "account",
    key: `${handle}@h.example`,
    aliases: [],
    profile: { handle, server: "h.example", ...profile },
    retrievedAt: undefined,
    seenAt: undefined,
  };
}

interface Groups {
  /** Authors' communities; whoever is not here is an isolate. */
  readonly communityOf?: Readonly<Record<string, number>>;
  readonly withheld?: readonly string[];
  readonly tag?: string;
}

function measure(items: readonly Item[], { communityOf = {}, withheld = [], tag }: Groups = {}) {
  const { corpus, selection, network } = networkOfItems(items);
  const nameOf = (index: number): string => corpus.accounts[index].key.split("@")[0];
  const of = Int32Array.from(network.account, (index) => communityOf[nameOf(index)] ?? -1);
  const isWithheld = Uint8Array.from(corpus.accounts.keys(), (index) =>
    withheld.includes(nameOf(index)) ? 1 : 0,
  );
  return measureTopItems({
    onShare: () => {},
    corpus,
    selection,
    network,
    partition: { of, count: Math.max(-1, ...of) + 1, modularity: undefined },
    withheld: isWithheld,
    heldBack: findHeldBack(corpus, isWithheld),
    tag,
  });
}

function everybodys(kind: ItemKind, items: readonly Item[], groups: Groups = {}): string[] {
  return measure(items, groups).everybody.items[kind].map(
    ({ item, authors, count }) => `${item} ${authors}/${count}`,
  );
}

describe("top items", () => {
  test("rank by different authors, then count, then alphabet, and one author's are nobody's", () => {
    const posts = [
      saying(1, "ada", "zebra apple spam spam spam"),
      saying(2, "ben", "zebra apple mango mango"),
      saying(3, "cem", "mango zebra"),
      ...[4, 5, 6].map((id) => saying(id, "ada", "spam")),
    ];
    expect(everybodys("word", posts)).toEqual(["zebra 3/3", "mango 2/3", "apple 2/2"]);
  });

  test("hold pairs in their order, over no gap", () => {
    const posts = [saying(1, "ada", "big data set"), saying(2, "ben", "big data  set big")];
    expect(everybodys("pair", posts)).toEqual(["big data 2/2"]);
  });

  test("take links without fragment and campaign, one a post, and their domains", () => {
    const posts = [
      post(1, "ada", {
        links: [
          "https://www.x.example/a?utm_source=b#c",
          "https://x.example/a",
          "https://x.example/b",
        ],
      }),
      post(2, "ben", { links: ["https://X.example/a?UTM_medium=d"] }),
    ];
    expect(everybodys("link", posts)).toEqual(["https://x.example/a 2/2"]);
    expect(everybodys("domain", posts)).toEqual(["x.example 2/2"]);
  });

  test("leave out what a repost has of its original, but for hashtags", () => {
    const original = post(1, "ada", {
      words: wordNumbers(["sim"]),
      tags: ["osce"],
      links: ["https://x.example"],
    });
    const repost = post(2, "ben", {
      words: wordNumbers(["sim"]),
      links: ["https://x.example"],
      relations: [{ kind: "repost", account: undefined, post: original.key, position: 0 }],
    });
    const { items } = measure([original, repost], { tag: "meded" }).everybody;
    expect(items.word).toEqual([]);
    expect(items.link).toEqual([]);
    expect(items.hashtag).toMatchObject([{ item: "osce", authors: 2, count: 2 }]);
  });

  test("of a community are its own, and the words that set it apart are those it has more", () => {
    const posts = [
      saying(1, "ada", "plot data"),
      saying(2, "ben", "plot data"),
      saying(3, "cem", "nurse data"),
      saying(4, "dan", "nurse data"),
    ];
    const communityOf = { ada: 0, ben: 0, cem: 1, dan: 1 };
    const { communities } = measure(posts, { communityOf });
    expect(communities.map(({ items }) => items.word.map(({ item }) => item))).toEqual([
      ["data", "plot"],
      ["data", "nurse"],
    ]);
    expect(communities.map(({ items }) => items.distinctive_word.map(({ item }) => item))).toEqual([
      ["plot"],
      ["nurse"],
    ]);
  });

  test("are the same in whatever order, and however often, posts come", () => {
    const word = fc.constantFrom("a", "b", "c", "");
    const author = fc.constantFrom("ada", "ben", "cem");
    const posts = fc
      .array(fc.tuple(author, fc.array(word, { maxLength: 5 })), { maxLength: 8 })
      .map((rows) =>
        rows.map(([name, words], id) => post(id, name, { words: wordNumbers(words), tags: ["t"] })),
      );
    fc.assert(
      fc.property(
        posts.chain((items) =>
          fc.tuple(
            fc.constant(items),
            fc.shuffledSubarray([...items, ...items], { minLength: 2 * items.length }),
          ),
        ),
        ([items, shuffled]) => {
          const communityOf = { ada: 0, ben: 0, cem: 1 };
          expect(measure(shuffled, { communityOf })).toEqual(measure(items, { communityOf }));
        },
      ),
    );
  });
});

describe("somebody who has opted out", () => {
  const dora = account("dora_q", { name: "Dora Quill", url: "https://h.example/@dora_q" });
  const groups = { withheld: ["dora_q"] };

  test("is not the second author whom an item needs", () => {
    const posts = [dora, saying(1, "dora_q", "secret"), saying(2, "ben", "secret")];
    expect(everybodys("word", posts, groups)).toEqual([]);
    expect(everybodys("word", posts)).toEqual(["secret 2/2"]);
    expect(everybodys("word", [...posts, saying(3, "cem", "secret")], groups)).toEqual([
      "secret 3/3",
    ]);
  });

  test("is named by no word, pair or hashtag, in whole or in part", () => {
    const text = "dora quill dora_q doraquill thanks";
    const more = {
      words: wordNumbers(text.split(" ")),
      tags: ["doraquill", "dora_q", "quill", "osce"],
    };
    const posts = [dora, post(1, "ada", more), post(2, "ben", more)];
    expect(everybodys("word", posts, groups)).toEqual(["thanks 2/2"]);
    expect(everybodys("pair", posts, groups)).toEqual([]);
    expect(everybodys("hashtag", posts, groups)).toEqual(["osce 2/2"]);
  });

  test("is led to by no link or domain: no profile, no post, no site of their name", () => {
    const links = [
      "https://h.example/@dora_q",
      "https://h.example/notes/7",
      "https://www.doraquill.example/",
      "https://x.example/people/Dora%20Quill",
      "https://x.example/paper",
    ];
    const posts = [
      dora,
      post(7, "dora_q", { url: "https://h.example/notes/7" }),
      post(1, "ada", { links }),
      post(2, "ben", { links }),
    ];
    expect(everybodys("link", posts, groups)).toEqual(["https://x.example/paper 2/2"]);
    expect(everybodys("domain", posts, groups)).toEqual(["h.example 2/2", "x.example 2/2"]);
  });

  test("does not take a word from everybody that five people carry in their names", () => {
    const nerd = account("dora_q", { name: "Data Nerd" });
    const others = ["b", "c", "d", "e"].map((name) => account(name, { name: `Data ${name}x` }));
    const posts = [saying(1, "ada", "data nerd"), saying(2, "ben", "data nerd")];
    expect(everybodys("word", [nerd, ...posts], groups)).toEqual([]);
    expect(everybodys("word", [nerd, ...others, ...posts], groups)).toEqual(["data 2/2"]);
  });
});

describe("what is typical of a community", () => {
  const members = ["a", "b", "c", "d", "e", "f"];
  const others = ["u", "v", "w", "x", "y", "z"];
  const communityOf = Object.fromEntries([
    ...members.map((name) => [name, 0]),
    ...others.map((name) => [name, 1]),
  ]);
  const tagged = (users: readonly string[], tags: string[], from: number): PostItem[] =>
    users.map((user, at) => post(from + at, user, { tags }));
  const typical = (posts: readonly PostItem[]) =>
    measure([...tagged([...members, ...others], ["base"], 100), ...posts], { communityOf })
      .communities[0];

  test("needs three members who use it", () => {
    const { typicalHashtags } = typical([
      ...tagged(["a", "b"], ["two"], 1),
      ...tagged(["a", "b", "c"], ["three"], 10),
    ]);
    expect(typicalHashtags).toEqual(["three"]);
  });

  test("is no hashtag that one person wrote and all others only repost", () => {
    const written = post(1, "a", { tags: ["joke"] });
    const reposts = ["b", "c", "d"].map((user, at) =>
      post(10 + at, user, {
        tags: ["joke"],
        relations: [{ kind: "repost", account: undefined, post: written.key, position: 0 }],
      }),
    );
    expect(typical([written, ...reposts]).typicalHashtags).toEqual([]);
    const another = post(2, "e", { tags: ["joke"] });
    expect(typical([written, ...reposts, another]).typicalHashtags).toEqual([]);
    const third = post(3, "f", { tags: ["joke"] });
    expect(typical([written, ...reposts, another, third]).typicalHashtags).toEqual(["joke"]);
  });

  test("is no hashtag that more than three of four users have of one post, which its source need not name", () => {
    const repost = (at: number, user: string, tags: string[]): PostItem =>
      post(20 + at, user, {
        tags,
        relations: [{ kind: "repost", account: "z@h.example", post: undefined, position: 0 }],
      });
    const ofOthers = [post(1, "a", { tags: ["joke"] }), post(2, "b", { tags: ["joke"] })];
    const same = ["c", "d", "e", "f"].map((user, at) => repost(at, user, ["joke", "fun"]));
    expect(typical([ofOthers[0], ...same]).typicalHashtags).toEqual([]);
    expect(typical([...ofOthers, ...same]).typicalHashtags).toEqual(["joke"]);
    const various = ["c", "d", "e", "f"].map((user, at) => repost(at, user, ["joke", `n${at}`]));
    expect(typical([...ofOthers, ...various]).typicalHashtags).toEqual(["joke"]);
  });

  test("is never what more than half of all people use", () => {
    const { typicalHashtags } = typical([
      ...tagged([...members, "u"], ["everywhere"], 1),
      ...tagged(["a", "b", "c"], ["here"], 20),
    ]);
    expect(typicalHashtags).toEqual(["here"]);
  });

  test("is no digit and no single letter", () => {
    const { typicalWords } = typical(
      ["a", "b", "c"].map((user, at) => saying(1 + at, user, "r 7 2026 anatomy")),
    );
    expect(typicalWords).toEqual(["anatomy"]);
  });
});

test("lists no pair of digits and single letters", () => {
  const { everybody } = measure([
    saying(1, "a", "r 4 data science"),
    saying(2, "b", "r 4 data science"),
  ]);
  const pairs = everybody.items.pair.map(({ item }) => item);
  expect(pairs).toContain("data science");
  expect(pairs).not.toContain("r 4");
});
