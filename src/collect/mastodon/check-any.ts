import { SourceError } from "../../model/errors.js";
import { normaliseHashtag } from "../../model/hashtag.js";
import type { Collecting } from "../collecting.js";
import { compareIds } from "../compare-ids.js";
import type { SourceSweeps } from "../sweep.js";
import type { MastodonClient } from "./mastodon-client.js";
import { publicPage } from "./mastodon-page.js";
import { filtersOf } from "./mastodon-timeline.js";

const pageSize = 40;
const fromTop = new URLSearchParams();
/** Within a minute, a post may have come after its place was read. */
const onTheWayMs = 60_000;

/**
 * Says which hashtags of `--any` a server leaves out. That none of its posts came may also mean that it
 * has none: so it is asked once for the timeline of each such hashtag, which is not kept. Some servers
 * do not know `--any`, and Mastodon takes three hashtags of it beside the first (`LIMIT_PER_MODE` in
 * `app/models/tag_feed.rb`).
 */
export async function checkAny(client: MastodonClient, collecting: Collecting): Promise<void> {
  const { question, collected, onNote } = collecting;
  const { host } = client.server;
  const shown = collected.anyShown.get(host);
  for (const tag of question.any) {
    const isShown = shown?.has(normaliseHashtag(tag)) === true;
    if (isShown || normaliseHashtag(tag) === normaliseHashtag(question.tag)) continue;
    if (!(await hasUnshown(client, tag, collecting))) continue;
    onNote(
      `${host} ignores --any for #${tag}: it has posts with it that did not come; collect #${tag} from it into another folder, and analyse both`,
    );
  }
}

async function hasUnshown(
  client: MastodonClient,
  tag: string,
  collecting: Collecting,
): Promise<boolean> {
  const { host } = client.server;
  const source = collecting.collected.sweeps.get(host);
  const filters = filtersOf({ ...collecting.question, any: [] });
  try {
    const answer = await client.tagTimeline(tag, { limit: pageSize, ...filters }, fromTop);
    const { content } = publicPage(answer, { source: host, step: "timeline" }, collecting);
    return content.posts.some(
      ({ id, time, isFound, ofAny = [] }) =>
        isFound && ofAny.includes(normaliseHashtag(tag)) && wasPassed({ id, time }, source),
    );
  } catch (error) {
    // Of a hashtag that is refused by itself, nothing is known.
    if (error instanceof SourceError && error.status !== undefined) return false;
    throw error;
  }
}

/** Whether the walks went by where a post stands, without meeting it. */
function wasPassed(
  { id, time }: { readonly id: string; readonly time: number | undefined },
  source: SourceSweeps | undefined,
): boolean {
  const last = source?.list.at(-1);
  if (source === undefined || last === undefined || time === undefined) return false;
  if (source.firstSweep.has(id) || time > last.begunAt - onTheWayMs) return false;
  if (source.seen.size === 0) return true;
  const isBelowAll = [...source.seen.keys()].every((known) => compareIds(id, known) === "below");
  return time >= source.oldest && !isBelowAll;
}
