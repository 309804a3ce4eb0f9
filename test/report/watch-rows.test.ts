import { expect, test } from "vitest";
import { usualOutputs } from "../../src/model/report-outputs.js";
import { renderReportHtml } from "../../src/report/page/report-html.js";
import { reportFiles, rowsToWrite } from "../../src/report/report-files.js";
import { watchRows } from "../../src/report/words/watch-rows.js";
import { bareMap, publicNetwork, publicPerson, publicTie } from "../support/public-network.js";

/** How many rows are told, every thousandth, while all files of this network are written. */
function rowsTold(people: number, tiesEach: number): { told: number[]; expected: number } {
  const everybody = Array.from({ length: people }, (_, at) => publicPerson(`p${at}`));
  const ties = everybody.flatMap(({ id }, at) =>
    Array.from({ length: tiesEach }, (_, tie) =>
      publicTie(id, everybody[(at + 1 + tie) % people].id),
    ),
  );
  const report = publicNetwork(everybody, ties);
  const told: number[] = [];
  const watched = watchRows(report, (made) => told.push(made));
  const map = { address: "", look: bareMap };
  const page = renderReportHtml(watched, map, { script: "", style: "" });
  for (const pieces of [
    ...reportFiles(watched, { wanted: new Set(usualOutputs), bom: true }).map((file) =>
      file.render(),
    ),
    page,
  ]) {
    expect([...pieces].length).toBeGreaterThan(0);
  }
  return { told, expected: rowsToWrite(report) };
}

test("the rows that are told while all files are written come to what was to be expected", () => {
  expect(rowsTold(200, 1)).toEqual({ told: [1000, 2000], expected: 2400 });
});

test("so they do where the page shows the strongest ties alone", () => {
  const { told, expected } = rowsTold(250, 249);
  expect(expected).toBe(5 * (250 + 62_250) + 60_000 + 2 * 250);
  expect(told.at(-1)).toBe(Math.floor(expected / 1000) * 1000);
});

test("so they do where there are too many people for the page to list them", {
  timeout: 240_000,
}, () => {
  const { told, expected } = rowsTold(150_001, 0);
  expect(expected).toBe(6 * 150_001);
  expect(told.at(-1)).toBe(Math.floor(expected / 1000) * 1000);
});
