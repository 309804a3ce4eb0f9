import { describe, expect, test } from "vitest";
import { readText } from "../support/items-of-text.js";
import { hasPythonPackages } from "../support/measure-in-python.js";
import { writeInPython } from "../support/networks-in-python.js";

const people = ["ada l", "bob", "çem", "d'an", "<eve> & co", "isolated"];
const ties = [
  ["ada l", "bob", 2.5, "reply"],
  ["bob", "çem", 1, "retweet"],
  ["bob", "d'an", 3, "mention"],
  ["çem", "<eve> & co", 0.25, "quote"],
  ["<eve> & co", "ada l", 12, "mention"],
] as const;
const kinds = { reply: "reply", retweet: "repost", mention: "mention", quote: "quote" };

describe.runIf(hasPythonPackages)(
  "what networkx and igraph write is read back to the same ties",
  () => {
    test.each([
      ["a directed network", true],
      ["an undirected network", false],
    ])("%s", async (_, directed) => {
      const files = writeInPython({ directed, people, ties });
      expect(files.size).toBe(12);
      for (const [name, file] of files) {
        const read = await readText(file, {
          ...(name.endsWith("edgelist") && !directed ? { format: "undirected-edge-list" } : {}),
        });
        const found = read.ties.map(({ source, target, isDirected, strengths }) => {
          const ends = directed ? [source, target] : [source, target].sort();
          return [...ends, isDirected, strengths];
        });
        const expected = ties.map(([source, target, weight, kind]) => {
          const ends = directed ? [source, target] : [source, target].sort();
          return [...ends, directed, [{ kind: kinds[kind], weight }]];
        });
        const inOrder = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
        expect([name, inOrder(found)]).toEqual([name, inOrder(expected)]);
        if (!name.endsWith("edgelist")) {
          expect(read.nodes.map(({ key }) => key).sort()).toEqual([...people].sort());
        }
      }
    });
  },
);
