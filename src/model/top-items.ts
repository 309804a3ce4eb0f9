/** What is listed of a community, in the order of tables. A distinctive word sets it apart. */
export const itemKinds = ["hashtag", "link", "domain", "word", "pair", "distinctive_word"] as const;
export type ItemKind = (typeof itemKinds)[number];

/** Something that people put into their posts, as a community used it. */
export interface TopItem {
  /** A pair is two words with a space. */
  readonly item: string;
  /** Different people of the community who used it. */
  readonly authors: number;
  /** Times it stands in their posts; of hashtags, links and domains, posts with it. */
  readonly count: number;
  /** Of words and pairs: count / all words × log10(posts / posts with it). */
  readonly salience: number | undefined;
  /** Of pairs: log10(P(xy) / (P(x·) P(·y))). */
  readonly mutualInformation: number | undefined;
}

/** By authors, then count, then alphabet; distinctive words by how much they set apart. */
export type TopItems = Readonly<Record<ItemKind, readonly TopItem[]>>;
