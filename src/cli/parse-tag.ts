import { InvalidArgumentError } from "commander";
import { readHashtag, wantsHashtag } from "./options/period-options.js";

/** The hashtag of an argument; throws what commander shows beside it. */
export function parseTag(written: string): string {
  const tag = readHashtag(written);
  if (tag === undefined) throw new InvalidArgumentError(wantsHashtag);
  return tag;
}
