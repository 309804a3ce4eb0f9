import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ColumnMap, parseColumnMap } from "../../src/model/column-map.js";
import { UserError } from "../../src/model/errors.js";
import type { Item, PostItem } from "../../src/model/item.js";
import type { InputSummary } from "../../src/model/provenance.js";
import { readInput } from "../../src/read/read-input.js";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tagatlas-table-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function readTable(
  text: string,
  map?: ColumnMap,
): Promise<{ posts: PostItem[]; summary: InputSummary }> {
  const path = join(folder, "posts.csv");
  await writeFile(path, text);
  const items: Item[] = [];
  const options = {
    format: undefined,
    map,
    ordinal: 0,
    standardInput: (async function* () {})(),
    onProgress: () => {},
  };
  const summary = await readInput(path, options, (item) => {
    items.push(item);
    return item.type === "post" ? "kept" : "beside";
  });
  return { posts: items.flatMap((item) => (item.type === "post" ? [item] : [])), summary };
}

const tiesOf = (post: PostItem | undefined) =>
  post?.relations.map(({ kind, account }) => `${kind} ${account}`);

describe("tables of posts", () => {
  test("a header of id, created_at, user and text needs no map", async () => {
    const { posts, summary } = await readTable(
      'id,created_at,user,text\n310842161446928384,2013-03-10T19:58:41Z,Ann,"RT @Bob: one\nin #R"\n',
    );
    expect(summary.format).toBe("table");
    expect(posts).toHaveLength(1);
    expect(posts[0]).toMatchObject({
      key: "x:310842161446928384",
      author: "x:@ann",
      time: Date.UTC(2013, 2, 10, 19, 58, 41),
      url: "https://x.com/Ann/status/310842161446928384",
      tags: ["R"],
      origin: "found",
    });
    expect(tiesOf(posts[0])).toEqual(["repost x:@bob"]);
  });

  test("a text in which a line begins with a bracket stays a cell of the table", async () => {
    const { posts } = await readTable('time,user,text\n2020-01-01 10:00,a,"so\n[Blog] {1}"\n');
    expect(posts).toHaveLength(1);
  });

  test("a damaged id is recovered from the post's link", async () => {
    const { posts } = await readTable(
      "id,time,user,text,url\n1.26E+18,2020-01-01 10:00,a,hi,https://twitter.com/a/status/1260000000000000001\n",
    );
    expect(posts[0]?.key).toBe("x:1260000000000000001");
  });

  test("without a link a damaged id gives way to a key of what the row says", async () => {
    const row = (id: string, text: string) => `${id},2020-01-01 10:00,a,${text}\n`;
    const { posts } = await readTable(
      `id,time,user,text\n${row("1.26E+18", "one")}${row("1.26E+18", "two")}${row("3.25097962567e+17#3463", "one")}`,
    );
    const [one, two, again] = posts.map(({ key }) => key);
    expect(one).toMatch(/^x:row-[0-9a-f]{24}$/u);
    expect(two).not.toBe(one);
    expect(again).toBe(one);
  });

  test("columns that the map names are believed rather than the text", async () => {
    const map = parseColumnMap("author=who,time=when,text=words,reply-to=to,mentions=names");
    const { posts } = await readTable(
      "who,when,words,to,names\na,1357000000,@x hello,bob,'@Cy; dan'\nb,NA,RT @e: hi @f,,f\n",
      map,
    );
    expect(tiesOf(posts[0])).toEqual(["reply x:@bob", "mention x:@cy", "mention x:@dan"]);
    expect(posts[0]?.time).toBe(1_357_000_000_000);
    expect(tiesOf(posts[1])).toEqual(["repost x:@e"]);
    expect(posts[1]?.time).toBeUndefined();
  });

  test.each([
    ["2020-01-05", Date.UTC(2020, 0, 5)],
    ["2020-01-05 10:30", Date.UTC(2020, 0, 5, 10, 30)],
    ["1578220200", Date.UTC(2020, 0, 5, 10, 30)],
    ["1578220200000", Date.UTC(2020, 0, 5, 10, 30)],
    ["2020-13-45", undefined],
    ["yesterday", undefined],
  ])("a time may be written %s", async (written, time) => {
    const { posts } = await readTable(`time,user,text\n${written},a,hi\n`);
    expect(posts[0]?.time).toBe(time);
  });

  test("a row without an author costs itself alone", async () => {
    const { posts, summary } = await readTable("time,user,text\n2020-01-01,,hi\n2020-01-01,a,hi\n");
    expect(posts).toHaveLength(1);
    expect(summary.skipped).toEqual([
      { reason: "a row without an author", count: 1, firstLines: [2] },
    ]);
  });

  test("a table that nothing recognises is answered with its columns and the nearest names", async () => {
    const reading = readTable("when,Usr Name,Full-Txt\n2020-01-01,a,hi\n");
    await expect(reading).rejects.toThrow(/its columns are when, Usr Name, Full-Txt/u);
    await expect(reading).rejects.toMatchObject({
      nextStep: expect.stringContaining("--map 'time=when,author=Usr Name,text=Full-Txt'"),
    });
  });

  test("a map of a column that is not there is answered with the nearest name", async () => {
    const reading = readTable(
      "id,created_at,user,text\n1,2020-01-01,a,hi\n",
      parseColumnMap("author=usr,text=text"),
    );
    await expect(reading).rejects.toMatchObject({
      message: expect.stringContaining('no column "usr"'),
      nextStep: "perhaps --map with author=user",
    });
  });
});

describe("--map", () => {
  test.each([
    ["author", "not FIELD=COLUMN"],
    ["author=", "not FIELD=COLUMN"],
    ["colour=x", "not FIELD=COLUMN"],
    ["author=a,author=b", "names author twice"],
    ["text=t", "does not tell who posts"],
    ["author=a,time=t", "nothing that makes a tie"],
  ])("refuses %s", (written, why) => {
    expect(() => parseColumnMap(written)).toThrow(UserError);
    expect(() => parseColumnMap(written)).toThrow(why);
  });

  test("takes a column whose name holds spaces and an equals sign", () => {
    expect(parseColumnMap("author= User Name ,text=a=b")).toEqual({
      author: "User Name",
      text: "a=b",
    });
  });
});
