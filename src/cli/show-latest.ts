import type { Console } from "./console.js";
import type { DatedFolder } from "./dated-folder.js";
import { type LogFlags, tell } from "./log.js";

/** Makes `latest` lead to a folder whose files are all there; says where something else has that name. */
export async function showLatest(
  dated: NonNullable<DatedFolder["dated"]>,
  { log }: LogFlags,
  console: Console,
): Promise<void> {
  const { markLatest } = await import("../pipeline/mark-latest.js");
  if ((await markLatest(dated)) !== undefined) return;
  const message = `${dated.parent} has something else named latest, which is left alone`;
  tell(console, log, [{ event: "warning", message }]);
}
