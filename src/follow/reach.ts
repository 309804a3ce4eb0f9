import { none } from "../model/corpus.js";
import type { Engagements } from "./engagements.js";

/** How far each person's contacts spread over communities; one number a row of `Corpus.accounts`. */
export interface Reach {
  /** Participation coefficient, in [0, 1); NaN for whoever has no contact in a community. */
  readonly participation: Float64Array;
  /** Communities in which they have three contacts or more. */
  readonly communities: Int32Array;
  readonly isBridge: Uint8Array;
}

const bridgeParticipation = 0.62;
const fewestContacts = 3;
const fewestCommunities = 3;

/**
 * Contacts are the different people whom somebody engaged or who engaged them. Participation is
 * 1 − Σ (contacts in a community / all contacts)², over communities. A bridge has 0.62 or more, and
 * three contacts or more in three communities or more. O(pairs).
 *
 * Guimerà and Amaral (2005), Functional cartography of complex metabolic networks.
 */
export function measureReach(engagements: Engagements, communityOf: Int32Array): Reach {
  const accountCount = communityOf.length;
  const contacts: Map<number, number>[] = Array.from({ length: accountCount }, () => new Map());
  const pairs = new Set<number>();
  const addContact = (person: number, other: number): void => {
    const community = communityOf[other];
    if (community === none) return;
    contacts[person].set(community, (contacts[person].get(community) ?? 0) + 1);
  };
  for (let target = 0; target < accountCount; target += 1) {
    for (
      let pair = engagements.offsets[target];
      pair < engagements.offsets[target + 1];
      pair += 1
    ) {
      const source = engagements.source[pair];
      const low = Math.min(source, target);
      const key = low * accountCount + Math.max(source, target);
      if (pairs.has(key)) continue;
      pairs.add(key);
      addContact(source, target);
      addContact(target, source);
    }
  }
  const participation = Float64Array.from(contacts, (counts) => {
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    if (all === 0) return Number.NaN;
    return 1 - [...counts.values()].reduce((sum, count) => sum + (count / all) ** 2, 0);
  });
  const communities = Int32Array.from(
    contacts,
    (counts) => [...counts.values()].filter((count) => count >= fewestContacts).length,
  );
  const isBridge = Uint8Array.from(participation, (value, account) =>
    value >= bridgeParticipation && communities[account] >= fewestCommunities ? 1 : 0,
  );
  return { participation, communities, isBridge };
}
