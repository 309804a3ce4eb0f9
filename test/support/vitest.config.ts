import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: {
    include: ["test/**/*.test.ts"],
    benchmark: { include: ["test/bench/**/*.bench.ts"] },
    setupFiles: ["test/support/fixed-seed.ts"],
    globalSetup: ["test/support/build.ts"],
    testTimeout: 60_000,
  },
});
