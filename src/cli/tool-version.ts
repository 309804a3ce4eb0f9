import { readFileSync } from "node:fs";
import type { Tool } from "../model/run-record.js";

/** The version in package.json, which lies two folders up in the sources and in the build. */
export function toolVersion(): string {
  const { version }: { readonly version: string } = JSON.parse(ownFile("package.json"));
  return version;
}

/** What runs, for manifests and citations. */
export function thisTool(): Tool {
  const { node, icu = "none" } = process.versions;
  return { version: toolVersion(), node, icu, citation: renderCitation(ownFile("CITATION.cff")) };
}

/** One line from a citation file of ours, whose values stand on a line each. */
export function renderCitation(cff: string): string {
  const value = (key: string): string | undefined =>
    new RegExp(`^(?: *- )?${key}: *"?([^"\n]*)"? *$`, "mu").exec(cff)?.[1];
  const year = value("date-released")?.slice(0, 4);
  const doi = value("doi");
  const address =
    doi === undefined ? (value("url") ?? value("repository-code")) : `https://doi.org/${doi}`;
  const [authors, title, version] = [value("name"), value("title"), value("version")];
  const when = year === undefined ? "" : ` (${year})`;
  const where = address === undefined ? "" : ` ${address}`;
  return `${authors}${when}. ${title}. Version ${version}.${where}`;
}

function ownFile(name: string): string {
  return readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
}
