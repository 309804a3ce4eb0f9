import { readFileSync } from "node:fs";
import { z } from "zod";
import { realData } from "./real-data.js";
import type { XReply, XRequest } from "./x-replies.js";

const exchangesSchema = z.array(
  z.object({
    path: z.string(),
    auth: z.boolean(),
    status: z.number(),
    headers: z.record(z.string(), z.string()),
    body: z.unknown(),
  }),
);
export type XExchange = z.output<typeof exchangesSchema>[number];

/** Exchanges with X's own simulator, as they were recorded. */
export function readExchanges(name: string): XExchange[] {
  const text = readFileSync(realData(`../reference/recordings/${name}`), "utf8");
  return exchangesSchema.parse(JSON.parse(text));
}

export function queryOf({ path }: XExchange): URLSearchParams {
  return new URL(path, "http://127.0.0.1").searchParams;
}

/**
 * Answers as it was recorded, whatever fields are asked for; only first pages were, so that what
 * follows them is nothing.
 */
export function replay(exchanges: readonly XExchange[]): (request: XRequest) => XReply {
  return ({ path, parameters }) => {
    const size = parameters.get("max_results");
    const isFirst = !parameters.has("next_token") && !parameters.has("since_id");
    const found = exchanges.find((exchange) => {
      const query = queryOf(exchange);
      return (
        exchange.status === 200 &&
        exchange.path.split("?")[0] === path &&
        query.get("query") === parameters.get("query") &&
        query.get("max_results") === size
      );
    });
    if (found === undefined || !isFirst) {
      return { status: 200, body: { data: [], meta: { result_count: 0 } } };
    }
    return found;
  };
}
