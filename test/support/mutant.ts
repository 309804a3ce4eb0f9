import { fileURLToPath } from "node:url";
import type { Plugin } from "vitest/config";

const source = fileURLToPath(new URL("../../src/", import.meta.url));

export interface Mutant {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** The error to load into the sources, where `npm run mutants` gives one. */
export const mutant: Mutant | undefined =
  process.env.TAGATLAS_MUTANT === undefined ? undefined : JSON.parse(process.env.TAGATLAS_MUTANT);

/** Loads the one file with the error in it; the file itself stays as it is. */
export function loadMutant({ file, from, to }: Mutant): Plugin {
  return {
    name: "mutant",
    enforce: "pre",
    transform(code, id) {
      return id === source + file ? code.replace(from, () => to) : undefined;
    },
  };
}
