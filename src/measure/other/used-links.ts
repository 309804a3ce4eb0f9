import { canonicalLink } from "../../text/canonical-link.js";
import { renameItems } from "../text/rename-items.js";
import type { OtherInput } from "./other-input.js";
import { findUsedItems } from "./used-items.js";

/** Links without what only tells how somebody came to them, and those of them that may be shown. */
export function findUsedLinks(input: OtherInput, posts: Int32Array) {
  const { corpus, heldBack } = input;
  const canonical = renameItems(corpus.posts.links, corpus.links.map(canonicalLink));
  const used = findUsedItems({
    ...input,
    rows: canonical.rows,
    itemCount: canonical.names.length,
    posts,
    isShown: (item) => !heldBack.isLink(canonical.names[item]),
  });
  return { ...canonical, used };
}
