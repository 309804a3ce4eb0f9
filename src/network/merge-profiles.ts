import { type Profile, unknownProfile } from "../model/account.js";
import type { AccountItem } from "../model/item.js";

/** Profiles of one account, merged field by field in a way that their order does not change. */
export interface MergedProfile {
  readonly profile: Profile;
  add(item: Pick<AccountItem, "profile" | "retrievedAt" | "seenAt">): void;
}

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

/** Of two as new, the answer that keeps a person out wins. */
const cautiousAnswer: Readonly<Partial<Record<Field, boolean>>> = {
  isBot: true,
  isGroup: true,
  isLocked: true,
  isGone: true,
  isLimited: true,
  discoverable: false,
  indexable: false,
  noindex: true,
  hasOptOutTag: true,
};

const fields = Object.keys(unknownProfile).filter(isField);

function isField(key: string): key is Field {
  return key in unknownProfile;
}

/** A profile that tells nothing yet. It is changed in place: of the most active it is merged often. */
export function startProfile(): MergedProfile {
  const merged: Profile = { ...unknownProfile };
  const times = fields.map(() => -Infinity);
  return {
    profile: merged,
    add({ profile, retrievedAt, seenAt }) {
      for (const [at, field] of fields.entries()) {
        const value = profile[field];
        if (value === undefined) continue;
        // A post's time says nothing of when somebody opted out: only a server's answer is newer.
        const time = retrievedAt ?? (newestWins.has(field) ? seenAt : undefined) ?? -Infinity;
        const known = merged[field];
        const isBetter =
          known === undefined ||
          time > times[at] ||
          (time === times[at] && wins(field, value, known));
        if (!isBetter) continue;
        if (value !== known) Object.assign(merged, { [field]: value });
        times[at] = time;
      }
    },
  };
}

function wins(field: Field, value: unknown, known: unknown): boolean {
  const cautious = cautiousAnswer[field];
  if (cautious !== undefined) return value === cautious;
  if (typeof value === "number" && typeof known === "number") return value > known;
  return String(value) > String(known);
}
