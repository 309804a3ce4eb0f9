/** Never seen, and put into words that a filter is not to find. */
const unseen = /\p{Cf}/gu;
const optOutTag =
  /#no_?(?:bots?|index|search|archive|research|scrap(?:e|ing)|crawl(?:ing)?|bridge)(?![\p{L}\p{N}_])/iu;

/**
 * Whether somebody carries one of the tags by which people opt out of bots, indexes, archives, research and
 * bridges, in their bio, their name or a field of their profile, in full-width letters too. No platform defines
 * them. `#nobridge` speaks against copies in other networks, and whoever does not want that is not listed
 * here either. `undefined` where no bio is told and nothing else carries one.
 */
export function hasOptOutTag(
  bio: string | undefined,
  others: readonly (string | undefined)[],
): boolean | undefined {
  const carries = (text: string | undefined): boolean =>
    text !== undefined && optOutTag.test(text.normalize("NFKC").replace(unseen, ""));
  if (carries(bio) || others.some(carries)) return true;
  return bio === undefined ? undefined : false;
}
