// Before a tarball is packed: takes out of package.json what is of use in the repository alone. With `--undo`,
// after it: puts back what was there.
import { copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL("../package.json", import.meta.url));
const whole = fileURLToPath(new URL("../.package.whole.json", import.meta.url));

// One that is there was left by packing that was broken off.
if (existsSync(whole)) renameSync(whole, here);
if (!process.argv.includes("--undo")) {
  copyFileSync(here, whole);
  const { scripts: _, devDependencies: __, ...rest } = JSON.parse(readFileSync(here, "utf8"));
  writeFileSync(here, `${JSON.stringify(rest, undefined, 2)}\n`);
}
