import { describe, expect, test } from "vitest";
import { readWorkbook } from "../../src/read/workbook.js";
import { readText } from "../support/items-of-text.js";
import { tieRow } from "../support/tie-rows.js";
import { xlsxFile } from "../support/xlsx-file.js";

/** 2015-03-01 10:00:01 in days since 1899-12-30, as Excel counts. */
const march = { serial: 42064.41667824074 };

describe("a workbook of Excel", () => {
  test("of NodeXL gives the edges and the people of its sheets", async () => {
    const workbook = xlsxFile({
      Edges: [
        [undefined, undefined, "Visual Properties", "Other Columns"],
        ["Vertex 1", "Vertex 2", "Color", "Relationship", "Relationship Date (UTC)", "Tweet"],
        ["ann", "bob", undefined, "Replies to", march, "hello"],
        ["cat", "bob", undefined, "Retweet", march, "hello"],
      ],
      Vertices: [
        [undefined, "Subgraph", "Visual Properties", "Labels"],
        ["Vertex", "Subgraph", "Color", "Label", "Followers"],
        ["ann", undefined, undefined, "Ann", 12],
        ["eve"],
      ],
      Groups: [["Group"], ["G1"]],
    });
    const { ties, nodes, summary } = await readText(workbook);
    expect(ties.map(tieRow)).toEqual(["ann>bob 1 reply", "cat>bob 1 repost"]);
    expect(ties[0].first).toBe(Date.UTC(2015, 2, 1, 10, 0, 1));
    expect(nodes).toMatchObject([
      { key: "ann", profile: { label: "Ann", followers: 12 } },
      { key: "eve" },
    ]);
    expect(summary.format).toBe("edge-list");
    expect(summary.unknownKeys).toContainEqual({ key: "sheet Groups", count: 1 });
  });

  test("of posts is read like a table, with its times and whole ids", async () => {
    const workbook = xlsxFile({
      Notes: [["made by hand"]],
      Posts: [
        ["id", "created_at", "author", "text"],
        ["1600000000000000001", march, "ann", "hello @bob #meded"],
      ],
    });
    const { items, summary } = await readText(workbook);
    expect(summary).toMatchObject({ format: "table", read: 1, kept: 1 });
    expect(items).toContainEqual(
      expect.objectContaining({
        type: "post",
        key: "x:1600000000000000001",
        time: Date.UTC(2015, 2, 1, 10, 0, 1),
      }),
    );
  });

  test("of TAGS is read by the rules of TAGS, beside sheets of other kinds", async () => {
    const workbook = xlsxFile({
      Summary: [["Number of links", 3]],
      Archive: [
        ["id_str", "from_user", "text", "created_at", "entities_str", "status_url"],
        [
          "1600000000000000001",
          "ann",
          "@bob hello #meded",
          "Sun Mar 01 10:00:01 +0000 2015",
          '{"user_mentions":[{"screen_name":"bob","id_str":"2"}],"hashtags":[{"text":"meded"}]}',
          "https://twitter.com/ann/statuses/1600000000000000001",
        ],
      ],
    });
    const { items, summary } = await readText(workbook);
    expect(summary).toMatchObject({ format: "tags", read: 1, kept: 1 });
    expect(items).toContainEqual(
      expect.objectContaining({ type: "post", time: Date.UTC(2015, 2, 1, 10, 0, 1) }),
    );
  });

  test("with nothing that is known is refused with its columns", async () => {
    await expect(readText(xlsxFile({ One: [["age"], [36]] }))).rejects.toThrow(/columns are age/u);
  });

  test("that is cut off is refused, not half read", async () => {
    const whole = xlsxFile({
      Edges: [
        ["source", "target"],
        ["ann", "bob"],
      ],
    });
    await expect(readText(whole.subarray(0, whole.length - 300))).rejects.toThrow(
      /workbook that cannot be read/u,
    );
  });

  test.each([
    ["is larger", { fileBytes: 100, contentBytes: 1 << 20 }],
    ["unpacks to more", { fileBytes: 1 << 20, contentBytes: 100 }],
  ])("that %s than can be held is refused", async (_, limits) => {
    const file = xlsxFile({
      Edges: [
        ["source", "target"],
        ["ann", "bob"],
      ],
    });
    const chunks = (async function* () {
      yield file;
    })();
    await expect(readWorkbook("a.xlsx", chunks, limits)).rejects.toThrow(
      /over 64 MiB, or of over/u,
    );
  });
});
