import { methodTitles } from "../../model/backtest.js";
import type { Validation } from "../../model/validation.js";
import { answerHead, runInReport } from "../run-json.js";
import { isoTime } from "../view/public-values.js";

export const validationSchemaVersion = 2;

/** The whole backtest as JSON; what is not known is absent. */
export function renderValidationJson(validation: Validation): string {
  const { backtest, settings } = validation;
  const shown = backtest.lists.find(({ method }) => method === "shown");
  const document = {
    schemaVersion: validationSchemaVersion,
    ...answerHead(validation.run),
    query: {
      tag: settings.tag === undefined ? undefined : `#${settings.tag}`,
      since: isoTime(settings.since),
      until: isoTime(settings.until),
    },
    provenance: provenanceOf(validation),
    verdict: { order: backtest.order, kind: shown?.kind, sentence: shown?.sentence },
    lists: backtest.lists.map((list) => ({ ...list, title: methodTitles[list.method] })),
    plan: backtest.plan,
    windows: backtest.windows.map(({ trainStart, cut, testEnd, ...counts }) => ({
      trainStart: isoTime(trainStart),
      cut: isoTime(cut),
      testEnd: isoTime(testEnd),
      ...counts,
    })),
    tables: backtest.tables.map((table) => ({
      ...table,
      methods: table.methods.map(({ method, ...values }) => ({
        method,
        title: methodTitles[method],
        ...values,
      })),
    })),
    notes: backtest.notes,
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** What the backtest was made from and how. */
export function provenanceOf(validation: Validation) {
  const { tool, run, inputs, settings, analysed, firstPost, lastPost } = validation;
  const { tag: _, since: __, until: ___, ...rest } = settings;
  return {
    tool: "tagatlas",
    version: tool.version,
    run: runInReport(run, inputs),
    inputs,
    settings: rest,
    analysed,
    firstPost: isoTime(firstPost),
    lastPost: isoTime(lastPost),
  };
}
