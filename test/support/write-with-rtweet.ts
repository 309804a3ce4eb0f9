import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { isThere } from "./is-there.js";

/** Whether R and rtweet of 1.0 or later are there. */
export const hasRtweet = isThere(
  "rtweet",
  spawnSync("Rscript", ["-e", 'stopifnot(packageVersion("rtweet") >= "1.0.0")']).status === 0,
  "posts that rtweet writes",
);

export type RtweetForm =
  | "posts alone"
  | "users beside"
  | "users before"
  | "boxes"
  | "csv with users beside"
  | "csv with users before"
  | "csv";

/** Posts of X's API v1.1, one a line, as rtweet keeps them and R writes that. */
export function writeWithRtweet(posts: string, form: RtweetForm): string {
  const script = fileURLToPath(new URL("write-with-rtweet.R", import.meta.url));
  const run = spawnSync("Rscript", [script, form], { input: posts, encoding: "utf8" });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout;
}
