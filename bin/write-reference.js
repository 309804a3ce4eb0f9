// Writes the options of every command into docs/options.md, between its two marks.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { referenceInPage } from "../dist/cli/option-reference.js";

const path = fileURLToPath(new URL("../docs/options.md", import.meta.url));
writeFileSync(path, referenceInPage(readFileSync(path, "utf8")));
