/** Who engaged whom and how much, follows left out. */
export interface Efforts {
  /** Indices of people. */
  readonly source: ArrayLike<number>;
  readonly target: ArrayLike<number>;
  readonly effort: ArrayLike<number>;
}
