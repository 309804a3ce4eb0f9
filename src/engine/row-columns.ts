/** Of which type a column of the rows is. */
export type RowColumnType = "text" | "number" | "whole" | "flag" | "texts" | "relations";

/**
 * What the statements read of the rows of files of posts and interactions, whose schemas are those of
 * `model/converted-rows.ts`. A time is a text: either form of it reads as one.
 */
export const rowColumns = {
  tagatlas: "text",
  schemaVersion: "whole",
  id: "text",
  author: "text",
  time: "text",
  origin: "text",
  version: "number",
  addsWords: "flag",
  isDigest: "flag",
  relations: "relations",
  source: "text",
  target: "text",
  kind: "text",
  weight: "number",
  first: "text",
  last: "text",
  isAmongMembers: "flag",
  aliases: "texts",
  movedTo: "text",
  isPrivate: "flag",
  discoverable: "flag",
  indexable: "flag",
  noindex: "flag",
  hasOptOutTag: "flag",
  isInNetwork: "flag",
} as const satisfies Readonly<Record<string, RowColumnType>>;
