import type { Corpus } from "../model/corpus.js";
import { UserError } from "../model/errors.js";
import { parseHandle } from "../model/handle-list.js";
import { parseHiddenHandle } from "../model/hidden-handle.js";
import type { NamedPeople } from "../model/recommendation.js";
import type { RunRecord } from "../model/run-record.js";
import { type FoundAccounts, findAccounts } from "../network/find-accounts.js";
import { readHandleList } from "../read/handle-list.js";
import type { ListedFiles } from "../read/listed-files.js";
import { pseudonymOf } from "../report/view/pseudonymize.js";

/** People named on the command line: files of lists, and handles. */
export interface NamesRequest {
  /** A file of people whose word counts. */
  readonly trust: string | undefined;
  readonly keep: readonly string[];
  readonly exclude: readonly string[];
  /** For whom the lists are. */
  readonly for: string | undefined;
  /** A file of whom they follow. */
  readonly following: string | undefined;
}

/** Lines of a list that are no handle, from 1. */
export interface UnreadableLines {
  readonly list: string;
  readonly lines: readonly number[];
}

/** Names as they were written, before anybody is looked up. */
interface WrittenNames {
  readonly trusted: readonly string[];
  readonly kept: readonly string[];
  readonly excluded: readonly string[];
  /** Lines of the lists that are no handle. */
  readonly unreadable: readonly UnreadableLines[];
  readonly learner:
    | { readonly self: string | undefined; readonly followed: readonly string[] }
    | undefined;
}

/**
 * The names of a request, read before anything else so that a wrong one is said at once.
 *
 * @throws {UserError} for a file that cannot be read or a handle that is none.
 */
export async function readNames(request: NamesRequest, files: ListedFiles): Promise<WrittenNames> {
  const { following } = request;
  const self = request.for === undefined ? undefined : handleOf("--for", request.for);
  const unreadable: UnreadableLines[] = [];
  const namesIn = async (option: string, path: string | undefined): Promise<readonly string[]> => {
    if (path === undefined) return [];
    const { names, unreadableLines: lines } = await readHandleList(path, files);
    if (lines.length > 0) unreadable.push({ list: `${option} ${path}`, lines });
    return names;
  };
  const followed = await namesIn("--following", following);
  const isPersonal = self !== undefined || following !== undefined;
  return {
    learner: isPersonal ? { self, followed } : undefined,
    trusted: await namesIn("--trust", request.trust),
    unreadable,
    kept: request.keep.map((written) => handleOf("--keep", written)),
    excluded: request.exclude.map((written) => handleOf("--exclude", written)),
  };
}

/** Where people are looked up. */
export interface Known {
  readonly corpus: Corpus;
  readonly withheld: Uint8Array;
  /** What names come from, where nobody is to be named. */
  readonly pseudonymKey: Uint8Array | undefined;
}

/** Who of the corpus is meant, and the names that nobody there goes by. */
export function findNamed(
  known: Known,
  names: WrittenNames,
): { named: NamedPeople; unknown: string[] } {
  const trusted = findPeople(known, names.trusted);
  const kept = findPeople(known, names.kept);
  const excluded = findPeople(known, names.excluded);
  const self = findPeople(known, names.learner?.self === undefined ? [] : [names.learner.self]);
  const followed = findPeople(known, names.learner?.followed ?? []);
  const learner =
    names.learner === undefined
      ? undefined
      : { self: self.accounts[0], followed: followed.accounts };
  return {
    named: {
      trusted: trusted.accounts,
      kept: kept.accounts,
      excluded: excluded.accounts,
      learner,
    },
    // Of a long list most may be elsewhere; a name typed by hand should be here.
    unknown: [...kept.unknown, ...excluded.unknown, ...self.unknown],
  };
}

/** Whom each handle among the options of a run means, by how it was typed. */
export function findTyped(known: Known, { options }: RunRecord): Map<string, number> {
  const typed = options.flatMap(({ holds, values }) => (holds === "people" ? values : []));
  return new Map(
    typed.flatMap((written) => {
      const name = nameOf(written);
      const [account] = name === undefined ? [] : findPeople(known, [name]).accounts;
      return account === undefined ? [] : [[written, account] as const];
    }),
  );
}

/** As `findAccounts`, and people whom a manifest tells of without their names. */
export function findPeople(
  { corpus, withheld, pseudonymKey }: Known,
  names: readonly string[],
): FoundAccounts {
  const open = names.filter((name) => parseHiddenHandle(name) === undefined);
  const found = findAccounts(corpus.accounts, open);
  if (open.length === names.length) return found;
  const secret = pseudonymKey;
  const byPseudonym = new Map(
    corpus.accounts.map(({ key }, account) => [
      secret === undefined ? key : pseudonymOf(key, secret),
      account,
    ]),
  );
  const places = [...withheld.keys()].filter((account) => withheld[account] === 1);
  const accounts = new Set(found.accounts);
  const unknown = [...found.unknown];
  for (const name of names) {
    const hidden = parseHiddenHandle(name);
    if (hidden === undefined) continue;
    const account =
      "place" in hidden ? places[hidden.place - 1] : byPseudonym.get(hidden.pseudonym);
    if (account === undefined) unknown.push(name);
    else accounts.add(account);
  }
  return { accounts: [...accounts].sort((a, b) => a - b), unknown };
}

function nameOf(written: string): string | undefined {
  return parseHiddenHandle(written) === undefined ? parseHandle(written) : written;
}

function handleOf(option: string, written: string): string {
  const handle = nameOf(written);
  if (handle === undefined) {
    throw new UserError(
      `${option} ${written}: this is no handle`,
      "write user@host, or @name on X",
    );
  }
  return handle;
}
