import { join } from "node:path";
import type { EngineCounts } from "../model/engine.js";
import { UserError } from "../model/errors.js";
import { dialects } from "./dialect.js";
import type { EngineInput, EngineOutcome, EngineRun } from "./engine-run.js";
import { type RowColumnType, rowColumns } from "./row-columns.js";
import { engineStatements } from "./statements.js";
import { engineTables, tableQuery } from "./table-statements.js";

interface DuckdbRun extends EngineRun {
  /** How much memory it may take, such as `4GB`; `undefined` for four fifths of all. */
  readonly memory: string | undefined;
  readonly threads: number | undefined;
  /** A folder for what does not fit into memory; it is emptied by whoever made it. */
  readonly scratch: string;
}

const dialect = dialects.duckdb;

/**
 * Runs the statements on DuckDB inside this process. What does not fit into memory goes to the scratch folder.
 *
 * @throws {UserError} where DuckDB is not installed, or says that it cannot go on.
 */
export async function runOnDuckdb(run: DuckdbRun): Promise<EngineOutcome> {
  const { DuckDBInstance, version } = await loadDuckdb();
  const database = await DuckDBInstance.create(join(run.scratch, "rows.duckdb"), settingsOf(run));
  const connection = await database.connect();
  try {
    const doing = async (sql: string): Promise<void> => {
      await connection.run(sql);
    };
    await doing("SET TimeZone = 'UTC'");
    run.onProgress("reading", 0);
    await doing(
      `CREATE ${isOnlyParquet(run) ? "VIEW" : "TABLE"} tagatlas_rows AS ${rowsQuery(run.inputs)}`,
    );
    const statements = engineStatements({ ...run.question, dialect });
    for (const [at, { name, query, isKept }] of statements.entries()) {
      run.onProgress("building the network", at / statements.length);
      await doing(`CREATE ${isKept === true ? "TABLE" : "VIEW"} ${name} AS ${query}`);
    }
    run.onProgress("writing", 0);
    // Else each thread writes its part of a table where it comes.
    await doing("SET preserve_insertion_order = true");
    for (const [at, table] of engineTables.entries()) {
      const to = (form: string): string => quotedPath(join(run.folder, `${table}.${form}`));
      await doing(
        `COPY (${tableQuery(table, "parquet", dialect)}) TO ${to("parquet")} (FORMAT parquet, COMPRESSION zstd)`,
      );
      await doing(
        `COPY (${tableQuery(table, "csv", dialect)}) TO ${to("csv")} (FORMAT csv, HEADER)`,
      );
      run.onProgress("writing", (at + 1) / engineTables.length);
    }
    const reader = await connection.runAndReadAll("SELECT * FROM counts");
    return { engine: `DuckDB ${version()}`, counts: countsOf(reader.getRowObjectsJS()[0]) };
  } catch (error) {
    throw explained(error);
  } finally {
    connection.closeSync();
    database.closeSync();
  }
}

async function loadDuckdb() {
  try {
    return await import("@duckdb/node-api");
  } catch (error) {
    throw new UserError(
      "DuckDB is not installed: it is an optional part of tagatlas",
      "run npm install @duckdb/node-api where tagatlas is installed (npm install -g for a global one)",
      { cause: error },
    );
  }
}

function settingsOf({ memory, threads, scratch }: DuckdbRun): Record<string, string> {
  return {
    temp_directory: join(scratch, "spilled"),
    preserve_insertion_order: "false",
    // It would fetch what it lacks from the network.
    autoinstall_known_extensions: "false",
    ...(memory === undefined ? {} : { memory_limit: memory }),
    ...(threads === undefined ? {} : { threads: String(threads) }),
  };
}

const types: Readonly<Record<RowColumnType, string>> = {
  text: "VARCHAR",
  number: "DOUBLE",
  whole: "BIGINT",
  flag: "BOOLEAN",
  texts: "VARCHAR[]",
  relations: "STRUCT(kind VARCHAR, person VARCHAR, post VARCHAR, position BIGINT)[]",
};

function isOnlyParquet({ inputs }: DuckdbRun): boolean {
  return inputs.every(({ form }) => form === "parquet");
}

/** The rows of all inputs, in the columns that the statements read. A line that is no JSON is a row of nothing. */
function rowsQuery(inputs: readonly EngineInput[]): string {
  const columns = Object.entries(rowColumns);
  const ofForm = (form: EngineInput["form"]): string =>
    `[${inputs
      .filter((input) => input.form === form)
      .map(({ path }) => quotedPath(path))
      .join(", ")}]`;
  const nothing = columns.map(([name, type]) => `NULL::${types[type]} AS "${name}"`).join(", ");
  const schema = columns.map(([name, type]) => `"${name}": '${types[type]}'`).join(", ");
  const has = (form: EngineInput["form"]): boolean => inputs.some((input) => input.form === form);
  const parts = [
    `SELECT ${nothing} WHERE FALSE`,
    ...(has("ndjson")
      ? [
          `SELECT * FROM read_json(${ofForm("ndjson")}, format = 'newline_delimited', ignore_errors = true, columns = {${schema}})`,
        ]
      : []),
    ...(has("parquet")
      ? [`SELECT * FROM read_parquet(${ofForm("parquet")}, union_by_name = true)`]
      : []),
  ];
  const cast = columns.map(([name, type]) => `CAST("${name}" AS ${types[type]}) AS "${name}"`);
  return `SELECT ${cast.join(", ")} FROM (${parts.join(" UNION ALL BY NAME ")})`;
}

function quotedPath(path: string): string {
  return `'${path.replaceAll("'", "''")}'`;
}

function countsOf(row: Readonly<Record<string, unknown>>): EngineCounts {
  const count = (name: keyof EngineCounts): number => Number(row[name]);
  return {
    posts: count("posts"),
    people: count("people"),
    ties: count("ties"),
    interactions: count("interactions"),
    withheld: count("withheld"),
    skipped: count("skipped"),
  };
}

/** What DuckDB says of memory, a disk or a file can be mended; of a statement it cannot. */
function explained(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (/^(?:Out of Memory|Could not allocate)/iu.test(error.message)) {
    return new UserError(
      `DuckDB has too little memory: ${error.message.split("\n")[0]}`,
      "give it more with --memory, or fewer threads with --threads",
      { cause: error },
    );
  }
  if (/^(?:IO Error|Invalid Input Error|Conversion Error)/u.test(error.message)) {
    return new UserError(
      `DuckDB cannot go on: ${error.message.split("\n")[0]}`,
      "check the inputs and the room on the disk",
      { cause: error },
    );
  }
  return error;
}
