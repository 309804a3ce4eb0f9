import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../../shared/", import.meta.url));

/** Real posts are other people's words and are not part of the project; CI has them beside it. */
export const hasRealData = existsSync(folder);

if (!hasRealData) console.warn("skipped: tests on real data, which lies in ../shared where it is");

/** The path of a file of real data. */
export function realData(name: string): string {
  return `${folder}data/${name}`;
}

/** The path of a recording or of somebody else's figures. */
export function realReference(name: string): string {
  return `${folder}reference/${name}`;
}
