import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { runCommand } from "../support/run-command.js";
import { mastodonMention, mastodonStatus, ndjson } from "../support/statuses.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();
const community = "fixtures/community.ndjson";
const nodesSchema = z.array(z.object({ id: z.string(), posts: z.string(), in_degree: z.string() }));

const listsSchema = z.object({
  follow: z.object({
    lists: z.array(
      z.object({
        list: z.string(),
        people: z.array(
          z.object({
            score: z.number(),
            scores: z.object({ d: z.number() }),
            person: z.object({ id: z.string() }),
          }),
        ),
      }),
    ),
  }),
});

const statusSchema = z.looseObject({
  url: z.string().optional(),
  account: z.looseObject({
    acct: z.string(),
    display_name: z.string(),
    url: z.string().optional(),
  }),
});

/** Every handle, address and name of three words' length that the input holds. */
function tokensOf(path: string): Set<string> {
  const tokens = new Set<string>();
  for (const line of readFileSync(path, "utf8").trimEnd().split("\n")) {
    const parsed = statusSchema.safeParse(JSON.parse(line.startsWith("{") ? line : "{}"));
    if (!parsed.success) continue;
    const { url, account } = parsed.data;
    for (const token of [account.acct, account.acct.split("@")[0], account.url, url]) {
      if (token !== undefined && token.length > 5) tokens.add(token);
    }
    if (account.display_name.length > 8) tokens.add(account.display_name);
  }
  return tokens;
}

async function analyzed(name: string, ...more: string[]) {
  const out = join(folder, name);
  const words = ["analyze", community, "--tag", "MedEd", "--bootstrap", "0", "--scale", "0.25"];
  const result = await runCommand([...words, "--pseudonymize", "--out", out, ...more]);
  expect(result.stderr).not.toMatch(/^tagatlas: /mu);
  expect(result.code).toBe(0);
  return { out, ...result };
}

function nodesOf(out: string) {
  return nodesSchema.parse(
    parse(readFileSync(join(out, "nodes.csv")), { columns: true, bom: true }),
  );
}

describe("a report that names nobody", async () => {
  const key = join(folder, "keys", "key");
  const first = await analyzed("first", "--key", key, "--keep", "rising_joy@med.example");

  test("has no handle, name or address of anybody, in no file and no picture", () => {
    const tokens = tokensOf(community);
    expect(tokens.size).toBeGreaterThan(1000);
    const texts = readdirSync(first.out).map((name) => readFileSync(join(first.out, name), "utf8"));
    for (const text of [...texts, first.stdout]) {
      const found = [...tokens].filter((token) => text.includes(token));
      expect(found).toEqual([]);
    }
    expect(first.stdout).toMatch(/^ {2}1 {2}p-[0-9a-f]{16} /mu);
  });

  test("has none either where people and lists are typed, in lists on the terminal and as JSON", async () => {
    const list = join(folder, "list.txt");
    const people = ["helper_bruno@uni.example", "bridge_pia@clinic.example"];
    writeFileSync(list, people.join("\n"));
    const more = ["--key", key, "--for", people[0], "--following", list, "--trust", list];
    const personal = await analyzed("personal", ...more, "--exclude", people[1]);
    const names = readdirSync(personal.out).filter((name) => !name.endsWith(".png"));
    const texts = names.map((name) => readFileSync(join(personal.out, name), "utf8"));
    const asked = ["follow", community, "--tag", "MedEd", "--bootstrap", "0", "--pseudonymize"];
    for (const form of [[], ["--json"], ["--list", "personal"], ["--list", "personal", "--json"]]) {
      const { stdout, stderr } = await runCommand([...asked, ...more, ...form]);
      expect(stdout).toMatch(/p-[0-9a-f]{16}/u);
      texts.push(stdout, stderr);
    }
    const tokens = [...tokensOf(community)];
    for (const text of [...texts, personal.stdout, personal.stderr]) {
      expect(tokens.filter((token) => text.includes(token))).toEqual([]);
    }
  });

  test("calls people the same in every run with that key, whoever has opted out too", async () => {
    const month = await analyzed("month", "--key", key, "--since", "2026-02-01");
    const all = new Set(nodesOf(first.out).map(({ id }) => id));
    const some = nodesOf(month.out).map(({ id }) => id);
    expect(all.size).toBe(293);
    expect(some.every((id) => /^p-[0-9a-f]{16}$/u.test(id))).toBe(true);
    expect(some.filter((id) => !all.has(id))).toEqual([]);
  });

  test("shares no name with a run of another key, and the numbers are the same", async () => {
    const other = await analyzed("other", "--key", join(folder, "other-key"));
    const numbers = (out: string) =>
      nodesOf(out)
        .map(({ posts, in_degree }) => `${posts} ${in_degree}`)
        .sort();
    const ids = new Set(nodesOf(first.out).map(({ id }) => id));
    expect(nodesOf(other.out).filter(({ id }) => ids.has(id))).toEqual([]);
    expect(numbers(other.out)).toEqual(numbers(first.out));
  });

  test("puts people of equal rank in the order of their made-up names, never of their own", () => {
    const { follow } = listsSchema.parse(
      JSON.parse(readFileSync(join(first.out, "report.json"), "utf8")),
    );
    let pairs = 0;
    for (const { list, people } of follow.lists) {
      // Of the next few, those from a community that is not listed yet go first.
      if (list === "starter") continue;
      for (const [at, { scores, score, person }] of people.slice(1).entries()) {
        const above = people[at];
        if (score !== above.score || scores.d !== above.scores.d) continue;
        pairs += 1;
        expect(above.person.id < person.id).toBe(true);
      }
    }
    // How many there are depends a little on the key, which is new in each run.
    expect(pairs).toBeGreaterThan(2);
  });

  test("has a key that only its owner may read, and that no file of the report holds", () => {
    expect(statSync(key).mode & 0o777).toBe(0o600);
    const secret = readFileSync(key, "utf8").trim();
    expect(secret).toMatch(/^[0-9a-f]{64}$/u);
    for (const name of readdirSync(first.out)) {
      expect(readFileSync(join(first.out, name), "utf8")).not.toContain(secret);
    }
  });
});

