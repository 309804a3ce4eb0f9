/** Everything that a backtest may say of an order. */
export const verdicts = {
  better: "beats in-degree here",
  same: "no evidence here that it is better or worse than in-degree",
  worse: "worse than in-degree here",
  unknown: "too little here to tell",
} as const;

/** What a list gained over in-degree in archives that were measured before, as one of all there are. */
export interface PooledEffect {
  readonly archives: number;
  readonly windows: number;
  readonly learners: number;
  readonly mean: number;
  /** 95 %; `undefined` where there is but one archive. */
  readonly low: number | undefined;
  readonly high: number | undefined;
  /** Archives in which it was above 0. */
  readonly won: number;
}

export interface Verdict {
  readonly kind: keyof typeof verdicts;
  /** With the number of newcomers or windows where there are too few. */
  readonly sentence: string;
  /** What other archives say; `undefined` where none could be asked. */
  readonly elsewhere: PooledEffect | undefined;
}
