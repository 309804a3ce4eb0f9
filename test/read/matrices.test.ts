import { describe, expect, test } from "vitest";
import { readText } from "../support/items-of-text.js";

async function tiesIn(text: string): Promise<string[]> {
  const { ties } = await readText(text);
  return ties.map(
    ({ source, target, isDirected }) => `${source} ${isDirected ? "->" : "--"} ${target}`,
  );
}

describe("UCINET DL", () => {
  const people = "labels:\nann,bob,cee\ndata:\n";

  test.each([
    ["lowerhalf", "0\n1 0\n0 1 0", ["bob -- ann", "cee -- bob"]],
    ["lowerhalf diagonal=absent", "1\n0 1", ["bob -- ann", "cee -- bob"]],
    ["upperhalf diagonal = present", "0 1 0\n0 1\n0", ["ann -- bob", "bob -- cee"]],
    ["upperhalf diagonal absent", "1 0\n1", ["ann -- bob", "bob -- cee"]],
    ["fullmatrix diagonal=absent", "1 0\n0 1\n1 0", ["ann -> bob", "bob -> cee", "cee -> ann"]],
    ["fullmatrix", "0 1 0 0 0 1 1 0 0", ["ann -> bob", "bob -> cee", "cee -> ann"]],
  ])("a %s is read to the last cell", async (layout, cells, ties) => {
    expect(await tiesIn(`dl n=3 format=${layout}\n${people}${cells}\n`)).toEqual(ties);
  });

  test.each([
    ["dl nr=2, nc=3\ndata:\n1 0 1\n0 1 1\n", "two modes"],
    ["DL nr=2 nc=2 format=edgelist2\nlabels embedded\ndata:\nann e1\n", "two modes"],
    [`dl n=3 nm=2\n${people}0 1 0\n0 0 1\n0 0 0\n0 0 1\n1 0 0\n0 1 0\n`, "2 networks"],
    [`dl n=3 format=nodelist1b\n${people}1 2\n0\n0\n`, "nodelist1b"],
    [`dl n=3\n${people}0 1 0\n0 0 1\n`, "6 cells"],
    [`dl n=3 format=lowerhalf\n${people}1\n0 1\n`, "3 cells"],
  ])("%j is refused with the reason", async (text, reason) => {
    await expect(readText(text)).rejects.toThrow(reason);
  });
});

describe("matrices without names", () => {
  test.each([
    "0,1,0\n0,0,2\n1,0,0\n",
    "0 1 0 0\n0 0 1 1\n1 0 0 1\n0 0 1 0\n",
    '"","V1","V2","V3"\n"1",0,1,0\n"2",0,0,1\n"3",1,0,0\n',
    "V1;V2;V3\n0;1;0\n0;0;1\n1;0;0\n",
  ])("%j is refused, and no edge list", async (text) => {
    await expect(readText(text)).rejects.toThrow("without names");
  });

  test.each([
    "1 2 5\n2 3 1\n3 1 4\n",
    "0 1 3\n1 2 1\n2 0 2\n",
    "V1,V2\nann,bob\nbob,cee\n",
  ])("%j is an edge list all the same", async (text) => {
    expect((await readText(text)).summary.format).toBe("edge-list");
  });
});

describe("times of ties", () => {
  const timesOf = async (...cells: string[]): Promise<string[]> => {
    const rows = cells.map((cell, at) => `p${at},p${at + 1},"${cell}"`);
    const { ties } = await readText(["source,target,date", ...rows, ""].join("\n"));
    return ties.map(({ first }) => (first === undefined ? "none" : new Date(first).toISOString()));
  };

  test.each([
    [
      ["31/12/2020 10:00", "1/12/2020 11:30"],
      ["2020-12-31T10:00", "2020-12-01T11:30"],
    ],
    [
      ["12/31/2020 10:00 PM", "12/1/2020 9:00 AM"],
      ["2020-12-31T22:00", "2020-12-01T09:00"],
    ],
    [
      ["31.12.2020 10:00", "1.12.2020"],
      ["2020-12-31T10:00", "2020-12-01T00:00"],
    ],
    [
      ["43831.5", "43832.25"],
      ["2020-01-01T12:00", "2020-01-02T06:00"],
    ],
    [
      ["2020-01-01", "2020-01-02T03:00:00Z"],
      ["2020-01-01T00:00", "2020-01-02T03:00"],
    ],
    [
      ["1577836800", "1577836860"],
      ["2020-01-01T00:00", "2020-01-01T00:01"],
    ],
  ])("%j are read as those of posts are", async (cells, times) => {
    expect(await timesOf(...cells)).toEqual(times.map((time) => `${time}:00.000Z`));
  });

  test("that could be read in two ways are asked about", async () => {
    await expect(timesOf("5/1/2020", "6/1/2020")).rejects.toThrow("either number as the day");
  });

  test("one that is none is told and costs no other", async () => {
    expect(await timesOf("31/12/2020", "soon")).toEqual(["2020-12-31T00:00:00.000Z", "none"]);
  });
});
