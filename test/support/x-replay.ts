import type { RecordedExchange } from "./recorded-server.js";
import type { XReply, XRequest } from "./x-replies.js";

export function queryOf({ path }: RecordedExchange): URLSearchParams {
  return new URL(path, "http://127.0.0.1").searchParams;
}

/**
 * Answers as it was recorded, whatever fields are asked for; only first pages were, so that what
 * follows them is nothing.
 */
export function replay(exchanges: readonly RecordedExchange[]): (request: XRequest) => XReply {
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
