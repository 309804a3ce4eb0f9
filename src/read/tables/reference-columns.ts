import type { ColumnField } from "../../model/column-map.js";
import type { CellOf, RowMeaning, TableTie } from "./table-dialect.js";
import { foldedColumn } from "./usual-columns.js";

const typeNames = [
  "referenced_tweet_type",
  "referenced_tweets_type",
  "sourcetweet_type",
  "ref_type",
  "reference_type",
];
const idNames = ["referenced_tweet_id", "referenced_tweets_id", "sourcetweet_id", "reference_id"];
const authorNames = ["referenced_tweet_author_id", "referenced_author_id", "sourcetweet_author_id"];

const ties: Readonly<Record<string, TableTie>> = {
  retweeted: "repost-of",
  quoted: "quote-of",
  replied_to: "reply-to",
};

/**
 * What the API v2 says of the post that a post refers to, where a table has one column for its kind and
 * one for its id. `undefined` where there is no such pair.
 */
export function referenceMeaning(
  columns: readonly string[],
): ((cell: CellOf) => RowMeaning) | undefined {
  const byName = new Map(columns.map((column) => [foldedColumn(column), column.toLowerCase()]));
  const columnOf = (names: readonly string[]): string | undefined =>
    names.map((name) => byName.get(name)).find((column) => column !== undefined);
  const [type, id, author] = [typeNames, idNames, authorNames].map(columnOf);
  if (type === undefined || id === undefined) return undefined;
  return (cell) => {
    const tie = ties[foldedColumn(cell(type) ?? "")];
    if (tie === undefined) return {};
    const cells: Partial<Record<ColumnField, string | undefined>> = { [`${tie}-post`]: cell(id) };
    const authorId = author === undefined ? undefined : cell(author);
    if (authorId !== undefined) cells[`${tie}-id`] = authorId;
    return { cells, ties: [tie] };
  };
}
