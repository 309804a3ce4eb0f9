import { describe, expect, test } from "vitest";
import type { AccountItem } from "../../src/model/item.js";
import { networkOfItems } from "../support/analyze-items.js";

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

describe("copies of a profile", () => {
  test("give the newest name and the newest count, field by field", () => {
    const account = merged([
      seen({ handle: "new", followers: undefined }, { seenAt: 3 }),
      seen({ handle: "old", followers: 7 }, { seenAt: 1 }),
      seen({ followers: 5 }, { retrievedAt: 2 }),
    ]);
    expect(account).toMatchObject({ handle: "new", followers: 5 });
  });

  test("keep an opt-out unless a server has said otherwise since", () => {
    const out = seen({ discoverable: false }, { seenAt: 1 });
    const inLaterPost = seen({ discoverable: true }, { seenAt: 9 });
    expect(merged([out, inLaterPost]).discoverable).toBe(false);
    const inLaterAnswer = seen({ discoverable: true }, { retrievedAt: 9 });
    expect(merged([inLaterAnswer, out]).discoverable).toBe(true);
  });
});
