import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCommand } from "../support/run-command.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();
const people = Array.from({ length: 30 }, (_, at) => `p${String(at).padStart(2, "0")}`);
const time = (day: number) => new Date(Date.UTC(2031, 0, 1 + day)).toISOString();

/**
 * Everybody is mentioned by one other, the first five by one more; the last six are widely known. Whom `follows` says is
 * followed by everybody.
 */
function fileOf(name: string, followed: readonly string[]): string {
  const header = {
    tagatlas: "posts",
    schemaVersion: 1,
    source: "demo",
    deletedPosts: 0,
    clampedTimes: 0,
    undirectedEdges: 0,
    edgesWithoutKind: 0,
  };
  const persons = people.map((handle, at) => ({
    tagatlas: "person",
    id: `x:@${handle}`,
    handle,
    server: "x.com",
    followers: at >= 24 ? 9999 : 9,
  }));
  const posts = people.map((handle, at) => ({
    tagatlas: "post",
    id: `x:${at}`,
    author: `x:@${handle}`,
    time: time(at),
    origin: "found",
    relations: [people[(at + 1) % 30], people[at % 5]]
      .filter((person) => person !== handle)
      .map((person) => ({ kind: "mention", person: `x:@${person}` })),
    words: [],
  }));
  const ties = people.flatMap((source) =>
    followed
      .filter((target) => target !== source)
      .map((target) => ({
        tagatlas: "tie",
        source: `x:@${source}`,
        target: `x:@${target}`,
        kind: "follow",
        weight: 1,
        isAmongMembers: true,
      })),
  );
  const path = join(folder, name);
  const rows = [header, ...persons, ...posts, ...ties];
  writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  return path;
}

async function validated(path: string) {
  const { stdout } = await runCommand(["validate", path, "--resamples", "40", "--json"]);
  const { lists, tables } = JSON.parse(stdout);
  const of = <Row extends { readonly question: string }>(rows: readonly Row[]) =>
    rows.find(({ question }) => question === "following");
  return { verdict: of(lists), table: of(tables) };
}

test("the starter list is held to whom people follow, where posts come with follow lists", async () => {
  const { verdict, table } = await validated(fileOf("known.ndjson", people.slice(24)));
  expect(table).toMatchObject({ learners: 30 });
  expect(verdict).toMatchObject({ method: "starter", kind: "better" });
  const without = await validated(fileOf("reached.ndjson", people.slice(0, 5)));
  expect(without.verdict).toMatchObject({ method: "starter", kind: "worse" });
});

test("without follow lists the starter list has no verdict, and it says what is missing", async () => {
  const { verdict, table } = await validated(fileOf("nobody.ndjson", []));
  expect(table).toMatchObject({ learners: 0, methods: [] });
  expect(verdict).toMatchObject({
    kind: "unknown",
    sentence: "too little here to tell (0 of the 20 follow lists that are needed)",
  });
});
