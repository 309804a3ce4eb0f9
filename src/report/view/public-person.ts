import type { RowOf } from "../../model/columns/column.js";
import type { nodeColumns } from "../../model/columns/node-columns.js";
import type { MarkShape } from "../../model/mark-shape.js";
import type { LeftOutReason } from "../../model/recommendation.js";
import type { Role } from "../../model/role.js";

type PersonRow = RowOf<typeof nodeColumns>;

/** Who somebody is; the id is the account's key, or a pseudonym. */
export type PublicIdentity = Pick<PersonRow, "id" | "label" | "handle" | "server" | "name" | "url">;

/** A row of `nodes.csv`, and what else outputs say of a person. */
export interface PublicPerson extends PersonRow {
  readonly isWithheld: boolean;
  readonly role: Role;
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
  readonly shape: MarkShape;
}
