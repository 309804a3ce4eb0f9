/** What happened in one span of days. */
export interface ChronicleBin {
  /** Milliseconds since 1970, a midnight in UTC. */
  readonly start: number;
  /** Own posts of the hashtag, without reposts. */
  readonly posts: number;
  readonly reposts: number;
  /** Different people who posted or passed something on. */
  readonly people: number;
  /** Whose first own post of all that is here fell into it. */
  readonly newcomers: number;
  /** Those of them who posted in a later span again. */
  readonly stayed: number;
}

/** A hashtag over time: every span from the first post to the last, empty ones too. */
export interface Chronicle {
  /** Posts by the day; where that were more than some hundred, by the week or by four weeks. */
  readonly activity: { readonly binDays: number; readonly bins: readonly ChronicleBin[] };
  /** The same by the week, since people come and stay more slowly; by four weeks where long. */
  readonly arrivals: { readonly binDays: number; readonly bins: readonly ChronicleBin[] };
}
