import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { perKind } from "../../src/model/interaction.js";
import { usualOutputs } from "../../src/model/report-outputs.js";
import { reportFiles } from "../../src/report/report-files.js";
import type { PublicPerson } from "../../src/report/view/public-person.js";
import { analyzeFiles } from "../support/analyze-files.js";
import { cases } from "../support/cases.js";
import { publicNetwork, publicPerson, publicTie } from "../support/public-network.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const outputs = temporaryFolder();
const fixture = fileURLToPath(new URL("../../fixtures/community.ndjson", import.meta.url));
const original = join(outputs, "original");

function table(folder: string, name: string): Record<string, string>[] {
  return parse(readFileSync(join(folder, name), "utf8"), { columns: true, bom: true });
}

describe("a network that was written", () => {
  beforeAll(async () => {
    // Coarse figures are not those of the ties.
    await analyzeFiles([fixture], original, {
      coarsen: "never",
      only: ["network.gexf", "network.graphml", "nodes.csv", "edges.csv"],
    });
  });

  test.each([
    ["network.gexf", ["network.gexf"]],
    ["network.graphml", ["network.graphml"]],
    ["nodes.csv and edges.csv", ["nodes.csv", "edges.csv"]],
    ["edges.csv and nodes.csv", ["edges.csv", "nodes.csv"]],
  ])("as %s is read back: people, ties, weights by kind, times, and what is measured of them", async (name, files) => {
    const again = join(outputs, name);
    const { inputs, outcome } = await analyzeFiles(
      files.map((file) => join(original, file)),
      again,
      { only: ["nodes.csv", "edges.csv"] },
    );
    expect(outcome).not.toHaveProperty("nothing");
    for (const input of inputs)
      expect(input).toMatchObject({ skipped: [], unknownKeys: [], endedEarly: undefined });
    expect(readFileSync(join(again, "edges.csv"), "utf8")).toBe(
      readFileSync(join(original, "edges.csv"), "utf8"),
    );
    const people = table(original, "nodes.csv");
    const peopleAgain = table(again, "nodes.csv");
    expect(peopleAgain).toHaveLength(people.length);
    // Own posts are not known again, nor what rests on them.
    const isLost = /^(?:role|posts|first_post|last_post|pagerank|betweenness)$/u;
    // Nodes come in another order, and chance may find other communities as good.
    const isOfCommunity = /^(?:community|participation_coefficient|within_community_z)$/u;
    const isConduct = /^(?:active_days|replies_to_newcomers|median_reply_minutes|links_shared)$/u;
    for (const [index, person] of people.entries()) {
      const expected = Object.entries(person).filter(
        ([column]) =>
          !isLost.test(column) && !isOfCommunity.test(column) && !isConduct.test(column),
      );
      expect(peopleAgain[index]).toMatchObject(Object.fromEntries(expected));
      for (const measure of ["pagerank", "betweenness"]) {
        expect(Number(peopleAgain[index][measure])).toBeCloseTo(Number(person[measure]), 12);
      }
    }
  });

  test("says that it came without posts and recommends nobody", async () => {
    const again = join(outputs, "warned");
    const { outcome } = await analyzeFiles([join(original, "network.gexf")], again, {
      only: ["follow.csv"],
    });
    expect(outcome).toMatchObject({
      tieCount: 991,
      text: expect.stringContaining("came without posts"),
    });
    expect(table(again, "follow.csv")).toEqual([]);
  });
});

test("any names and weights are read back from each of the files", async () => {
  const name = fc.string({ unit: "grapheme", minLength: 1, maxLength: 10 });
  const id = name
    .filter((text) => !/[\s\p{C}\p{Z}]/u.test(text))
    .filter((text) => !/^'+[=+\-@＝＋－＠]/u.test(text));
  const weight = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
  let run = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(id, { minLength: 2, maxLength: 6 }),
      fc.array(fc.tuple(fc.nat(5), fc.nat(5), weight, fc.constantFrom("reply", "follow")), {
        minLength: 1,
      }),
      async (ids, drawn) => {
        const sorted = [...ids].sort();
        const people = sorted.map(
          (key): PublicPerson => publicPerson(key, { name: key, followers: 7 }),
        );
        const pairs = new Map(
          drawn
            .map(([from, to, strength, kind]) => ({
              from: from % ids.length,
              to: to % ids.length,
              strength,
              kind,
            }))
            .filter(({ from, to }) => from !== to)
            .map((tie) => [`${tie.from} ${tie.to}`, tie]),
        );
        const ties = [...pairs.values()].map(({ from, to, strength, kind }) =>
          publicTie(sorted[from], sorted[to], {
            weight: strength,
            byKind: { ...perKind(() => 0), [kind]: strength },
            first: "2026-01-05T10:00:00Z",
            last: "2026-02-05T10:00:00Z",
          }),
        );
        run += 1;
        const written = join(outputs, `run-${run}`);
        const report = publicNetwork(people, ties);
        for (const { name: file, render } of reportFiles(report, {
          wanted: new Set(usualOutputs),
          bom: true,
        })) {
          writeFileSync(`${written}-${file}`, [...render()].join(""));
        }
        for (const files of [["network.gexf"], ["network.graphml"], ["nodes.csv", "edges.csv"]]) {
          const out = `${written}-${files[0]}-again`;
          await analyzeFiles(
            files.map((file) => `${written}-${file}`),
            out,
          );
          const again: unknown = JSON.parse(readFileSync(join(out, "report.json"), "utf8"));
          expect(again).toMatchObject({
            people: people.map(({ id: key, followers }) => ({
              id: key,
              label: key,
              name: key,
              followers,
            })),
          });
          const tiesAgain = table(out, "edges.csv").map((row) =>
            [row.weight, row.reply, row.follow, row.first, row.last].join(),
          );
          const expected = ties.map((tie) =>
            [tie.weight, tie.byKind.reply, tie.byKind.follow, tie.first, tie.last].join(),
          );
          expect(tiesAgain.toSorted()).toEqual(expected.toSorted());
        }
      },
    ),
    { numRuns: cases(15) },
  );
}, 60_000);
