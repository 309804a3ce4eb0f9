import type { Activity } from "../model/activity.js";
import type { MutualCore } from "../model/mutual-core.js";
import type { Network } from "../model/network.js";
import { strongComponents } from "./components.js";

/** Below so many members the core says nothing of anybody. */
const smallestCore = 20;
/** From so many members on, three of them must have engaged a person, and two below. */
const largeCore = 60;
/** Of the authors: a smaller core is a clique among them, not their middle. */
const smallestShareOfAuthors = 0.1;

/**
 * The mutual core: within the largest strongly connected component of the network, the members
 * whom somebody outside of it engages too. A ring of accounts that only know each other has none,
 * however large it is: components compare by such members.
 */
export function findMutualCore(network: Network, activity: Activity): MutualCore {
  const authors = activity.posts.filter(
    (posts, account) => posts + activity.reposts[account] > 0,
  ).length;
  const components = strongComponents(network);
  const isEngagedFromOutside = new Uint8Array(network.nodeCount);
  for (let tie = 0; tie < network.tieCount; tie += 1) {
    const source = network.source[tie];
    const target = network.target[tie];
    if (components.of[source] !== components.of[target]) isEngagedFromOutside[target] = 1;
  }
  const members = new Int32Array(components.count);
  for (let node = 0; node < network.nodeCount; node += 1) {
    const component = components.of[node];
    if (components.sizes[component] > 1) members[component] += isEngagedFromOutside[node];
  }
  const core = members.indexOf(members.reduce((most, count) => Math.max(most, count), 0));
  const isMember = new Uint8Array(activity.posts.length);
  for (let node = 0; node < network.nodeCount; node += 1) {
    const isInside = components.of[node] === core && members[core] > 0;
    if (isInside) isMember[network.account[node]] = isEngagedFromOutside[node];
  }
  const size = core < 0 ? 0 : members[core];
  return { isMember, size, ...vouching(size, authors) };
}

function vouching(
  size: number,
  authorCount: number,
): Pick<MutualCore, "vouchersNeeded" | "warning"> {
  const core = `the mutual core has ${size} member${size === 1 ? "" : "s"}`;
  if (size < smallestCore) {
    return {
      vouchersNeeded: 0,
      warning: `${core}, fewer than ${smallestCore}: it vouches for nobody, so look at each person yourself`,
    };
  }
  if (size < authorCount * smallestShareOfAuthors) {
    return {
      vouchersNeeded: 0,
      warning: `${core}, under a tenth of the ${authorCount} who post: it vouches for nobody, so look at each person yourself`,
    };
  }
  return { vouchersNeeded: size < largeCore ? 2 : 3, warning: undefined };
}
