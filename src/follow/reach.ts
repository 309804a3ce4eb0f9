import { none } from "../model/corpus.js";
import { reverse } from "../model/csr.js";
import type { PerAccount } from "../model/per-index.js";
import type { Engagements } from "./engagements.js";

/** How far each person's contacts spread over communities. */
export interface Reach {
  /** Participation coefficient, in [0, 1); NaN for whoever has no contact in a community. */
  readonly participationCoefficient: PerAccount<Float64Array>;
  /** Communities in which they have three contacts or more. */
  readonly communities: PerAccount<Int32Array>;
  /** Contacts outside of the community in which they have most. */
  readonly outside: PerAccount<Int32Array>;
  readonly isBridge: PerAccount<Uint8Array>;
}

const bridgeCoefficient = 0.62;
const fewestContacts = 3;
const fewestCommunities = 3;

/**
 * Contacts are the different people whom somebody engaged or who engaged them. The participation coefficient is
 * 1 − Σ (contacts in a community / all contacts)², over communities. A bridge has 0.62 or more, and
 * three contacts or more in three communities or more. O(people + pairs).
 *
 * Guimerà and Amaral (2005), Functional cartography of complex metabolic networks.
 */
export function measureReach(engagements: Engagements, communityOf: Int32Array): Reach {
  const accountCount = communityOf.length;
  const bothWays = [engagements, reverse(engagements, accountCount)];
  const participationCoefficient = new Float64Array(accountCount).fill(Number.NaN);
  const communities = new Int32Array(accountCount);
  const outside = new Int32Array(accountCount);
  const isBridge = new Uint8Array(accountCount);
  const last = communityOf.reduce((highest, of) => Math.max(highest, of), none);
  const contactsIn = new Int32Array(last + 1);
  // The last person whose contact each one was: nothing needs to be cleared between.
  const contactOf = new Int32Array(accountCount).fill(none);
  for (let person = 0; person < accountCount; person += 1) {
    const met: number[] = [];
    for (const { offsets, columns: people } of bothWays) {
      for (let at = offsets[person]; at < offsets[person + 1]; at += 1) {
        if (contactOf[people[at]] === person || communityOf[people[at]] === none) continue;
        contactOf[people[at]] = person;
        met.push(communityOf[people[at]]);
      }
    }
    if (met.length === 0) continue;
    let sumOfSquares = 0;
    let most = 0;
    for (const community of met) {
      // From the square of one number to that of the next.
      sumOfSquares += 2 * contactsIn[community] + 1;
      contactsIn[community] += 1;
      most = Math.max(most, contactsIn[community]);
      if (contactsIn[community] === fewestContacts) communities[person] += 1;
    }
    for (const community of met) contactsIn[community] = 0;
    outside[person] = met.length - most;
    participationCoefficient[person] = 1 - sumOfSquares / met.length ** 2;
    isBridge[person] =
      participationCoefficient[person] >= bridgeCoefficient &&
      communities[person] >= fewestCommunities
        ? 1
        : 0;
  }
  return { participationCoefficient, communities, outside, isBridge };
}
