import type { Activity } from "../model/activity.js";
import { none } from "../model/corpus.js";
import type { MutualCore } from "../model/mutual-core.js";
import type { Network } from "../model/network.js";
import { strongComponents } from "./components.js";

/** Below so many members, or so many whose word counts, the core says nothing of anybody. */
const smallestCore = 20;
/** From so many members on, three of them must have engaged a person, and two below. */
const largeCore = 60;
/** Of the authors: a smaller core is a clique among them, not their middle. */
const smallestShareOfAuthors = 0.1;

/**
 * The mutual core: a strongly connected component of the network, the one with most vouchers,
 * which are its members whom somebody outside of it engages too. A ring of accounts that only know
 * each other has none, however large it is, and does not become the core.
 */
export function findMutualCore(network: Network, activity: Activity): MutualCore {
  const components = strongComponents(network);
  const isEngagedFromOutside = new Uint8Array(network.nodeCount);
  for (let tie = 0; tie < network.tieCount; tie += 1) {
    const source = network.source[tie];
    const target = network.target[tie];
    if (components.of[source] !== components.of[target]) isEngagedFromOutside[target] = 1;
  }
  const vouchers = new Int32Array(components.count);
  for (const [node, component] of components.of.entries()) {
    if (components.sizes[component] > 1) vouchers[component] += isEngagedFromOutside[node];
  }
  const mostVouchers = vouchers.reduce((most, count) => Math.max(most, count), 0);
  const core = mostVouchers === 0 ? none : vouchers.indexOf(mostVouchers);
  const isMember = new Uint8Array(activity.posts.length);
  const isVoucher = new Uint8Array(activity.posts.length);
  for (const [node, component] of components.of.entries()) {
    if (component !== core) continue;
    isMember[network.account[node]] = 1;
    isVoucher[network.account[node]] = isEngagedFromOutside[node];
  }
  const size = core === none ? 0 : components.sizes[core];
  const authors = activity.posts.filter(
    (posts, account) => posts + activity.reposts[account] > 0,
  ).length;
  const problem = coreProblem(size, mostVouchers, authors);
  return {
    isMember,
    isVoucher,
    size,
    vouchersNeeded: problem !== undefined ? 0 : size < largeCore ? 2 : 3,
    warning:
      problem === undefined
        ? undefined
        : `${problem}: it vouches for nobody, so look at each person yourself`,
  };
}

function coreProblem(size: number, vouchers: number, authors: number): string | undefined {
  const core = `the mutual core has ${size} member${size === 1 ? "" : "s"}`;
  if (size < smallestCore) return `${core}, fewer than ${smallestCore}`;
  if (vouchers < smallestCore) {
    return `${core}, of whom ${vouchers}, fewer than ${smallestCore}, are engaged from outside`;
  }
  if (size < authors * smallestShareOfAuthors) {
    return `${core}, under a tenth of the ${authors} who post`;
  }
  return undefined;
}
