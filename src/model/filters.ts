import type { PerAccount } from "./per-index.js";
/** Which posts and people count beside hashtag and period. */
export interface PostFilter {
  /** In small letters; a post counts in any of these; none for all languages. */
  readonly languages: readonly string[];
  /** Posts that only pass on another's do not count. */
  readonly excludeReposts: boolean;
  /** 1 for whose posts and ties count; `undefined` for everybody's. */
  readonly isPerson: PerAccount<Uint8Array> | undefined;
}

/** What is left of the network, in the order in which it is done. */
export interface NetworkFilter {
  /** Ties of less weight are left out. */
  readonly minWeight: number | undefined;
  /** Only this account, and who is within so many ties of it, whatever their direction. */
  readonly ego: { readonly account: number; readonly radius: number } | undefined;
  readonly kCore: number | undefined;
  readonly component: "largest" | undefined;
  /** A community of what the others leave, as reports show it. */
  readonly community: string | undefined;
}

export const noPostFilter: PostFilter = {
  languages: [],
  excludeReposts: false,
  isPerson: undefined,
};

/** Whether anything is left out of the network. */
export function narrows(filter: NetworkFilter): boolean {
  return Object.values(filter).some((asked) => asked !== undefined);
}

/** Filters as they are told in a report; `people` is how many a file names that are here. */
export function filterPhrases(
  { languages, excludeReposts, isPerson }: PostFilter,
  { minWeight, ego, kCore, component, community }: NetworkFilter,
): string[] {
  const people = isPerson?.reduce((sum, one) => sum + one, 0);
  return [
    ...(languages.length === 0 ? [] : [`posts in ${languages.join(", ")}`]),
    ...(excludeReposts ? ["no reposts"] : []),
    ...(people === undefined ? [] : [`${people} people of a list, among themselves`]),
    ...(minWeight === undefined ? [] : [`ties of weight ${minWeight} or more`]),
    ...(ego === undefined ? [] : [`one person and those within a distance of ${ego.radius}`]),
    ...(kCore === undefined ? [] : [`the ${kCore}-core`]),
    ...(component === undefined ? [] : ["the largest component"]),
    ...(community === undefined ? [] : [`what was community ${community} without this filter`]),
  ];
}
