import type { Profile } from "./account.js";
import type { Respect } from "./provenance.js";

/** What a profile says that bears on whether its owner may be named. */
type ConsentSigns = Partial<
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

/** Whether somebody with such a profile is never named; `findWithheld` of the corpus says what each answer means. */
export function isWithheld(account: ConsentSigns, respect: Respect): boolean {
  switch (respect) {
    case "none":
      return false;
    case "discoverable":
      return saysNo(account);
    case "indexable":
      return saysNo(account) || account.indexable !== true;
  }
}
