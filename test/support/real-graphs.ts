import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { Network } from "../../src/model/network.js";
import { networkOf } from "../measure/literature-graphs.js";
import { realData } from "./real-data.js";

type Row = readonly [source: string, target: string, weight: number];

/** Files of graphs that others published; how many people each has, and how it is written. */
export const realGraphs = [
  { file: "networkx__karate_weighted.edges.csv", people: 34, read: tableRows, isMutual: true },
  { file: "networkdata__dolphins_2.edges.csv", people: 62, read: tableRows, isMutual: true },
  { file: "networkx__les_miserables.edges.csv", people: 77, read: tableRows, isMutual: true },
  { file: "gephi__football.graphml", people: 115, read: graphmlRows, isMutual: true },
  { file: "quakers_edgelist.csv", people: 119, read: tableRows, isMutual: true },
  { file: "congress.edgelist", people: 475, read: spacedRows, isMutual: false },
  { file: "higgs-reply.edgelist", people: 38_918, read: spacedRows, isMutual: false },
  { file: "higgs-mention.edgelist", people: 116_408, read: spacedRows, isMutual: false },
] as const;

export type RealGraph = (typeof realGraphs)[number];

/** People are numbered as they first come; an undirected tie stands in both directions. */
export function readRealGraph({ file, read, isMutual }: RealGraph): Network {
  const numberOf = new Map<string, number>();
  const number = (name: string): number => {
    const known = numberOf.get(name) ?? numberOf.size;
    numberOf.set(name, known);
    return known;
  };
  const pairs = read(readFileSync(realData(`graphs/${file}`), "utf8")).map(
    ([source, target, weight]) => [number(source), number(target), weight] as const,
  );
  return networkOf(numberOf.size, pairs, isMutual);
}

/** `u v w`, or `u v {'weight': w}`. */
function spacedRows(text: string): Row[] {
  return text
    .trim()
    .split("\n")
    .map((line) => {
      const [source, target] = line.split(" ");
      return [source, target, Number(/[\d.e-]+(?=\}?$)/u.exec(line)?.[0])];
    });
}

/** A tie without a weight weighs 1. */
function tableRows(text: string): Row[] {
  const rows: string[][] = parse(text, { from_line: 2 });
  return rows.map(([source, target, weight = "1"]) => [source, target, Number(weight)]);
}

function graphmlRows(text: string): Row[] {
  return [...text.matchAll(/source="(\w+)" target="(\w+)"/gu)].map(([, source, target]) => [
    source,
    target,
    1,
  ]);
}
