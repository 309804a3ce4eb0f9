import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Tests that start the program as a user does run what was built from these sources. */
export function setup(): void {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  execFileSync("npm", ["run", "--silent", "build"], { cwd: root, stdio: "inherit" });
}
