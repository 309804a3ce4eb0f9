import { createHash } from "node:crypto";
import type { ColumnMap, ColumnRole } from "../model/column-map.js";
import type { Item, Relation } from "../model/item.js";
import { parseXHandle, xKey } from "../model/x-handle.js";
import { type InputFormat, type RecordReading, skippedRecord } from "./input-format.js";
import { type PostText, readPostText } from "./post-text.js";
import { readWords, unescapeText } from "./read-words.js";
import { stopWordsOf } from "./stop-words.js";
import { guessColumns } from "./table-columns.js";
import { parseTime } from "./time.js";
import { webAddress } from "./web-address.js";
import { isOwnPage, type XUser, xAccountItem, xPostUrl, xUserReference } from "./x-shared.js";

/**
 * Any table of posts on X, by the columns that a map names: hashtag archives that kept little more
 * than author, time and text. What a column does not tell is read from the text.
 */
export function postTable(map: ColumnMap): InputFormat {
  return {
    name: "table",
    title: "a table of posts by --map",
    recognisedBy: "columns for author, time and text, by their usual names or by `--map`",
    reads:
      "author, time, text, link, and the ties, hashtags and languages that columns or the text tell",
    doesNotRead: "authors who are display names only",
    recognises: (record) => map.author !== undefined && map.author in record,
    readRecord: (record, context) => readRow(cellsOf(record, map), map, context.role),
  };
}

/** The same where the header says by itself which columns hold author, time and text. */
export const plainPostTable: InputFormat = {
  name: "table",
  title: "tables of posts with columns for id, author, time and text",
  recognisedBy: "columns for author, time and text, by their usual names or by `--map`",
  reads:
    "author, time, text, link, and the ties, hashtags and languages that columns or the text tell",
  doesNotRead: "authors who are display names only",
  recognises: (record) => guessColumns(Object.keys(record)) !== undefined,
  readRecord(record, context) {
    const map = guessColumns(Object.keys(record));
    if (map === undefined) return skippedRecord("no columns for author, time and text");
    return readRow(cellsOf(record, map), map, context.role);
  },
};

type Cells = (role: ColumnRole) => string | undefined;

/** Trimmed; an empty cell, and R's `NA`, tell nothing. */
function cellsOf(record: Readonly<Record<string, unknown>>, map: ColumnMap): Cells {
  return (role) => {
    const column = map[role];
    const value = column === undefined ? undefined : record[column];
    const isWhole = typeof value === "number" && Number.isSafeInteger(value);
    const cell = typeof value === "string" ? value.trim() : isWhole ? String(value) : "";
    return cell === "" || cell === "NA" ? undefined : cell;
  };
}

function readRow(cell: Cells, map: ColumnMap, role: "hit" | "thread"): RecordReading {
  const handle = parseXHandle(cell("author"));
  const id = wholeId(cell("author-id"));
  if (handle === undefined && id === undefined) return skippedRecord("a row without an author");
  const time = parseTime(cell("time")) ?? looseTime(cell("time"));
  const text = readPostText(cell("text") ?? "", "x");
  const relations = relationsOf(text, cell, map);
  const { key, url } = identify(cell, handle);
  const author: XUser = {
    id,
    handle,
    name: cell("name"),
    followers: wholeNumber(cell("followers")),
  };
  const people = [...relations.map(({ user }) => user), author];
  const items: Item[] = [
    ...people.flatMap((user) => xAccountItem(user, undefined, time) ?? []),
    {
      type: "post",
      key,
      aliases: [],
      role,
      author: xUserReference(author),
      time,
      retrievedAt: undefined,
      url,
      tags: text.tags,
      links: text.links.flatMap((link) => (isOwnPage(link) ? [] : (webAddress(link) ?? []))),
      relations: relations.map(({ relation }) => relation),
      addsWords: text.addsWords,
      words: wordsOf(text),
      isDigest: text.isDigest,
    },
  ];
  return { items, skipped: [], unknownKeys: [] };
}

/** A table does not tell the language. */
function wordsOf({ reposted, addsWords, ownText }: PostText): string[] {
  const isOwn = reposted.length === 0 || addsWords;
  return isOwn ? readWords(unescapeText(ownText), stopWordsOf(undefined)) : [];
}

interface NamedRelation {
  readonly user: XUser;
  readonly relation: Relation;
}

/** A column that the map names is believed; the mentions of a repost's row are its original's. */
function relationsOf(text: PostText, cell: Cells, map: ColumnMap): NamedRelation[] {
  const column = (role: ColumnRole, inText: readonly string[]): readonly string[] =>
    map[role] === undefined ? inText : handlesIn(cell(role));
  const reposted = [...new Set([...column("repost-of", []), ...text.reposted])];
  const answered = column("reply-to", text.answered === undefined ? [] : [text.answered]);
  const inText = [...(text.answered === undefined ? [] : [text.answered]), ...text.mentioned];
  const mentioned = reposted.length > 0 ? inText : column("mentions", inText);
  return [
    ...relationsTo(reposted, "repost"),
    ...relationsTo(answered, "reply"),
    ...relationsTo(column("quote-of", []), "quote"),
    ...relationsTo(mentioned, "mention"),
  ];
}

function relationsTo(handles: readonly string[], kind: Relation["kind"]): NamedRelation[] {
  return handles.map((handle, position) => {
    const user: XUser = { id: undefined, handle };
    const account = xUserReference(user);
    return { user, relation: { kind, account, post: undefined, position } };
  });
}

/** Names in a cell, however they are parted: `@a, @b`, `a;b`, `a b`, `["a","b"]`. */
function handlesIn(cell: string | undefined): string[] {
  const names = (cell ?? "").split(/[\s,;|[\]"'()]+/u);
  return names.flatMap((name) => parseXHandle(name) ?? []);
}

/**
 * A post by its id. A spreadsheet turns 18 digits into `1.26E+18`: then by the id in the post's
 * link, where there is one, else by what the row says, so that the same row met twice is one post.
 */
function identify(
  cell: Cells,
  handle: string | undefined,
): { key: string; url: string | undefined } {
  const link = cell("url");
  const linked = /\/status(?:es)?\/(\d+)/u.exec(link ?? "")?.[1];
  const id = wholeId(cell("id")) ?? linked;
  if (id !== undefined) {
    const page = /^\d+$/u.test(id) ? xPostUrl(handle, id) : undefined;
    return { key: xKey(id), url: webAddress(link) ?? webAddress(page) };
  }
  const content = [cell("author"), cell("author-id"), cell("time"), cell("text")].join("\n");
  const digest = createHash("sha256").update(content).digest("hex").slice(0, 24);
  return { key: xKey(`row-${digest}`), url: webAddress(link) };
}

function wholeId(written: string | undefined): string | undefined {
  const id = written?.replace(/^x(?=\d)/u, "");
  return id === undefined || /^\d+(?:[.,]\d+)?e\+?\d+/iu.test(id) ? undefined : id;
}

function wholeNumber(written: string | undefined): number | undefined {
  return written !== undefined && /^\d{1,12}$/u.test(written) ? Number(written) : undefined;
}

/** A bare day, or seconds or milliseconds since 1970, as some tables keep time. */
function looseTime(written: string | undefined): number | undefined {
  if (written !== undefined && /^\d{4}-\d{2}-\d{2}$/u.test(written)) {
    return parseTime(`${written}T00:00Z`);
  }
  if (written === undefined || !/^\d{10}(?:\d{3})?$/u.test(written)) return undefined;
  return written.length === 10 ? Number(written) * 1000 : Number(written);
}
