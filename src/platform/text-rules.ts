import { blueskyText } from "./bluesky/bluesky-text.js";
import { mastodonText } from "./mastodon/mastodon-text.js";
import { misskeyText } from "./misskey/misskey-text.js";
import { xText } from "./x/x-text.js";

/** Where a hashtag or a name begins and ends in plain text, as the platform itself has it. */
export interface TextRules {
  /** A pattern of what must stand before a mention. */
  readonly beforeMention: string;
  /** A pattern of a mention with its sign and what must follow; its one group is the name. */
  readonly mention: string;
  /** Hashtags in order. Linear in the text. */
  findHashtags(text: string): readonly FoundHashtag[];
}

export interface FoundHashtag {
  /** As it is written, without its sign. */
  readonly name: string;
  /** In UTF-16 units, the sign among them; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

/** By the platform that a text is from. */
export const textRules = {
  x: xText,
  mastodon: mastodonText,
  misskey: misskeyText,
  bluesky: blueskyText,
} satisfies Record<string, TextRules>;

export type TextPlatform = keyof typeof textRules;
