/** Everything that a backtest may say of an order. */
export const verdicts = {
  better: "beats in-degree here",
  same: "no evidence here that it is better or worse than in-degree",
  worse: "worse than in-degree here",
  unknown: "too little here to tell",
} as const;

export interface Verdict {
  readonly kind: keyof typeof verdicts;
  /** With the number of newcomers or windows where there are too few. */
  readonly sentence: string;
}
