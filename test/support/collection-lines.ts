import type { AnswerLine } from "../../src/model/collection-log.js";

/** A line of a collection, to be given what a test is about. */
export function collectionLine(
  step: AnswerLine["step"],
  body: unknown,
  more: Partial<AnswerLine> = {},
): AnswerLine {
  return {
    tagatlas: 1,
    platform: "mastodon",
    source: "home.example",
    step,
    question: { tag: "MedEd", any: [], all: [], none: [], scope: "everywhere" },
    request: { method: "GET", uri: `https://home.example/api/v1/${step}` },
    status: 200,
    headers: { date: "Wed, 01 Apr 2026 12:00:00 GMT" },
    recorded_at: "2026-04-01T13:00:00.000Z",
    ...more,
    body,
  };
}
