import { answerHead, runInReport } from "./run-json.js";
import type { PublicReport } from "./view/public-report.js";

type AnswerHead = ReturnType<typeof answerHead>;

/** The head of an answer of a command around an analysis, from that of the analysis. */
export type AnswerAround = (
  head: AnswerHead,
) => AnswerHead & { readonly collection?: object | undefined };

/**
 * The whole report as JSON, one row of a long list a line, so that it can be read, compared and
 * streamed. What is not known is absent. `around` is of a command that prints more.
 */
export function* renderReportJson(
  report: PublicReport,
  around: AnswerAround = (head) => head,
): Generator<string> {
  const { network, people, follow, slices, ...rest } = report;
  const { ties, ...networkHead } = network;
  yield `{"schemaVersion":${rest.schemaVersion}`;
  const { run, inputs } = rest.provenance;
  for (const [key, value] of Object.entries(around(answerHead(run))))
    yield `,\n"${key}":${JSON.stringify(value)}`;
  yield `,\n"query":${JSON.stringify(rest.query)}`;
  const told = { ...rest.provenance, run: runInReport(run, inputs) };
  yield `,\n"provenance":${JSON.stringify(told)}`;
  yield `,\n"network":${JSON.stringify(networkHead).slice(0, -1)},"ties":`;
  yield* renderRows(ties);
  yield `},\n"communities":`;
  yield* renderRows(rest.communities);
  yield `,\n"topItems":`;
  yield* renderRows(rest.topItems);
  yield `,\n"topPeople":`;
  yield* renderRows(rest.topPeople);
  yield `,\n"people":`;
  yield* renderRows(people);
  yield `,\n"follow":${JSON.stringify(follow)}`;
  if (rest.chronicle !== undefined) yield `,\n"chronicle":${JSON.stringify(rest.chronicle)}`;
  if (slices !== undefined) {
    const { rows, communities, people: inSlices, ties: _, ...head } = slices;
    yield `,\n"slices":${JSON.stringify(head).slice(0, -1)},"rows":`;
    yield* renderRows(rows);
    yield `,\n"communities":`;
    yield* renderRows(communities);
    yield `,\n"people":`;
    yield* renderRows(inSlices);
    yield "}";
  }
  yield "}\n";
}

/** A list in JSON, one row a line. */
export function* renderRows(rows: Iterable<object>): Generator<string> {
  yield "[";
  let separator = "\n";
  for (const row of rows) {
    yield `${separator}${JSON.stringify(row)}`;
    separator = ",\n";
  }
  yield "\n]";
}
