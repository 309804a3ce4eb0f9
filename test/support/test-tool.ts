import type { Tool } from "../../src/model/run-record.js";

/** A program of no version in particular. */
export const testTool: Tool = {
  version: "0.0.0",
  node: "0",
  icu: "0",
  citation: "Nobody. Nothing.",
};
