// Writes the options of every command into docs/options.md, between its two marks, and the manual page.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { manualPage, referenceInPage } from "../dist/cli/option-reference.js";

const path = fileURLToPath(new URL("../docs/options.md", import.meta.url));
writeFileSync(path, referenceInPage(readFileSync(path, "utf8")));
writeFileSync(fileURLToPath(new URL("../docs/tagatlas.1", import.meta.url)), manualPage());
