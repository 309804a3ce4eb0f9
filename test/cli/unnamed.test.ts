import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runCommand } from "../support/run-command.js";
import {
  mastodonAccount,
  mastodonMention,
  mastodonStatus,
  ndjson,
  type StatusParts,
} from "../support/statuses.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();

/*
 * One person has opted out. Four others write of them in every way that is drawn, all in one analysis.
 */
const quill: StatusParts = {
  display_name: "Zqgívén Zqfämily",
  discoverable: false,
  uri: "https://quiet.example/ap/users/115777000777000777",
  url: "https://quiet.example/@zqhandle",
  fields: [
    { name: "Web", value: '<a href="https://zqsite.example">zqsite.example</a>' },
    { name: "Old", value: "zqbare.example" },
  ],
  note:
    '<p>At <a href="https://lab.example/zqpage">lab</a>, with ' +
    '<a href="https://home.example/@ada" class="u-url mention">@<span>ada</span></a></p>',
};
const post = mastodonStatus("900001", "zqhandle@quiet.example", {
  account: quill,
  uri: "https://quiet.example/ap/users/115777000777000777/statuses/116888000888000888",
  url: "https://quiet.example/p/zq42",
});
const before = mastodonStatus("900002", "zqhandle@quiet.example", {
  account: { ...quill, display_name: "Zqformer" },
  created_at: "2026-02-01T12:00:00.000Z",
});

const forbidden =
  /zqhandle|zqg[ií]v[eé]n|zqfae?mily|zqfämily|zqformer|zqsite|zqbare|zqpage|zq42|115777000777000777|116888000888000888|quiet\.example/iu;

const stem = fc.constantFrom("zqhandle", "zqgiven", "zqfamily", "zqfaemily", "zqformer", "Zqgívén");
const title = fc.constantFrom("", "dr", "team", "ask", "thankyou", "welove", "a", "prof", "happy");
const ending = fc.constantFrom("", "s", "es", "2026", "7", "fans", "talk", "rocks", "atmeded");
const word = fc.tuple(title, stem, ending).map(([front, middle, end]) => `${front}${middle}${end}`);
const prose = fc.oneof(
  word,
  stem.map((name) => `${name}'s`),
  stem.map((name) => `${name}’s`),
  fc.constantFrom("zqgiven-zqfamily", "the_zqgiven_show", "zqfamilyzqgiven", "ZQGIVEN ZQFAMILY"),
);
const page = fc.constantFrom(
  "https://quiet.example/@zqhandle",
  "https://quiet.example/users/zqhandle",
  "https://quiet.example/ap/users/115777000777000777",
  "https://quiet.example/users/115777000777000777",
  "https://quiet.example/p/zq42",
  "https://quiet.example/ap/users/115777000777000777/statuses/116888000888000888",
  "https://other.example/@zqhandle@quiet.example",
  "https://zqsite.example/cv",
  "https://zqbare.example/cv",
  "https://lab.example/zqpage",
  "https://drzqfamily.example/",
  "https://x.example/i/user/115777000777000777",
);
const link = fc
  .tuple(page, fc.constantFrom("", "/", "?x=1", "#a", "/embed"), fc.nat({ max: 3 }), fc.boolean())
  .map(([address, tail, encodings, isPlain]) => {
    let to = `${isPlain ? address.replace("https:", "http:").replace("//", "//www.") : address}${tail}`;
    if (encodings === 0) return to;
    for (let left = encodings; left > 0; left -= 1) to = encodeURIComponent(to);
    return `https://r.example/?u=${to}`;
  });

