// Builds what a report's page is made with: one script and one style sheet, which every page holds.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

await build({
  absWorkingDir: root,
  entryPoints: ["src/page/main.ts", "src/page/page.css"],
  outdir: "dist/page",
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2022"],
  legalComments: "none",
  charset: "ascii",
  tsconfig: "tsconfig.page.json",
  logLevel: "warning",
});
