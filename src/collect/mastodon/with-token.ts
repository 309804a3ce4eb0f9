import { SourceError } from "../../model/errors.js";
import type { MastodonAnswer, MastodonClient } from "./mastodon-client.js";
import { idOf } from "./mastodon-statuses.js";
import { withoutPrivatePosts } from "./private-posts.js";

/** So many posts Mastodon gives by their ids at once. */
const mostIds = 20;
/** Posts in a row that it does not show, after which a server is taken to show none without a token. */
const mostRefusals = 5;

interface TokenParts {
  /** Asked with a token. */
  readonly client: MastodonClient;
  /** The same server, asked as anybody asks. */
  readonly openly: MastodonClient;
  /** It says "public" of posts that are not, so that its words alone are not enough. */
  readonly isMistaken: boolean;
  /** The server shows no post without a token, so that its own words must do. */
  readonly onUnchecked: () => void;
}

/**
 * A server that is asked with a token, and asked again without it which of those posts it shows to
 * anybody: by up to 20 ids at once, as Mastodon 4.3 gives them, or else one by one. A post that it
 * calls public and shows to nobody else is hidden.
 */
export function withToken(parts: TokenParts): MastodonClient {
  const { client } = parts;
  const hiddenAmong = startCheck(parts);
  const checked = async (asked: Promise<MastodonAnswer>): Promise<MastodonAnswer> => {
    const answer = await asked;
    return { ...answer, isHidden: await hiddenAmong(idsOfPublic(answer.value)) };
  };
  return {
    ...client,
    tagTimeline: (...question) => checked(client.tagTimeline(...question)),
    thread: (id) => checked(client.thread(id)),
    post: (id) => checked(client.post(id)),
  };
}

/** Finds out which posts a server shows to anybody. */
function startCheck({
  openly,
  isMistaken,
  onUnchecked,
}: TokenParts): (ids: readonly string[]) => Promise<(status: object) => boolean> {
  let givesMany = true;
  let hasShown = false;
  let showsNone = false;

  const askForMany = async (ids: readonly string[]): Promise<readonly string[]> => {
    if (!givesMany) return [];
    const answer = await refusable(openly.posts(ids));
    givesMany = answer !== undefined && Array.isArray(answer.value);
    return givesMany && Array.isArray(answer?.value)
      ? answer.value.flatMap((row) => idOf(row) ?? [])
      : [];
  };

  const askOneByOne = async (ids: readonly string[]): Promise<readonly string[]> => {
    const shown: string[] = [];
    let refusals = 0;
    for (const id of ids) {
      const answer = await refusable(openly.post(id));
      if (answer?.status === 200 && idOf(answer.value) === id) shown.push(id);
      else refusals += 1;
      const isRefusal = refusals >= Math.min(mostRefusals, ids.length) && shown.length === 0;
      if (!isRefusal || hasShown || isMistaken) continue;
      showsNone = true;
      onUnchecked();
      break;
    }
    return shown;
  };

  return async (ids) => {
    const shown = new Set<string>();
    for (let from = 0; from < ids.length; from += mostIds) {
      if (showsNone) return saysNothing;
      const some = ids.slice(from, from + mostIds);
      const many = await askForMany(some);
      // Whoever gives none of them may not know the question.
      const found = many.length > 0 ? many : await askOneByOne(some);
      hasShown ||= found.length > 0;
      for (const id of found) shown.add(id);
    }
    return showsNone ? saysNothing : (status) => !shown.has(idOf(status) ?? "");
  };
}

/** Where its words alone must do, they must be there. */
function saysNothing(status: object): boolean {
  return typeof Reflect.get(status, "visibility") !== "string";
}

/** `undefined` where a server does not give this to us; another failure is one. */
async function refusable(asked: Promise<MastodonAnswer>): Promise<MastodonAnswer | undefined> {
  try {
    return await asked;
  } catch (error) {
    const status = error instanceof SourceError ? (error.status ?? 0) : 0;
    if (status >= 400 && status < 500 && status !== 408 && status !== 429) return undefined;
    throw error;
  }
}

/** Ids of the posts that an answer calls public, each once. */
function idsOfPublic(value: unknown): string[] {
  const ids = new Set<string>();
  withoutPrivatePosts(value, (status) => {
    const id = idOf(status);
    if (id !== undefined) ids.add(id);
    return false;
  });
  return [...ids];
}