function statusesOfOthers(
  words: readonly string[],
  tags: readonly string[],
  links: readonly string[],
): StatusParts[] {
  const content = [
    "<p>zzcontrol words</p>",
    ...words.map((text) => `<p>${text}</p>`),
    ...[...links, "https://plain.example/zzpage", "https://home.example/@ada/900"].map(
      (to) => `<a href="${to}">l</a>`,
    ),
  ].join(" ");
  return ["ada", "bob", "cyd", "dan"].map((acct, at) =>
    mastodonStatus(String(at + 1), acct, {
      account: {
        display_name: `Friend of @zqhandle@quiet.example ${at}`,
        url: at === 0 ? "https://home.example/friends/zqhandle" : `https://home.example/@${acct}`,
        discoverable: true,
      },
      content,
      tags: [{ name: "MedEd" }, { name: "zzcontroltag" }, ...tags.map((name) => ({ name }))],
      mentions: [
        {
          ...mastodonMention("zqhandle@quiet.example"),
          ...mastodonAccount("zqhandle@quiet.example"),
        },
      ],
    }),
  );
}

/** With what stands around each, so that a failure says where it is. */
function leaksIn(text: string): string[] {
  const pattern = new RegExp(`.{0,40}(?:${forbidden.source}).{0,40}`, "giu");
  return (text.match(pattern) ?? []).slice(0, 20);
}

function everythingIn(out: string): string {
  return readdirSync(out)
    .filter((name) => !name.endsWith(".png"))
    .map((name) => readFileSync(join(out, name), "utf8"))
    .join("\n");
}

