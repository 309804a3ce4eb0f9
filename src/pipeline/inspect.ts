import { createHash } from "node:crypto";
import { startDistinct } from "../model/distinct.js";
import { UserError } from "../model/errors.js";
import { normaliseHashtag } from "../model/hashtag.js";
import {
  type AllInputSettings,
  type InputSettings,
  settingsOf,
  writtenInputSettings,
} from "../model/input-settings.js";
import type {
  Frequency,
  InputContents,
  InspectedInput,
  Inspection,
  ReadInput,
} from "../model/inspection.js";
import { type InteractionKind, perKind } from "../model/interaction.js";
import type { Acceptance, Item, PostItem, Relation } from "../model/item.js";
import type { OnProgress } from "../model/progress.js";
import { type InputSummary, isOfTies } from "../model/provenance.js";
import { foldText } from "../network/fold-text.js";
import { type OptedOut, startOptedOut } from "../network/opted-out.js";
import { describedFormats } from "../read/input-formats.js";
import { readInput } from "../read/read-input.js";
import { type PublicTexts, publicInputs, startPublicTexts } from "../report/view/public-texts.js";
import { printable } from "../text/unprintable.js";

interface InspectRequest extends AllInputSettings {
  /** Paths; `-` is standard input. */
  readonly inputs: readonly string[];
  readonly standardInput: AsyncIterable<Buffer>;
  readonly onProgress: OnProgress;
}

/**
 * What each input is and holds, and the command that analyses them. Reads everything and keeps nothing:
 * memory does not grow with the inputs. A file that cannot be read is an answer like another.
 */
export async function inspect(request: InspectRequest): Promise<Inspection> {
  const inputs: InspectedInput[] = [];
  const seen = new Set<string>();
  const optedOut = startOptedOut((word) => seen.has(word));
  for (const [ordinal, path] of request.inputs.entries()) {
    const input = await inspectInput(path, ordinal, request, { optedOut, seen });
    inputs.push(input);
  }
  const texts = startPublicTexts(optedOut.heldBack());
  const shown = inputs.map((input) => ("refused" in input ? input : publicInput(input, texts)));
  return { inputs: shown, command: commandFor(shown, request) };
}

/** The path stays as it was typed, which the command needs. */
function publicInput(input: ReadInput, texts: PublicTexts): ReadInput {
  const { contents } = input;
  const [summary] = publicInputs([input.summary], texts);
  const hashtags = contents.hashtags.filter(({ name }) => texts.text(`#${name}`) !== undefined);
  return {
    ...input,
    summary,
    contents: { ...contents, hashtags: hashtags.slice(0, namesListed) },
  };
}

interface Seen {
  readonly optedOut: OptedOut;
  /** Hashtags, folded, as words of names are. */
  readonly seen: Set<string>;
}

async function inspectInput(
  path: string,
  ordinal: number,
  request: InspectRequest,
  people: Seen,
): Promise<InspectedInput> {
  const contents = startContents(people);
  const settings = settingsOf(path, request);
  const options = {
    ...settings,
    ordinal,
    inputs: request.inputs,
    standardInput: request.standardInput,
    onProgress: (bytesRead: number, rowsRead: number, share: number | undefined) =>
      request.onProgress(
        `reading ${printable(path)}: ${Math.round(bytesRead / 1e6)} MB, ${rowsRead} rows`,
        share,
      ),
  };
  try {
    const summary = await readInput(path, options, contents.take);
    return { path, ...describe(summary, settings), summary, contents: contents.finish() };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { path, refused: { reason: error.message, next: error.nextStep } };
  }
}

function describe(
  { format }: InputSummary,
  { format: named, map }: InputSettings,
): { title: string; evidence: string } {
  const description = describedFormats.find(({ name }) => name === format);
  if (format === undefined || description === undefined) {
    return { title: "nothing", evidence: "no row, only white space" };
  }
  const { title, recognisedBy } = description;
  if (map !== undefined) return { title, evidence: "named by --map" };
  return { title, evidence: named === undefined ? recognisedBy : "named by --format" };
}

const namesListed = 10;
const fewestAuthors = 3;
/** So many different hashtags or languages are counted at once; the rarest of more are forgotten. */
const mostNames = 50_000;

