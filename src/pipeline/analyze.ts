import type { Analysis, AnalysisSettings } from "../model/analysis.js";
import { nodeColumns } from "../model/columns/node-columns.js";
import { narrows } from "../model/filters.js";
import type { Dropped, InputSummary } from "../model/provenance.js";
import { type OutputsAsked, wantedOutputs } from "../model/report-outputs.js";
import type { RunRecord, Tool } from "../model/run-record.js";
import type { Threads } from "../model/threads.js";
import { startListedFiles } from "../read/listed-files.js";
import { manifestName } from "../report/manifest.js";
import { rowsToWrite } from "../report/report-files.js";
import { type AnswerAround, renderReportJson } from "../report/report-json.js";
import type { PublicReport } from "../report/view/public-report.js";
import { unnamed } from "../report/view/public-texts.js";
import { publicView } from "../report/view/public-view.js";
import { renderStepSummary } from "../report/words/step-summary.js";
import { renderTerminalText } from "../report/words/terminal-text.js";
import { watchRows } from "../report/words/watch-rows.js";
import { checkOutputFolder, writeReport } from "../report/write-report.js";
import { analyzePosts } from "./analyze-posts.js";
import { buildNetwork } from "./build-network.js";
import { choosePosts, filtersLeave } from "./choose-posts.js";
import { drawPictures } from "./draw-pictures.js";
import { findCommunity } from "./find-community.js";
import type { FilterRequest } from "./find-filters.js";
import { checkMapColumns } from "./map-columns.js";
import {
  findNamed,
  findTyped,
  type NamesRequest,
  readNames,
  type UnreadableLines,
} from "./name-people.js";
import { narrowNetwork } from "./narrow-network.js";
import type { ReadRequest } from "./read-corpus.js";

export interface AnalyzeRequest extends ReadRequest {
  /** As `AnalysisSettings`, with the rule for ties as it was written. */
  readonly settings: Omit<AnalysisSettings, "edges" | "reading"> & {
    readonly edges: string;
  };
  readonly names: NamesRequest;
  readonly filters: FilterRequest;
  readonly threads: Threads | undefined;
  /** Where the files go; `undefined` writes none. */
  readonly folder: string | undefined;
  /** Which files. */
  readonly outputs: OutputsAsked;
  readonly run: RunRecord;
  readonly tool: Tool;
}

/** What was read, whatever came of it. */
interface ReadOutcome {
  readonly inputs: readonly InputSummary[];
  readonly unreadable: readonly UnreadableLines[];
  readonly dropped?: Dropped | undefined;
}

/** What an analysis gives beside its files, or why nothing counts. */
export type AnalyzeOutcome = ReadOutcome &
  (
    | { readonly nothing: string }
    | {
        readonly tieCount: number;
        /** What scripts may make a run fail on; NaN is never among them. */
        readonly numbers: Readonly<Record<ReportNumber, number | undefined>>;
        /** A few lines of Markdown for the page of a job. */
        readonly summary: string;
        /** Names from the command line that nobody in the posts goes by. */
        readonly unknownNames: readonly string[];
        /** For a terminal. */
        readonly text: string;
        /** The whole report, in pieces, as the answer of the analysis or of a command around it. */
        readonly json: (around?: AnswerAround) => Iterable<string>;
      }
  );

/**
 * From files of posts to a report: the posts that count, their network, its measures, whom to
 * follow, and the files.
 *
 * @throws {UserError} for an input that cannot be read, or a folder that cannot be written.
 */
export async function analyze(request: AnalyzeRequest): Promise<AnalyzeOutcome> {
  const { folder, onProgress } = request;
  checkMapColumns(request.settings.map, nodeColumns);
  if (folder !== undefined) await checkOutputFolder(folder, manifestName);
  const found = await findReport(request);
  if ("nothing" in found) return found;
  const { inputs, unreadable, dropped, unknownNames, seen } = found;
  onProgress("drawing the map");
  const { report, pictures } = await drawPictures(seen, request.settings.map, (share) =>
    onProgress("drawing the map", share),
  );
  const wanted = wantedOutputs(request.outputs);
  if (folder !== undefined) {
    onProgress("writing files");
    const rows = rowsToWrite(report);
    const watched = watchRows(report, (made) => onProgress("writing files", made / rows));
    await writeReport(watched, folder, {
      pictures: await pictures(watched, wanted),
      wanted,
      bom: request.outputs.bom,
    });
  }
  return {
    inputs,
    unreadable,
    dropped,
    unknownNames,
    tieCount: report.network.ties.length,
    numbers: numbersOf(report),
    summary: renderStepSummary(report),
    text: renderTerminalText(report, folder === undefined ? undefined : { folder, names: wanted }),
    json: (around) => renderReportJson(report, around),
  };
}