test("a new handle, a name in a reason and a sign of a robot name nobody either", async () => {
  const engaging = (id: string, author: string, whom: string) =>
    mastodonStatus(id, author, {
      content: '<p>hello <a class="hashtag">#xqtagname</a></p>',
      tags: [{ name: "xqtagname" }],
      mentions: [mastodonMention(whom)],
    });
  const posts = join(folder, "few.ndjson");
  writeFileSync(
    posts,
    ndjson([
      ...["xqann", "xqben", "xqcem"].flatMap((author, at) => [
        engaging(`1${at}`, author, "xqmoved"),
        engaging(`2${at}`, author, "xqtagname"),
        engaging(`3${at}`, author, "xqdan"),
      ]),
      engaging("40", "xqdan", "xqann"),
      engaging("41", "xqtagname", "xqben"),
      mastodonStatus("42", "xqmoved", {
        account: {
          moved: { acct: "xqnewplace@far.example", url: "https://far.example/@xqnewplace" },
        },
        tags: [{ name: "xqtagname" }],
      }),
    ]),
  );
  const words = ["--tag", "xqtagname", "--bootstrap", "0", "--for", "xqben@home.example"];
  const more = ["--keep", "xqtagname@home.example", "--keep", "xqdan@home.example"];
  const plain = await runCommand(["analyze", posts, ...words, ...more, "--json"]);
  for (const told of [/has moved to xqnewplace/u, /whom you know/u, /handle is the hashtag/u]) {
    expect(plain.stdout).toMatch(told);
  }
  const key = ["--pseudonymize", "--key", join(folder, "few-key")];
  const out = join(folder, "few");
  const hidden = await runCommand(["analyze", posts, ...words, ...more, ...key, "--out", out]);
  const list = await runCommand(["follow", posts, ...words, ...more, ...key, "--json"]);
  // The picture is drawn from map.svg.
  const names = readdirSync(out).filter((name) => !name.endsWith(".png"));
  const texts = names.map((name) => readFileSync(join(out, name), "utf8"));
  for (const text of [...texts, hidden.stdout, hidden.stderr, list.stdout]) {
    expect(text.match(/.{0,30}(?:xq(?!tagname)\w+|handle is the hashtag).{0,9}/gu)).toBe(null);
  }
});

describe("a key", () => {
  const words = ["analyze", community, "--pseudonymize", "--bootstrap", "0"];

  test("that others may read, that is none, or that lies among the outputs is refused", async () => {
    const open = join(folder, "open-key");
    writeFileSync(open, "0".repeat(64));
    chmodSync(open, 0o644);
    const none = join(folder, "no-key");
    writeFileSync(none, "password", { mode: 0o600 });
    const out = join(folder, "out");
    mkdirSync(out);
    symlinkSync(open, join(folder, "link-to-open"));
    symlinkSync(join(out, "linked"), join(folder, "link-into-out"));
    for (const [key, message] of [
      [open, /others may read the key/u],
      [join(folder, "link-to-open"), /others may read the key/u],
      [none, /holds no key of tagatlas/u],
      [folder, /holds no key of tagatlas/u],
      [join(out, "..deep", "key"), /in the folder of the outputs/u],
      [join(folder, "link-into-out"), /a file is in its place/u],
      [join(out, "key"), /in the folder of the outputs/u],
      [join(out, "deep", "key"), /in the folder of the outputs/u],
    ] as const) {
      const result = await runCommand([...words, "--out", out, "--key", key]);
      expect(result.code).toBe(2);
      expect(result.stderr).toMatch(message);
    }
    expect(readdirSync(out)).toEqual([]);
  });

  test("is in the configuration folder where no other is named, and is needed for one thing", async () => {
    const list = ["follow", community, "--tag", "MedEd", "--bootstrap", "0", "--pseudonymize"];
    const environment = { XDG_CONFIG_HOME: join(folder, "config") };
    const result = await runCommand(list, "", environment);
    expect(result.stdout).toMatch(/^ {2}1 {2}p-[0-9a-f]{16} /mu);
    expect(statSync(join(folder, "config", "tagatlas", "key")).mode & 0o777).toBe(0o600);
    expect((await runCommand(["analyze", community, "--key", "x"])).stderr).toMatch(/give both/u);
  });
});
