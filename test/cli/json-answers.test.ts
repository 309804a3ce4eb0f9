import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { answerJsonSchemas, answers } from "../../src/model/answers/answer-schemas.js";
import { type MastodonServer, startMastodonServer } from "../support/mastodon-server.js";
import { runCommand } from "../support/run-command.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();
const community = "fixtures/community.ndjson";
const hourMs = 3_600_000;
let server: MastodonServer;

/** The clock of commands stands at 1970. */
const posts = Array.from({ length: 9 }, (_, row) => ({
  id: String(9000 - row),
  acct: ["ada", "ben", "cem"][row % 3],
  createdAt: new Date(-(row + 1) * hourMs).toISOString(),
  tags: ["MedEd"],
  ...(row < 6 ? { inReplyTo: String(9000 - row - 1) } : {}),
}));

beforeAll(async () => {
  server = await startMastodonServer({ posts });
});
afterAll(() => server.close());

const inFolder = (name: string): string => join(folder, name);

/** By command: words before `--json`, and words of commands that come first. */
const calls: Readonly<Record<string, () => { before?: string[][]; words: string[] }>> = {
  analyze: () => ({ words: [community, "--tag", "MedEd", "--bootstrap", "2", "--top", "5"] }),
  "analyze-network": () => ({
    words: [community, "--tag", "MedEd", "--network", "people-hashtags"],
  }),
  collect: () => ({
    words: [
      "MedEd",
      "--from",
      `${server.name.origin},http://127.0.0.1:9`,
      "--patience",
      "0",
    ].concat(["--out", inFolder("collected")]),
  }),
  compare: () => {
    const usual = [community, "--tag", "MedEd", "--bootstrap", "2", "--only", "report.json"];
    return {
      before: [
        ["analyze", ...usual, "--until", "2026-02-16", "--out", inFolder("early")],
        ["analyze", ...usual, "--since", "2026-02-16", "--out", inFolder("late")],
      ],
      words: [inFolder("early"), inFolder("late"), "--bootstrap", "2"],
    };
  },
  config: () => ({ words: ["analyze"] }),
  convert: () => ({ words: [community, "--to", "posts", "--out", inFolder("posts.ndjson")] }),
  follow: () => ({
    words: [
      community,
      "--tag",
      "MedEd",
      "--bootstrap",
      "3",
      "--for",
      "helper_ximena@nurses.example",
    ],
  }),
  forget: () => {
    writeFileSync(inFolder("who.txt"), "@ben@127.0.0.1\n");
    const collection = inFolder("to-forget");
    return {
      before: [["collect", "MedEd", "--from", server.name.origin, "--out", collection]],
      words: [collection, inFolder("who.txt")],
    };
  },
  inspect: () => ({ words: [community, "README.md", inFolder("nowhere")] }),
  network: () => ({
    before: [["convert", community, "--to", "posts", "--out", inFolder("rows.ndjson")]],
    words: [inFolder("rows.ndjson"), "--out", inFolder("network")],
  }),
  redo: () => ({
    before: [
      ["analyze", community, "--bootstrap", "0", "--only", "nodes.csv", "-o", inFolder("r")],
    ],
    words: [inFolder("r"), "--inputs", "fixtures"],
  }),
  run: () => ({ words: ["MedEd", "--from", server.name.origin, "--out", inFolder("ran")] }),
  servers: () => ({ words: ["MedEd", "--from", server.name.origin] }),
  validate: () => ({ words: [community, "--tag", "MedEd", "--resamples", "40"] }),
};

/** The command whose answer it is. */
const typed = (answer: string): string => answer.replace(/-.*$/u, "");

async function answerOf(command: string, ...more: string[]) {
  const { before = [], words } = calls[command]();
  for (const first of before) expect((await runCommand(first)).code).toBe(0);
  const { stdout, stderr } = await runCommand([typed(command), ...words, "--json", ...more]);
  expect(stdout, stderr).not.toBe("");
  return JSON.parse(stdout);
}

describe("with --json", () => {
  test("every command of a schema has one in the package, made from the sources", () => {
    expect(Object.keys(calls).sort()).toEqual(Object.keys(answers).sort());
    for (const [name, schema] of Object.entries(answerJsonSchemas())) {
      const published = JSON.parse(readFileSync(join("docs/schemas", name), "utf8"));
      expect(published, "npm run schemas").toEqual(JSON.parse(JSON.stringify(schema)));
      expect(published.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
    }
  });

  test.each(
    Object.keys(calls),
  )("%s prints one object that its schema describes, every key of it", async (command) => {
    const answer = await answerOf(command);
    expect(Object.keys(answer).slice(0, 3)).toEqual(["schemaVersion", "command", "settings"]);
    expect(answer).toMatchObject({
      command: typed(command),
      provenance: { tool: "tagatlas", version: expect.stringMatching(/^\d+\.\d+\.\d+/u) },
    });
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
    ajv.addFormat("date-time", true);
    const isPublished = ajv.compile(answerJsonSchemas()[`answers/${command}.schema.json`]);
    const isWhole = ajv.compile(z.toJSONSchema(answers[command], { io: "output" }));
    for (const check of [isPublished, isWhole]) {
      check(answer);
      expect(check.errors?.slice(0, 3) ?? []).toEqual([]);
    }
    const oddKeys = new Set<string>();
    JSON.stringify(answer, (key, value) => {
      if (!/^[a-z][a-zA-Z0-9]*$|^\d*$/u.test(key) && !/^--/u.test(key)) oddKeys.add(key);
      return value;
    });
    expect([...oddKeys], "one casing").toEqual([]);
  }, 60_000);

  test("settings are typed, by the names of a settings file, and those of nobody are absent", async () => {
    const { settings } = await answerOf("follow", "--order", "d");
    expect(settings).toMatchObject({ tag: "MedEd", bootstrap: 3, order: "d", keep: [] });
    expect(settings).not.toHaveProperty("since");
    expect(settings).not.toHaveProperty("json");
  });

  test("whoever has opted out is not named among the settings, though they were typed", async () => {
    const answer = await answerOf("follow", "--keep", "private_ines@med.example");
    expect(JSON.stringify(answer)).not.toContain("private_ines");
    expect(answer.settings.keep).toEqual([expect.stringMatching(/^withheld:/u)]);
  });

  test("a handle is not among the settings where nothing says whether it may be named", async () => {
    const words = ["compare", community, community, "--tag", "MedEd", "--bootstrap", "0"];
    const ego = ["--ego", "helper_ximena@nurses.example"];
    const { stdout } = await runCommand([...words, ...ego, "--json"]);
    expect(JSON.parse(stdout).settings).not.toHaveProperty("ego");
  });

  test("an error leaves standard output empty, and convert needs a file", async () => {
    for (const words of [
      ["analyze", "nowhere.ndjson"],
      ["convert", community, "--to", "ids"],
      ["follow", community, "--tag", "nosuchtag"],
    ]) {
      const { code, stdout, stderr } = await runCommand([...words, "--json"]);
      expect(code).toBeGreaterThan(0);
      expect(stdout).toBe("");
      expect(stderr).toMatch(/^tagatlas: /mu);
    }
  });
});
