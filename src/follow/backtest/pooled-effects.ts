import type { BacktestMethod, BacktestQuestion } from "../../model/backtest.js";
import type { PooledEffect } from "../../model/verdict.js";

type ByMethod = Partial<Readonly<Record<BacktestMethod, PooledEffect>>>;

/**
 * Of lists that are shown, where any archive could be asked. Written by `npm run bench:truth -- FOLDER --write`; do not edit.
 * Made from rstats_2013, useR2018.
 */
export const pooledEffects: Partial<Readonly<Record<BacktestQuestion, ByMethod>>> = {
  newcomers: {
    shown: {
      archives: 2,
      windows: 20,
      learners: 2014,
      mean: 0.020491,
      low: -0.22333,
      high: 0.264311,
      won: 2,
    },
  },
  conversation: {
    t: {
      archives: 2,
      windows: 20,
      learners: 150,
      mean: 0.039693,
      low: -0.588912,
      high: 0.668297,
      won: 1,
    },
  },
  members: {
    p: {
      archives: 2,
      windows: 20,
      learners: 2137,
      mean: 0.030046,
      low: -0.106279,
      high: 0.166371,
      won: 2,
    },
  },
};
