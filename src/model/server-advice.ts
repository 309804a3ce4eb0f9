/** What a server told that was asked what it has of a hashtag. */
export type ServerReply =
  | {
      readonly outcome: "answered";
      /** Posts with the hashtag in a whole day; `undefined` where it does not count. */
      readonly postsADay: number | undefined;
      readonly software: string;
    }
  | {
      /** It does not want it, or did not answer. */
      readonly outcome: "left-alone" | "failed";
      readonly reason: string;
    };

/** A server that people with the hashtag are at home on. */
export interface KnownServer {
  readonly host: string;
  /** Its people in the posts that are here, and their posts. */
  readonly people: number;
  readonly posts: number;
}

/** How many posts a server has that are not here, within bounds; see `estimateGain`. */
export interface ServerGain {
  readonly low: number;
  readonly high: number;
  /** By the coverage estimate; `undefined` where only one server has been asked so far. */
  readonly estimate: number | undefined;
}

export interface ServerAdvice extends KnownServer {
  readonly software: string;
  /** Posts that it has of the period by its own count; `undefined` where it does not count. */
  readonly counted: number | undefined;
  readonly gain: ServerGain | undefined;
}

/** Which servers to ask next for a hashtag. */
export interface ServersAdvice {
  readonly tag: string;
  /** The servers that have been asked for the posts that are here. */
  readonly asked: readonly string[];
  /** What is compared: posts from then to then, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly posts: number;
  /** The share of posts that none of the servers showed; `undefined` where one alone was asked. */
  readonly unseenShare: number | undefined;
  /** The most that would come first. */
  readonly servers: readonly ServerAdvice[];
  /** Asked no further, or without an answer. */
  readonly others: readonly (KnownServer & {
    readonly outcome: "left-alone" | "failed";
    readonly reason: string;
  })[];
  /** Beyond the number that was to be asked. */
  readonly notAsked: readonly KnownServer[];
}
