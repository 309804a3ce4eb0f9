import type { Profile } from "./account.js";

/** What a profile says that bears on whether its owner may be named. */
export type ConsentSigns = Partial<
  Pick<Profile, "discoverable" | "indexable" | "noindex" | "hasOptOutTag" | "isPrivate">
>;

/** Whether somebody has said no to being found, in any of the ways there are. */
export function saysNo(signs: ConsentSigns): boolean {
  return (
    signs.discoverable === false ||
    signs.noindex === true ||
    signs.hasOptOutTag === true ||
    signs.isPrivate === true
  );
}
