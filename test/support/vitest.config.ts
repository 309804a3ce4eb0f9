import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: {
    include: ["test/**/*.test.ts"],
    benchmark: { include: ["test/bench/**/*.bench.ts"] },
    setupFiles: ["test/support/fixed-seed.ts"],
    globalSetup: ["test/support/build.ts"],
    // Guards against what never ends; slow machines are allowed to be slow.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
