import { createHash } from "node:crypto";
import { rename, rm, stat, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { includeAll, includeSelected } from "../convert/included-rows.js";
import { interactionColumns, interactionRows } from "../convert/interaction-rows.js";
import { type MadeUpKeys, makeUpKeys } from "../convert/made-up-keys.js";
import { listPostIds } from "../convert/post-ids.js";
import {
  everyRow,
  type PostsFileInput,
  type PostsFileRows,
  postsFileRows,
} from "../convert/posts-file-rows.js";
import { pseudonymousRows } from "../convert/pseudonymous-rows.js";
import { renderLines, renderNdjson } from "../convert/render-lines.js";
import { type Corpus, none } from "../model/corpus.js";
import { UserError } from "../model/errors.js";
import { postRoles } from "../model/item.js";
import { cellsOfPost, type PostCells, postColumns } from "../model/post-cells.js";
import type { ConvertedKind, Dropped, InputSummary, Respect } from "../model/provenance.js";
import type { Selection } from "../model/selection.js";
import { writingProblem } from "../model/writing-problem.js";
import { parseEdgeRule } from "../network/edge-rule.js";
import { buildInteractions } from "../network/interactions.js";
import { selectPosts } from "../network/select-posts.js";
import { renderCsv } from "../report/tables/csv.js";
import { pseudonymOf, pseudonymOfPost } from "../report/view/pseudonymize.js";
import { publicInputs, startPublicTexts } from "../report/view/public-texts.js";
import { counted } from "../text/counted.js";
import { utf8Batches } from "../text/utf8-batches.js";
import { explainNothing } from "./explain-nothing.js";
import { readPseudonymKey } from "./pseudonym-key.js";
import { type ReadRequest, readCorpus } from "./read-corpus.js";
import { type Consent, respectConsent } from "./respect-consent.js";

interface ConvertRequest extends ReadRequest {
  readonly to: ConvertedKind;
  readonly tag: string | undefined;
  readonly since: number | undefined;
  readonly until: number | undefined;
  readonly respect: Respect;
  /** Which ties are interactions, as it was written. */
  readonly edges: string;
  /** The file to write; `undefined` for none. */
  readonly out: string | undefined;
}

export type ConvertOutcome = {
  readonly inputs: readonly InputSummary[];
  readonly dropped: Dropped | undefined;
} & (
  | { readonly nothing: string }
  | {
      /** What a person should know of what was written, and of what was not. */
      readonly notes: readonly string[];
      /** The file, where it was not written. */
      readonly pieces: Iterable<string> | undefined;
    }
);

const referenced = postRoles.indexOf("referenced");

/**
 * From files of any kind to one of our own: posts with all that an analysis needs, who acts on whom,
 * a table of posts, or ids alone. Names nobody who has opted out, and with a key of pseudonyms nobody.
 *
 * @throws {UserError} for an input that cannot be read, a file that cannot be written, or ids that
 *   are to name nobody.
 */
export async function convert(request: ConvertRequest): Promise<ConvertOutcome> {
  const { to, out, onProgress, pseudonymKey: keyPath } = request;
  if (out !== undefined) await refuseInputs(out, request.inputs, keyPath);
  if (to === "ids" && keyPath !== undefined) {
    throw new UserError(
      "ids lead to posts and their authors, so they cannot be pseudonymized",
      "give --to posts, csv or interactions; or ids without --pseudonymize",
    );
  }
  const rule = parseEdgeRule(request.edges);
  const secret = keyPath === undefined ? undefined : await readPseudonymKey(keyPath, undefined);
  const { corpus: read, inputs, dropped } = await readCorpus(request, "anybody");
  const consent = respectConsent(read, { ...request, pseudonymKey: secret });
  const { corpus } = consent;
  const texts = startPublicTexts(consent.heldBack);
  const selection = selectPosts(corpus, request);
  const told = { inputs: publicInputs(inputs, texts), dropped };
  const isWhole = [request.tag, request.since, request.until].every((asked) => asked === undefined);
  // A file of profiles alone goes with others.
  const hasPeople = to === "posts" && isWhole && corpus.accounts.length > 0;
  if (!hasAnything(selection) && !hasPeople) {
    const settings = { tag: request.tag, since: request.since, until: request.until, ...texts };
    return { ...told, nothing: explainNothing(corpus, inputs, settings) };
  }
  onProgress("writing");
  const file = digitsOf(inputs);
  const isMadeUp = secret === undefined ? consent.withheld : consent.withheld.map(() => 1);
  const input: PostsFileInput = {
    ...consent,
    file,
    keys:
      secret === undefined
        ? makeUpKeys(corpus, isMadeUp, consent.heldBack, file)
        : pseudonymKeys(corpus, secret),
    included: isWhole ? includeAll(corpus) : includeSelected(corpus, selection),
    shown: texts,
    tag: request.tag,
  };
  const rowsOf = secret === undefined ? postsFileRows : pseudonymousRows;
  const { pieces, notes } = ((): Written => {
    switch (to) {
      case "posts":
        return writePosts(rowsOf(input), input);
      case "csv":
        return writeTable(rowsOf(input), input);
      case "ids":
        return writeIds(corpus, selection, consent);
      case "interactions": {
        const interactions = buildInteractions(corpus, selection, rule);
        const written = { interactions, keys: input.keys, withheld: isMadeUp };
        const rows = () => interactionRows(written, secret === undefined ? "by post" : "by people");
        const isTable = out?.toLowerCase().endsWith(".csv") === true;
        return {
          pieces: isTable ? renderCsv(interactionColumns, rows()) : renderNdjson(rows()),
          notes: [`${counted(interactions.count, "interaction", "interactions")} written`],
        };
      }
    }
  })();
  if (out === undefined) return { ...told, notes, pieces };
  await writeWhole(out, pieces);
  return { ...told, notes, pieces: undefined };
}

interface Written {
  readonly pieces: Iterable<string>;
  readonly notes: readonly string[];
}

function pseudonymKeys({ accounts, posts }: Corpus, secret: Uint8Array): MadeUpKeys {
  return {
    person: accounts.map(({ key }) => pseudonymOf(key, secret)),
    post: posts.key.map((key) => pseudonymOfPost(key, secret)),
  };
}

function writePosts(rows: PostsFileRows, input: PostsFileInput): Written {
  const { posts, accounts, ties } = input.included;
  const withheld = accounts.filter((isThere, at) => isThere === 1 && input.withheld[at] === 1);
  return {
    pieces: renderNdjson(everyRow(rows, input.included)),
    notes: [
      `${counted(count(posts), "post", "posts")}, ${counted(count(accounts), "person", "people")} and ${counted(count(ties), "tie", "ties")} without posts written`,
      ...(withheld.length === 0
        ? []
        : [`${counted(withheld.length, "person is", "people are")} not named: they opted out`]),
    ],
  };
}

function writeTable(rows: PostsFileRows, { corpus, included }: PostsFileInput): Written {
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
    pieces: renderCsv(columns, cells()),
    notes: [
      `${counted(count(included.posts), "post", "posts")} written`,
      ...(missing.length === 0
        ? []
        : [`not in a table: ${missing.join(", ")}; --to posts keeps all of it`]),
    ],
  };
}

