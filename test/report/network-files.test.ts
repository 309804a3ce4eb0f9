import fc from "fast-check";
import Graph from "graphology";
import * as gexf from "graphology-gexf";
import * as graphml from "graphology-graphml";
import { describe, expect, test } from "vitest";
import { edgeColumns } from "../../src/model/columns/edge-columns.js";
import { nodeColumns } from "../../src/model/columns/node-columns.js";
import { perKind } from "../../src/model/interaction.js";
import {
  edgeAttributes,
  type GraphAttribute,
  nodeAttributes,
  nodeAttributesInGraphml,
} from "../../src/report/tables/graph-attributes.js";
import { renderGexf } from "../../src/report/tables/network-gexf.js";
import { renderGraphml } from "../../src/report/tables/network-graphml.js";
import type { PublicReport } from "../../src/report/view/public-report.js";
import { xmlText } from "../../src/text/xml-text.js";
import { publicNetwork, publicPerson, publicTie } from "../support/public-network.js";

const asGexf = (report: PublicReport) => gexf.parse(Graph, [...renderGexf(report)].join(""));
const asGraphml = (report: PublicReport) =>
  graphml.parse(Graph, [...renderGraphml(report)].join(""));

const ada = publicPerson("ada@home.example", {
  label: "ada@home.example",
  handle: "Ada",
  server: "home.example",
  name: 'Ada "the <first>" & only',
  url: "https://home.example/@ada?a=1&b=2",
  community: "G1",
  role: "core",
  posts: 3,
  firstPost: "2026-01-05T10:00:00Z",
  lastPost: "2026-02-05T10:00:00Z",
  followers: 120,
  following: 80,
  inDegree: 1,
  inStrength: 2.5,
  inByKind: { ...perKind(() => 0), reply: 2.5 },
  pagerank: 0.65,
  betweenness: 0,
  place: { x: 10, y: 20, radius: 4.5, color: "#0a80ff", shape: "circle" },
});
const withheld = publicPerson("withheld-1", { isWithheld: true, outDegree: 1, outStrength: 2.5 });
const report = publicNetwork(
  [ada, withheld],
  [
    publicTie("withheld-1", "ada@home.example", {
      weight: 2.5,
      byKind: { ...perKind(() => 0), reply: 2.5 },
      first: "2026-01-05T10:00:00Z",
    }),
  ],
);

describe.each([
  ["GEXF", asGexf, nodeAttributes, "name"],
  ["GraphML", asGraphml, nodeAttributesInGraphml, "display_name"],
] as const)("%s", (_, read, attributesOfNodes, displayName) => {
  test("has every column of the tables under its own name and with its type", () => {
    const graph = read(report);
    const node = graph.getNodeAttributes("ada@home.example");
    for (const { name, cell } of attributesOfNodes) expect(node[name]).toBe(cell(ada));
    expect(node.label).toBe("ada@home.example");
    const edge = graph.getEdgeAttributes(graph.edges()[0]);
    for (const { name, cell } of edgeAttributes)
      expect(edge[name]).toBe(cell(report.network.ties.row(0)));
    expect(edge.weight).toBe(2.5);
  });

  test("leaves out what is not known", () => {
    const node = read(report).getNodeAttributes("withheld-1");
    for (const name of [displayName, "url", "followers", "first_post", "constraint", "x", "X"])
      expect(node).not.toHaveProperty(name);
  });

  test("of any people is read as the same people and ties by a reader of somebody else", () => {
    const text = fc.string({ unit: "binary", maxLength: 12 });
    const names = fc.uniqueArray(
      // graphology itself takes a node that is called like a method of every object for known.
      text.filter((id) => id.trim() !== "" && !(id in Object.prototype)),
      { minLength: 1, maxLength: 8, selector: (id) => decoded(id) },
    );
    fc.assert(
      fc.property(
        names,
        fc.infiniteStream(
          fc.tuple(text, fc.nat(99), fc.double({ min: 0.1, max: 1e9, noNaN: true })),
        ),
        (ids, more) => {
          const people = ids.map((id) =>
            publicPerson(id, { name: more.next().value[0], followers: more.next().value[1] }),
          );
          const ties = ids.map((id) => publicTie(id, ids[0], { weight: more.next().value[2] }));
          const graph = read(publicNetwork(people, ties));
          expect(graph.nodes()).toEqual(ids.map(decoded));
          for (const { id, label, name, followers } of people) {
            const attributes = graph.getNodeAttributes(decoded(id));
            expect(attributes.label).toBe(decoded(label));
            expect(attributes[displayName] ?? "").toBe(decoded(name ?? ""));
            expect(attributes.followers).toBe(followers);
          }
          for (const { source, target, weight } of ties) {
            const edge = graph.edge(decoded(source), decoded(target));
            expect(graph.getEdgeAttribute(edge, "weight")).toBe(weight);
          }
        },
      ),
    );
  });

  test("of nobody is an empty graph", () => {
    expect(read(publicNetwork([], []))).toMatchObject({ order: 0, size: 0 });
  });
});

