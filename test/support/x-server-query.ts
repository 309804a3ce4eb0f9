import { normaliseHashtag } from "../../src/model/hashtag.js";
import { invalid, type XReply, type XRequest } from "./x-replies.js";
import type { XServerOptions } from "./x-server.js";
import { timeOfXId, type XWorldPost } from "./x-world.js";

export const windowNames = ["start_time", "end_time", "since_id", "until_id"];

/** Posts of a query and a window, newest first. */
export function matching(
  reach: string,
  parameters: XRequest["parameters"],
  world: XServerOptions,
): XWorldPost[] {
  const accepts = parseQuery(parameters.get("query") ?? "");
  const [start, end, since, until] = windowNames.map((name) => parameters.get(name));
  return world.posts
    .filter(
      ({ id, time, tags }) =>
        accepts(tags) &&
        (reach === "all" || time >= world.now() - weekMs) &&
        (start === undefined || time >= Date.parse(start)) &&
        (end === undefined || time < Date.parse(end)) &&
        (since === undefined || world.ignoresSinceId === true || BigInt(id) > BigInt(since)) &&
        (until === undefined || BigInt(id) < BigInt(until)),
    )
    .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1));
}

/** `#one #two -#three` and `(#one OR #two)`. */
function parseQuery(query: string): (tags: readonly string[]) => boolean {
  const parts = query.match(/\([^)]*\)|\S+/gu) ?? [];
  const tests = parts.map((part) => {
    const names = part.match(/#[^\s()]+/gu)?.map(normaliseHashtag) ?? [];
    const isNot = part.startsWith("-");
    return (tags: readonly string[]): boolean =>
      names.some((name) => tags.map(normaliseHashtag).includes(name)) !== isNot;
  });
  return (tags) => tests.every((test) => test(tags));
}

/** What a token belongs to. */
export function placeOf(reach: string, parameters: XRequest["parameters"]): string {
  const words = ["query", ...windowNames].map((name) => `${name}=${parameters.get(name) ?? ""}`);
  return [reach, ...words].join("&");
}

export function encoded(place: string, lastId: string): string {
  return Buffer.from(JSON.stringify([place, lastId])).toString("base64url");
}

export function decoded(token: string): string[] {
  const parts: unknown = JSON.parse(Buffer.from(token, "base64url").toString() || "[]");
  return Array.isArray(parts) ? parts.map(String) : [];
}

const weekMs = 7 * 86_400_000;

/** Whether a window is one that X takes. */
export function windowProblem(
  reach: string,
  parameters: XRequest["parameters"],
  now: number,
): XReply | undefined {
  const [start, end, since, until] = windowNames.map((name) => parameters.get(name));
  const hasBoth =
    [start, end].some((time) => time !== undefined) &&
    [since, until].some((id) => id !== undefined);
  if (hasBoth) return invalid("Invalid use of times together with ids", {});
  if (end !== undefined && Date.parse(end) > now - 10_000) {
    return invalid("'end_time' must be 10 seconds before now", { end_time: [end] });
  }
  if (reach === "all") return undefined;
  const times = [since, until].flatMap((id) => (id === undefined ? [] : [timeOfXId(id)]));
  if (start !== undefined) times.push(Date.parse(start));
  if (times.every((time) => time >= now - weekMs)) return undefined;
  return invalid("a time or an id is more than seven days ago", {});
}
