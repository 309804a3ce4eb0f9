import { readFile } from "node:fs/promises";
import type { PageAssets } from "./report-html.js";

/** The built script and style sheet, which lie in `dist` two folders up from the sources and the build. */
export async function readPageAssets(): Promise<PageAssets> {
  const read = (name: string): Promise<string> =>
    readFile(new URL(`../../../dist/page/${name}`, import.meta.url), "utf8");
  const [script, style] = await Promise.all(["main.js", "page.css"].map(read));
  return { script, style };
}
