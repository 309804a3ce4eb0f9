import type { CollectedAnswer } from "../model/collected-answer.js";
import { type AnswerLine, answerLineSchema, isNewerLine } from "../model/collection-log.js";
import type { Item, PostItem } from "../model/item.js";
import { hasTagsOf } from "../model/question.js";
import { firstProblem } from "../platform/lenient.js";
import { isOfScope } from "../platform/mastodon/scope.js";
import { type InputRecord, isRecord, type RecordContext } from "../platform/record.js";
import { parseWebUrl } from "../text/web-url.js";
import { readCollectedPeople } from "./collected-people.js";
import { type InputFormat, type RecordReading, skippedRecord } from "./input-format.js";
import { mastodonStatus } from "./mastodon-status.js";
import { parseHttpTime, parseTime } from "./time.js";
import { xV2Pages } from "./x-v2-pages.js";

/** A collection of ours: the answers of servers, one a line, with what was asked. */
export const collection: InputFormat = {
  name: "collection",
  title: "collections (pages.ndjson)",
  recognisedBy: "a line with `tagatlas`, the header of our own log",
  reads: "all that the servers answered: posts, people, reposts and follows",
  doesNotRead: "nothing is left out",
  recognises: (record) => Number.isSafeInteger(record.tagatlas) && "platform" in record,
  readRecord,
};

const nothing: RecordReading = { items: [], skipped: [], unknownKeys: [] };

function readRecord(record: InputRecord): RecordReading {
  const parsed = answerLineSchema.safeParse(record);
  if (!parsed.success && isNewerLine(record)) {
    return skippedRecord("of a newer version of tagatlas");
  }
  if (!parsed.success) {
    return skippedRecord(`not a whole line of a collection (${firstProblem(parsed.error)})`);
  }
  const line = parsed.data;
  const reading =
    line.status === 200 && !isNowPrivate(line)
      ? readAnswer(line, contextOf(line))
      : readRefusal(line);
  return {
    ...reading,
    items: [...reading.items, { type: "answer", answer: answerOf(line, reading) }],
  };
}

function contextOf(line: AnswerLine): RecordContext {
  const { source, step, headers, recorded_at } = line;
  return {
    idScope: source,
    server: source,
    // By the server's clock where it told it: ours may be wrong.
    retrievedAt: parseHttpTime(headers.date) ?? parseTime(recorded_at),
    origin: step === "thread" ? "thread" : "found",
  };
}

function readAnswer(line: AnswerLine, context: RecordContext): RecordReading {
  switch (line.step) {
    case "timeline":
      return readTimeline(line, context);
    case "thread":
      return readThread(line, context);
    case "post":
      return readThread({ ...line, body: { ancestors: [line.body] } }, context);
    case "reposters":
    case "following":
      return readCollectedPeople(line, context);
    case "server":
    case "counts":
    case "tag":
    case "account":
      return nothing;
  }
}

/** A post that was asked for by itself, and of which nothing is for everybody. */
function isNowPrivate({ step, body, leftOut = 0 }: AnswerLine): boolean {
  return step === "post" && body === null && leftOut > 0;
}

/** A post that was asked for by itself, and that no server shows to everybody any more. */
function readRefusal(line: AnswerLine): RecordReading {
  const post = line.about?.post;
  if (line.step !== "post" || post === undefined) return nothing;
  return { ...nothing, items: [{ type: "deletion", post, at: contextOf(line).retrievedAt }] };
}

