import { describe, expect, test } from "vitest";
import type { TableColumn } from "../../src/model/columns/column.js";
import { nodeColumns } from "../../src/model/columns/node-columns.js";
import { perNodeMeasure } from "../../src/model/columns/node-measures.js";
import { mostTies, pageData } from "../../src/report/page/page-data.js";
import { renderReportHtml } from "../../src/report/page/report-html.js";
import { bareMap, publicNetwork, publicPerson, publicTie } from "../support/public-network.js";

const size = bareMap;

describe("what a page holds for its script", () => {
  test("are the strongest ties where there are more than can be moved, and it says so", () => {
    const people = Array.from({ length: 250 }, (_, at) =>
      publicPerson(`p${String(at).padStart(3, "0")}`),
    );
    const ties = people.flatMap(({ id: source }) =>
      people
        .filter(({ id }) => id !== source)
        .map(({ id: target }, at) => publicTie(source, target, { weight: at < 239 ? 2 : 1 })),
    );
    expect(ties.length).toBeGreaterThan(mostTies);
    const report = publicNetwork(people, ties);
    const data = pageData(report, size);
    expect(data.allTies).toBe(ties.length);
    expect(data.ties.source).toHaveLength(mostTies);
    const kept = new Set(
      data.ties.source.map((source, tie) => `${source} ${data.ties.target[tie]}`),
    );
    const isKept = ({ source, target }: (typeof ties)[number]): boolean =>
      kept.has(`${Number(source.slice(1))} ${Number(target.slice(1))}`);
    expect(ties.filter(({ weight }) => weight === 2).every(isKept)).toBe(true);
    const map = { look: size, address: "" };
    const page = [...renderReportHtml(report, map, { script: "", style: "" })].join("");
    expect(page).toContain("Of 62,250 ties the strongest 60,000 can be moved here");
  });

  test("says nothing of whoever has opted out but what the report says", () => {
    const people = [
      publicPerson("ada@med.example", { name: "Ada", url: "https://med.example/@ada" }),
      publicPerson("withheld-1", { isWithheld: true }),
    ];
    const data = pageData(publicNetwork(people, []), size);
    expect(data.people).toMatchObject({
      label: ["ada@med.example", "withheld-1"],
      name: ["Ada", null],
      url: ["https://med.example/@ada", null],
      isWithheld: [0, 1],
    });
  });

  test("has every number whose column says what it is about, in the column's own words", () => {
    const ada = publicPerson("a", { ...perNodeMeasure(() => 1), followers: 1 });
    const { columns } = pageData(publicNetwork([ada], []), size);
    const told: readonly TableColumn[] = nodeColumns;
    expect(columns.map(({ values, ...words }) => words)).toEqual(
      told.flatMap(({ column: name, about, title, sentence }) =>
        about === undefined ? [] : [{ name, about, title, sentence }],
      ),
    );
    expect(columns.length).toBeGreaterThan(9);
  });

  test("leaves out a number that nobody has", () => {
    const people = [publicPerson("a", { inDegree: 1, betweenness: 0.5 }), publicPerson("b")];
    const names = pageData(publicNetwork(people, []), size).columns.map(({ name }) => name);
    expect(names).toContain("betweenness");
    expect(names).not.toContain("followers");
  });
});
