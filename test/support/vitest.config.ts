import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { loadMutant, mutant } from "./mutant.js";

export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  plugins: mutant === undefined ? [] : [loadMutant(mutant)],
  test: {
    include: ["test/**/*.test.ts"],
    benchmark: { include: ["test/bench/**/*.bench.ts"] },
    setupFiles: ["test/support/fixed-seed.ts"],
    globalSetup: ["test/support/build.ts"],
    // A worker keeps the modules that it has loaded: most of them are the same in every file, and
    // loading them anew for each took a third of the time. No test changes a module or a global.
    isolate: false,
    maxWorkers: availableParallelism(),
    // Guards against what never ends; slow machines are allowed to be slow.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // With --coverage: the share of the sources that runs.
    coverage: { include: ["src/**/*.ts"], reporter: ["text-summary"], reportOnFailure: true },
  },
});
