import type { ListProgress } from "../collected.js";
import type { Collecting, LineParts } from "../collecting.js";
import { leaveAloneFor, type MastodonServers } from "../companion-requests.js";
import type { Answer } from "../http.js";
import type { MastodonClient } from "./mastodon-client.js";
import { keepMastodonAnswer } from "./mastodon-page.js";
import { nextCursor } from "./next-link.js";

/** A server that may have a list. */
export interface ListPlace {
  readonly client: MastodonClient;
  /** What the list belongs to has this id there; `undefined` where the server does not know it. */
  readonly idThere: () => Promise<string | undefined>;
  readonly ask: (id: string, cursor: string | undefined) => Promise<Answer>;
}

/** 80,000 people; a server that has ever more to give is making them up. */
const mostPages = 1000;

interface ListToRead {
  readonly parts: Pick<LineParts, "step" | "about">;
  /** The best first; the word of a named server is final. */
  readonly places: readonly ListPlace[];
  /** How far an earlier run came. */
  readonly progress: ListProgress | undefined;
}

/**
 * Goes on with a list where it was begun, or reads it to its end from the first server that has it.
 * A server that fails is not asked again in this run.
 *
 * @throws {SourceError} where a named server fails for this list alone.
 */
export async function readList(
  { parts, places, progress }: ListToRead,
  servers: MastodonServers,
  collecting: Collecting,
): Promise<void> {
  const isBegunAt = ({ client }: ListPlace): boolean =>
    progress?.next !== undefined && client.server.host === progress.source;
  const inOrder = [...places.filter(isBegunAt), ...places.filter((place) => !isBegunAt(place))];
  for (const place of inOrder) {
    if (servers.isLeftAlone(place.client)) continue;
    const isNamed = servers.named.includes(place.client);
    const from = isBegunAt(place) ? progress?.next : undefined;
    try {
      if (await readPages(place, { from, isNamed, parts }, collecting)) return;
    } catch (error) {
      leaveAloneFor(error, place.client, servers);
    }
  }
}

/** Whether the server had the list. That a named one has not is an answer to keep, as well. */
async function readPages(
  place: ListPlace,
  walk: {
    readonly from: string | undefined;
    readonly isNamed: boolean;
    readonly parts: ListToRead["parts"];
  },
  collecting: Collecting,
): Promise<boolean> {
  const id = await place.idThere();
  if (id === undefined) return false;
  let cursor = walk.from;
  const cursors = new Set(cursor === undefined ? [] : [cursor]);
  do {
    const answer = await place.ask(id, cursor);
    if (answer.status !== 200 && !walk.isNamed) return false;
    const next = nextCursor(answer.headers, answer.url);
    // A list that leads back to where it was has come to its end.
    const isNew = next !== undefined && !cursors.has(next) && cursors.size < mostPages;
    const source = place.client.server.host;
    const line = { source, ...walk.parts, ...(isNew ? { next } : {}) };
    await keepMastodonAnswer(answer, line, collecting);
    cursor = isNew ? next : undefined;
    if (cursor !== undefined) cursors.add(cursor);
  } while (cursor !== undefined);
  return true;
}
