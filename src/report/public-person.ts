import type { PerFurtherMeasure } from "../model/further-measures.js";
import type { PerKind } from "../model/interaction.js";
import type { Participation } from "../model/participation.js";
import type { LeftOutReason } from "../model/recommendation.js";

export interface PublicIdentity {
  /** The account's key, or a pseudonym. */
  readonly id: string;
  readonly label: string;
  readonly handle: string | undefined;
  readonly server: string | undefined;
  readonly name: string | undefined;
  readonly url: string | undefined;
}

export interface PublicPerson extends PublicIdentity, PerFurtherMeasure<number | undefined> {
  readonly isWithheld: boolean;
  /** G1, G2, …; none for an isolate. */
  readonly community: string | undefined;
  readonly role: Participation;
  readonly posts: number;
  readonly firstPost: string | undefined;
  readonly lastPost: string | undefined;
  readonly followers: number | undefined;
  readonly following: number | undefined;
  readonly inDegree: number;
  readonly outDegree: number;
  readonly inStrength: number;
  readonly outStrength: number;
  readonly inByKind: PerKind<number>;
  readonly outByKind: PerKind<number>;
  readonly pagerank: number;
  readonly betweenness: number;
  /** See `NodeMeasures`. */
  readonly reciprocity: number | undefined;
  readonly activeDays: number | undefined;
  readonly repliesToNewcomers: number | undefined;
  readonly medianReplyMinutes: number | undefined;
  readonly linksShared: number;
  /** Where the map draws them, and how; `undefined` without a map. */
  readonly place: PublicPlace | undefined;
  /** Why they are on no list. */
  readonly leftOut: LeftOutReason | undefined;
  /** What shows that the account is automated, where that is why. */
  readonly automationSign: string | undefined;
}

export interface PublicPlace {
  /** To the right and downwards. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** As `#rrggbb`. */
  readonly color: string;
}