function startContents({ optedOut, seen }: Seen) {
  const posts = startDistinct();
  const authors = startDistinct();
  const people = startDistinct();
  const relations = startDistinct();
  const languages = new Map<string, Counted>();
  const hashtags = new Map<string, Counted>();
  const ties = new Map<InteractionKind | undefined, number>();
  let reposts = 0;
  let withoutTime = 0;
  let first: number | undefined;
  let last: number | undefined;

  const seeTime = (time: number | undefined): void => {
    if (time === undefined) return;
    first = Math.min(first ?? time, time);
    last = Math.max(last ?? time, time);
  };
  const countTie = (kind: InteractionKind | undefined): void => {
    ties.set(kind, (ties.get(kind) ?? 0) + 1);
  };

  const takeRelation = (of: string, { kind, account, position }: Relation): void => {
    if (account !== undefined) people.add(account);
    const whom = kind === "mention" ? (account ?? position) : "";
    if (!relations.add([of, kind, whom].join(" "))) return;
    countTie(kind);
    if (kind === "repost") reposts += 1;
  };

  const takePost = (post: PostItem): Acceptance => {
    if (post.author !== undefined) people.add(post.author);
    if (post.role === "referenced") return "beside";
    // Tables with a row for each tie tell one post several times, and another tie each time.
    for (const relation of post.relations) takeRelation(post.key, relation);
    if (!posts.add(post.key)) return "duplicate";
    if (post.author !== undefined) authors.add(post.author);
    seeTime(post.time);
    if (post.time === undefined) withoutTime += 1;
    const author = fingerprint(post.author ?? "");
    if (post.language !== undefined) count(languages, post.language, post.language, author);
    const written = new Map(post.tags.map((tag) => [normaliseHashtag(tag), tag]));
    for (const [tag, spelling] of written) {
      count(hashtags, tag, spelling, author);
      if (seen.size < mostNames) seen.add(foldText(tag));
    }
    return "kept";
  };

  return {
    take(item: Item): Acceptance {
      switch (item.type) {
        case "post":
          return takePost(item);
        case "tie":
          people.add(item.source);
          people.add(item.target);
          for (const { kind } of item.strengths) countTie(kind);
          seeTime(item.first);
          seeTime(item.last);
          return "kept";
        case "account":
          optedOut.take(item);
          if (item.isNode === true) people.add(item.key);
          return "beside";
        default:
          return "beside";
      }
    },
    finish: (): InputContents => ({
      posts: posts.count(),
      reposts,
      authors: authors.count(),
      people: people.count(),
      first,
      last,
      withoutTime,
      ties: perKind((kind) => ties.get(kind) ?? 0),
      tiesOfNoKind: ties.get(undefined) ?? 0,
      languages: mostFrequent(languages, 1).slice(0, namesListed),
      // Some may name people, and are left out when all is read.
      hashtags: mostFrequent(hashtags, fewestAuthors),
    }),
  };
}

interface Counted {
  readonly spelling: string;
  count: number;
  /** Of three different authors at most. */
  readonly authors: Set<number>;
}

function count(counts: Map<string, Counted>, name: string, spelling: string, author: number): void {
  let known = counts.get(name);
  if (known === undefined) {
    if (counts.size === mostNames) forgetRarest(counts);
    known = { spelling: spelling.slice(0, 200), count: 0, authors: new Set() };
    counts.set(name, known);
  }
  known.count += 1;
  if (known.authors.size < fewestAuthors) known.authors.add(author);
}

function forgetRarest(counts: Map<string, Counted>): void {
  const byCount = [...counts].sort(([, a], [, b]) => a.count - b.count);
  for (const [name] of byCount.slice(0, mostNames / 2)) counts.delete(name);
}

function fingerprint(author: string): number {
  return createHash("sha256").update(author).digest().readUInt32LE(0);
}

function mostFrequent(counts: ReadonlyMap<string, Counted>, authorCount: number): Frequency[] {
  return [...counts.values()]
    .filter(({ authors }) => authors.size >= authorCount)
    .map(({ spelling, count: times }) => ({ name: printable(spelling), count: times }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/**
 * All that can be read, and tables that can with the columns that are proposed; with the hashtag that most
 * posts have, where others have it not.
 */
function commandFor(
  inputs: readonly InspectedInput[],
  request: InspectRequest,
): string[] | undefined {
  const written = writtenInputSettings(request);
  const maps = [...written.map];
  const paths: string[] = [];
  for (const input of inputs) {
    if ("summary" in input) {
      if (input.summary.kept > 0 || input.contents.people.count > 0) paths.push(input.path);
      continue;
    }
    const proposed = proposedMap(input.refused.next);
    if (proposed === undefined) continue;
    paths.push(input.path);
    maps.push(inputs.length === 1 ? proposed : `${input.path}:${proposed}`);
  }
  if (paths.length === 0) return undefined;
  const tag = commonTag(inputs);
  return [
    ...["tagatlas", "analyze"],
    ...paths.map((path) => (path.startsWith("-") && path !== "-" ? `./${path}` : path)),
    ...(tag === undefined ? [] : ["--tag", tag]),
    ...written.format.flatMap((value) => ["--format", value]),
    ...maps.flatMap((value) => ["--map", value]),
    ...written.dates.flatMap((value) => ["--dates", value]),
  ];
}

/** The columns that the refusal of a table names, where it found some for each of those that it needs. */
function proposedMap(next: string): string | undefined {
  const [, quoted, plain] = /--map (?:'(.*)'|(\S+))$/u.exec(next) ?? [];
  const map = quoted ?? plain;
  return map?.includes("…") === true ? undefined : map;
}

/** In a third of the posts or more, and not in all of them. */
function commonTag(inputs: readonly InspectedInput[]): string | undefined {
  const totals = new Map<string, { name: string; count: number }>();
  let posts = 0;
  for (const input of inputs) {
    if (!("contents" in input) || isOfTies(input.summary.format)) continue;
    posts += input.summary.kept;
    for (const { name, count: times } of input.contents.hashtags) {
      const key = normaliseHashtag(name);
      totals.set(key, { name, count: (totals.get(key)?.count ?? 0) + times });
    }
  }
  const [top] = [...totals.values()].sort((a, b) => b.count - a.count);
  return top !== undefined && top.count * 3 >= posts && top.count < posts ? top.name : undefined;
}
