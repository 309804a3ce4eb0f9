// Writes every column of every table into docs/measures.md, between its two marks.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { columnsInPage } from "../dist/report/tables/codebook.js";

const path = fileURLToPath(new URL("../docs/measures.md", import.meta.url));
writeFileSync(path, columnsInPage(readFileSync(path, "utf8")));