describe("somebody who has opted out", () => {
  const [words, tags, links] = fc.sample(
    fc.tuple(
      fc.array(prose, { minLength: 1000, maxLength: 1500 }),
      fc.array(word, { minLength: 1000, maxLength: 1500 }),
      fc.array(link, { minLength: 500, maxLength: 800 }),
    ),
    1,
  )[0];
  const path = join(folder, "zqhandle-archive.ndjson");
  const answers = ["ada", "bob", "cyd"].map((acct, at) =>
    mastodonStatus(`91${at}`, acct, { in_reply_to_id: "900001", zqhandle_note: 1 }),
  );
  const rows = [...statusesOfOthers(words, tags, links), post, before, ...answers];
  writeFileSync(path, ndjson(rows));
  const list = join(folder, "list.txt");
  writeFileSync(list, "zqhandle@quiet.example\nada@home.example\n");

  test("is named in no file, page, picture, standard output or error, however others write of them", async () => {
    const out = join(folder, "out");
    const unknown = "zqhandle@elsewhere.example";
    const result = await runCommand([
      "analyze",
      path,
      "--tag",
      "MedEd",
      "--out",
      out,
      "--bootstrap",
      "0",
      "--keep",
      unknown,
    ]);
    const all = `${everythingIn(out)}\n${result.stderr}\n${result.stdout}`.replaceAll(out, "");
    expect(leaksIn(all)).toEqual([]);
    for (const control of [
      "zzcontrol",
      "zzcontroltag",
      "https://plain.example/zzpage",
      "https://home.example/@ada/900",
      "ada@home",
    ]) {
      expect(all).toContain(control);
    }
    const asJson = await runCommand([
      "analyze",
      path,
      "--tag",
      "MedEd",
      "--json",
      "--bootstrap",
      "0",
    ]);
    expect(leaksIn(asJson.stdout + asJson.stderr)).toEqual([]);
    const asked = await runCommand(["follow", path, "--tag", "MedEd", "--bootstrap", "0"]);
    expect(leaksIn(asked.stdout + asked.stderr)).toEqual([]);
  }, 120_000);

  const self = "zqhandle@quiet.example";
  test.each([
    ["analyze", "--for", self, "--keep", self, "--exclude", self],
    ["analyze", "--following", list, "--trust", list],
    ["analyze", "--metrics", "nodexl", "--edges", "nodexl", "--coarsen", "never"],
    ["follow", "--for", self],
    ["follow", "--for", self, "--list", "personal", "--json"],
    ["follow", "--following", list, "--keep", self, "--list", "personal"],
    ["inspect"],
    ["inspect", "--json"],
    ["convert", "--to", "posts"],
    ["convert", "--to", "csv"],
    ["convert", "--to", "interactions"],
    ["convert", "--to", "ids"],
    ["validate", "--cuts", "1", "--resamples", "40"],
  ])("is not named by %s %s %s %s %s", async (command, ...more) => {
    const out = join(folder, `out-${command}-${more.join("").replace(/\W+/gu, "")}`);
    const hasFolder = command === "analyze";
    const place = hasFolder ? ["--bootstrap", "0", "--out", out] : [];
    const { stdout, stderr } = await runCommand([command, path, ...more, ...place]);
    const all = `${hasFolder ? everythingIn(out) : ""}\n${stdout}\n${stderr}`;
    expect(leaksIn(all.replaceAll(out, "").replaceAll(path, ""))).toEqual([]);
    expect(stdout).not.toBe("");
  });

  test("is in no column of a table, of whatever kind, that convert has made and analyze reads", async () => {
    const table = join(folder, "again.csv");
    await runCommand(["convert", path, "--to", "csv", "--out", table]);
    const { stdout, stderr } = await runCommand(["analyze", table, "--json", "--bootstrap", "0"]);
    expect(leaksIn(stdout + stderr)).toEqual([]);
    expect(stdout).toContain("ada@home.example");
  });

  test.each([
    [
      "v1.1",
      (id: string, user: object, text: string, link: string) => ({
        ...{ id_str: id, created_at: "Wed Mar 04 12:00:00 +0000 2026", full_text: text, user },
        entities: { hashtags: [{ text: "MedEd" }], urls: [{ expanded_url: link }] },
      }),
    ],
    [
      "v2",
      (id: string, user: object, text: string, link: string) => ({
        ...{ id, created_at: "2026-03-04T12:00:00.000Z", text },
        author_id: Reflect.get(user, "id"),
        author: user,
        entities: { hashtags: [{ tag: "MedEd" }], urls: [{ expanded_url: link }] },
      }),
    ],
  ])("of X %s is not named by where their profile leads", async (_, post) => {
    const leads = (url: string) => ({ urls: [{ expanded_url: url }] });
    const person = (id: string, name: string, more: object = {}) => ({
      ...{ id, id_str: id, username: name, screen_name: name, name },
      ...more,
    });
    const quiet = person("9", "mute", {
      description: "#nobot",
      entities: {
        url: leads("https://zqsite.example"),
        description: leads("https://lab.example/zqpage"),
      },
    });
    const rows = [
      post("1", quiet, "#MedEd", "https://plain.example/zzpage"),
      ...["https://zqsite.example/cv", "https://lab.example/zqpage"].flatMap((link, half) =>
        ["ada", "bob", "cyd"].flatMap((name, at) => [
          post(`${half}${at}20`, person(`2${at}`, name), "#MedEd", link),
          post(`${half}${at}30`, person(`2${at}`, name), "#MedEd", "https://plain.example/zzpage"),
        ]),
      ),
    ];
    const path = join(folder, "x-sites.ndjson");
    writeFileSync(path, ndjson(rows));
    const { stdout } = await runCommand(["analyze", path, "--json", "--bootstrap", "0"]);
    expect(leaksIn(stdout)).toEqual([]);
    expect(stdout).toContain("zzpage");
  });

  test.each([
    ["Renée Ångqvist", "#renee", "renee"],
    ["Renée Ångqvist", "#Reneeangqvist", "angqvist"],
    ["Ŋala Qvorŧ", "#qvort", "qvort"],
    ["Ŋala Qvorŧ", "#NGALA", "ngala"],
    ["Νίκος Ζκβαρ", "#ΝΙΚΟΣ", "ΝΙΚΟΣ"],
    ["ज्योति शर्मा", "#ज्योति", "ज्योति"],
    ["Dr. Zqsmall, MD 🩺", "#DrZqsmall", "zqsmall"],
    ["J. Q. Zqlong", "#jqzqlong", "zqlong"],
  ])("called %s is not named by the hashtag %s", async (display_name, tag, token) => {
    const rows = [
      mastodonStatus("1", "zq_9.z@quiet.example", {
        account: { display_name, discoverable: false },
      }),
      ...["ada", "bob", "cyd", "dan"].map((acct, at) =>
        mastodonStatus(String(at + 2), acct, {
          content: `<p>hello ${tag} zq_9.z @zq_9.z@quiet.example</p>`,
          tags: [{ name: "MedEd" }, { name: tag.slice(1) }, { name: tag.slice(1).toLowerCase() }],
        }),
      ),
    ];
    const path = join(folder, "folded.ndjson");
    writeFileSync(path, ndjson(rows));
    const asked = ["analyze", path, "--tag", "MedEd", "--json", "--bootstrap", "0"];
    const { stdout, stderr } = await runCommand(asked);
    const all = (stdout + stderr).toLowerCase();
    expect(all).toContain("ada@home.example");
    expect(all).not.toContain(token.toLowerCase());
    expect(all).not.toContain("zq_9");
  });

  test.each([
    ["a site among the words of the bio", { note: "<p>Blog: zqplace.example, weekly</p>" }],
    ["another account in the bio", { note: "<p>also @zqplace@other.example</p>" }],
    [
      "another account in the bio that is a link",
      {
        note: '<p><a href="https://other.example/@zqplace" class="u-url mention">@zqplace</a></p>',
      },
    ],
    ["another account in a field", { fields: [{ name: "Alt", value: "@zqplace@other.example" }] }],
    ["a site among words in a field", { fields: [{ name: "Web", value: "see zqplace.example" }] }],
    ["an ORCID iD", { note: "<p>ORCID 0000-0002-1825-0097</p>" }],
  ])("whose profile tells %s is not named by links there", async (_, account) => {
    const theirs = [
      "https://zqplace.example/a",
      "https://other.example/@zqplace",
      "https://search.example/?q=cache:zqplace.example/about",
      "https://orcid.org/0000-0002-1825-0097",
    ].filter((link) =>
      /zqplace\.example/u.test(JSON.stringify(account))
        ? link.includes("zqplace.example")
        : link.includes("note" in account && account.note.includes("ORCID") ? "orcid" : "@zqplace"),
    );
    const greeted = { ...account, discoverable: false };
    const links = [...theirs, "https://plain.example/zzpage", "https://home.example/@ada/77"];
    const content = links.map((link) => `<a href="${link}">l</a>`).join(" ");
    const rows = [
      mastodonStatus("1", "mute@quiet.example", { account: greeted }),
      ...["ada", "bob", "cyd", "dan"].map((acct, at) =>
        mastodonStatus(String(at + 2), acct, { content: `<p>hello ${content}</p>` }),
      ),
    ];
    const path = join(folder, "places.ndjson");
    writeFileSync(path, ndjson(rows));
    const asked = ["analyze", path, "--tag", "MedEd", "--json", "--bootstrap", "0"];
    const { stdout, stderr } = await runCommand(asked);
    expect(theirs).not.toEqual([]);
    expect(stdout + stderr).not.toMatch(/zqplace|0000-0002-1825-0097/iu);
    expect(stdout).toContain("https://plain.example/zzpage");
  });

  test("and greets somebody in the bio does not take their links along", async () => {
    const note = "<p>#nobot, friend of @ada@home.example</p>";
    const content = '<p><a href="https://home.example/@ada/77">l</a></p>';
    const rows = [
      mastodonStatus("1", "mute@quiet.example", { account: { note } }),
      ...["ada", "bob", "cyd"].map((acct, at) => mastodonStatus(String(at + 2), acct, { content })),
    ];
    const path = join(folder, "greeted.ndjson");
    writeFileSync(path, ndjson(rows));
    const { stdout } = await runCommand(["analyze", path, "--json", "--bootstrap", "0"]);
    expect(stdout).toContain("https://home.example/@ada/77");
    expect(stdout).not.toContain("mute@quiet.example");
  });
});
