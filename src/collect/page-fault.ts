import { SourceError } from "../model/errors.js";

/** Whether a server failed for what it was asked, and may well have the next thing. */
export function isFaultOfPage(error: unknown): error is SourceError {
  if (!(error instanceof SourceError) || error.status === undefined) return false;
  return error.status === 500 || error.status === 501 || error.problem === "bad-payload";
}