function withheldKeys({ corpus, withheld }: Pick<Analysis, "corpus" | "withheld">): string[] {
  return corpus.accounts.flatMap(({ key }, account) => (withheld[account] === 1 ? [key] : []));
}

type ReportNumber =
  | "posts"
  | "people"
  | "ties"
  | "communities"
  | "coverage"
  | "eligible"
  | "skipped"
  | "withheld";

function numbersOf(report: PublicReport): Readonly<Record<ReportNumber, number | undefined>> {
  const { provenance, people, network, communities, follow } = report;
  const unseen = provenance.coverage?.unseen;
  return {
    posts: provenance.analysed,
    people: people.length,
    ties: network.ties.length,
    communities: communities.length,
    coverage: unseen === undefined || unseen.total === 0 ? undefined : unseen.seen / unseen.total,
    eligible: follow.eligible,
    skipped: provenance.skippedRows,
    withheld: provenance.withheld,
  };
}

type ReportFound = ReadOutcome &
  (
    | { readonly nothing: string }
    | {
        readonly unknownNames: readonly string[];
        readonly seen: PublicReport;
        /** Keys of people who have opted out: to leave them out elsewhere, and never to be shown. */
        readonly optedOut: readonly string[];
      }
  );

/** What others may see: of all that it is made from, nothing that it does not show stays in memory. */
export async function findReport(request: Omit<AnalyzeRequest, "outputs">): Promise<ReportFound> {
  const { onProgress, threads } = request;
  const files = startListedFiles();
  const names = await readNames(request.names, files);
  const chosen = await choosePosts(request, files);
  const unreadable = [...names.unreadable, ...chosen.unreadable];
  if ("nothing" in chosen)
    return { inputs: chosen.shownInputs, unreadable, nothing: chosen.nothing };
  const { consent, settings, selection, filters, select, texts, run, pseudonymKey } = chosen;
  const { inputs, shownInputs: shown, dropped, postTexts } = chosen;
  const { corpus } = consent;
  const { edges } = settings;
  const { communities: method, seed } = settings;
  const narrow = { corpus, rule: edges, filter: filters.network, method, seed };
  const built = narrowNetwork(
    { selection, ...buildNetwork(corpus, selection, edges, onProgress) },
    {
      ...narrow,
      communityOf: (name, left) => findCommunity(name, { ...consent, ...left, tag: settings.tag }),
      select: (isPerson) => select({ ...filters.posts, isPerson }),
    },
  );
  if (built.network.nodeCount === 0 && narrows(filters.network)) {
    const nothing = filtersLeave("nobody", filters);
    return { inputs: shown, unreadable, nothing };
  }
  const { named, unknown } = findNamed({ ...consent, pseudonymKey }, names);
  const found = await analyzePosts({
    ...consent,
    ...built,
    isWhole: filters.network.minWeight === undefined,
    settings,
    named,
    pseudonymKey,
    threads,
    onProgress,
  });
  const typedPeople = findTyped({ ...consent, pseudonymKey }, run);
  const seen = publicView(
    {
      ...found,
      filters: filters.phrases,
      tool: request.tool,
      run,
      typedPeople,
      inputs,
      dropped,
      pseudonymKey,
      postTexts,
    },
    (share) => onProgress("putting the report together", share),
  );
  const unknownNames = unknown.map((name) => texts.text(name) ?? unnamed);
  const optedOut = pseudonymKey === undefined ? withheldKeys(consent) : [];
  return { inputs: shown, unreadable, dropped, unknownNames, seen, optedOut };
}
