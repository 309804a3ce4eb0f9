import { readFile, stat } from "node:fs/promises";
import { UserError } from "../model/errors.js";
import type { Secrets } from "./secrets.js";

/** What the environment holds. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where a token is for, and under which names it may be found. */
interface TokenPlace {
  readonly origin: string;
  readonly variables: readonly string[];
}

/** The variable with the token for a Mastodon server. */
export function tokenVariable(host: string): string {
  return `TAGATLAS_MASTODON_TOKEN_${host.toUpperCase().replace(/[^A-Z0-9]+/gu, "_")}`;
}

const onlyMastodonVariable = "TAGATLAS_MASTODON_TOKEN";
export const xTokenVariable = "TAGATLAS_X_BEARER_TOKEN";

/**
 * Tokens by the origin they are for: each from its variable, or from the file that the same
 * variable with `_FILE` after it names, which nobody else may read.
 *
 * @throws {UserError} for a file that is open to others, or a token that cannot be one.
 */
export async function readTokens(
  environment: Environment,
  mastodonServers: readonly { readonly host: string; readonly origin: string }[],
  xOrigin: string | undefined,
): Promise<Secrets> {
  const places: TokenPlace[] = mastodonServers.map(({ host, origin }) => ({
    origin,
    variables: [
      tokenVariable(host),
      ...(mastodonServers.length === 1 ? [onlyMastodonVariable] : []),
    ],
  }));
  if (xOrigin !== undefined) places.push({ origin: xOrigin, variables: [xTokenVariable] });
  const secrets = new Map<string, string>();
  for (const { origin, variables } of places) {
    for (const name of variables) {
      const token = await readToken(environment, name);
      if (token === undefined || secrets.has(origin)) continue;
      secrets.set(origin, token);
    }
  }
  return secrets;
}

async function readToken(environment: Environment, name: string): Promise<string | undefined> {
  const path = environment[`${name}_FILE`];
  const written =
    environment[name] ?? (path === undefined ? undefined : await readSecretFile(path));
  const token = written?.trim();
  if (token === undefined || token === "") return undefined;
  // Anything else could end the header line that it is sent in.
  if (!/^[\x21-\x7e]{8,4096}$/u.test(token)) {
    throw new UserError(
      `what ${name} holds is no token`,
      "put the access token there as it is, on one line, without quotes",
    );
  }
  return token;
}

async function readSecretFile(path: string): Promise<string> {
  try {
    const { mode } = await stat(path);
    if ((mode & 0o077) !== 0) {
      throw new UserError(`others may read the token in ${path}`, `close it: chmod 600 ${path}`);
    }
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`the token in ${path} cannot be read`, "check the path", { cause: error });
  }
}
