// Builds what a report's page is made with: one script and one style sheet, which every page holds.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ["src/page/main.ts", "src/page/page.css"],
  outdir: "dist/page",
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2022"],
  legalComments: "none",
  metafile: true,
  charset: "ascii",
  tsconfig: "tsconfig.page.json",
  logLevel: "warning",
});

const borrowed = Object.keys(metafile.inputs).filter((file) => file.includes("node_modules/"));
if (borrowed.length > 0) {
  throw new Error(
    `code of others comes with its licence, which a page has no place for: ${borrowed}`,
  );
}
