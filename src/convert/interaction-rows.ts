import { convertedVersion, type InteractionRow, writtenTime } from "../model/converted-rows.js";
import { none } from "../model/corpus.js";
import { type InteractionTable, interactionKinds } from "../model/interaction.js";
import type { MadeUpKeys } from "./made-up-keys.js";

/** By people and kind, no place tells of the time. */
export type InteractionOrder = "by post" | "by people";

export interface InteractionRowsInput {
  readonly interactions: InteractionTable;
  readonly withheld: Uint8Array;
  readonly keys: MadeUpKeys;
}

/**
 * Who acts on whom, a row each, in the order of posts and then of ties without; or by people and kind, so that
 * no place tells of the time. Where one of both is not to be named, neither time nor post is told, which
 * would lead to them.
 */
export function* interactionRows(
  input: InteractionRowsInput,
  order: InteractionOrder = "by post",
): Generator<InteractionRow> {
  const { interactions, withheld, keys } = input;
  const { source, target, kind, weight, time, firstTime, post } = interactions;
  const places = Int32Array.from({ length: interactions.count }, (_, row) => row);
  if (order === "by people") {
    places.sort(
      (a, b) =>
        source[a] - source[b] ||
        target[a] - target[b] ||
        kind[a] - kind[b] ||
        weight[a] - weight[b],
    );
  }
  for (const row of places) {
    const isNamed = withheld[source[row]] === 0 && withheld[target[row]] === 0;
    yield {
      tagatlas: "interaction",
      schemaVersion: convertedVersion,
      source: keys.person[source[row]],
      target: keys.person[target[row]],
      kind: interactionKinds[kind[row]],
      time: isNamed ? writtenTime(time[row]) : undefined,
      post: isNamed && post[row] !== none ? keys.post[post[row]] : undefined,
      weight: weight[row],
      first: isNamed && firstTime[row] < time[row] ? writtenTime(firstTime[row]) : undefined,
    };
  }
}

/** The columns of the same rows in a table. */
export const interactionColumns = (
  ["source", "target", "kind", "time", "post", "weight", "first"] as const
).map((name) => ({ name, cell: (row: InteractionRow) => row[name] }));
