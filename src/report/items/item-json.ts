import { type AnswerAround, renderRows } from "../report-json.js";
import { answerHead, runInReport } from "../run-json.js";
import { type ItemReport, itemReportVersion } from "./item-report.js";
import { noteSentences } from "./item-words.js";

/** The network as JSON, one row of a long list a line. `around` is of a command that prints more. */
export function* renderItemJson(
  report: ItemReport,
  around: AnswerAround = (head) => head,
): Generator<string> {
  const { network, run, inputs, tool, filters, seed, firstPost, lastPost, withheld, dropped } =
    report;
  const { name, isDirected, tieRule, measures, threads, projected } = network;
  yield `{"schemaVersion":${itemReportVersion}`;
  for (const [key, value] of Object.entries(around(answerHead(run))))
    yield `,\n"${key}":${JSON.stringify(value)}`;
  const provenance = {
    tool: "tagatlas",
    version: tool.version,
    run: runInReport(run, inputs),
    ...{
      inputs,
      filters,
      analysed: report.account.analysed,
      firstPost,
      lastPost,
      withheld,
      dropped,
      seed,
    },
  };
  yield `,\n"provenance":${JSON.stringify(provenance)}`;
  const head = { name, isDirected, tieRule, notes: noteSentences(report), metrics: measures };
  yield `,\n"network":${JSON.stringify(head).slice(0, -1)},"ties":`;
  yield* renderRows(network.edges);
  yield `},\n"nodes":`;
  yield* renderRows(network.nodes);
  yield `,\n"communities":`;
  yield* renderRows(network.communities);
  if (threads !== undefined) {
    yield `,\n"threads":`;
    yield* renderRows(threads);
  }
  yield `,\n"projections":[`;
  for (const [at, one] of projected.entries()) {
    yield `${at === 0 ? "" : ","}\n{"name":${JSON.stringify(one.name)},"ties":`;
    yield* renderRows(one.edges);
    yield "}";
  }
  yield "]}\n";
}
