import type { XWindow } from "./x-window.js";

/** A page of a search: what it goes through, and where in it the page begins. */
export interface XPage {
  readonly window: XWindow;
  readonly token: string | undefined;
}

const names = {
  startTime: "start_time",
  endTime: "end_time",
  sinceId: "since_id",
  untilId: "until_id",
} as const;

/**
 * A page in the words of its request. A token belongs to the search that gave it, which the clock
 * alone would change; so both are kept together.
 */
export function writeXCursor({ window, token }: XPage): string {
  return `${window.reach}?${new URLSearchParams(pageParameters({ window, token }))}`;
}

/** What `writeXCursor` wrote. */
export function readXCursor(cursor: string): XPage {
  const [reach, ...rest] = cursor.split("?");
  const parameters = new URLSearchParams(rest.join("?"));
  const read = (name: string): string | undefined => parameters.get(name) ?? undefined;
  return {
    window: {
      reach: reach === "all" ? "all" : "recent",
      startTime: read(names.startTime),
      endTime: read(names.endTime),
      sinceId: read(names.sinceId),
      untilId: read(names.untilId),
    },
    token: read("next_token"),
  };
}

/** The parameters of a request for a page that say which it is. */
export function pageParameters({ window, token }: XPage): Record<string, string> {
  const { startTime, endTime, sinceId, untilId } = window;
  const pairs = [
    [names.startTime, startTime],
    [names.endTime, endTime],
    [names.sinceId, sinceId],
    [names.untilId, untilId],
    ["next_token", token],
  ] as const;
  return Object.fromEntries(
    pairs.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
