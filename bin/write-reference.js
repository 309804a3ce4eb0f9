// Writes the options of every command into the README, between its two marks.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { referenceInReadme } from "../dist/cli/option-reference.js";

const path = fileURLToPath(new URL("../README.md", import.meta.url));
writeFileSync(path, referenceInReadme(readFileSync(path, "utf8")));
