import { readFile, stat } from "node:fs/promises";
import { UserError } from "../model/errors.js";
import { isOpenForOthers } from "../model/file-mode.js";
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
 * @throws {UserError} for a file that is open to others, a token that cannot be one, or one that
 *   would go to two servers.
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
  refuseSharedVariables(environment, mastodonServers);
  for (const { origin, variables } of places) {
    for (const name of variables) {
      if (secrets.has(origin)) break;
      const token = await readToken(environment, name);
      if (token !== undefined) secrets.set(origin, token);
    }
  }
  return secrets;
}

/** What the environment says of tokens for a server, without them. */
export interface TokenHint {
  /** The variable that its token came from. */
  readonly variable: string | undefined;
  /** Variables with tokens that are for no server that was named. */
  readonly unused: readonly string[];
}

/** Where tokens were found, and where some are that nobody asked for, by the server's host. */
export function tokenHints(
  environment: Environment,
  servers: readonly { readonly host: string }[],
): ReadonlyMap<string, TokenHint> {
  const isSet = (name: string): boolean => (environment[name]?.trim() ?? "") !== "";
  const namesFor = (host: string): string[] =>
    [tokenVariable(host), ...(servers.length === 1 ? [onlyMastodonVariable] : [])].flatMap(
      (name) => [name, `${name}_FILE`],
    );
  const wanted = new Set(servers.flatMap(({ host }) => namesFor(host)));
  const unused = Object.keys(environment)
    .filter((name) => name.startsWith(onlyMastodonVariable) && isSet(name) && !wanted.has(name))
    .sort();
  return new Map(
    servers.map(({ host }) => [host, { variable: namesFor(host).find(isSet), unused }]),
  );
}

/** Names of hosts differ in more characters than names of variables can. */
function refuseSharedVariables(
  environment: Environment,
  servers: readonly { readonly host: string }[],
): void {
  const hosts = new Map<string, string>();
  for (const { host } of servers) {
    const name = tokenVariable(host);
    const other = hosts.get(name) ?? host;
    const isSet = [name, `${name}_FILE`].some((variable) => Boolean(environment[variable]));
    if (other !== host && isSet) {
      throw new UserError(
        `${name} would be for ${other} and ${host} alike, and a token is for one server`,
        "ask them in two runs, each with its own token",
      );
    }
    hosts.set(name, other);
  }
}

/** What people put around a token; a server would only say that it does not know it. */
const miswritings = [
  {
    pattern: /^["'`\u201c\u2018]|["'`\u201d\u2019]$/u,
    whatHappened: "is in quotation marks",
    nextStep: "put the token there without them",
  },
  {
    pattern: /^bearer(?:\s|$)/iu,
    whatHappened: "begins with the word Bearer",
    nextStep: "put the token alone there: that word is added",
  },
  {
    pattern: /^[a-z_][a-z0-9_]*=[^=]/iu,
    whatHappened: "looks like NAME=VALUE",
    nextStep: "put the value alone there",
  },
] as const;

async function readToken(environment: Environment, name: string): Promise<string | undefined> {
  const path = environment[`${name}_FILE`] ?? "";
  // A variable that is set to nothing is how some systems leave one out.
  const inVariable = environment[name]?.trim() ?? "";
  const token = inVariable !== "" || path === "" ? inVariable : (await readSecretFile(path)).trim();
  if (token === "" && inVariable === "" && path !== "") {
    throw new UserError(`the file of ${name}_FILE, ${path}, is empty`, "put the token into it");
  }
  if (token === "") return undefined;
  const where = inVariable !== "" ? name : `the file of ${name}_FILE`;
  for (const { pattern, whatHappened, nextStep } of miswritings) {
    if (pattern.test(token)) throw new UserError(`what ${where} holds ${whatHappened}`, nextStep);
  }
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
    const found = await stat(path);
    if (found.isDirectory()) throw new UserError(`${path} is a folder`, "name the token's file");
    if (isOpenForOthers(found.mode)) {
      throw new UserError(`others may read the token in ${path}`, `close it: chmod 600 ${path}`);
    }
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`the token in ${path} cannot be read`, "check the path", { cause: error });
  }
}
