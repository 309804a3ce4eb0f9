import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AccountItem } from "../../src/model/item.js";
import { startCorpus } from "../../src/network/corpus-builder.js";
import { networkOfItems } from "../support/analyze-items.js";
import { cases } from "../support/cases.js";

function seen(profile: AccountItem["profile"], when: Partial<AccountItem>): AccountItem {
  return {
    type: "account",
    key: "x:1",
    aliases: [],
    retrievedAt: undefined,
    seenAt: undefined,
    ...when,
    profile,
  };
}

function merged(items: readonly AccountItem[]) {
  return networkOfItems(items).corpus.accounts[0];
}

/** With all that leads to the account. */
function accountOf(items: readonly AccountItem[]) {
  const builder = startCorpus("anybody");
  for (const item of items) builder.add(item);
  const { accounts, traces } = builder.finish();
  return { accounts, traces };
}

describe("copies of a profile", () => {
  test("give the newest name and the newest count, field by field", () => {
    const account = merged([
      seen({ handle: "new", followers: undefined }, { seenAt: 3 }),
      seen({ handle: "old", followers: 7 }, { seenAt: 1 }),
      seen({ followers: 5 }, { retrievedAt: 2 }),
    ]);
    expect(account).toMatchObject({ handle: "new", followers: 5 });
  });

  test("say bot, gone or moved where one of two as new does, whichever comes first", () => {
    const yes = seen({ isBot: true, isGone: true }, { retrievedAt: 4 });
    const no = seen({ isBot: false, isGone: false }, { retrievedAt: 4 });
    for (const copies of [
      [yes, no],
      [no, yes],
    ]) {
      expect(merged(copies)).toMatchObject({ isBot: true, isGone: true });
    }
  });

  test("keep an opt-out unless the own server has said otherwise since", () => {
    const out = seen({ discoverable: false }, { seenAt: 1 });
    const inLaterPost = seen({ discoverable: true }, { seenAt: 9 });
    expect(merged([out, inLaterPost]).discoverable).toBe(false);
    const elsewhere = seen({ discoverable: true }, { retrievedAt: 9 });
    expect(merged([elsewhere, out]).discoverable).toBe(false);
    const atHome = seen({ discoverable: true }, { retrievedAt: 9, isHome: true });
    expect(merged([atHome, out]).discoverable).toBe(true);
  });

  test("believe the own server against an old copy that was fetched later", () => {
    const atHome = seen({ discoverable: false }, { retrievedAt: 10, isHome: true });
    const copy = seen({ discoverable: true }, { retrievedAt: 11 });
    expect(merged([atHome, copy]).discoverable).toBe(false);
    const copyOfYes = seen({ noindex: false }, { retrievedAt: 11 });
    expect(merged([seen({ noindex: true }, { isHome: true }), copyOfYes]).noindex).toBe(true);
  });

  test("believe a no from elsewhere that is younger than the own server's yes", () => {
    const atHome = seen({ discoverable: true }, { retrievedAt: 10, isHome: true });
    const copy = seen({ discoverable: false }, { retrievedAt: 11 });
    expect(merged([atHome, copy]).discoverable).toBe(false);
    const later = seen({ discoverable: true }, { retrievedAt: 12, isHome: true });
    expect(merged([atHome, copy, later]).discoverable).toBe(true);
  });

  test("say the same in any order, however often each is met, and under a name of old", () => {
    const copies = fc.record({
      key: fc.constantFrom("x:1", "x:@old"),
      retrievedAt: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
      isHome: fc.boolean(),
      profile: fc.record(
        {
          discoverable: fc.boolean(),
          hasOptOutTag: fc.boolean(),
          handle: fc.constantFrom("old", "new"),
          isBot: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
    });
    const linked = seen({}, { aliases: ["x:@old"] });
    fc.assert(
      fc.property(fc.array(copies, { maxLength: 6 }), (drawn) => {
        const items = drawn.map(({ key, profile, ...when }) => ({ ...seen(profile, when), key }));
        const account = merged([linked, ...items]);
        expect(merged([...items, ...items.toReversed(), linked])).toEqual(account);
        const said = items.flatMap(({ profile, isHome, retrievedAt }) =>
          profile.discoverable === undefined
            ? []
            : [{ isNo: !profile.discoverable, isHome, time: retrievedAt ?? 0 }],
        );
        const lastAt = (isHome: boolean): number[] =>
          said.flatMap((one) => (one.isHome === isHome ? [one.time] : []));
        const home = Math.max(...lastAt(true));
        const isNo = said.some((one) =>
          one.isHome ? one.isNo && one.time === home : one.isNo && one.time > home,
        );
        expect(account.discoverable).toBe(said.length === 0 ? undefined : !isNo);
      }),
    );
  });

  test("say the same whether a reader gives its object of before again or another like it", () => {
    const profiles = [
      { handle: "old", followers: 3, isBot: false },
      { handle: "new", followers: 3, discoverable: false },
      { name: "Ada", noindex: true },
      { handle: "old" },
      { handle: "older", url: "https://a.example/", followers: 9 },
    ].map((profile) => ({ profile, aliases: ["x:@old"], pages: ["https://b.example/"] }));
    const time = fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined });
    const copy = fc.record({
      of: fc.constantFrom(...profiles),
      retrievedAt: time,
      seenAt: time,
      isHome: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(copy, { maxLength: 12 }), (drawn) => {
        const same = drawn.map(({ of, ...when }) => ({ ...seen(of.profile, when), ...of }));
        expect(accountOf(same)).toEqual(accountOf(same.map((item) => structuredClone(item))));
      }),
      { numRuns: cases(4000) },
    );
  });
});
