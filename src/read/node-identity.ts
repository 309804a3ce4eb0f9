import type { RecordReading } from "./input-format.js";
import {
  type NetworkEdge,
  type NetworkNode,
  readNetworkEdge,
  readNetworkNode,
} from "./network-row.js";

interface IdentityRule {
  /** Attributes that may hold whom a node stands for, the best first. */
  readonly attributes: readonly string[];
  /** Whether an id only numbers the nodes of its file. */
  isPlaceholder(id: string): boolean;
}

export interface IdentifiedNetwork {
  node(node: NetworkNode, line: number): void;
  edge(edge: NetworkEdge, line: number): void;
  /** After all: hands on what was waiting for a node. */
  finish(): void;
}

interface Held<Row> {
  readonly row: Row;
  readonly line: number;
}

/**
 * Names the nodes of a file whose ids are numbers of that file alone by the attribute that all of
 * them have and no two share; else by their ids. Holds the nodes up to the first edge, and those
 * edges whose ends come later.
 */
export function identifyNodes(
  rule: IdentityRule,
  onReading: (reading: RecordReading, line: number) => void,
): IdentifiedNetwork {
  let held: Held<NetworkNode>[] | undefined = [];
  const waiting: Held<NetworkEdge>[] = [];
  const keys = new Map<string, string>();
  const taken = new Set<string>();
  let identity: string | undefined;

  const handOnNode = ({ row, line }: Held<NetworkNode>): void => {
    const name = identity === undefined ? undefined : row.attributes.get(identity)?.trim();
    const isNamed = row.id !== undefined && name !== undefined && name !== "" && !taken.has(name);
    const key = isNamed ? name : row.id;
    if (row.id !== undefined && key !== undefined && !keys.has(row.id)) {
      keys.set(row.id, key);
      taken.add(key);
    }
    onReading(readNetworkNode(row.id === undefined ? row : { ...row, id: keys.get(row.id) }), line);
  };

  const handOnEdge = ({ row, line }: Held<NetworkEdge>): void => {
    const keyOf = (id: string | undefined) => (id === undefined ? id : (keys.get(id) ?? id));
    onReading(
      readNetworkEdge({ ...row, source: keyOf(row.source), target: keyOf(row.target) }),
      line,
    );
  };

  const decide = (): void => {
    if (held === undefined) return;
    identity = chooseIdentity(rule, held);
    for (const node of held) handOnNode(node);
    held = undefined;
  };

  return {
    node(row, line) {
      if (held === undefined) handOnNode({ row, line });
      else held.push({ row, line });
    },
    edge(row, line) {
      decide();
      const isKnown = (id: string | undefined): boolean => id === undefined || keys.has(id);
      if (identity === undefined || (isKnown(row.source) && isKnown(row.target))) {
        handOnEdge({ row, line });
      } else waiting.push({ row, line });
    },
    finish() {
      decide();
      for (const edge of waiting.splice(0)) handOnEdge(edge);
    },
  };
}

function chooseIdentity(
  rule: IdentityRule,
  nodes: readonly Held<NetworkNode>[],
): string | undefined {
  const ids = new Set(nodes.map(({ row }) => row.id));
  for (const id of ids) if (id === undefined || !rule.isPlaceholder(id)) return undefined;
  return rule.attributes.find((attribute) => {
    const names = new Map<string, string | undefined>();
    for (const { row } of nodes) {
      const name = row.attributes.get(attribute)?.trim() ?? "";
      if (name === "" || (names.has(name) && names.get(name) !== row.id)) return false;
      names.set(name, row.id);
    }
    return ![...names.keys()].every((name) => /^n\d+$/u.test(name));
  });
}
