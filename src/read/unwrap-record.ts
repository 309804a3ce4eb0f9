import { z } from "zod";
import { hostOf } from "../model/mastodon-address.js";
import { optionalText } from "../platform/lenient.js";
import { type InputRecord, isRecord, type RecordContext } from "../platform/record.js";
import { parseHttpTime } from "./time.js";
import { timelineRows } from "./x-timeline.js";

/** A row of a format, or a reason why there is none. */
export type UnwrappedRecord =
  | { readonly record: InputRecord; readonly context: RecordContext }
  | { readonly skipped: string };

const recordedAnswerSchema = z.object({
  request: z.object({ uri: z.string() }),
  status: z.number(),
  headers: z.object({ date: optionalText }).optional(),
  recorded_at: optionalText,
  body: z.unknown(),
});

/**
 * Takes rows out of what servers and recorders put around them: arrays, search pages
 * (`{"statuses": […]}`), threads (`{"ancestors": […], "descendants": […]}`), and recorded
 * answers with their request, which tell who answered and when.
 */
export function unwrapRecord(value: unknown, context: RecordContext): readonly UnwrappedRecord[] {
  if (Array.isArray(value)) return value.flatMap((element) => unwrapRecord(element, context));
  if (!isRecord(value)) return [{ skipped: "no JSON object" }];
  // A line of a collection tells what its answer is, which is lost outside of it.
  if ("tagatlas" in value) return [{ record: value, context }];
  // Mastodon.py since 2.0 says which of its types a value is.
  if ("_mastopy_data" in value) return unwrapRecord(value._mastopy_data, context);
  if (Array.isArray(value.orderedItems)) return unwrapRecord(value.orderedItems, context);
  if (Array.isArray(value.statuses)) return unwrapRecord(value.statuses, context);
  if (Array.isArray(value.ancestors) && Array.isArray(value.descendants)) {
    const inThread: RecordContext = { ...context, origin: "thread" };
    return unwrapRecord([...value.ancestors, ...value.descendants], inThread);
  }
  const listed = listedPosts(value);
  if (listed !== undefined) return unwrapRecord(listed, context);
  const timeline = timelineRows(value, context);
  if (timeline !== undefined) return timeline;
  if ("request" in value && "body" in value) return unwrapRecordedAnswer(value, context);
  return [{ record: value, context }];
}

function unwrapRecordedAnswer(
  value: InputRecord,
  context: RecordContext,
): readonly UnwrappedRecord[] {
  const answer = recordedAnswerSchema.safeParse(value);
  if (!answer.success) return [{ record: value, context }];
  const { request, status, headers, body } = answer.data;
  if (status >= 400) return [{ skipped: `an error answer (HTTP ${status})` }];
  const server = hostOf(request.uri);
  return unwrapRecord(body, {
    ...context,
    server,
    idScope: server ?? context.idScope,
    retrievedAt: parseHttpTime(headers?.date) ?? parseHttpTime(answer.data.recorded_at),
  });
}

/** The posts of an answer of Bluesky, or of a service that sells X's. */
function listedPosts({ posts, feed, thread, tweets, users }: InputRecord): unknown[] | undefined {
  if (Array.isArray(posts) && posts.some(isAtPost)) return posts;
  if (Array.isArray(feed) && feed.some((entry) => isRecord(entry) && isAtPost(entry.post))) {
    return feed;
  }
  if (isRecord(thread) && isAtPost(thread.post)) return threadPosts(thread);
  return Array.isArray(tweets) && users === undefined ? tweets : undefined;
}

function isAtPost(post: unknown): boolean {
  return isRecord(post) && typeof post.uri === "string" && post.uri.startsWith("at://");
}

function threadPosts(thread: InputRecord): unknown[] {
  const found: unknown[] = [];
  const left: unknown[] = [thread];
  while (left.length > 0) {
    const view = left.pop();
    if (!isRecord(view)) continue;
    if (isAtPost(view.post)) found.push(view.post);
    left.push(view.parent, ...(Array.isArray(view.replies) ? view.replies : []));
  }
  return found;
}
