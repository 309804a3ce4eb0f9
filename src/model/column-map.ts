import { didYouMean } from "../text/did-you-mean.js";
import { UserError } from "./errors.js";

/** What a column of a table of posts can hold; the left sides of `--map`. */
const postColumnRoles = [
  "id",
  "time",
  "author",
  "author-id",
  "name",
  "bio",
  "followers",
  "following",
  "text",
  "url",
  "language",
  "hashtags",
  "links",
  "reply-to",
  "reply-to-id",
  "reply-to-post",
  "mentions",
  "mention-ids",
  "repost-of",
  "repost-of-id",
  "repost-of-post",
  "quote-of",
  "quote-of-id",
  "quote-of-post",
] as const;

/** What a column of a table of ties can hold. */
const edgeRoles = ["source", "target", "weight", "kind"] as const;

export const columnRoles = [...postColumnRoles, ...edgeRoles] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** Which column of a table holds what. */
export type ColumnMap = Readonly<Partial<Record<ColumnRole, string>>>;

const tellsTies: readonly ColumnRole[] = columnRoles.filter((role) =>
  /^(?:text$|reply-to|mention|repost-of|quote-of)/u.test(role),
);

/** Whether a map describes ties, and no posts. */
export function isEdgeMap(map: ColumnMap): boolean {
  return map.source !== undefined;
}

/**
 * Reads `role=column,role=column`, as `--map` is written. A column's name may hold anything but a
 * comma.
 *
 * @throws {UserError} for a role that is not known or named twice, and where no author, or nothing
 *   that makes a tie, is named; or a source without a target.
 */
export function parseColumnMap(written: string): ColumnMap {
  const map: Partial<Record<ColumnRole, string>> = {};
  for (const part of written.split(",")) {
    const at = part.indexOf("=");
    const column = at < 0 ? "" : part.slice(at + 1).trim();
    const name = part.slice(0, Math.max(0, at)).trim().toLowerCase();
    const role = columnRoles.find((known) => known === name);
    if (role === undefined || column === "") {
      throw new UserError(
        `--map has ${JSON.stringify(part)}, which is not ROLE=COLUMN.${role === undefined ? didYouMean(name, columnRoles) : ""}`,
        `roles are ${columnRoles.join(", ")}; for example --map id=id,time=created_at,author=user,text=text`,
      );
    }
    if (map[role] !== undefined) {
      throw new UserError(`--map names ${role} twice`, "name each role once");
    }
    map[role] = column;
  }
  checkWhole(map, written);
  return map;
}

function checkWhole(map: ColumnMap, written: string): void {
  if (map.source !== undefined || map.target !== undefined) {
    const other = postColumnRoles.find((role) => role !== "time" && map[role] !== undefined);
    if (map.source !== undefined && map.target !== undefined && other === undefined) return;
    throw new UserError(
      `--map ${written} does not describe ties`,
      "name source and target, and perhaps weight, time and kind, and nothing else",
    );
  }
  const hasAuthor = map.author !== undefined || map["author-id"] !== undefined;
  if (!hasAuthor || !tellsTies.some((role) => map[role] !== undefined)) {
    throw new UserError(
      `--map ${written} does not tell who posts, or nothing that makes a tie`,
      `name author or author-id, and at least one of ${tellsTies.join(", ")}`,
    );
  }
}
