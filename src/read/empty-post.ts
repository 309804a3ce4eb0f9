import type { PostItem } from "../model/item.js";
import type { RecordContext } from "../platform/record.js";

/** A post of which nothing is told yet but its name and its author. */
export function emptyPost(key: string, author: string, context: RecordContext): PostItem {
  return {
    type: "post",
    key,
    aliases: [],
    origin: context.origin,
    author,
    time: undefined,
    retrievedAt: context.retrievedAt,
    url: undefined,
    tags: [],
    links: [],
    relations: [],
  };
}
