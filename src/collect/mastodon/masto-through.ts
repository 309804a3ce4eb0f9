import type { mastodon } from "masto";
import { HttpActionDispatcherHookMastodon } from "masto/adapters/action/dispatcher-http-hook-mastodon.js";
import { createActionProxy, HttpActionDispatcher } from "masto/adapters/action/index.js";
import { HttpConfigImpl } from "masto/adapters/config/index.js";
import { BaseHttp } from "masto/adapters/http/base-http.js";
import { SerializerNativeImpl } from "masto/adapters/serializers/index.js";

/**
 * masto's API of one server, whose requests `send` makes: ours waits, repeats, and keeps the bytes as
 * they came, before masto renames the keys. masto's own `createRestAPIClient` calls the global `fetch`
 * and takes no other (7.12), so its parts, which the package gives out, are put together here.
 */
export function mastoThrough(
  origin: string,
  send: (url: URL) => Promise<void>,
): mastodon.rest.Client {
  const config = new HttpConfigImpl({ url: origin }, new SerializerNativeImpl());
  const http = new (class extends BaseHttp {
    async request<Data>({ path, search }: Parameters<BaseHttp["request"]>[0]) {
      await send(config.resolvePath(path, search));
      // It reads only what tells the next page: the rest is for us.
      const data: Data = JSON.parse("null");
      return { headers: new Headers(), data };
    }
  })();
  const dispatcher = new HttpActionDispatcher(http, new HttpActionDispatcherHookMastodon(http));
  return createActionProxy(dispatcher, { context: ["api"] });
}
