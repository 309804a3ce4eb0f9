/*
 * The invented community so many times over, every post under an id of its own, for timing the
 * whole road: `node test/bench/many-posts.js 120 > big.ndjson`.
 */
import { readFileSync } from "node:fs";

const copies = Number(process.argv[2] ?? 120);
const community = new URL("../../fixtures/community.ndjson", import.meta.url);
const lines = readFileSync(community, "utf8").trimEnd().split("\n");

for (let copy = 0; copy < copies; copy += 1) {
  const text = lines
    .map((line) =>
      line
        .replace(/statuses\/(\d+)/gu, `statuses/$1${copy}`)
        .replace(/"id":"(\d+)"/u, `"id":"$1${copy}"`),
    )
    .join("\n");
  if (!process.stdout.write(`${text}\n`)) {
    await new Promise((resolve) => process.stdout.once("drain", resolve));
  }
}
