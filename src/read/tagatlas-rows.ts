import type { z } from "zod";
import type { Profile } from "../model/account.js";
import {
  answerRowSchema,
  headerRowSchema,
  interactionRowSchema,
  personRowSchema,
  postRowSchema,
  tieRowSchema,
  timeOfWritten,
} from "../model/converted-rows.js";
import type { AccountItem, Item, PostItem } from "../model/item.js";
import { postColumns, rowsOfCells } from "../model/post-cells.js";
import { firstProblem } from "../platform/lenient.js";
import type { InputRecord } from "../platform/record.js";
import { webAddress } from "../platform/web-address.js";
import { withoutFormulaGuard } from "../text/formula-guard.js";
import { wordNumbers } from "../text/word-table.js";
import {
  type InputFormat,
  type RecordReading,
  skippedRecord,
  unknownKeysOf,
} from "./input-format.js";

/** Our own files of posts, as `convert --to posts` and `--to csv` write them. */
export const tagatlasPosts: InputFormat = {
  name: "tagatlas-posts",
  title: "posts written by tagatlas convert",
  recognisedBy: "`tagatlas`, which names the kind of row: posts, person, post, tie or answer",
  reads: "all that the JSON Schema tells; a table has less, see docs/converting.md",
  doesNotRead: "nothing is left out",
  recognises: ({ tagatlas }) => typeof tagatlas === "string" && tagatlas in rowReaders,
  readRecord(record) {
    return isOfTable(record) ? readCells(record) : readRow(record);
  },
};

/** Our own files of interactions, as `convert --to interactions` writes them. */
export const tagatlasInteractions: InputFormat = {
  name: "tagatlas-interactions",
  title: "interactions written by tagatlas convert",
  recognisedBy: "`tagatlas`, which is `interaction`",
  reads: "both ends, kind, time and weight",
  doesNotRead: "which post it was",
  recognises: ({ tagatlas }) => tagatlas === "interaction",
  readRecord: reader(interactionRowSchema, ({ source, target, kind, weight, time, first }) => [
    {
      type: "tie",
      source,
      target,
      isDirected: true,
      strengths: [{ kind, weight }],
      first: timeOfWritten(first ?? time),
      last: timeOfWritten(time),
    },
  ]),
};

const tableColumns: ReadonlySet<string> = new Set(postColumns);
const notARow = "no row of a file by tagatlas convert";

const rowReaders: Readonly<Record<string, ((record: InputRecord) => RecordReading) | undefined>> = {
  posts: reader(headerRowSchema, ({ tagatlas: _, schemaVersion: __, ...history }) => [
    { type: "history", ...history },
  ]),
  person: reader(personRowSchema, (row) => [personItem(row)]),
  post: reader(postRowSchema, (row) => [postItem(row)]),
  tie: reader(tieRowSchema, ({ source, target, kind, weight, first, last, isAmongMembers }) => [
    {
      type: "tie",
      source,
      target,
      isDirected: true,
      strengths: [{ kind, weight }],
      first: timeOfWritten(first),
      last: timeOfWritten(last),
      ...(isAmongMembers === true ? { isAmongMembers } : {}),
    },
  ]),
  answer: reader(answerRowSchema, ({ tagatlas: _, ...row }) => [
    {
      type: "answer",
      answer: {
        ...row,
        sweep: row.sweep,
        from: row.from,
        next: row.next,
        end: row.end,
        late: row.late,
        retrievedAt: timeOfWritten(row.retrievedAt),
        oldest: timeOfWritten(row.oldest),
        newest: timeOfWritten(row.newest),
      },
    },
  ]),
};

/** Reads rows by a schema; one that is not of it is skipped, with the first thing that is wrong. */
function reader<Schema extends z.ZodObject>(
  schema: Schema,
  itemsOf: (row: z.output<Schema>) => readonly Item[],
): (record: InputRecord) => RecordReading {
  const known = new Set(Object.keys(schema.shape));
  return (record) => {
    const parsed = schema.safeParse(record);
    if (!parsed.success) return skippedRecord(`${notARow} (${firstProblem(parsed.error)})`);
    return {
      items: itemsOf(parsed.data),
      skipped: [],
      unknownKeys: unknownKeysOf(record, known),
    };
  };
}

/** A row of a table is checked like one of JSON, and so is what it tells of the author. */
function isOfTable(record: InputRecord): boolean {
  return "reposts_of" in record && !("relations" in record);
}

function readCells(record: InputRecord): RecordReading {
  const cells: Record<string, string> = {};
  for (const [column, cell] of Object.entries(record)) {
    if (typeof cell !== "string" && typeof cell !== "number") continue;
    const text = withoutFormulaGuard(String(cell));
    if (text !== "") cells[column] = text;
  }
  const { post, author } = rowsOfCells(cells);
  const readings = [author, post].flatMap((row) => (row === undefined ? [] : readRow(row)));
  const failed = readings.find(({ skipped }) => skipped.length > 0);
  if (failed !== undefined) return failed;
  return {
    items: readings.flatMap(({ items }) => items),
    skipped: [],
    unknownKeys: unknownKeysOf(record, tableColumns),
  };
}

function readRow(record: InputRecord): RecordReading {
  return rowReaders[String(record.tagatlas)]?.(record) ?? skippedRecord(notARow);
}

function personItem(row: z.output<typeof personRowSchema>): AccountItem {
  const { tagatlas: _, id, aliases, formerNames, pages, sites, localIds, isInNetwork, ...of } = row;
  const profile: Partial<Profile> = { ...of, url: webAddress(of.url) };
  return {
    type: "account",
    key: id,
    aliases: aliases ?? [],
    profile,
    retrievedAt: undefined,
    seenAt: undefined,
    formerNames,
    pages,
    sites,
    localIds,
    ...(isInNetwork === true ? { isNode: true } : {}),
  };
}

function postItem(row: z.output<typeof postRowSchema>): PostItem {
  const { id, author, origin, version, addsWords, isDigest, hasBorrowedTime } = row;
  return {
    type: "post",
    key: id,
    aliases: [],
    origin,
    author,
    time: timeOfWritten(row.time),
    retrievedAt: undefined,
    url: webAddress(row.url),
    tags: row.tags ?? [],
    links: (row.links ?? []).flatMap((link) => webAddress(link) ?? []),
    relations: (row.relations ?? []).map(({ kind, person, post, position }) => ({
      kind,
      account: person,
      post,
      position: position ?? 0,
    })),
    words: wordNumbers(row.words ?? []),
    seenBy: row.seenBy ?? [],
    version,
    language: row.language,
    ...(addsWords === true ? { addsWords } : {}),
    ...(isDigest === true ? { isDigest } : {}),
    ...(hasBorrowedTime === true ? { hasBorrowedTime } : {}),
  };
}