function readTimeline(line: AnswerLine, context: RecordContext): RecordReading {
  const isX = line.platform === "x";
  const format = isX ? xV2Pages : mastodonStatus;
  const seen = (item: Item): Item =>
    item.type === "post" && item.origin === "found" ? { ...item, seenBy: [line.source] } : item;
  const readings = rowsOf(isX ? [line.body] : line.body).map((row): RecordReading => {
    const reading = format.readRecord(row, context);
    const own = reading.items.findLast(isFound);
    if (!isX && !isOfScope(line.question.scope, acctOf(row), line.source)) {
      return skippedRecord("not of the question (--local or --remote)");
    }
    // Some servers do not know the filters and give every post with the hashtag.
    const isAsked =
      isX || own === undefined || hasTagsOf(line.question, own.tags, { isOfTimeline: true });
    if (!isAsked) return skippedRecord("not of the question (--all or --none)");
    return { ...reading, items: reading.items.map(seen) };
  });
  return joined(readings);
}

/** A public post with the hashtag is one of it, wherever it was found. */
function readThread(line: AnswerLine, context: RecordContext): RecordReading {
  const { ancestors, descendants } = isRecord(line.body) ? line.body : {};
  const readings = [...rowsOf(ancestors), ...rowsOf(descendants)].map((row): RecordReading => {
    const reading = mastodonStatus.readRecord(row, context);
    const isListed = row.visibility === undefined || row.visibility === "public";
    const promote = (item: Item): Item => {
      if (item.type !== "post" || item.origin !== "thread" || !isListed) return item;
      const isAsked =
        isOfScope(line.question.scope, acctOf(row), line.source) &&
        hasTagsOf(line.question, item.tags, { isOfTimeline: false });
      return isAsked ? { ...item, origin: "found" } : item;
    };
    return { ...reading, items: reading.items.map(promote) };
  });
  return joined(readings);
}

function acctOf({ account }: InputRecord): string {
  const acct = isRecord(account) ? account.acct : undefined;
  return typeof acct === "string" ? acct : "";
}

function isFound(item: Item): item is PostItem {
  return item.type === "post" && item.origin === "found";
}

function rowsOf(values: unknown): InputRecord[] {
  return Array.isArray(values) ? values.filter(isRecord) : [];
}

function joined(readings: readonly RecordReading[]): RecordReading {
  return {
    items: readings.flatMap(({ items }) => items),
    skipped: readings.flatMap(({ skipped }) => skipped),
    unknownKeys: readings.flatMap(({ unknownKeys }) => unknownKeys),
  };
}

function answerOf(line: AnswerLine, { items }: RecordReading): CollectedAnswer {
  const times = items.flatMap((item) =>
    isFound(item) && item.time !== undefined ? [item.time] : [],
  );
  return {
    key: [line.source, line.recorded_at, line.request.uri].join(" "),
    platform: line.platform,
    source: line.source,
    step: line.step,
    question: line.question,
    sweep: line.sweep,
    from: line.from ?? cursorOf(line),
    next: line.next,
    end: line.end,
    late: line.late,
    retrievedAt: contextOf(line).retrievedAt,
    oldest: times.length === 0 ? undefined : times.reduce((a, b) => Math.min(a, b)),
    newest: times.length === 0 ? undefined : times.reduce((a, b) => Math.max(a, b)),
    ...(line.step === "server" ? { handleHost: handleHostOf(line) } : {}),
    leftOut: line.leftOut ?? 0,
  };
}

/**
 * `/api/v2/instance` of `social.uni.example` says that its people are `ada@uni.example`: Mastodon under
 * `domain`, GoToSocial under `account_domain`. A host that is not above its own would take the names of another.
 */
function handleHostOf({ source, body }: AnswerLine): string | undefined {
  const { account_domain, domain } = isRecord(body) ? body : {};
  return [account_domain, domain]
    .flatMap((name) => (typeof name === "string" ? name.toLowerCase() : []))
    .find((name) => /^(?:[a-z\d-]+\.)+[a-z\d-]+$/u.test(name) && source.endsWith(`.${name}`));
}

/** Where a page began, of the lines that leave it to the address. */
function cursorOf({ platform, request }: AnswerLine): string | undefined {
  if (platform !== "mastodon") return undefined;
  return parseWebUrl(request.uri)?.searchParams.get("max_id") ?? undefined;
}
