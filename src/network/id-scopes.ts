/**
 * Of which server the ids in an input are: that of its accounts without a host. Inputs of one server
 * share their ids, so that pages of an answer are read like the whole.
 */
interface IdScopes {
  /** An account without a host stands in this scope, and its page is on this server. */
  note(scope: string, server: string): void;
  /** A reference by the server where it is told; as it stands where it is not, or by several. */
  rename(reference: string): string;
}

/** No scope is known yet. */
export function startIdScopes(): IdScopes {
  const serverOf = new Map<string, string | undefined>();
  return {
    note(scope, server) {
      const isOther = serverOf.has(scope) && serverOf.get(scope) !== server;
      serverOf.set(scope, isOther ? undefined : server);
    },
    rename(reference) {
      const at = reference.indexOf("#");
      const server = at < 0 ? undefined : serverOf.get(reference.slice(0, at));
      return server === undefined ? reference : server + reference.slice(at);
    },
  };
}
