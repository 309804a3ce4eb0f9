import { didYouMean } from "../text/did-you-mean.js";
import { UserError } from "./errors.js";

/** What a column of a table of posts can hold; the left sides of `--map`. */
const postColumnFields = [
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
const edgeFields = ["source", "target", "weight", "kind"] as const;

export const columnFields = [...postColumnFields, ...edgeFields] as const;
export type ColumnField = (typeof columnFields)[number];

/** Which column of a table holds what. */
export type ColumnMap = Readonly<Partial<Record<ColumnField, string>>>;

const tellsTies: readonly ColumnField[] = columnFields.filter((field) =>
  /^(?:text$|reply-to|mention|repost-of|quote-of)/u.test(field),
);

/** Whether a map describes ties, and no posts. */
export function isEdgeMap(map: ColumnMap): boolean {
  return map.source !== undefined;
}

/**
 * Reads `field=column,field=column`, as `--map` is written. A column's name may hold anything but a
 * comma.
 *
 * @throws {UserError} for a field that is not known or named twice, and where no author, or nothing
 *   that makes a tie, is named; or a source without a target.
 */
export function parseColumnMap(written: string): ColumnMap {
  const map: Partial<Record<ColumnField, string>> = {};
  for (const part of written.split(",")) {
    const at = part.indexOf("=");
    const column = at < 0 ? "" : part.slice(at + 1).trim();
    const name = part.slice(0, Math.max(0, at)).trim().toLowerCase();
    const field = columnFields.find((known) => known === name);
    if (field === undefined || column === "") {
      throw new UserError(
        `--map has ${JSON.stringify(part)}, which is not FIELD=COLUMN.${field === undefined ? didYouMean(name, columnFields) : ""}`,
        `fields are ${columnFields.join(", ")}; for example --map id=id,time=created_at,author=user,text=text`,
      );
    }
    if (map[field] !== undefined) {
      throw new UserError(`--map names ${field} twice`, "name each field once");
    }
    map[field] = column;
  }
  checkWhole(map, written);
  return map;
}

function checkWhole(map: ColumnMap, written: string): void {
  if (map.source !== undefined || map.target !== undefined) {
    const other = postColumnFields.find((field) => field !== "time" && map[field] !== undefined);
    if (map.source !== undefined && map.target !== undefined && other === undefined) return;
    throw new UserError(
      `--map ${written} does not describe ties`,
      "name source and target, and perhaps weight, time and kind, and nothing else",
    );
  }
  const hasAuthor = map.author !== undefined || map["author-id"] !== undefined;
  if (!hasAuthor || !tellsTies.some((field) => map[field] !== undefined)) {
    throw new UserError(
      `--map ${written} does not tell who posts, or nothing that makes a tie`,
      `name author or author-id, and at least one of ${tellsTies.join(", ")}`,
    );
  }
}
