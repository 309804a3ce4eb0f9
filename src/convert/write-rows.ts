import { type Corpus, none } from "../model/corpus.js";
import { cellsOfPost, type PostCells, postColumns } from "../model/post-cells.js";
import { counted } from "../text/counted.js";
import { renderCsv } from "../text/csv.js";
import {
  type InteractionOrder,
  type InteractionRowsInput,
  interactionColumns,
  interactionRows,
} from "./interaction-rows.js";
import { listPostIds } from "./post-ids.js";
import { everyRow, type PostsFileInput, type PostsFileRows } from "./posts-file-rows.js";
import { renderLines, renderNdjson } from "./render-lines.js";

/** How many of each, by what they are. */
export type Counts = Readonly<
  Partial<Record<"posts" | "people" | "ties" | "interactions" | "ids", number>>
>;

/** What goes into the file, in pieces, and what a person should know of it. */
export interface Written {
  readonly written: Counts;
  readonly pieces: Iterable<string>;
  readonly notes: readonly string[];
}

/** Posts, people and ties without posts, with all that an analysis needs. */
export function writePosts(rows: PostsFileRows, input: PostsFileInput): Written {
  const { posts, accounts, ties } = input.included;
  const withheld = accounts.filter((isThere, at) => isThere === 1 && input.withheld[at] === 1);
  return {
    written: { posts: count(posts), people: count(accounts), ties: count(ties) },
    pieces: renderNdjson(everyRow(rows, input.included)),
    notes: [
      `${counted(count(posts), "post", "posts")}, ${counted(count(accounts), "person", "people")} and ${counted(count(ties), "tie", "ties")} without posts written`,
      ...(withheld.length === 0
        ? []
        : [`${counted(withheld.length, "person is", "people are")} not named: they opted out`]),
    ],
  };
}

/** A row for each post; says what of the rest a table cannot hold. */
export function writeTable(rows: PostsFileRows, { corpus, included }: PostsFileInput): Written {
  const columns = postColumns.map((name) => ({ name, cell: (cells: PostCells) => cells[name] }));
  const isAuthor = new Uint8Array(corpus.accounts.length);
  for (const [post, author] of corpus.posts.author.entries()) {
    if (included.posts[post] === 1 && author !== none) isAuthor[author] = 1;
  }
  function* cells(): Generator<PostCells> {
    for (const post of rows.posts()) {
      const author = corpus.posts.author[post];
      yield cellsOfPost(rows.post(post), author === none ? undefined : rows.person(author));
    }
  }
  const others = included.accounts.filter((isThere, at) => isThere === 1 && isAuthor[at] === 0);
  const missing = [
    ...(others.length === 0
      ? []
      : [`what is known of ${counted(others.length, "person", "people")} who are only named`]),
    ...(count(included.ties) === 0 ? [] : [`${count(included.ties)} ties without posts`]),
    ...(corpus.answers.length === 0 ? [] : ["what each server showed"]),
  ];
  return {
    written: { posts: count(included.posts) },
    pieces: renderCsv(columns, cells()),
    notes: [
      `${counted(count(included.posts), "post", "posts")} written`,
      ...(missing.length === 0
        ? []
        : [`not in a table: ${missing.join(", ")}; --to posts keeps all of it`]),
    ],
  };
}

/** A line for each post that counts and whose author has not opted out. */
export function writeIds(corpus: Corpus, origin: Uint8Array, withheld: Uint8Array): Written {
  const found = listPostIds(corpus, origin, withheld);
  return {
    written: { ids: found.ids.length },
    pieces: renderLines(found.ids, (id) => id),
    notes: [
      `${counted(found.ids.length, "id", "ids")} written`,
      ...(found.withheld === 0
        ? []
        : [
            `${counted(found.withheld, "post left out: its author", "posts left out: their authors")} opted out`,
          ]),
      ...(found.withoutId === 0
        ? []
        : [`${counted(found.withoutId, "post", "posts")} left out: no id in the file`]),
    ],
  };
}

function count(marks: Uint8Array): number {
  return marks.reduce((sum, mark) => sum + mark, 0);
}

/** A row for each interaction, as NDJSON or as a table. */
export function writeInteractions(
  written: InteractionRowsInput,
  { order, asTable }: { readonly order: InteractionOrder; readonly asTable: boolean },
): Written {
  const rows = interactionRows(written, order);
  return {
    written: { interactions: written.interactions.count },
    pieces: asTable ? renderCsv(interactionColumns, rows) : renderNdjson(rows),
    notes: [`${counted(written.interactions.count, "interaction", "interactions")} written`],
  };
}
