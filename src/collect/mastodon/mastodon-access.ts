import { SourceError } from "../../model/errors.js";
import type { Collecting } from "../collecting.js";
import { type TokenHint, tokenVariable } from "../tokens.js";
import type { MastodonClient } from "./mastodon-client.js";
import { keepMastodonAnswer } from "./mastodon-page.js";
import { readServerTerms, type ServerTerms } from "./mastodon-server.js";

/**
 * Asks a server what it is and whether it shows us the hashtag, before anything else; tells what it
 * said of itself.
 *
 * @throws {SourceError} where it does not, with what would help.
 */
export async function checkAccess(
  client: MastodonClient,
  token: TokenHint,
  collecting: Collecting,
): Promise<ServerTerms> {
  const { host } = client.server;
  const terms = await describeServer(client, collecting);
  if (terms.access === "disabled") {
    throw new SourceError("refused", {
      whatHappened: `${host} shows hashtags to nobody, its people neither`,
      nextStep: "ask another server with --from: most show the same posts",
    });
  }
  if (needsToken(terms) && token.variable === undefined) throw missingToken(host, terms, token);
  if (terms.shownAlone !== undefined) {
    const whose = terms.shownAlone === "local" ? "its own people" : "people of other servers";
    collecting.onNote(`${host} shows only hashtags of ${whose}`);
  }
  const { any, all, none } = collecting.question;
  if (terms.ignoresTagFilters && any.length + all.length + none.length > 0) {
    collecting.onNote(
      `${host} (${terms.software}) does not know --any, --all and --none: all its posts with #${collecting.question.tag} are asked for, and chosen from here`,
    );
  }
  if (terms.software === "Pixelfed") {
    collecting.onNote(`${host} (Pixelfed) has only posts with pictures`);
  }
  return terms;
}

/** Whether a server says that it shows hashtags to nobody without a token. */
export function needsToken({ access, isGoToSocial }: ServerTerms): boolean {
  return access === "authenticated" || isGoToSocial;
}

/** Whether a token may help; to whoever lacks one, Mastodon says that it cannot process the question. */
export function isRefusal(error: unknown): boolean {
  return error instanceof SourceError && (error.problem === "unauthorized" || error.status === 422);
}

async function describeServer(
  client: MastodonClient,
  collecting: Collecting,
): Promise<ServerTerms> {
  const { question } = collecting;
  try {
    const answer = await client.describeItself();
    await keepMastodonAnswer(answer, { source: client.server.host, step: "server" }, collecting);
    return readServerTerms(answer.value, question.scope);
  } catch (error) {
    // Some show this to their people alone, some cannot; the timeline itself will tell.
    if (!(error instanceof SourceError) || error.status === undefined) throw error;
    if (error.problem !== "unauthorized") {
      collecting.onNote(`${error.message}; its hashtags are asked for all the same`);
    }
    return readServerTerms(undefined, question.scope);
  }
}

const wordsOfLogin = /auth|token|log.?(?:ged.)?in|sign.?in|scope|session|account/iu;

/** A refusal that names the token which would help. */
export function withTokenAdvice(
  error: unknown,
  { host, token, terms }: { host: string; token: TokenHint; terms: ServerTerms },
): unknown {
  if (!(error instanceof SourceError) || !isRefusal(error)) return error;
  const said = error.message.split(/\(HTTP \d+\):/u)[1];
  if (error.status === 403 && said !== undefined && !wordsOfLogin.test(said)) {
    return new SourceError("refused", {
      whatHappened: error.message,
      nextStep:
        "that server refuses this program or this network: ask its people, or collect from another",
      status: error.status,
      cause: error,
    });
  }
  if (token.variable === undefined) return missingToken(host, terms, token, error);
  return new SourceError("unauthorized", {
    whatHappened: `${error.message}: the token in ${token.variable} is not good for this`,
    nextStep: `make a new one: ${howToGetOne(host)}`,
    status: error.status,
    cause: error,
  });
}

function missingToken(
  host: string,
  { software }: ServerTerms,
  { unused }: TokenHint,
  cause?: SourceError,
): SourceError {
  const others =
    unused.length === 0
      ? ""
      : `what ${unused.join(" and ")} ${unused.length === 1 ? "holds is" : "hold is"} not for this server; `;
  const said = cause === undefined ? "" : ` (${cause.message})`;
  return new SourceError("unauthorized", {
    whatHappened: `${host} (${software}) shows hashtags only to its own people, who have a token${said}`,
    nextStep: others + howToGetOne(host),
    status: cause?.status,
    cause,
  });
}

function howToGetOne(host: string): string {
  return (
    `with an account there, make an application in its settings (on Mastodon ` +
    `https://${host}/settings/applications, on GoToSocial https://${host}/settings/user/applications; ` +
    `scopes read:statuses and read:accounts are enough) ` +
    `and put the access token into ${tokenVariable(host)}`
  );
}
