import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type AskedEnds, findTimeEnds } from "../../src/network/time-ends.js";
import { runCommand } from "../support/run-command.js";
import { mastodonStatus, ndjson } from "../support/statuses.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const dayMs = 86_400_000;
const whole: AskedEnds = { since: undefined, until: undefined };

function endsOf(days: readonly number[], asked = whole) {
  const { first, last } = findTimeEnds(
    Float64Array.from(days, (day) => day * dayMs),
    asked,
  );
  return [first / dayMs, last / dayMs];
}

/** A post a day. */
const season = Array.from({ length: 60 }, (_, day) => 1000 + day);

describe("the ends of a collection", () => {
  test("are its first and its last post", () => {
    expect(endsOf(season)).toEqual([1000, 1059]);
    expect(endsOf([])).toEqual([Number.NaN, Number.NaN]);
    expect(endsOf([7])).toEqual([7, 7]);
  });

  test("leave out a post in 1970 and one that is months ahead", () => {
    expect(endsOf([0, ...season, 1150])).toEqual([1000, 1059]);
    expect(endsOf([0, ...season], { since: undefined, until: undefined })).toEqual([1000, 1059]);
    expect(endsOf([...season, 20_000])).toEqual([1000, 1059]);
  });

  test("leave out one post of fifty at most", () => {
    const many = Array.from({ length: 150 }, (_, at) => 1000 + at / 3);
    expect(endsOf([...many, 2000, 2001, 2002])).toEqual([1000, many[149]]);
    expect(endsOf([...many, 2000, 2001, 2002, 2003])).toEqual([1000, 2003]);
  });

  test("keep a pause of up to two weeks, or of no more than three of its own pauses", () => {
    expect(endsOf([...season, 1059 + 14])).toEqual([1000, 1073]);
    expect(endsOf([...season, 1059 + 15])).toEqual([1000, 1059]);
    expect(endsOf([1000 - 15, ...season])).toEqual([1000, 1059]);
    const sparse = Array.from({ length: 20 }, (_, month) => month * 30);
    expect(endsOf([...sparse, 19 * 30 + 90])).toEqual([0, 19 * 30 + 90]);
    expect(endsOf([...sparse, 19 * 30 + 91])).toEqual([0, 19 * 30]);
  });

  test("keep a pause of half of a short collection, and of two days in any", () => {
    const meeting = Array.from({ length: 61 }, (_, hour) => 1000 + hour / 10);
    expect(endsOf([...meeting, 1006 + 2.9])).toEqual([1000, 1008.9]);
    expect(endsOf([...meeting, 1006 + 3.1])).toEqual([1000, 1006]);
    const evening = Array.from({ length: 20 }, (_, minute) => 1000 + minute / 1440);
    expect(endsOf([...evening, 1002])).toEqual([1000, 1002]);
    expect(endsOf([...evening, 1003])).toEqual([1000, 1000 + 19 / 1440]);
  });

  test("are what was asked for, and those of few posts", () => {
    expect(endsOf([0, ...season, 2000], { since: 0, until: undefined })).toEqual([0, 1059]);
    expect(endsOf([0, ...season, 2000], { since: undefined, until: 3000 * dayMs })).toEqual([
      1000, 2000,
    ]);
    expect(endsOf([0, 1000, 1001, 2000])).toEqual([0, 2000]);
  });
});

const folder = temporaryFolder();

test("an oddly dated post changes nobody's place, and is told", async () => {
  const statuses = Array.from({ length: 40 }, (_, at) => {
    const author = `user${at % 8}`;
    const named = `user${(at * 3 + 1) % 8}`;
    return mastodonStatus(String(at), author, {
      day: 1 + (at % 28),
      account: { discoverable: true, indexable: true },
      mentions: [{ id: `id-${named}`, acct: named, url: `https://home.example/@${named}` }],
    });
  });
  const odd = mastodonStatus("odd", "user0", {
    created_at: "2099-01-01T00:00:00Z",
    account: { discoverable: true, indexable: true },
  });
  const analyse = async (name: string, rows: readonly unknown[]) => {
    const file = join(folder, `${name}.ndjson`);
    writeFileSync(file, ndjson(rows));
    const { stdout } = await runCommand(["analyze", file, "--bootstrap", "0", "--json"]);
    return JSON.parse(stdout);
  };
  const plain = await analyse("plain", statuses);
  const mixed = await analyse("odd", [...statuses, odd]);
  expect(plain.follow.eligible).toBeGreaterThan(0);
  const places = ({ follow }: typeof plain) =>
    follow.lists.map(({ list, people }: { list: string; people: Record<string, unknown>[] }) => [
      list,
      people.map(({ person, score, links }) => ({ person, score, links })),
    ]);
  expect(places(mixed)).toEqual(places(plain));
  expect(mixed.follow.leftOut).toEqual(plain.follow.leftOut);
  expect(mixed.chronicle.activity.bins).toEqual(plain.chronicle.activity.bins);
  expect(mixed.provenance).toMatchObject({
    analysed: 41,
    oddTimes: 1,
    lastPost: plain.provenance.lastPost,
  });
  expect(mixed.follow.warnings.join()).toMatch(
    /1 post is dated 2099-01-01, far from all others.*--until/u,
  );
});
