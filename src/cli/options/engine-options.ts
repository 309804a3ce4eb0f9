import { engineDialects, engines } from "../../model/engine.js";
import { optionsOf } from "./option.js";
import { oneOf, onOff, parsed, path, text } from "./value-type.js";

const option = optionsOf("Engine");

/** As engines take it, but for the space. */
const memorySize = parsed((written) => {
  const [, number, unit] = /^([1-9]\d*)\s*([kmgt])i?b$/iu.exec(written) ?? [];
  return number === undefined ? undefined : `${number}${unit.toUpperCase()}B`;
}, "Give a size such as 4GB or 500MB.");

/** Which program builds a network, and with what. */
export const engineOptions = {
  engine: option({
    type: oneOf(engines),
    value: "<name>",
    default: "duckdb",
    isBeside: true,
    line: "who does the work: duckdb, spark",
    more: "The tables do not depend on it.",
  }),
  memory: option({
    type: memorySize,
    value: "<size>",
    isBeside: true,
    line: "how much memory it may take, such as 4GB",
    usual: "four fifths of all for DuckDB, 1 GB for Spark on this machine",
  }),
  scratch: option({
    type: path,
    value: "<folder>",
    isBeside: true,
    line: "where to put what memory does not hold",
    usual: "in the folder of `--out`",
  }),
  master: option({
    type: text,
    value: "<address>",
    isBeside: true,
    line: "Spark's cluster, such as spark://host:7077",
    usual: "`local[*]`: all cores of this machine",
  }),
  python: option({
    type: path,
    value: "<file>",
    isBeside: true,
    line: "the Python that has pyspark",
    usual: "`python3`",
  }),
  printSql: option({
    type: onOff,
    isTypedOnly: true,
    isBeside: true,
    line: "print the statements, and do nothing else",
  }),
  dialect: option({
    type: oneOf(engineDialects),
    value: "<name>",
    isTypedOnly: true,
    isBeside: true,
    line: "in whose SQL: also bigquery, trino",
    usual: "that of `--engine`",
  }),
};
