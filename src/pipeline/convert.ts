import { createHash } from "node:crypto";
import { rename, rm, stat, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { includeAll, includeSelected } from "../convert/included-rows.js";
import { type MadeUpKeys, makeUpKeys } from "../convert/made-up-keys.js";
import { type PostsFileInput, postsFileRows } from "../convert/posts-file-rows.js";
import { pseudonymousRows } from "../convert/pseudonymous-rows.js";
import {
  type Counts,
  type Written,
  writeIds,
  writeInteractions,
  writePosts,
  writeTable,
} from "../convert/write-rows.js";
import type { Corpus } from "../model/corpus.js";
import { UserError } from "../model/errors.js";
import { postOrigins } from "../model/item.js";
import type { ConvertedKind, Dropped, InputSummary, Respect } from "../model/provenance.js";
import type { Selection } from "../model/selection.js";
import { writingProblem } from "../model/writing-problem.js";
import { parseEdgeRule } from "../network/edge-rule.js";
import { buildInteractions } from "../network/interactions.js";
import { selectPosts } from "../network/select-posts.js";
import { pseudonymOf, pseudonymOfPost } from "../report/view/pseudonymize.js";
import { publicInputs, startPublicTexts } from "../report/view/public-texts.js";
import { utf8Batches } from "../text/utf8-batches.js";
import { explainNothing } from "./explain-nothing.js";
import { readPseudonymKey } from "./pseudonym-key.js";
import { type ReadRequest, readCorpus } from "./read-corpus.js";
import { respectConsent } from "./respect-consent.js";

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

type ConvertOutcome = {
  readonly inputs: readonly InputSummary[];
  readonly dropped: Dropped | undefined;
} & (
  | { readonly nothing: string }
  | {
      /** What a person should know of what was written, and of what was not. */
      readonly notes: readonly string[];
      readonly written: Counts;
      /** The file, where it was not written. */
      readonly pieces: Iterable<string> | undefined;
    }
);

const referenced = postOrigins.indexOf("referenced");

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
  const { pieces, ...said } = ((): Written => {
    switch (to) {
      case "posts":
        return writePosts(rowsOf(input), input);
      case "csv":
        return writeTable(rowsOf(input), input);
      case "ids":
        return writeIds(corpus, selection.origin, consent.withheld);
      case "interactions": {
        const interactions = buildInteractions(corpus, selection, rule);
        const written = { interactions, keys: input.keys, withheld: isMadeUp };
        return writeInteractions(written, {
          order: secret === undefined ? "by post" : "by people",
          asTable: out?.toLowerCase().endsWith(".csv") === true,
        });
      }
    }
  })();
  if (out === undefined) return { ...told, ...said, pieces };
  await writeWhole(out, pieces);
  return { ...told, ...said, pieces: undefined };
}

function pseudonymKeys({ accounts, posts }: Corpus, secret: Uint8Array): MadeUpKeys {
  return {
    person: accounts.map(({ key }) => pseudonymOf(key, secret)),
    post: posts.key.map((key) => pseudonymOfPost(key, secret)),
  };
}

function hasAnything({ origin, hasTie, isListed }: Selection): boolean {
  return origin.some((one) => one !== referenced) || hasTie.includes(1) || isListed.includes(1);
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
