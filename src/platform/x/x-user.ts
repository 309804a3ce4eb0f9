import { z } from "zod";
import type { AccountItem } from "../../model/item.js";
import { xKey } from "../../model/x-handle.js";
import { lenientList, lenientObject, optionalText } from "../lenient.js";
import { hasOptOutTag } from "../opt-out-tag.js";
import { readsLikeOrganisation } from "../organisation-profile.js";
import { placesInProfile } from "../places-in-profile.js";
import { webAddress } from "../web-address.js";

/** Whoever is named: at least an id or a handle, else nobody. */
export interface XUser {
  readonly id: string | undefined;
  readonly handle: string | undefined;
  readonly name?: string | undefined;
  readonly bio?: string | undefined;
  /** Where the profile leads. */
  readonly sites?: readonly string[] | undefined;
  readonly isProtected?: boolean | undefined;
  /** Suspended or deleted; `false` where X itself still gave out the profile. */
  readonly isGone?: boolean | undefined;
  readonly followers?: number | undefined;
  readonly following?: number | undefined;
}

const linksSchema = lenientObject(
  z.object({ urls: lenientList(z.object({ expanded_url: optionalText })) }),
);

/** The links of a profile, as both interfaces of X tell them: its own, and those of its bio. */
export const profileEntities = lenientObject(
  z.object({ url: linksSchema, description: linksSchema }),
);

/** Where a profile leads; `undefined` where it tells nothing. */
export function profileSites(entities: z.output<typeof profileEntities>): string[] | undefined {
  const links = [entities?.url, entities?.description].flatMap((part) => part?.urls ?? []);
  const sites = links.flatMap(({ expanded_url }) => webAddress(expanded_url) ?? []);
  return sites.length === 0 ? undefined : sites;
}

/** A whole number of any length; one that was rounded stays a number. See `parseJson`. */
export const xId = z
  .union([
    z.string().regex(/^(?!\d+(?:[.,]\d+)?e\+?\d+$).+$/iu),
    z.int().nonnegative().transform(String),
    z.number().gt(2 ** 53),
  ])
  .nullish()
  .catch(undefined)
  .transform((id) => id ?? undefined);

/** The best of the ids that are told: a rounded one only where there is no other. */
export function wholeId(...ids: readonly (string | number | undefined)[]): string | undefined {
  const whole = ids.find((id) => typeof id === "string");
  const rounded = ids.find((id) => id !== undefined);
  return whole ?? (rounded === undefined ? undefined : String(rounded));
}

/** An account's id beside its handle, which is of one person where a rounded id may be of two. */
export function userId(
  handle: string | undefined,
  ...ids: readonly (string | number | undefined)[]
): string | undefined {
  const id = wholeId(...ids);
  return handle !== undefined && ids.every((told) => typeof told !== "string") ? undefined : id;
}

/** The best reference to a user that is told: by id, else by handle until all is read. */
export function xUserReference(user: XUser | undefined): string | undefined {
  if (user?.id !== undefined) return xKey(user.id);
  const handle = user?.handle;
  return handle === undefined ? undefined : handleReference(handle);
}

function handleReference(handle: string): string {
  return `x:@${handle.toLowerCase()}`;
}

/** The account item of a user; none where neither id nor handle is told. */
export function xAccountItem(
  user: XUser,
  retrievedAt: number | undefined,
  seenAt: number | undefined,
): AccountItem | undefined {
  const key = xUserReference(user);
  if (key === undefined) return undefined;
  const { handle } = user;
  return {
    type: "account",
    key,
    aliases: handle === undefined ? [] : [handleReference(handle)],
    profile: {
      handle,
      server: "x.com",
      name: user.name,
      url: handle === undefined ? undefined : `https://x.com/${handle}`,
      followers: user.followers,
      following: user.following,
      isPrivate: user.isProtected,
      isGone: user.isGone,
      isOrganisation: readsLikeOrganisation({ handle, name: user.name, bio: user.bio }),
      hasOptOutTag: hasOptOutTag(user.bio, [user.name]),
    },
    retrievedAt,
    isHome: true,
    sites: placesInProfile([user.bio], user.sites),
    seenAt,
  };
}

/** What counts of a protected account whose post must not be seen: that nobody is to name them. */
export function xRefusal(
  user: XUser,
  { retrievedAt }: { readonly retrievedAt: number | undefined },
): AccountItem[] {
  const item = xAccountItem({ ...user, isProtected: true }, retrievedAt, undefined);
  return item === undefined ? [] : [item];
}
