import type { Analysis } from "../../model/analysis.js";
import { saysNo } from "../../model/consent-signs.js";

/** People who are not named because of a setting that may be their server's and not theirs. */
export interface WithheldServers {
  readonly servers: number;
  readonly people: number;
}

const enoughPeople = 5;
const mostOfThem = 0.8;

/**
 * Servers where four people of five or more, of five or more, are not named for one sign alone: that they do
 * not want to be discovered. Pleroma and Akkoma set that for everybody who has not chosen, and say it of
 * accounts of other servers, too. `undefined` where there are none. O(people).
 */
export function findWithheldServers({
  corpus,
  network,
  withheld,
  settings,
}: Pick<Analysis, "corpus" | "network" | "withheld" | "settings">): WithheldServers | undefined {
  if (settings.respect !== "discoverable") return undefined;
  const counts = new Map<string, { people: number; withheld: number }>();
  for (const account of network.account) {
    const { server, ...signs } = corpus.accounts[account];
    if (server === undefined || signs.discoverable === undefined) continue;
    const count = counts.get(server) ?? { people: 0, withheld: 0 };
    const isForThatAlone = withheld[account] === 1 && !saysNo({ ...signs, discoverable: true });
    count.people += 1;
    if (isForThatAlone) count.withheld += 1;
    counts.set(server, count);
  }
  const found = [...counts.values()].filter(
    (count) => count.people >= enoughPeople && count.withheld >= count.people * mostOfThem,
  );
  if (found.length === 0) return undefined;
  return {
    servers: found.length,
    people: found.reduce((sum, count) => sum + count.withheld, 0),
  };
}
