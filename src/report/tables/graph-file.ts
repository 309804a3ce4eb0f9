import type { GraphAttribute } from "./graph-attributes.js";

/** A network as it stands in a graph file. */
export interface GraphFile<Node, Edge> {
  readonly creator: string;
  readonly title: string;
  /** What a tie is. */
  readonly tieRule: string;
  readonly isDirected: boolean;
  readonly nodeAttributes: readonly GraphAttribute<Node>[];
  readonly edgeAttributes: readonly GraphAttribute<Edge>[];
  readonly nodes: Iterable<Node> & { readonly length: number };
  readonly edges: Iterable<Edge> & { readonly length: number };
}

export interface GraphNode {
  readonly id: string;
  readonly label: string;
}

export interface GraphEdge {
  readonly source: string;
  readonly target: string;
  readonly weight: number;
}
