import { expect, test } from "vitest";
import { columnsOf, tableRow } from "../../src/read/row-columns.js";
import { readText } from "../support/items-of-text.js";

test("all rows of a table have the very same list of columns, so that it is looked at once", () => {
  const columns = ["a", "b"];
  expect(columnsOf(tableRow(columns, ["1", "2"]))).toBe(columns);
  expect(columnsOf({ a: "1", c: "2" })).toEqual(["a", "c"]);
});

test("a default that means nothing here is not carried into each element", async () => {
  const keys = Array.from(
    { length: 3000 },
    (_, at) => `<key id="k${at}" for="all" attr.name="made up ${at}"><default>1</default></key>`,
  );
  const nodes = Array.from({ length: 3000 }, (_, at) => `<node id="p${at}"/>`);
  const weight = '<key id="w" for="edge" attr.name="weight"><default>4</default></key>';
  const {
    ties,
    nodes: people,
    summary,
  } = await readText(
    `<graphml>${keys.join("")}${weight}<graph>${nodes.join("")}<edge source="p0" target="p1"/></graph></graphml>`,
  );
  expect(people).toHaveLength(3000);
  expect(ties[0].strengths[0].weight).toBe(4);
  expect(summary.unknownKeys).toContainEqual({ key: "made up 0", count: 1 });
  // The first thousand and the others as one.
  expect(summary.unknownKeys).toHaveLength(1001);
});
