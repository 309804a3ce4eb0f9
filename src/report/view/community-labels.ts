/** What a community's label can be made of, the best first. */
interface LabelParts {
  /** With their `#`. */
  readonly hashtags: readonly string[];
  readonly words: readonly string[];
}

const mostParts = 3;

/**
 * Up to three hashtags for each community, or words where no hashtag is typical of it; no two have the
 * same. The first communities, which are the largest, choose first; one that would repeat another's
 * label says more, or other things. Empty where nothing is left to say.
 */
export function labelCommunities(communities: readonly LabelParts[]): string[] {
  const taken = new Set<string>();
  return communities.map(({ hashtags, words }) => {
    const parts = [...hashtags.slice(0, mostParts), ...words, ...hashtags.slice(mostParts)];
    const length = hashtags.length === 0 ? mostParts : Math.min(mostParts, hashtags.length);
    for (const tried of [
      parts.slice(0, length),
      ...parts.slice(length).map((part) => [...parts.slice(0, Math.min(length, 2)), part]),
      ...parts.map((part) => [part]),
    ]) {
      // The same words in another order are the same label.
      const key = tried
        .map((part) => part.toLowerCase())
        .sort()
        .join(" ");
      if (key === "" || taken.has(key)) continue;
      taken.add(key);
      return tried.join(" ");
    }
    return "";
  });
}
