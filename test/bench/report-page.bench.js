// How large the page of a large network is, and how fast it opens and answers, in a real browser:
//   npm run build && npm run bench:page [-- people ties]
//   npm run bench:page -- report.html      (a page that is there already)
// The network is invented, in a temporary folder, and goes through the whole program first.

import { execFileSync, spawnSync } from "node:child_process";
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { chromiumArguments, chromiumPath, hasChromium } from "../support/chromium.js";
import { median } from "./median.js";
import { measureOpening, measureUse } from "./page-timing.js";
import { syntheticStatuses } from "./synthetic-statuses.js";

const runs = 3;

if (!hasChromium) {
  console.log(`skipped: there is no ${chromiumPath} to open the page with`);
  process.exit(0);
}
const given = process.argv[2];
if (given?.endsWith(".html")) {
  await measure(given);
} else {
  const folder = mkdtempSync(join(tmpdir(), "tagatlas-page-"));
  try {
    const nodeCount = Number(given ?? 20_000);
    const tieCount = Number(process.argv[3] ?? 3 * nodeCount);
    await measure(await makeReport(folder, { nodeCount, tieCount }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param {string} folder @param {{ nodeCount: number, tieCount: number }} size */
async function makeReport(folder, size) {
  const posts = join(folder, "statuses.ndjson");
  await pipeline(Readable.from(syntheticStatuses(size)), createWriteStream(posts));
  const program = fileURLToPath(new URL("../../bin/tagatlas.js", import.meta.url));
  const out = join(folder, "out");
  const since = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [program, "analyze", posts, "--tag", "meded", "--out", out, "--quiet"],
    { encoding: "utf8", stdio: ["ignore", "ignore", "pipe"] },
  );
  if (status !== 0) throw new Error(`tagatlas analyze ended with ${status}: ${stderr}`);
  console.log(`analysed in ${((performance.now() - since) / 1000).toFixed(0)} s`);
  return join(out, "report.html");
}

/** @param {string} file */
async function measure(file) {
  const page = readFileSync(file, "utf8");
  const found = /<script type="application\/json" id="data">(.*?)<\/script>/u.exec(page);
  if (found === null) throw new Error(`${file} holds no data`);
  /** @type {import("../../src/model/packed-page.js").PackedPage} */
  const data = JSON.parse(found[1]);
  const version = execFileSync(chromiumPath, ["--version"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  }).trim();
  const processors = cpus();
  console.log(`${processors.length} × ${processors[0].model}, Node ${process.version}`);
  console.log(`${version}, graphics in software; medians of ${runs} runs`);
  console.log(`${data.people.x.length} people, ${data.ties.source.length} ties on the page`);
  report("report.html", statSync(file).size / 1e6, "MB");

  /** @type {Map<string, { unit: string, values: number[] }>} */
  const figures = new Map();
  for (let run = 0; run < runs; run += 1) {
    const browser = await chromium.launch({
      executablePath: chromiumPath,
      args: chromiumArguments,
    });
    try {
      const context = await browser.newContext({
        offline: true,
        viewport: { width: 1280, height: 900 },
      });
      const tab = await context.newPage();
      const taken = [...(await measureOpening(tab, file)), ...(await measureUse(tab))];
      for (const { what, value, unit } of taken) {
        const known = figures.get(what);
        if (known === undefined) figures.set(what, { unit, values: [value] });
        else known.values.push(value);
      }
    } finally {
      await browser.close();
    }
  }
  for (const [what, { unit, values }] of figures) report(what, median(values), unit);
}

/** @param {string} what @param {number} value @param {string} unit */
function report(what, value, unit) {
  console.log(`${what.padEnd(44)} ${value.toFixed(unit === "ms" ? 0 : 1).padStart(8)} ${unit}`);
}
