import { readFile } from "node:fs/promises";
import type { PageAssets } from "./report-html.js";

/** The built script, style sheet and notices, which lie in `dist` two folders up from the sources and the build. */
export async function readPageAssets(): Promise<PageAssets> {
  const read = (name: string): Promise<string> =>
    readFile(new URL(`../../../dist/page/${name}`, import.meta.url), "utf8");
  const [script, style, notices] = await Promise.all(
    ["main.js", "page.css", "notices.txt"].map(read),
  );
  return { script, style, notices };
}
