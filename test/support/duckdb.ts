import { createRequire } from "node:module";
import { isThere } from "./is-there.js";

/** DuckDB is an optional part of the program. */
export const hasDuckdb = isThere(
  "duckdb-node",
  isInstalled(),
  "tests of network on DuckDB, which needs @duckdb/node-api",
);

function isInstalled(): boolean {
  try {
    createRequire(import.meta.url).resolve("@duckdb/node-api");
    return true;
  } catch {
    return false;
  }
}
