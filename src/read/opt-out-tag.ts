const optOutTag = /#(?:nobots?|noindex|nosearch)(?![\p{L}\p{N}_])/iu;

/** Whether a bio carries one of the tags by which people opt out of bots and indexes. */
export function hasOptOutTag(bio: string): boolean {
  return optOutTag.test(bio);
}
