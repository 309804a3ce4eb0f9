import { readFile, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { compareItems } from "../compare/compare-items.js";
import {
  compareMeasures,
  measureErrors,
  type ResampledMeasures,
} from "../compare/compare-measures.js";
import { comparePeople } from "../compare/compare-people.js";
import { rankByAttention } from "../compare/rank-by-attention.js";
import { inwardGraph, outwardGraph, undirectedGraph } from "../kernel/compact-graph.js";
import { measureModularity } from "../measure/community/modularity.js";
import { measureAssortativity } from "../measure/network/assortativity.js";
import { measureAttention } from "../measure/network/attention.js";
import { ratio } from "../measure/network/ratio.js";
import { measureReciprocity } from "../measure/network/reciprocity.js";
import { measureClustering } from "../measure/node/clustering.js";
import { countOtherPeople } from "../measure/node/other-people.js";
import { collectionLogName } from "../model/collection-log.js";
import type { ComparedAnalysis, Comparison, ComparisonStep } from "../model/comparison.js";
import { systemCode, UserError } from "../model/errors.js";
import type { Network } from "../model/network.js";
import type { InputSummary } from "../model/provenance.js";
import type { RunRecord, Tool } from "../model/run-record.js";
import { projectUndirected } from "../network/project.js";
import { digestFile } from "../read/digest-file.js";
import { startListedFiles } from "../read/listed-files.js";
import { renderComparisonText } from "../report/comparison/comparison-text.js";
import { roundComparison } from "../report/comparison/round-comparison.js";
import { writeComparison } from "../report/comparison/write-comparison.js";
import {
  comparisonManifestName,
  manifestName,
  validationManifestName,
} from "../report/manifest.js";
import { type PastReport, parsePastReport } from "../report/past-report.js";
import { renderReportJson } from "../report/report-json.js";
import { checkOutputFolder } from "../report/write-report.js";
import { type AnalyzeRequest, findReport } from "./analyze.js";
import { comparedAnalysis } from "./compared-analysis.js";
import { settleRun } from "./settle-run.js";

interface CompareRequest {
  /** Each a folder with a report, or what `analyze` reads. */
  readonly inputs: readonly string[];
  /** For those that are no reports: how each is analysed. */
  readonly requestFor: (input: string) => Omit<AnalyzeRequest, "outputs">;
  readonly resamples: number;
  readonly seed: number;
  readonly onProgress: (what: string, share?: number) => void;
  /** Where the files go; `undefined` writes none. */
  readonly folder: string | undefined;
  /** The comparison as it is printed with `--json`. */
  readonly renderJson: (comparison: Comparison) => string;
  readonly run: RunRecord;
  readonly tool: Tool;
}

type CompareOutcome = { readonly inputs: readonly InputSummary[] } & (
  | { readonly nothing: string }
  | {
      readonly comparison: Comparison;
      /** For a terminal. */
      readonly text: string;
    }
);

/**
 * Analyses side by side, each with the one before.
 *
 * @throws {UserError} where an input can be read neither as a report nor as posts.
 */
export async function compare(request: CompareRequest): Promise<CompareOutcome> {
  const { inputs, resamples, seed, onProgress } = request;
  if (request.folder !== undefined) await checkOutputFolder(request.folder, comparisonManifestName);
  const names = namesOf(inputs);
  const read: ComparedAnalysis[] = [];
  const optedOut = new Set<string>();
  const summaries: InputSummary[] = [];
  const sources: { name: string; sha256: string | undefined }[] = [];
  for (const [at, input] of inputs.entries()) {
    const past = await readReport(input);
    if (past !== undefined) {
      read.push(comparedAnalysis(names[at], past.report));
      sources.push({ name: names[at], sha256: past.sha256 });
      continue;
    }
    const found = await findReport(request.requestFor(input));
    summaries.push(...found.inputs);
    if ("nothing" in found) return { inputs: summaries, nothing: `${input}: ${found.nothing}` };
    const report = parsePastReport([...renderReportJson(found.seen)].join(""));
    if (report === undefined) throw new Error("a report cannot be read again");
    read.push(comparedAnalysis(names[at], report));
    for (const key of found.optedOut) optedOut.add(key);
    sources.push({ name: names[at], sha256: found.inputs[0]?.sha256 });
  }
  const analyses = read.map((analysis) => hideOptedOut(analysis, optedOut));
  const told = analyses.map((analysis, at) => {
    onProgress("resampling people", at / analyses.length);
    const ranks = rankByAttention({ ...analysis, resamples, seed });
    const errors = measureErrors(analysis, { measure: measureAgain, resamples, seed });
    return { ...analysis, ranks, errors };
  });
  const steps = told.slice(1).map((now, at): ComparisonStep => {
    const before = told[at];
    const apart = whyApart(before, now);
    const people =
      apart === undefined
        ? comparePeople(before, now)
        : {
            people: undefined,
            inBoth: undefined,
            agreement: undefined,
            inCommunitiesBoth: undefined,
            communities: [],
          };
    return {
      before: before.name,
      now: now.name,
      measures: compareMeasures(before, now),
      ...people,
      items: compareItems(before, now),
      notes: [...(apart === undefined ? [] : [apart]), ...notesOn(before, now)],
    };
  });
  const comparison = roundComparison({
    analyses: analyses.map(({ name, tag, first, last }) => ({ name, tag, first, last })),
    sources,
    steps,
  });
  const { folder, run, tool } = request;
  if (folder !== undefined) {
    onProgress("writing files");
    const json = request.renderJson(comparison);
    const settled = await settleRun(run, undefined, startListedFiles());
    await writeComparison({ comparison, json, run: settled, tool }, folder);
  }
  return { inputs: summaries, comparison, text: renderComparisonText(comparison, folder) };
}

/** Whoever has opted out in one analysis is named from none. */
function hideOptedOut(analysis: ComparedAnalysis, optedOut: ReadonlySet<string>): ComparedAnalysis {
  const people = analysis.people.map((person) =>
    optedOut.has(person.id) ? { ...person, isWithheld: true } : person,
  );
  return { ...analysis, people };
}

/** Measures that are means over people, pairs or triads: of others drawing people does not tell the error. */
function measureAgain(network: Network, community: Int32Array): ResampledMeasures {
  const projection = projectUndirected(network);
  const graph = undirectedGraph(projection);
  const outward = outwardGraph(network);
  const inward = inwardGraph(network);
  const { linkedPairs, mutualPairs } = measureReciprocity({ outward, inward });
  const clustering = measureClustering(graph);
  // People in no community have no ties but to copies of themselves: each is alone.
  const labels = community.map((label, node) => (label < 0 ? network.nodeCount - 1 - node : label));
  return {
    graph_density: ratio(outward.columns.length, network.nodeCount * (network.nodeCount - 1)),
    reciprocated_vertex_pair_ratio: ratio(mutualPairs, linkedPairs),
    reciprocated_edge_ratio: ratio(2 * mutualPairs, outward.columns.length),
    modularity: measureModularity(graph, labels),
    average_clustering: clustering.averageLocal,
    transitivity: clustering.transitivity,
    degree_assortativity: measureAssortativity(graph),
    attention_gini: measureAttention(countOtherPeople(network).received).gini,
  };
}

/** Why people of two analyses cannot be told to be the same; `undefined` where they can. */
function whyApart(before: ComparedAnalysis, now: ComparedAnalysis): string | undefined {
  if (before.keyMark === now.keyMark && before.keyMark !== "unknown") return undefined;
  const [one, other] = [before, now].map(({ keyMark }) => keyMark !== "");
  const why =
    one && other
      ? "Their pseudonyms were made with different keys"
      : `${one ? before.name : now.name} has pseudonyms, and ${one ? now.name : before.name} has names`;
  return `${why}, so nobody can be told to be the same person. People and communities are not compared.`;
}

function notesOn(before: ComparedAnalysis, now: ComparedAnalysis): string[] {
  const different = Object.entries(before.settings).filter(
    ([name, was]) => now.settings[name] !== was,
  );
  const settings = different.map(([name, was]) => {
    const said = (value: string): string => (value === "" ? "none" : value);
    return `${name} is ${said(was)} in ${before.name} and ${said(now.settings[name])} in ${now.name}. Differences may come from that.`;
  });
  const overlap =
    before.tag === now.tag &&
    before.last !== undefined &&
    now.first !== undefined &&
    before.first !== undefined &&
    now.last !== undefined &&
    now.first <= before.last &&
    before.first <= now.last;
  return [...settings, ...(overlap ? ["Their periods overlap: posts may be in both."] : [])];
}

/** The last part of each path; with numbers where two are alike. */
function namesOf(inputs: readonly string[]): string[] {
  const names = inputs.map((input) => {
    const path = basename(input) === "report.json" ? resolve(input, "..") : resolve(input);
    return basename(path);
  });
  return names.map((name, at) =>
    names.filter((other) => other === name).length === 1 ? name : `${name} (${at + 1})`,
  );
}

/** The report in a folder, or that a file is; `undefined` where it is none, but may be posts. */
async function readReport(
  input: string,
): Promise<{ readonly report: PastReport; readonly sha256: string } | undefined> {
  const path = await reportPath(input);
  if (path === undefined) return undefined;
  const report = parsePastReport(await readFile(path, "utf8"));
  if (report !== undefined) return { report, sha256: await digestFile(path) };
  throw new UserError(
    `${path} is no report that this version reads`,
    "analyse its input again, or name the input instead",
  );
}

async function reportPath(input: string): Promise<string | undefined> {
  if (input === "-") return undefined;
  const path = basename(input) === "report.json" ? input : join(input, "report.json");
  if (await isFile(path)) return path;
  if (await isFile(join(input, collectionLogName))) return undefined;
  const manifests = [manifestName, validationManifestName, comparisonManifestName];
  const areThere = await Promise.all(manifests.map((name) => isFile(join(input, name))));
  if (!areThere.includes(true)) return undefined;
  throw new UserError(
    `${input} was written by tagatlas, but has no report.json to compare`,
    "name the folder of a report that was made without --only or --skip, or the input itself",
  );
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(systemCode(error) ?? "")) return false;
    throw error;
  }
}
