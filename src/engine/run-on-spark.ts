import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { EngineCounts } from "../model/engine.js";
import { systemCode, UserError } from "../model/errors.js";
import type { OnProgress } from "../model/progress.js";
import { dialects } from "./dialect.js";
import type { EngineOutcome, EngineRun } from "./engine-run.js";
import {
  edgeLines,
  labelRounds,
  measureStatements,
  pagerankTolerance,
  peopleOnTies,
} from "./measure-statements.js";
import { type RowColumnType, rowColumns } from "./row-columns.js";
import { engineStatements } from "./statements.js";
import { type EngineTable, engineTables, measureTable, tableQuery } from "./table-statements.js";

interface SparkRun extends EngineRun {
  readonly master: string;
  /** The Python that has pyspark. */
  readonly python: string;
  readonly memory: string | undefined;
  readonly scratch: string;
}

const dialect = dialects.spark;
const program = fileURLToPath(new URL("../../src/engine/run-on-spark.py", import.meta.url));
/** Into so many parts rows are sorted; more would only be smaller on one machine. */
const localParts = 2;
const clusterParts = 200;

/**
 * Runs the statements on Spark, through Python, and measures with GraphX. Each table is a folder of parts,
 * as Spark writes them.
 *
 * @throws {UserError} where Python, pyspark or Java is not there, or Spark says that it cannot go on.
 */
export async function runOnSpark(run: SparkRun): Promise<EngineOutcome> {
  const plan = join(run.scratch, "plan.json");
  await writeFile(plan, JSON.stringify(planOf(run)));
  const { outcome, missing, complaint } = await runPython(run, plan);
  if (missing !== undefined) throw missing;
  if (outcome !== undefined) return outcome;
  throw new UserError(
    `Spark cannot go on: ${complaint}`,
    "check the inputs, the address of --master and --memory",
  );
}

function planOf({ inputs, question, folder, scratch, master, memory }: SparkRun): object {
  const parts = master.startsWith("local") ? localParts : clusterParts;
  const table = (name: EngineTable) => ({
    name,
    parquet: tableQuery(name, "parquet", dialect),
    csv: tableQuery(name, "csv", dialect),
  });
  return {
    ...{ inputs, folder, scratch, master, parts, memory: memoryOf(memory) },
    schema: Object.entries(rowColumns)
      .map(([name, type]) => `\`${name}\` ${types[type]}`)
      .join(", "),
    statements: engineStatements({ ...question, dialect }),
    tables: engineTables.map(table),
    ...{ peopleOnTies, edges: edgeLines, tolerance: pagerankTolerance, rounds: labelRounds },
    measureStatements: measureStatements(dialect),
    measures: table(measureTable),
  };
}

const types: Readonly<Record<RowColumnType, string>> = {
  text: "STRING",
  number: "DOUBLE",
  whole: "BIGINT",
  flag: "BOOLEAN",
  texts: "ARRAY<STRING>",
  relations: "ARRAY<STRUCT<kind: STRING, person: STRING, post: STRING, position: BIGINT>>",
};

/** Java writes 4GB as 4g. */
function memoryOf(memory: string | undefined): string | null {
  return memory?.replace(/\s*([kmgt])i?b$/iu, "$1").toLowerCase() ?? null;
}

interface PythonRun {
  readonly outcome: EngineOutcome | undefined;
  readonly missing: UserError | undefined;
  /** The last line that it wrote to standard error. */
  readonly complaint: string;
}

async function runPython({ python, onProgress }: SparkRun, plan: string): Promise<PythonRun> {
  const child = spawn(python, [program, plan], { stdio: ["ignore", "pipe", "pipe"] });
  const said: string[] = [];
  let outcome: EngineOutcome | undefined;
  let missing: UserError | undefined;
  const ended = new Promise<void>((resolve, reject) => {
    child.on("error", (error) => reject(withoutPython(python, error)));
    child.on("close", () => resolve());
  });
  createInterface(child.stderr).on("line", (line) => {
    if (line.trim() === "") return;
    said.push(line.trim());
    if (said.length > linesKept) said.shift();
  });
  createInterface(child.stdout).on("line", (line) => {
    const told = parseLine(line);
    if (told.counts !== undefined)
      outcome = { engine: told.engine ?? "Spark", counts: told.counts };
    else if (told.missing !== undefined) missing = withoutPart(told.missing, python, told.detail);
    else showProgress(told, onProgress);
  });
  await ended;
  const error = said.findLast((line) => /(?:Error|Exception)\b/u.test(line));
  return { outcome, missing, complaint: error ?? said.at(-1) ?? "it ended without a word" };
}

const linesKept = 200;

/** What the program prints, which is ours. */
interface Told {
  readonly doing?: string;
  readonly share?: number | null;
  readonly missing?: "pyspark" | "java";
  readonly detail?: string;
  readonly engine?: string;
  readonly counts?: EngineCounts;
}

function parseLine(line: string): Told {
  // Libraries of Python print what they like.
  return line.startsWith("{") ? JSON.parse(line) : {};
}

function showProgress({ doing, share }: Told, onProgress: OnProgress): void {
  if (doing !== undefined) onProgress(doing, share ?? undefined);
}

function withoutPython(python: string, error: Error): Error {
  if (systemCode(error) !== "ENOENT") return error;
  return new UserError(
    `there is no Python ${python}, which Spark needs`,
    "install Python, or name one with --python",
    { cause: error },
  );
}

function withoutPart(part: "pyspark" | "java", python: string, detail = ""): UserError {
  return part === "pyspark"
    ? new UserError(
        `${python} has no pyspark (${detail})`,
        `run ${python} -m pip install pyspark, or name another Python with --python`,
      )
    : new UserError(
        `Spark does not start (${detail})`,
        "install Java 17, set JAVA_HOME to it, and check --master and --memory",
      );
}
