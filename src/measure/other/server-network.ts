import { none } from "../../model/corpus.js";
import type { InteractionTable } from "../../model/interaction.js";
import type { ItemNetwork } from "../../model/other-network.js";
import { counted } from "../../text/counted.js";
import { homeOf } from "../servers/home-servers.js";
import { type OtherInput, ownPostsByAuthor } from "./other-input.js";
import { fewestUsers } from "./used-items.js";

/**
 * Servers by how often their people engage people of other servers. A server is shown where two or more people
 * are at home who may be named, and then everybody there counts. What stays inside of a server is a number of
 * it, not a tie. O(people + posts + interactions).
 */
export function buildServerNetwork(
  input: OtherInput & { readonly interactions: InteractionTable; readonly isReversed: boolean },
): ItemNetwork {
  const { corpus, withheld, heldBack, interactions, isReversed } = input;
  const own = ownPostsByAuthor(input);
  const hostOf = corpus.accounts.map(homeOf);
  const people = new Set<number>([...interactions.source, ...interactions.target]);
  for (const post of own) people.add(corpus.posts.author[post]);
  const atHome = new Map<string, { people: number; named: number; posts: number }>();
  for (const account of people) {
    const host = hostOf[account];
    if (host === undefined) continue;
    const server = atHome.get(host) ?? { people: 0, named: 0, posts: 0 };
    atHome.set(host, server);
    server.people += 1;
    server.named += withheld[account] === 0 ? 1 : 0;
  }
  for (const post of own) {
    const server = atHome.get(hostOf[corpus.posts.author[post]] ?? "");
    if (server !== undefined) server.posts += 1;
  }
  const shown = [...atHome]
    .filter(([host, { named }]) => named >= fewestUsers && !heldBack.isLink(`https://${host}/`))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const nodeOfHost = new Map(shown.map(([host], node) => [host, node]));
  const nodeOf = hostOf.map((host) => nodeOfHost.get(host ?? "") ?? none);
  const inside = new Float64Array(shown.length);
  const weightOf = new Map<number, number>();
  for (let row = 0; row < interactions.count; row += 1) {
    const [from, to] = [nodeOf[interactions.source[row]], nodeOf[interactions.target[row]]];
    if (from === none || to === none) continue;
    const weight = interactions.weight[row];
    if (from === to) inside[from] += weight;
    else {
      const key = (isReversed ? to : from) * shown.length + (isReversed ? from : to);
      weightOf.set(key, (weightOf.get(key) ?? 0) + weight);
    }
  }
  const ties = [...weightOf].sort(([a], [b]) => a - b);
  const small = atHome.size - shown.length;
  const homeless = [...people].filter((account) => hostOf[account] === undefined).length;
  return {
    items: shown.map(([name]) => ({ kind: "server", name })),
    posts: Int32Array.from(shown, ([, { posts }]) => posts),
    people: Int32Array.from(shown, ([, server]) => server.people),
    ties: {
      nodeCount: shown.length,
      tieCount: ties.length,
      source: Int32Array.from(ties, ([key]) => Math.floor(key / shown.length)),
      target: Int32Array.from(ties, ([key]) => key % shown.length),
      weight: Float64Array.from(ties, ([, weight]) => weight),
    },
    isDirected: true,
    notes: [
      ...(small === 0
        ? []
        : [
            `${counted(small, "server", "servers")} of fewer than two people who may be named: left out.`,
          ]),
      ...(homeless === 0
        ? []
        : [`${counted(homeless, "person", "people")} of no known server, as on X: left out.`]),
    ],
    inside,
  };
}
