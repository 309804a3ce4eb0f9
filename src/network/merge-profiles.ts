import { type Profile, unknownProfile } from "../model/account.js";
import type { AccountItem } from "../model/item.js";

/** Profiles of one account, merged field by field in a way that their order does not change. */
export interface MergedProfile {
  readonly profile: Profile;
  readonly traces: AccountTraces | undefined;
  add(item: Copy): void;
  /** Takes in what is known of the same account under another reference. */
  absorb(other: MergedProfile): void;
  /** For `absorb` alone. */
  readonly times: readonly number[];
  readonly said: readonly number[] | undefined;
}

/** What else leads to somebody. */
interface AccountTraces {
  /** What they have been called, now or before: handles, names. */
  readonly names: Set<string>;
  readonly pages: Set<string>;
  readonly sites: Set<string>;
  readonly ids: Set<string>;
}

type Copy = Pick<
  AccountItem,
  "profile" | "retrievedAt" | "seenAt" | "isHome" | "pages" | "sites" | "formerNames" | "localIds"
>;

type Field = keyof Profile;

/** The newest wins; of two as new, the greater. */
const newestWins: ReadonlySet<Field> = new Set<Field>([
  "handle",
  "server",
  "name",
  "label",
  "url",
  "followers",
  "following",
  "movedTo",
]);

/**
 * What bears on consent, with the answer that says no. The account's own server is believed: its
 * newest answer counts, and the no of two as new. A no that another server passes on counts until
 * the own server says otherwise, at the same time or later.
 */
const consentFields = [
  ["isPrivate", true],
  ["discoverable", false],
  ["indexable", false],
  ["noindex", true],
  ["hasOptOutTag", true],
] as const satisfies readonly (readonly [Field, boolean])[];

/** Per field of consent, when each was last said: no and yes at home, no and yes elsewhere. */
const answersPerField = 4;
const never = -Infinity;
/** A file of posts does not tell when its profiles were as they are. */
const atSomeTime = -Number.MAX_VALUE;

const plainFields = Object.keys(unknownProfile).filter(isPlainField);

/** By the place in `plainFields`: a post's time says nothing of whether somebody is a bot. */
const isOfItsTime = plainFields.map((field) => newestWins.has(field));

function isPlainField(key: string): key is Field {
  return key in unknownProfile && consentFields.every(([field]) => field !== key);
}

/** A profile that tells nothing yet. It is changed in place: of the most active it is merged often. */
export function startProfile(): MergedProfile {
  const merged: Profile = { ...unknownProfile };
  const times = plainFields.map(() => -Infinity);
  let said: number[] | undefined;
  let traces: AccountTraces | undefined;

  const offer = (at: number, value: Profile[Field], time: number): void => {
    if (value === undefined) return;
    const field = plainFields[at];
    const known = merged[field];
    if (known !== undefined && known !== value && (field === "handle" || field === "name")) {
      traces ??= startTraces();
      traces.names.add(String(known)).add(String(value));
    }
    if (known !== undefined && known !== value && field === "url") {
      traces ??= startTraces();
      traces.pages.add(String(known)).add(String(value));
    }
    const isBetter =
      known === undefined || time > times[at] || (time === times[at] && wins(value, known));
    if (!isBetter) return;
    if (value !== known) Object.assign(merged, { [field]: value });
    times[at] = time;
  };
  const hear = (answer: number, time: number): void => {
    said ??= Array.from({ length: consentFields.length * answersPerField }, () => never);
    if (!(time > said[answer])) return;
    said[answer] = time;
    const at = Math.floor(answer / answersPerField);
    const [field, no] = consentFields[at];
    const answers = said.slice(at * answersPerField, (at + 1) * answersPerField);
    Object.assign(merged, { [field]: isNo(answers) ? no : !no });
  };

  return {
    profile: merged,
    times,
    get said() {
      return said;
    },
    get traces() {
      return traces;
    },
    add({ profile, retrievedAt, seenAt, isHome, pages, sites, formerNames, localIds }) {
      for (let at = 0; at < plainFields.length; at += 1) {
        const value = profile[plainFields[at]];
        if (value === undefined) continue;
        offer(at, value, retrievedAt ?? (isOfItsTime[at] ? seenAt : undefined) ?? -Infinity);
      }
      for (let at = 0; at < consentFields.length; at += 1) {
        const [field, no] = consentFields[at];
        const value = profile[field];
        if (value === undefined) continue;
        const answer = (isHome === true ? 0 : 2) + (value === no ? 0 : 1);
        hear(at * answersPerField + answer, retrievedAt ?? atSomeTime);
      }
      if ((pages ?? sites ?? formerNames ?? localIds) === undefined) return;
      traces ??= startTraces();
      for (const name of formerNames ?? []) traces.names.add(name);
      for (const page of pages ?? []) traces.pages.add(page);
      for (const site of sites ?? []) traces.sites.add(site);
      for (const id of localIds ?? []) traces.ids.add(id);
    },
    absorb(other) {
      for (const [at, field] of plainFields.entries()) {
        offer(at, other.profile[field], other.times[at]);
      }
      for (const [answer, time] of (other.said ?? []).entries()) {
        if (time > never) hear(answer, time);
      }
      if (other.traces === undefined) return;
      traces ??= startTraces();
      for (const name of other.traces.names) traces.names.add(name);
      for (const page of other.traces.pages) traces.pages.add(page);
      for (const site of other.traces.sites) traces.sites.add(site);
      for (const id of other.traces.ids) traces.ids.add(id);
    },
  };
}

function startTraces(): AccountTraces {
  return { names: new Set(), pages: new Set(), sites: new Set(), ids: new Set() };
}

function isNo([noAtHome, yesAtHome, noElsewhere]: readonly number[]): boolean {
  const home = Math.max(noAtHome, yesAtHome);
  if (home === never) return noElsewhere > never;
  return noAtHome >= yesAtHome || noElsewhere > home;
}

/** Of two as new: the greater number, the later word, and of yes and no the yes, which keeps a bot out. */
function wins(value: unknown, known: unknown): boolean {
  if (typeof value === "number" && typeof known === "number") return value > known;
  return String(value) > String(known);
}
