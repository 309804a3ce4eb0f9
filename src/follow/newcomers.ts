import type { PerAccount } from "../model/per-index.js";
import type { ScoreBase } from "./scores.js";

/** How many different newcomers each account replied to. */
export function countNewcomersAnswered({ help, accountCount }: ScoreBase): PerAccount<Int32Array> {
  const answered = new Int32Array(accountCount);
  for (let account = 0; account < accountCount; account += 1) {
    const newcomers = new Set<number>();
    for (let group = help.offsets[account]; group < help.offsets[account + 1]; group += 1) {
      for (let at = help.groups[group]; at < help.groups[group + 1]; at += 1) {
        if (help.isMarked[at] === 1) newcomers.add(help.person[at]);
      }
    }
    answered[account] = newcomers.size;
  }
  return answered;
}
