import { z } from "zod";
import type { AnswerLine } from "../../model/collection-log.js";
import type { Respect } from "../../model/provenance.js";
import { accountSchema } from "../../platform/mastodon/account-schema.js";
import { briefAccount } from "../brief-account.js";
import type { BriefPost } from "../brief-post.js";
import type { AnswerContent } from "../collected.js";
import { briefStatuses } from "./mastodon-statuses.js";

const threadSchema = z.object({ ancestors: z.unknown(), descendants: z.unknown() });
const replySchema = z
  .object({ in_reply_to_id: z.union([z.string(), z.int().transform(String)]).optional() })
  .catch({});
const repliesSchema = z.array(replySchema).catch([]);

/** What an answer of the Mastodon API says that a collection goes on from. */
export function mastodonContent(
  { source, question, step, status }: Pick<AnswerLine, "source" | "question" | "step" | "status">,
  body: unknown,
  respect: Respect,
): AnswerContent {
  if (status !== 200) return { posts: [] };
  const brief = (values: unknown): BriefPost[] =>
    briefStatuses(values, { source, question, respect, isOfTimeline: step === "timeline" });
  switch (step) {
    case "timeline":
      return { posts: brief(body) };
    case "thread": {
      const { data: thread } = threadSchema.safeParse(body);
      if (thread === undefined) return { posts: [] };
      const below = brief(thread.descendants);
      const shown = countAnswers(thread.descendants);
      return {
        posts: [...brief(thread.ancestors), ...below],
        answersTo: shown,
        wholeBelow: below.filter(({ id, replies }) => replies <= (shown.get(id) ?? 0)),
      };
    }
    case "post":
      return { posts: brief([body]) };
    case "reposters":
      return { posts: [], people: Array.isArray(body) ? body.length : 0 };
    case "account": {
      const { data: account } = accountSchema.safeParse(body);
      if (account?.id === undefined) return { posts: [] };
      const hasOptedOut = briefAccount(account, { source, respect })?.hasOptedOut ?? false;
      return { posts: [], account: { id: account.id, hasOptedOut } };
    }
    default:
      return { posts: [] };
  }
}

/** How many answers to each post stand in a list: without a token, a server shows not all of them. */
function countAnswers(values: unknown): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { in_reply_to_id: id } of repliesSchema.parse(values)) {
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
