import { describe, expect, test } from "vitest";
import type { AccountItem } from "../../src/model/item.js";
import { findWithheld } from "../../src/network/consent.js";
import { networkOfItems } from "../support/analyze-items.js";
import { readText } from "../support/items-of-text.js";
import { mastodonAccount, mastodonStatus, ndjson, type StatusParts } from "../support/statuses.js";

async function withheldKeys(rows: readonly unknown[]): Promise<string[]> {
  const { items } = await readText(ndjson(rows));
  const { corpus } = networkOfItems(items);
  const withheld = findWithheld(corpus, "discoverable");
  return corpus.accounts.flatMap(({ key }, account) => (withheld[account] === 1 ? [key] : []));
}

function statusBy(account: StatusParts, more: StatusParts = {}): StatusParts {
  return mastodonStatus("1", "quill@quiet.example", { account, ...more });
}

describe("somebody is never named whose profile", () => {
  test.each<StatusParts>([
    { discoverable: false },
    { discoverable: "false" },
    { discoverable: 0 },
    { discoverable: "0" },
    { discoverable: "no" },
    { discoverable: ["private"] },
    { discoverable: {} },
    { noindex: true },
    { noindex: "true" },
    { noindex: 1 },
    { noindex: ["yes"] },
    { note: "<p>#nobot</p>" },
    { note: null, source: { note: "#nobot" } },
    { discoverable: true, source: { discoverable: false } },
    { source: { pleroma: { discoverable: false } } },
    { discoverable: true, source: { pleroma: { discoverable: "false" } } },
    { other_settings: { noindex: true } },
    { noindex: false, other_settings: { noindex: "true" } },
    { suspended: true },
    { limited: true },
    { limited: "true" },
    { silenced: true },
    { silenced: 1 },
    { silenced: ["since"] },
    { note: ["<p>hello</p>", "<p>#nobot</p>"] },
    { note: { text: "#nobot" } },
    { display_name: ["Quill", "#nobot"] },
    { display_name: { value: "No bots please" } },
    { fields: { Bots: "no" } },
    { fields: { "0": { name: "Bots", value: "no" } } },
    { fields: { name: "Bots", value: "no" } },
    { fields: [{ name: "Bots", value: false }] },
    { fields: [{ name: "#nobot" }] },
    { fields: [{ name: "Me", value: ["<p>x</p>", { deep: "#nobot" }] }] },
    { fields: ["#nobot"] },
    { fields: "#nobot" },
    { fields: { about: { deep: ["#nobot"] } } },
    { fields: [], source: { fields: [{ name: "Archiving", value: "no" }] } },
  ])("says %j", async (account) => {
    expect(await withheldKeys([statusBy(account)])).toEqual(["quill@quiet.example"]);
  });

  test.each<StatusParts>([
    {},
    { discoverable: null, indexable: false },
    { discoverable: "true", noindex: "false" },
    { discoverable: 1, noindex: 0 },
    { noindex: null },
    { source: { pleroma: { discoverable: true, indexable: false } } },
    { source: { pleroma: null }, other_settings: [] },
    { other_settings: { noindex: false, noai: true } },
    { hide_collections: true },
    { silenced: false, limited: null, fields: null },
    { fields: { Pronouns: "she/her" }, note: ["A teacher."] },
    { fields: [{ name: "Robots", value: true }, null, 7] },
  ])("does not say so little as %j", async (account) => {
    expect(await withheldKeys([statusBy(account)])).toEqual([]);
  });

  test("says so in a post alone that is not for everybody, in a repost, too", async () => {
    const mention = mastodonStatus("2", "ada", {
      mentions: [{ id: "9", acct: "quill@quiet.example", url: "https://quiet.example/@quill" }],
    });
    const secret = statusBy({ discoverable: false }, { visibility: "private" });
    expect(await withheldKeys([mention, secret])).toEqual(["quill@quiet.example"]);
    const passedOn = mastodonStatus("3", "ada", { reblog: secret });
    expect(await withheldKeys([mention, passedOn])).toEqual(["quill@quiet.example"]);
  });

  test("says so in a post alone that has no address", async () => {
    const mention = mastodonStatus("2", "ada", {
      mentions: [{ id: "9", acct: "quill@quiet.example", url: "https://quiet.example/@quill" }],
    });
    const broken = statusBy({ discoverable: false }, { uri: "" });
    expect(await withheldKeys([mention, broken])).toEqual(["quill@quiet.example"]);
  });

  test("is that of another account, to or from which they have moved", async () => {
    const moved = (account: StatusParts, to: StatusParts): StatusParts =>
      mastodonStatus("1", "old@quiet.example", {
        account: { ...account, moved: mastodonAccount("new@quiet.example", to) },
      });
    const newly = (account: StatusParts): StatusParts =>
      mastodonStatus("2", "new@quiet.example", { account });
    const both = ["new@quiet.example", "old@quiet.example"];
    expect(await withheldKeys([moved({ discoverable: false }, {}), newly({})])).toEqual(both);
    expect(await withheldKeys([moved({}, {}), newly({ discoverable: false })])).toEqual(both);
    expect(await withheldKeys([moved({}, { discoverable: false })])).toEqual(both);
    const saidYes = newly({ discoverable: true });
    expect(await withheldKeys([moved({ discoverable: false }, {}), saidYes])).toEqual([
      "old@quiet.example",
    ]);
  });
});

