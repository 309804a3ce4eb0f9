/**
 * Whether a program is there that tests need beside Node. Where it is not, its tests are skipped and
 * say so; but one that `TAGATLAS_TEST_NEEDS` names, by names with spaces between, must be there.
 *
 * @param {string} name
 * @param {boolean} isFound
 * @param {string} what - What is skipped without it.
 * @returns {boolean}
 */
export function isThere(name, isFound, what) {
  if (isFound) return true;
  if (process.env.TAGATLAS_TEST_NEEDS?.split(" ").includes(name)) {
    throw new Error(`${name} is not there, and TAGATLAS_TEST_NEEDS names it: ${what}`);
  }
  console.warn(`skipped: ${what}`);
  return false;
}