/** What XML can hold of a text. */
function decoded(text: string): string {
  return xmlText(text).replace(/&#(\d+);/gu, (_, code) => String.fromCharCode(Number(code)));
}

test("GraphML names people by their ids, which no two share", () => {
  const graph = asGraphml(report);
  expect(graph.mapNodes((_, { name }) => name)).toEqual(graph.nodes());
});

test("GEXF tells position, size and colour of the map, with y upwards", () => {
  const node = asGexf(report).getNodeAttributes("ada@home.example");
  expect(node).toMatchObject({ x: 10, y: -20, size: 4.5, color: "rgb(10,128,255)" });
});

test("GraphML tells them under the names and in the form that NodeXL reads", () => {
  const graph = asGraphml(report);
  expect(graph.getNodeAttributes("ada@home.example")).toMatchObject({
    Color: "10, 128, 255",
    Size: 4.5,
    X: 10,
    Y: 20,
    "In-Degree": 1,
    Tooltip: 'Ada "the <first>" & only (ada@home.example), G1, 120 followers',
  });
  expect(graph.getEdgeAttributes(graph.edges()[0])).toMatchObject({
    "Edge Weight": 2.5,
    Relationship: "Replies to",
  });
});

test.each([
  ["GEXF", renderGexf],
  ["GraphML", renderGraphml],
])("%s calls no attribute type, which Gephi keeps for itself", (_, render) => {
  expect([...render(report)].join("")).not.toMatch(/(?:title|attr\.name)="type"/iu);
});

test("nodes.csv and edges.csv go into Gephi as they are", () => {
  // Gephi's own columns, in any case; a table may not have two of one name, nor a type of its own.
  const nodes = nodeColumns.map(({ column }) => column.toLowerCase());
  const edges = edgeColumns.map(({ column }) => column.toLowerCase());
  expect(nodes).toEqual(expect.arrayContaining(["id", "label"]));
  expect(edges).toEqual(expect.arrayContaining(["source", "target", "weight"]));
  for (const names of [nodes, edges]) expect(new Set(names).size).toBe(names.length);
  expect(edges).not.toEqual(expect.arrayContaining(["type"]));
  expect(edges).not.toEqual(expect.arrayContaining(["kind"]));
});

test("no attribute differs from another by upper and lower case alone", () => {
  const text = [...renderGraphml(report)].join("");
  for (const of of ["node", "edge"]) {
    const names = [...text.matchAll(new RegExp(`for="${of}" attr.name="([^"]*)"`, "gu"))];
    const folded = names.map(([, name]) => name.toLowerCase());
    expect(new Set(folded).size).toBe(folded.length);
  }
});

test("an attribute of text is declared as text, and a number as a number", () => {
  const check = <Row>(attributes: readonly GraphAttribute<Row>[], row: Row): void => {
    for (const { name, type, cell } of attributes) {
      const value = cell(row);
      const expected = type === "string" ? "string" : "number";
      if (value !== undefined) expect([name, typeof value]).toEqual([name, expected]);
    }
  };
  check(nodeAttributes, ada);
  check(edgeAttributes, report.network.ties.row(0));
});
