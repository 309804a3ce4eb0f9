import type { AnswerLine } from "../model/collection-log.js";
import { type Forgotten, isObject } from "./forgotten-names.js";
import type { TokenFinder } from "./token-finder.js";

const removed = Symbol("removed");
const replacement = "[removed]";

/** Keys without whose value an answer's part says nothing: whose it is, and what it passes on. */
const essential = new Set(["account", "reblog"]);

/**
 * An answer without the forgotten; `undefined` where it was about them alone. Where the next page
 * begins by the number of a post of theirs, it begins one number before.
 */
export function pruneAnswer(
  line: AnswerLine,
  forgotten: Forgotten,
  finder: TokenFinder,
): AnswerLine | undefined {
  const { source, about } = line;
  const redact = (text: string): string => finder.replaceAll(text, replacement);
  if ([about?.post, about?.account].some((key) => key !== undefined && redact(key) !== key)) {
    return undefined;
  }
  const isGone = (id: unknown): boolean =>
    forgotten.posts.has(`${source} ${id}`) || forgotten.accounts.has(`${source} ${id}`);

  // Short numbers count where a number of somebody stands, and nowhere else.
  const prune = (value: unknown, ofKey: string): unknown => {
    if (typeof value === "string") {
      return /(?:^|_)ids?$/u.test(ofKey) && isGone(value) ? null : redact(value);
    }
    if (Array.isArray(value)) {
      return value.map((part) => prune(part, ofKey)).filter((part) => part !== removed);
    }
    if (!isObject(value)) return value;
    if (isGone(value.id) || isGone(value.author_id) || passesOn(value, isGone)) return removed;
    const parts: [string, unknown][] = [];
    for (const [key, part] of Object.entries(value)) {
      const rest = prune(part, key);
      if (rest === removed && essential.has(key)) return removed;
      parts.push([redact(key), rest === removed ? null : rest]);
    }
    return Object.fromEntries(parts);
  };

  const moved = (id: string): string => {
    let place = id;
    while (forgotten.posts.has(`${source} ${place}`)) place = numberBefore(place);
    return place;
  };
  const moveOn = (text: string): string =>
    redact(text.replace(/\d+/gu, moved).replace(/[\w-]+/gu, moved));
  const { body, request, headers, from, next, ...head } = line;
  const rest = prune(body, "");
  return {
    ...head,
    ...(from === undefined ? {} : { from: moveOn(from) }),
    ...(next === undefined ? {} : { next: moveOn(next) }),
    request: { ...request, uri: moveOn(request.uri) },
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, moveOn(value)]),
    ),
    body: rest === removed ? null : rest,
  };
}

/** A repost in X's own form holds the words of what it passes on. */
function passesOn(value: Readonly<Record<string, unknown>>, isGone: (id: unknown) => boolean) {
  const references = Object.values(value).filter(Array.isArray).flat();
  return references.some(
    (reference: unknown) =>
      isObject(reference) && reference.type === "retweeted" && isGone(reference.id),
  );
}

function numberBefore(id: string): string {
  return /^\d+$/u.test(id) ? String(BigInt(id) - 1n) : replacement;
}
