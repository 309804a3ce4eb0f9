import { runInReport } from "./run-json.js";
import type { PublicReport } from "./view/public-report.js";

/**
 * The whole report as JSON, one row of a long list a line, so that it can be read, compared and
 * streamed. What is not known is absent.
 */
export function* renderReportJson(report: PublicReport): Generator<string> {
  const { network, people, follow, ...rest } = report;
  const { ties, ...networkHead } = network;
  yield `{"schemaVersion":${rest.schemaVersion}`;
  yield `,\n"query":${JSON.stringify(rest.query)}`;
  const { run, inputs } = rest.provenance;
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
  yield "}\n";
}

function* renderRows(rows: Iterable<object>): Generator<string> {
  yield "[";
  let separator = "\n";
  for (const row of rows) {
    yield `${separator}${JSON.stringify(row)}`;
    separator = ",\n";
  }
  yield "\n]";
}
