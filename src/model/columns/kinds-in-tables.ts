import type { InteractionKind } from "../interaction.js";

/** Kinds in the order of tables, which is that of the field's papers and not that of precedence. */
export const kindsInTables = [
  "reply",
  "mention",
  "repost",
  "quote",
  "follow",
] as const satisfies readonly InteractionKind[];

/** What people do, by kind, for the middle of a sentence. */
export const kindPhrases = {
  reply: "replies",
  mention: "mentions",
  repost: "reposts",
  quote: "quotes",
  follow: "follows",
} as const satisfies Record<InteractionKind, string>;
