import { execFileSync } from "node:child_process";
import { readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { mutant } from "./mutant.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** Empty; its time is when the last build for the tests began. */
const stamp = join(root, "dist", ".built-for-tests");

/** Tests that start the program as a user does run what was built from these sources. */
export function setup(): void {
  if (mutant !== undefined || isBuilt()) return;
  const began = new Date();
  execFileSync("npm", ["run", "--silent", "build"], { cwd: root, stdio: "inherit" });
  writeFileSync(stamp, "");
  utimesSync(stamp, began, began);
}

/** Whether no source has changed since, so that a single test file is run at once. */
function isBuilt(): boolean {
  const built = statSync(stamp, { throwIfNoEntry: false })?.mtimeMs;
  if (built === undefined) return false;
  const sources = readdirSync(join(root, "src"), { recursive: true, withFileTypes: true });
  return [
    ...sources.map(({ parentPath, name }) => join(parentPath, name)),
    ...["bin/build-page.js", "package-lock.json", "tsconfig.json", "tsconfig.build.json"].map(
      (name) => join(root, name),
    ),
  ].every((path) => statSync(path).mtimeMs < built);
}
