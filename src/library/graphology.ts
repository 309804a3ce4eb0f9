import { DirectedGraph } from "graphology";
import type { AbstractGraph, Attributes } from "graphology-types";
import type { MeasuredNetwork, Person, Tie } from "./measure-network.js";
import { type Posts, type ReadOptions, readPosts } from "./read-posts.js";

export type PersonAttributes = Omit<Person, "id">;
export type TieAttributes = Omit<Tie, "source" | "target">;

/**
 * A graph of graphology with everybody and their measures as attributes of nodes, and ties with `weight`. Its nodes
 * are the people's ids.
 */
export function toGraphology({
  people,
  ties,
}: MeasuredNetwork): DirectedGraph<PersonAttributes, TieAttributes> {
  const graph = new DirectedGraph<PersonAttributes, TieAttributes>();
  for (const { id, ...attributes } of people) graph.addNode(id, attributes);
  for (const { source, target, ...attributes } of ties) graph.addEdge(source, target, attributes);
  return graph;
}

/**
 * A network that is a graph of graphology already, to go on with as with posts. An edge may have `weight`, `kind` and
 * a time, a node whatever `nodes.csv` has; an undirected edge counts in each direction.
 */
export function fromGraphology(
  graph: AbstractGraph<Attributes, Attributes>,
  { respect }: Pick<ReadOptions, "respect"> = {},
): Promise<Posts> {
  return readPosts(["-"], {
    format: ["node-link"],
    standardInput: oneOf(new TextEncoder().encode(JSON.stringify(graph.export()))),
    ...(respect === undefined ? {} : { respect }),
  });
}

async function* oneOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
