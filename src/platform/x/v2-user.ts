import { z } from "zod";
import type { AccountItem } from "../../model/item.js";
import { parseXHandle } from "../../model/x-handle.js";
import {
  compiledOnUse,
  lenientObject,
  optionalCount,
  optionalText,
  refusalFlag,
} from "../lenient.js";
import { type InputRecord, isRecord } from "../record.js";
import { profileEntities, profileSites, userId, type XUser, xAccountItem, xId } from "./x-user.js";

/** Somebody as the API v2 tells of people. */
export const v2UserSchema = compiledOnUse(
  z.object({
    id: xId,
    username: optionalText.transform(parseXHandle),
    name: optionalText,
    description: optionalText,
    entities: profileEntities,
    protected: refusalFlag,
    public_metrics: lenientObject(
      z.object({ followers_count: optionalCount, following_count: optionalCount }),
    ),
  }),
);

export type V2User = z.output<typeof v2UserSchema>;

/** What is listed as data may be people too. */
export function isV2User(value: unknown): value is InputRecord {
  return (
    isRecord(value) && isV2Id(value.id) && typeof value.username === "string" && !("text" in value)
  );
}

export function isV2Id(value: unknown): boolean {
  return (typeof value === "string" && value !== "") || typeof value === "number";
}

/** A user by itself, as lists of people hold it; `undefined` where it is not whole. */
export function readXUser(
  value: unknown,
  retrievedAt: number | undefined,
): AccountItem | undefined {
  const parsed = v2UserSchema.safeParse(value);
  return parsed.success
    ? xAccountItem(asXUserOfV2(parsed.data), retrievedAt, undefined)
    : undefined;
}

export function asXUserOfV2(user: V2User): XUser {
  return {
    id: userId(user.username, user.id),
    handle: user.username,
    name: user.name,
    bio: user.description,
    sites: profileSites(user.entities),
    isProtected: user.protected,
    followers: user.public_metrics?.followers_count,
    following: user.public_metrics?.following_count,
  };
}
