/** A quarter of the cases tells in a moment whether something broke; CI tries all of them. */
const share = Number(process.env.TAGATLAS_TEST_CASES ?? 0.25);

/** How many cases of a property are tried where `all` are tried in CI. */
export function cases(all: number): number {
  return Math.max(Math.min(all, 5), Math.ceil(all * share));
}
