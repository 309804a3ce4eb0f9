import { unknownProfile } from "./account.js";
import type { PersonRow, PostRow } from "./converted-rows.js";

/*
 * A post and its author as one row of a table, and back. Lists are parted by spaces; who or which is not
 * known is `?`. A table has no place for people who only are named, for ties without posts, nor for
 * what servers showed.
 */

export type PostCells = Readonly<Record<string, string | number | undefined>>;

const tieColumns = {
  repost: ["reposts_of", "reposted_posts"],
  reply: ["replies_to", "answered_posts"],
  quote: ["quotes_of", "quoted_posts"],
  mention: ["mentions", undefined],
} as const;
const tieKinds = ["repost", "reply", "quote", "mention"] as const;
const flags = ["addsWords", "isDigest", "hasBorrowedTime"] as const;
const lists = ["tags", "links", "words", "seenBy"] as const;
const profileFields = Object.keys(unknownProfile);
const authorPrefix = "author_";
const unknown = "?";
const gap = "|";

/** The columns, in order. */
export const postColumns: readonly string[] = [
  ..."tagatlas id url time origin author".split(" "),
  ...profileFields.map((field) => snakeCase(`${authorPrefix}${field}`)),
  ...tieKinds.flatMap((kind) => tieColumns[kind].flatMap((column) => column ?? [])),
  ...[...lists, ...flags].map(snakeCase),
  "version",
  "language",
];

/** A post's row; `undefined` is an empty cell. */
export function cellsOfPost(post: PostRow, author: PersonRow | undefined): PostCells {
  const cells: Record<string, string | number | undefined> = {
    tagatlas: post.tagatlas,
    id: post.id,
    url: post.url,
    time: post.time,
    origin: post.origin,
    author: post.author,
    version: post.version,
    language: post.language,
  };
  for (const [field, value] of Object.entries(author ?? {})) {
    if (!profileFields.includes(field)) continue;
    cells[snakeCase(`${authorPrefix}${field}`)] =
      typeof value === "number" ? value : value === undefined ? undefined : String(value);
  }
  for (const list of lists) cells[snakeCase(list)] = joined(post[list] ?? []);
  for (const flag of flags) cells[snakeCase(flag)] = post[flag] === true ? "true" : undefined;
  for (const kind of tieKinds) {
    const [people, posts] = tieColumns[kind];
    const ties = (post.relations ?? []).filter((relation) => relation.kind === kind);
    cells[people] = joined(ties.map(({ person = unknown }) => person));
    if (posts !== undefined && ties.some((tie) => tie.post !== undefined)) {
      cells[posts] = joined(ties.map((tie) => tie.post ?? unknown));
    }
  }
  return cells;
}

/** What rows of a table say, to be checked like rows of JSON: the post, and its author where it has one. */
export function rowsOfCells(cells: Readonly<Record<string, string | undefined>>): {
  readonly post: Record<string, unknown>;
  readonly author: Record<string, unknown> | undefined;
} {
  const post: Record<string, unknown> = {
    tagatlas: cells.tagatlas,
    id: cells.id,
    url: cells.url,
    time: timeIn(cells.time),
    origin: cells.origin,
    author: cells.author,
    version: cells.version === undefined ? undefined : Number(cells.version),
    language: cells.language,
  };
  for (const list of lists) post[list] = parted(cells[snakeCase(list)]);
  for (const flag of flags) post[flag] = cells[snakeCase(flag)] === "true" ? true : undefined;
  post.relations = tieKinds.flatMap((kind) => {
    const [people, posts] = tieColumns[kind];
    const targets = posts === undefined ? [] : parted(cells[posts]);
    return parted(cells[people]).map((person, position) => ({
      kind,
      person: known(person),
      post: known(targets[position]),
      position,
    }));
  });
  if (cells.author === undefined) return { post, author: undefined };
  const author: Record<string, unknown> = { tagatlas: "person", id: cells.author };
  for (const field of profileFields) {
    author[field] = profileValue(field, cells[snakeCase(`${authorPrefix}${field}`)]);
  }
  return { post, author };
}

function profileValue(
  field: string,
  cell: string | undefined,
): string | number | boolean | undefined {
  if (cell === undefined) return undefined;
  if (field === "followers" || field === "following") return Number(cell);
  const isFlag = !["handle", "server", "name", "label", "url", "movedTo"].includes(field);
  return isFlag && (cell === "true" || cell === "false") ? cell === "true" : cell;
}

function timeIn(cell: string | undefined): string | number | undefined {
  return cell !== undefined && /^-?\d+(?:\.\d+)?$/u.test(cell) ? Number(cell) : cell;
}

function joined(texts: readonly string[]): string | undefined {
  if (texts.length === 0) return undefined;
  return texts
    .map((text) =>
      text === "" ? gap : text.replace(/[\\ ]/gu, (sign) => (sign === " " ? "\\s" : "\\\\")),
    )
    .join(" ");
}

function parted(cell: string | undefined): string[] {
  if (cell === undefined || cell === "") return [];
  return cell
    .split(" ")
    .map((text) =>
      text === gap ? "" : text.replace(/\\([\\s])/gu, (_, sign) => (sign === "s" ? " " : "\\")),
    );
}

function known(text: string | undefined): string | undefined {
  return text === unknown ? undefined : text;
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}
