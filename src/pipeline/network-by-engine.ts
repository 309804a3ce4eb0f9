import { mkdir, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { EngineInput, EngineOutcome, EngineRun } from "../engine/engine-run.js";
import { printedStatements } from "../engine/print-statements.js";
import { runOnDuckdb } from "../engine/run-on-duckdb.js";
import { runOnSpark } from "../engine/run-on-spark.js";
import type { EngineQuestion } from "../engine/statement.js";
import { engineTables, measureTable } from "../engine/table-statements.js";
import type { Engine, EngineCounts, EngineDialect } from "../model/engine.js";
import { systemCode, UserError } from "../model/errors.js";
import type { OnProgress } from "../model/progress.js";
import type { Respect } from "../model/provenance.js";
import type { RunRecord, Tool } from "../model/run-record.js";
import { writingProblem } from "../model/writing-problem.js";
import { parseEdgeRule } from "../network/edge-rule.js";
import { digestFile } from "../read/digest-file.js";
import { checkReadable } from "../read/readable-file.js";
import { makeFolder } from "../report/make-folder.js";
import { runJson, versionsJson } from "../report/run-json.js";
import { findLeftStaging, makeStagingFolder, removeStaging } from "../report/staging-folder.js";

interface EngineAsked {
  /** Which ties are interactions, as it was written. */
  readonly edges: string;
  readonly respect: Respect;
  readonly since: number | undefined;
  readonly until: number | undefined;
}

interface NetworkRequest extends EngineAsked {
  readonly inputs: readonly string[];
  readonly engine: Engine;
  readonly memory: string | undefined;
  readonly threads: number | undefined;
  readonly scratch: string | undefined;
  /** Of Spark. */
  readonly master: string | undefined;
  readonly python: string | undefined;
  readonly folder: string;
  readonly onProgress: OnProgress;
  readonly run: RunRecord;
  readonly tool: Tool;
}

interface NetworkOutcome {
  readonly engine: string;
  readonly inputs: readonly { readonly name: string; readonly sha256: string }[];
  readonly counts: EngineCounts;
}

const networkManifestName = "network-manifest.json";
const tableNames = [...engineTables, measureTable].flatMap((table) => [
  `${table}.csv`,
  `${table}.parquet`,
]);

/**
 * The network of files of posts and interactions as tables, built by an engine that needs not hold it in
 * memory. Replaces the tables of an earlier run when its own are whole.
 *
 * @throws {UserError} for an input that cannot be read or is none of ours, an engine that is not there, a
 *   rule that it does not know, or a folder that cannot be written.
 */
export async function networkByEngine(request: NetworkRequest): Promise<NetworkOutcome> {
  const { folder, onProgress } = request;
  const question = questionOf(request);
  const inputs = await Promise.all(request.inputs.map(formOf));
  await refuseForeign(folder);
  await makeFolder(folder);
  for (const left of await findLeftStaging(folder)) await removeStaging(left);
  const staging = await makeStagingFolder(folder);
  const scratch = request.scratch === undefined ? staging : await scratchIn(request.scratch);
  try {
    const tables = join(staging, "tables");
    await mkdir(tables);
    const work = join(scratch, "scratch");
    await mkdir(work);
    const [outcome, sums] = await Promise.all([
      runEngine(request, { inputs, question, folder: tables, scratch: work, onProgress }),
      Promise.all(request.inputs.map(digestFile)),
    ]);
    refuseNothing(outcome, request.inputs);
    const named = request.inputs.map((path, at) => ({ name: basename(path), sha256: sums[at] }));
    const manifest = { ...request, ...outcome, inputs: named };
    await writeFile(join(tables, networkManifestName), renderNetworkManifest(manifest));
    for (const name of [...tableNames, networkManifestName]) {
      await rm(join(folder, name), { recursive: true, force: true });
      if (!(await isThere(join(tables, name)))) continue;
      await rename(join(tables, name), join(folder, name));
    }
    return { ...outcome, inputs: named };
  } catch (error) {
    throw writingProblem(folder, error);
  } finally {
    await removeStaging(staging);
    await removeStaging(scratch);
  }
}

function runEngine(
  { engine, memory, threads, master, python }: NetworkRequest,
  run: EngineRun & { readonly scratch: string },
): Promise<EngineOutcome> {
  switch (engine) {
    case "duckdb":
      return runOnDuckdb({ ...run, memory, threads });
    case "spark":
      return runOnSpark({
        ...run,
        memory,
        master: master ?? `local[${threads ?? "*"}]`,
        python: python ?? "python3",
      });
  }
}

/**
 * The statements as text, for whoever runs them in a database of their own.
 *
 * @throws {UserError} for a rule that they do not know.
 */
export function statementsOfNetwork(asked: EngineAsked, dialect: EngineDialect): Iterable<string> {
  return printedStatements(questionOf(asked), dialect);
}

function questionOf({ edges, respect, since, until }: EngineAsked): EngineQuestion {
  const rule = parseEdgeRule(edges);
  if (rule.preset !== "clean") {
    throw new UserError(
      `--edges ${edges}: engines know the clean ties alone`,
      "use clean, conversation, amplification, flow or kinds, or analyze the posts",
    );
  }
  return { rule, respect, since, until };
}

async function scratchIn(folder: string): Promise<string> {
  await makeFolder(folder);
  return await makeStagingFolder(folder);
}

/** Parquet begins with its name. */
async function formOf(path: string): Promise<EngineInput> {
  await checkReadable(path);
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return { path, form: buffer.toString("latin1") === "PAR1" ? "parquet" : "ndjson" };
  } finally {
    await file.close();
  }
}

/** Tables that a run of this command did not write are not replaced. */
async function refuseForeign(folder: string): Promise<void> {
  if (await isThere(join(folder, networkManifestName))) {
    const text = await readFile(join(folder, networkManifestName), "utf8");
    if (text.includes('"tool": "tagatlas"')) return;
  }
  for (const name of [...tableNames, networkManifestName]) {
    if (!(await isThere(join(folder, name)))) continue;
    throw new UserError(
      `${join(folder, name)} is there already, and is not of this command`,
      "name another folder with --out",
    );
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (systemCode(error) === "ENOENT" || systemCode(error) === "ENOTDIR") return false;
    throw error;
  }
}

/** A file of other posts holds no row of ours. */
function refuseNothing({ counts }: EngineOutcome, inputs: readonly string[]): void {
  if (counts.posts + counts.people + counts.interactions > 0 || counts.skipped === 0) return;
  throw new UserError(
    `no row of ${inputs.join(", ")} is one of tagatlas convert`,
    "make one with: tagatlas convert FILE --to posts --out posts.ndjson",
  );
}

interface Manifest extends NetworkOutcome {
  readonly run: RunRecord;
  readonly tool: Tool;
}

/** No time and no path: the same tables have the same manifest. */
function renderNetworkManifest({ engine, inputs, counts, run, tool }: Manifest): string {
  const manifest = {
    schemaVersion: 1,
    tool: "tagatlas",
    version: tool.version,
    versions: { ...versionsJson(tool), engine },
    run: { ...runJson(run, []), inputs: inputs.map(({ name }) => name) },
    inputs,
    ...counts,
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
