import { type InteractionTable, interactionKinds } from "../model/interaction.js";
import type { Efforts } from "./personal/tie-graph.js";

const follow = interactionKinds.indexOf("follow");

/** One row an interaction, without follows, which cost nothing to keep. */
export function effortsOf(interactions: InteractionTable): Efforts {
  const rows = Int32Array.from({ length: interactions.count }, (_, row) => row).filter(
    (row) => interactions.kind[row] !== follow,
  );
  return {
    source: rows.map((row) => interactions.source[row]),
    target: rows.map((row) => interactions.target[row]),
    effort: new Float64Array(rows.length).fill(1),
  };
}
