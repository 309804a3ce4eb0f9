// Writes the table of formats into docs/formats.md, between its two marks.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { formatsInPage } from "../dist/read/format-table.js";

const path = fileURLToPath(new URL("../docs/formats.md", import.meta.url));
writeFileSync(path, formatsInPage(readFileSync(path, "utf8")));
