import type { Scope } from "../../model/question.js";

/**
 * Whether somebody is among those whose posts were asked for. People of the answering server have no
 * host in their `acct`, or its own: GoToSocial 0.20, WordPress and Indiekit ignore `local` and
 * `remote` without a word, so that what came is looked at. `server` may be followed by a path.
 */
export function isOfScope(scope: Scope, acct: string, server: string | undefined): boolean {
  if (scope === "everywhere") return true;
  const host = acct.replace(/^@/u, "").split("@")[1]?.toLowerCase();
  const isLocal = host === undefined || host === server?.split("/")[0].toLowerCase();
  return (scope === "local") === isLocal;
}