describe("a post whose visibility is of a kind that nobody knows", () => {
  test.each([
    [["private"]],
    [{ a: "private" }],
    [0],
    [false],
    ["mutuals_only"],
    [""],
    [null],
  ])("such as %j is not read", async (visibility) => {
    const { items } = await readText(ndjson([statusBy({}, { visibility })]));
    expect(items).toEqual([]);
  });
});

describe("a local account of a server's answer", () => {
  test.each([
    ["quill", true],
    ["quill@quiet.example", true],
    ["quill@elsewhere.example", false],
  ])("%s speaks for itself: %s", async (acct, isHome) => {
    const answer = {
      request: { uri: "https://quiet.example/api/v1/timelines/tag/meded" },
      status: 200,
      recorded_at: "2026-03-01T00:00:00Z",
      body: [mastodonStatus("1", "quill@quiet.example", { account: { acct } })],
    };
    const { items } = await readText(ndjson([answer]));
    const accounts = items.filter((item): item is AccountItem => item.type === "account");
    expect(accounts.map((account) => account.isHome)).toEqual([isHome]);
  });
});

describe("a protected account on X is not named", () => {
  const ada = { id_str: "1", screen_name: "ada" };
  const quill = { id_str: "2", screen_name: "quill", protected: true };
  const post = (id: string, user: object, more: object = {}): object => ({
    id_str: id,
    created_at: "Wed Mar 04 12:00:00 +0000 2026",
    full_text: "secret words #MedEd https://t.co/a",
    user,
    entities: { hashtags: [{ text: "MedEd" }], urls: [{ expanded_url: "https://quill.example/" }] },
    ...more,
  });

  test("where it stands in a repost or a quote of the old API, and its words are not read", async () => {
    for (const inner of ["retweeted_status", "quoted_status"]) {
      const row = post("11", ada, { entities: {}, [inner]: post("10", quill) });
      expect(await withheldKeys([row])).toEqual(["x:2"]);
      const { items } = await readText(ndjson([row]));
      expect(items.flatMap((item) => (item.type === "post" ? [item.key] : []))).toEqual(["x:11"]);
    }
  });

  test("where its own post is left out", async () => {
    expect(await withheldKeys([post("10", quill), post("11", ada)])).toEqual(["x:2"]);
    const inWords = { ...quill, protected: "true" };
    expect(await withheldKeys([post("10", inWords)])).toEqual(["x:2"]);
  });

  test("where the new API lists it among those who are mentioned", async () => {
    const page = {
      data: [
        {
          id: "11",
          author_id: "1",
          text: "hello @quill",
          entities: { mentions: [{ id: "2", username: "quill" }] },
        },
      ],
      includes: {
        users: [
          { id: "1", username: "ada" },
          { id: "2", username: "quill", protected: true },
        ],
      },
    };
    expect(await withheldKeys([page])).toEqual(["x:2"]);
  });
});

describe("a note of Misskey", () => {
  const note = {
    id: "9x",
    createdAt: "2026-03-01T10:00:00.000Z",
    text: "hello",
    visibility: "public",
    user: { id: "u1", username: "quill", host: "quiet.example" },
  };

  test.each([
    [{ isSuspended: true }],
    [{ isSilenced: "true" }],
  ])("whose author is %j makes them private, as on Mastodon", async (more) => {
    const { items } = await readText(ndjson([{ ...note, user: { ...note.user, ...more } }]));
    expect(items.filter(({ type }) => type === "account")).toMatchObject([
      { profile: { isPrivate: true } },
    ]);
  });

  test("whose author is shown to nobody without an account does not name them", async () => {
    const user = { ...note.user, requireSigninToViewContents: true };
    expect(await withheldKeys([{ ...note, user }])).toEqual(["quill@quiet.example"]);
  });

  test("that is local, whatever the sign for that, is not read", async () => {
    const { items } = await readText(ndjson([{ ...note, localOnly: "yes" }]));
    expect(items).toEqual([]);
  });
});

test("somebody on Bluesky who is hidden from visitors without an account is not named", async () => {
  const post = (labels: readonly object[]) => ({
    ...{ uri: "at://did:plc:ann/app.bsky.feed.post/1", cid: "c" },
    author: { did: "did:plc:ann", handle: "ann.bsky.social", labels },
    record: { $type: "app.bsky.feed.post", createdAt: "2026-03-01T12:00:00.000Z", text: "hello" },
  });
  const noindexOf = async (labels: readonly object[]) => {
    const { nodes } = await readText(`${JSON.stringify(post(labels))}\n`);
    return nodes.map(({ profile }) => profile.noindex);
  };
  expect(await noindexOf([{ val: "!no-unauthenticated" }])).toEqual([true]);
  expect(await noindexOf([])).toEqual([undefined]);
});
