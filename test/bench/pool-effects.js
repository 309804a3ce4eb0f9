/*
 * One effect of several archives: what an order gained over in-degree in each, and how far it may be off.
 */

/** @typedef {{ gain: number, learners: number }} Window */
/** @typedef {{ archives: number, windows: number, learners: number, mean: number, low: number | undefined, high: number | undefined, won: number }} Pooled */

/** Student's t at 97.5 % for 1, 2, … degrees of freedom; beyond, that of the last is used, which is too careful. */
const quantiles = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145,
  2.131, 2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048,
  2.045, 2.042,
];

/**
 * The mean gain a learner of one archive and its variance; windows are the units, since learners of a window depend
 * on one another. Cochran (1977), Sampling Techniques, on ratio estimators.
 *
 * @param {readonly Window[]} windows
 */
export function effectOf(windows) {
  const learners = sum(windows.map((window) => window.learners));
  const mean = sum(windows.map(({ gain }) => gain)) / learners;
  const squares = sum(windows.map((window) => (window.gain - mean * window.learners) ** 2));
  const factor = windows.length / (windows.length - 1) / learners ** 2;
  return { mean, variance: squares * factor, learners, windows: windows.length };
}

/**
 * Archives as draws from all there are: a random-effects mean with the interval of Hartung, Knapp, Sidik and Jonkman,
 * which also holds where archives are few. DerSimonian and Laird (1986), Meta-analysis in clinical trials. IntHout,
 * Ioannidis and Borm (2014), on the interval.
 *
 * @param {readonly (readonly Window[])[]} archives
 * @returns {Pooled}
 */
export function poolEffects(archives) {
  const effects = archives.map(effectOf);
  const fixed = effects.map(({ variance }) => 1 / variance);
  const centre = weightedMean(effects, fixed);
  const q = sum(effects.map(({ mean }, at) => fixed[at] * (mean - centre) ** 2));
  const scale = sum(fixed) - sum(fixed.map((weight) => weight ** 2)) / sum(fixed);
  const between = scale > 0 ? Math.max(0, (q - (effects.length - 1)) / scale) : 0;
  const weights = effects.map(({ variance }) => 1 / (variance + between));
  const mean = weightedMean(effects, weights);
  const freedom = effects.length - 1;
  const spread = sum(effects.map((effect, at) => weights[at] * (effect.mean - mean) ** 2));
  const half =
    freedom === 0
      ? undefined
      : quantiles[Math.min(freedom, quantiles.length) - 1] *
        Math.sqrt(Math.max(spread / freedom, 1) / sum(weights));
  return {
    archives: effects.length,
    windows: sum(effects.map(({ windows }) => windows)),
    learners: sum(effects.map(({ learners }) => learners)),
    mean,
    low: half === undefined ? undefined : mean - half,
    high: half === undefined ? undefined : mean + half,
    won: effects.filter((effect) => effect.mean > 0).length,
  };
}

/** @param {readonly { readonly mean: number }[]} effects @param {readonly number[]} weights */
function weightedMean(effects, weights) {
  return sum(effects.map(({ mean }, at) => weights[at] * mean)) / sum(weights);
}

/** @param {readonly number[]} values */
function sum(values) {
  return values.reduce((all, value) => all + value, 0);
}
