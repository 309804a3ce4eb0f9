import { expect, test } from "vitest";
import { renderReportHtml } from "../../src/report/page/report-html.js";
import { reportFiles, rowsToWrite } from "../../src/report/report-files.js";
import { watchRows } from "../../src/report/watch-rows.js";
import { publicNetwork, publicPerson, publicTie } from "../support/public-network.js";

test("the rows that are told while all files are written come to what was to be expected", () => {
  const people = Array.from({ length: 250 }, (_, person) => publicPerson(`p${person}`));
  const ties = people.slice(1, 151).map(({ id }) => publicTie(id, "p0"));
  const report = publicNetwork(people, ties);
  const told: number[] = [];
  const watched = watchRows(report, (made) => told.push(made));
  const map = { address: "", width: 1, height: 1 };
  const page = renderReportHtml(watched, map, { script: "", style: "" });
  for (const pieces of [...reportFiles(watched).map((file) => file.render()), page]) {
    expect([...pieces].length).toBeGreaterThan(0);
  }
  expect(rowsToWrite(report)).toBe(2000);
  expect(told).toEqual([1000, 2000]);
});
