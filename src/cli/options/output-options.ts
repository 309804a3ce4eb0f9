import { convertedKinds } from "../../model/provenance.js";
import { reportOutputs } from "../../model/report-outputs.js";
import { logFormats } from "../log.js";
import { optionsOf } from "./option.js";
import { listOf, oneOf, onOff, path, text, wholeNumber } from "./value-type.js";

const option = optionsOf("Output");
const settingsOption = optionsOf("Settings");

export const reportFolderOptions = {
  out: option({
    type: path,
    value: "<folder>",
    short: "o",
    isBeside: true,
    line: "where the files go",
    usual: "`tagatlas-` and the hashtag, or the name of the input",
  }),
};

/** Which files a report has. */
export const outputOptions = {
  only: option({
    type: listOf(oneOf(reportOutputs)),
    value: "<file>",
    default: [],
    line: "write these files alone",
    more: "Several with commas: `nodes.csv,edges.csv`. The manifest is always there.",
  }),
  skip: option({
    type: listOf(oneOf(reportOutputs)),
    value: "<file>",
    default: [],
    line: "do not write these files",
  }),
  parquet: option({
    type: onOff,
    line: "nodes, edges, interactions, posts as Parquet",
    more: "For DuckDB, Spark and R's arrow.",
  }),
  xlsx: option({
    type: onOff,
    line: "all tables as one workbook, tables.xlsx",
  }),
  bom: option({
    type: onOff,
    default: true,
    line: "tables without a byte-order mark",
    more: "The mark tells Excel that a table is UTF-8. Some programs take it for a part of the first column's name.",
  }),
  withText: option({
    type: onOff,
    line: "with the texts of posts in posts.csv",
    more: "Never of people who have opted out, nor of posts that name them. Not with `--pseudonymize`.",
  }),
  slide: option({
    type: onOff,
    line: "the map for slides, slide.png and slide.svg",
    more: "16 to 9, with larger letters.",
  }),
};

export const collectionFolderOptions = {
  out: option({
    type: path,
    value: "<folder>",
    short: "o",
    isBeside: true,
    line: "where the collection is, or will be",
    usual: "`tagatlas-` and the hashtag",
  }),
};

/** Of `convert`. */
export const convertedFileOptions = {
  to: option({
    type: oneOf(convertedKinds),
    value: "<kind>",
    isOfCommand: true,
    line: "posts, interactions, csv or ids",
    more:
      "`posts`: all that an analysis needs, as NDJSON. `interactions`: who acts on whom. " +
      "`csv`: a table of posts. `ids`: of posts, and nothing else.",
  }),
  out: option({
    type: path,
    value: "<file>",
    short: "o",
    isBeside: true,
    isOfCommand: true,
    line: "write there instead of printing",
    more: "Interactions become a table where it ends in `.csv`.",
  }),
};

/** Of `network`. */
export const networkFolderOptions = {
  out: option({
    type: path,
    value: "<folder>",
    short: "o",
    isBeside: true,
    isOfCommand: true,
    line: "where the tables go",
    usual: "`tagatlas-network`",
  }),
};

/** Of `validate`. */
export const validationFolderOptions = {
  out: option({
    type: path,
    value: "<folder>",
    short: "o",
    isBeside: true,
    isOfCommand: true,
    line: "write validate.md, .csv, .json, .svg there",
  }),
};

/** Of `compare`. */
export const comparisonFolderOptions = {
  out: option({
    type: path,
    value: "<folder>",
    short: "o",
    isBeside: true,
    isOfCommand: true,
    line: "write compare.html, .csv, .json there",
  }),
};

/** Of `redo`. */
export const redoFolderOptions = {
  inputs: option({
    type: path,
    value: "<folder>",
    isBeside: true,
    isOfCommand: true,
    line: "where the inputs and lists are",
    usual: "here, or beside the report",
  }),
  out: option({
    type: path,
    value: "<folder>",
    short: "o",
    isBeside: true,
    isOfCommand: true,
    line: "keep the new files there",
  }),
};

export const jsonOptions = {
  json: option({
    type: onOff,
    isBeside: true,
    line: "print JSON instead of text",
    more: "One object, as docs/json.md says. `analyze` then writes files only with `--out`.",
  }),
};

export const threadOptions = {
  threads: option({
    type: wholeNumber(1),
    value: "<number>",
    isBeside: true,
    line: "processor cores to use",
    more: "The numbers do not depend on it.",
    usual: "all",
  }),
};

/** What every command takes. */
export const everyCommandOptions = {
  config: settingsOption({
    type: path,
    value: "<file>",
    isBeside: true,
    isTypedOnly: true,
    canBeNone: true,
    line: "the settings file; --no-config for none",
    usual: "`tagatlas.config.json`, if it is there",
  }),
  profile: settingsOption({
    type: text,
    value: "<name>",
    isBeside: true,
    isTypedOnly: true,
    line: "the profile of the settings file to use",
  }),
  quiet: option({ type: onOff, short: "q", isBeside: true, line: "print nothing but errors" }),
  log: option({
    type: oneOf(logFormats),
    value: "<format>",
    default: "text",
    isBeside: true,
    line: "text or json: how notes are written",
    more: "Notes, progress, warnings and errors go to standard error: in plain lines, or one object of JSON a line.",
  }),
  debug: option({
    type: onOff,
    isBeside: true,
    line: "show where in the program an error came from",
  }),
};
