import { UserError } from "../../model/errors.js";
import type { InputRecord } from "../../platform/record.js";
import { otherPlatform } from "./other-platform.js";

/**
 * Stops at posts of a platform that is not read: their names would be taken for people on X.
 *
 * @throws {UserError} that names the platform.
 */
export function refuseOtherPlatform(
  path: string,
  columns: readonly string[],
  rows: readonly InputRecord[],
): void {
  const platform = otherPlatform(columns, rows);
  if (platform === undefined) return;
  throw new UserError(
    `${path} is a table of posts of ${platform}, which tagatlas does not read`,
    "give posts of Mastodon, X or Bluesky, or ties: two columns source and target",
  );
}
