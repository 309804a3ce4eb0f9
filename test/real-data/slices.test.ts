import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { hasRealData, realData } from "../support/real-data.js";
import { runCommand } from "../support/run-command.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();

async function sliced(name: string, ...words: readonly string[]) {
  const out = join(folder, name.replaceAll("/", "-"));
  const only = "slices.csv,communities-over-time.csv,network.csv";
  const usual = ["--bootstrap", "0", "--only", only, "--out", out];
  expect((await runCommand(["analyze", realData(name), ...words, ...usual])).code).toBe(0);
  const table = (file: string): Record<string, string>[] =>
    z
      .array(z.record(z.string(), z.string()))
      .parse(parse(readFileSync(join(out, file)), { columns: true, bom: true }));
  const slices = table("slices.csv");
  const network = new Map(table("network.csv").map(({ metric, value }) => [metric, value]));
  const column = (key: string): number[] => slices.map((row) => Number(row[key]));
  const sum = (key: string): number => column(key).reduce((a, b) => a + b, 0);
  /** The place of the slice that begins on a day. */
  const from = (day: string): number => slices.findIndex((row) => row.from.startsWith(day));
  return { column, sum, from, network, communities: table("communities-over-time.csv") };
}

describe.skipIf(!hasRealData)("#rstats of 2013 by month", () => {
  test("has the posts and people that the table's own columns count", async () => {
    const { column, sum, network, communities } = await sliced(
      "hashtags/rstats_2013.csv",
      "--slices",
      "month",
    );
    // By month of created_at, and by user in small letters: Python's csv module, without tagatlas.
    const posts = column("posts").map((own, at) => own + column("reposts")[at]);
    expect(posts).toEqual([1645, 2984, 2935, 2862, 3208, 2044]);
    expect(sum("newcomers")).toBe(3743);
    expect(sum("total_edges")).toBe(Number(network.get("total_edges")));
    // The circle around the packages of rOpenSci is there in four months at least.
    const science = communities.filter(({ label }) => label === "#openscience");
    expect(science.length).toBeGreaterThanOrEqual(4);
  });
});

describe.skipIf(!hasRealData)("#useR2018 by day", () => {
  test("has the replies of the network that others published, each on its day", async () => {
    const words = ["--slices", "day", "--edges", "clean:reply"];
    const { column, sum, from } = await sliced("hashtags/useR2018.rtweet.ndjson.gz", ...words);
    const published = readFileSync(realData("hashtags/useR2018-replies.published.graphml"), "utf8");
    const edges = [...published.matchAll(/<edge[^>]*source="(n\d+)" target="(n\d+)"/gu)];
    expect(edges).toHaveLength(291);
    // They keep replies to oneself, which `clean` leaves out.
    const others = edges.filter(([, source, target]) => source !== target).length;
    expect(sum("total_edges")).toBe(others);
    // By reply_to_screen_name and created_at of the rows, with Python, without tagatlas.
    const byDay = [1, 0, 1, 0, 1, 4, 6, 16, 50, 25, 36, 7, 5];
    expect(column("total_edges").slice(from("2018-07-03"))).toEqual(byDay);
  });

  test.each(["conversation", "clean:mention"])("parts its %s network", async (edges) => {
    const words = ["--tag", "useR2018", "--slices", "day", "--edges", edges];
    const { sum, network } = await sliced("hashtags/useR2018.rtweet.ndjson.gz", ...words);
    expect(sum("total_edges")).toBe(Number(network.get("total_edges")));
    expect(sum("posts")).toBeGreaterThan(1000);
  });
});
