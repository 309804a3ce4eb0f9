import { describe, expect, test } from "vitest";
import { networkOfItems, tieWords } from "../support/analyze-items.js";
import { readText } from "../support/items-of-text.js";
import { mastodonMention, mastodonStatus, ndjson } from "../support/statuses.js";
import { hasMastodonPy, writeWithMastodonPy } from "../support/write-with-mastodon-py.js";

const statuses = [
  mastodonStatus("115000000000000123", "ada", { mentions: [mastodonMention("ben@b.example")] }),
  mastodonStatus("115000000000000124", "cem", {
    in_reply_to_id: "115000000000000123",
    in_reply_to_account_id: "109300000000000001",
    account: { id: "109300000000000002" },
  }),
  mastodonStatus("115000000000000125", "dan", {
    quote: { state: "accepted", quoted_status: mastodonStatus("115000000000000123", "ada") },
  }),
  mastodonStatus("115000000000000126", "eva", {
    reblog: mastodonStatus("115000000000000123", "ada"),
  }),
];

describe.skipIf(!hasMastodonPy)("statuses that Mastodon.py wrote", () => {
  test.each([
    "json.dumps",
    "to_json",
  ] as const)("by %s give the network of the server's own", async (form) => {
    const own = await readText(ndjson(statuses));
    const written = await readText(writeWithMastodonPy(statuses, form));
    expect(written.summary).toMatchObject({ format: "mastodon", read: 4, kept: 4, skipped: [] });
    const [a, b] = [own, written].map(({ items }) => networkOfItems(items));
    expect(tieWords(b)).toEqual(tieWords(a));
    expect(tieWords(b)).toHaveLength(4);
    expect([...b.corpus.posts.time]).toEqual([...a.corpus.posts.time]);
    expect(b.corpus.posts.key).toEqual(a.corpus.posts.key);
  });
});