function writeIds(corpus: Corpus, selection: Selection, { withheld }: Consent): Written {
  const found = listPostIds(corpus, selection.role, withheld);
  return {
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

function hasAnything({ role, hasTie, isListed }: Selection): boolean {
  return role.some((one) => one !== referenced) || hasTie.includes(1) || isListed.includes(1);
}

/** Eight hexadecimal digits, the same for the same inputs. */
function digitsOf(inputs: readonly InputSummary[]): string {
  const sums = inputs.map(({ sha256, name, read }) => sha256 ?? `${name} ${read}`).sort();
  return createHash("sha256").update(sums.join("\n")).digest("hex").slice(0, 8);
}

async function refuseInputs(
  out: string,
  inputs: readonly string[],
  keyPath: string | undefined,
): Promise<void> {
  const found = await stat(out).catch(() => undefined);
  const isSame = async (path: string): Promise<boolean> => {
    const other = await stat(path).catch(() => undefined);
    const isOneFile = other !== undefined && other.ino === found?.ino && other.dev === found.dev;
    return resolve(path) === resolve(out) || isOneFile;
  };
  const refuse = (what: string): UserError =>
    new UserError(`${out} is ${what}`, "name another file with --out");
  if (keyPath !== undefined && (await isSame(keyPath))) throw refuse("the key of made-up names");
  for (const input of inputs) if (await isSame(input)) throw refuse("an input");
  if (found !== undefined && !found.isFile()) throw refuse("no file");
}

/** Replaces a file when the new one is whole. */
async function writeWhole(path: string, pieces: Iterable<string>): Promise<void> {
  const unfinished = `${path}.unfinished`;
  try {
    await writeFile(unfinished, utf8Batches(pieces));
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw writingProblem(path, error);
  }
}
