import { UserError } from "../model/errors.js";
import { filterPhrases, type NetworkFilter, type PostFilter } from "../model/filters.js";
import { parseHandle } from "../model/handle-list.js";
import { readHandleList } from "../read/handle-list.js";
import type { ListedFiles } from "../read/listed-files.js";
import { findPeople, type Known, type UnreadableLines } from "./name-people.js";

/** Filters as they were asked for. */
export interface FilterRequest {
  readonly language: readonly string[];
  readonly excludeReposts: boolean | undefined;
  /** A file of people, one a line. */
  readonly people: string | undefined;
  readonly minWeight: number | undefined;
  readonly ego: string | undefined;
  readonly radius: number;
  readonly kCore: number | undefined;
  readonly component: "largest" | undefined;
  readonly community: string | undefined;
}

interface WrittenFilters extends FilterRequest {
  /** Names of the file. */
  readonly names: readonly string[] | undefined;
  readonly unreadable: readonly UnreadableLines[];
}

/**
 * Filters with the names of their file, read before anything else.
 *
 * @throws {UserError} for a file that cannot be read.
 */
export async function readFilters(
  request: FilterRequest,
  files: ListedFiles,
): Promise<WrittenFilters> {
  const { people } = request;
  if (people === undefined) return { ...request, names: undefined, unreadable: [] };
  const { names, unreadableLines: lines } = await readHandleList(people, files);
  const unreadable = lines.length === 0 ? [] : [{ list: `--people ${people}`, lines }];
  return { ...request, names, unreadable };
}

export interface FoundFilters {
  readonly posts: PostFilter;
  readonly network: NetworkFilter;
  /** As a report tells them. */
  readonly phrases: readonly string[];
}

/**
 * Whom the names of filters mean. People who have opted out are nobody here: a network of one person
 * would be about them.
 *
 * @throws {UserError} where nobody is left of whom a filter names.
 */
export function findFilters(known: Known, written: WrittenFilters): FoundFilters {
  const { language, excludeReposts, minWeight, radius, kCore, component, names } = written;
  const isOpen = (account: number): boolean => known.withheld[account] === 0;
  const ego = written.ego === undefined ? undefined : findEgo(known, written.ego, isOpen);
  const people =
    names === undefined ? undefined : new Set(findPeople(known, names).accounts.filter(isOpen));
  if (people?.size === 0) {
    throw new UserError(
      `--people ${written.people}: nobody of the list is in the posts, or may be asked for`,
      "write handles as nodes.csv has them",
    );
  }
  const posts: PostFilter = {
    languages: language.map((code) => code.toLowerCase()),
    excludeReposts: excludeReposts === true,
    isPerson:
      people === undefined
        ? undefined
        : Uint8Array.from(known.withheld, (_, account) => (people.has(account) ? 1 : 0)),
  };
  const network: NetworkFilter = {
    minWeight,
    ego: ego === undefined ? undefined : { account: ego, radius },
    kCore,
    component,
    community: written.community,
  };
  return { posts, network, phrases: filterPhrases(posts, network) };
}

function findEgo(known: Known, written: string, isOpen: (account: number) => boolean): number {
  const handle = parseHandle(written) ?? written;
  const account = findPeople(known, [handle]).accounts.find(isOpen);
  if (account !== undefined) return account;
  throw new UserError(
    `--ego ${written}: nobody in the posts goes by that name, or may be asked for`,
    "write user@host, or @name on X, as nodes.csv has it",
  );
}
