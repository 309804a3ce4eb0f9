import { UserError } from "./errors.js";

/** What a column of a table can hold; the left sides of `--map`. */
export const columnRoles = [
  "id",
  "time",
  "author",
  "author-id",
  "name",
  "followers",
  "text",
  "url",
  "reply-to",
  "mentions",
  "repost-of",
  "quote-of",
] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** Which column of a table holds what. */
export type ColumnMap = Readonly<Partial<Record<ColumnRole, string>>>;

const tellsTies: readonly ColumnRole[] = ["text", "reply-to", "mentions", "repost-of", "quote-of"];

/**
 * Reads `role=column,role=column`, as `--map` is written. A column's name may hold anything but a
 * comma.
 *
 * @throws {UserError} for a role that is not known or named twice, and where no author, or nothing
 *   that makes a tie, is named.
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
        `--map has ${JSON.stringify(part)}, which is not ROLE=COLUMN`,
        `roles are ${columnRoles.join(", ")}; for example --map id=id,time=created_at,author=user,text=text`,
      );
    }
    if (map[role] !== undefined) {
      throw new UserError(`--map names ${role} twice`, "name each role once");
    }
    map[role] = column;
  }
  if (map.author === undefined || !tellsTies.some((role) => map[role] !== undefined)) {
    throw new UserError(
      `--map ${written} does not tell who posts, or nothing that makes a tie`,
      `name author, and at least one of ${tellsTies.join(", ")}`,
    );
  }
  return map;
}
