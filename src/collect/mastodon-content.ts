import { z } from "zod";
import type { AnswerLine } from "../model/collection-log.js";
import type { BriefPost, ReadAccount } from "./brief-post.js";
import type { AnswerContent } from "./collected.js";
import { briefStatuses } from "./mastodon-statuses.js";

const threadSchema = z.object({ ancestors: z.unknown(), descendants: z.unknown() });
const accountSchema = z.object({ id: z.string() });

/** Without a token a server shows no more of what stands below a post. */
const mostDescendants = 60;

/** What an answer of the Mastodon API says that a collection goes on from. */
export function mastodonContent(
  { source, question, step, status }: Pick<AnswerLine, "source" | "question" | "step" | "status">,
  body: unknown,
  readAccount: ReadAccount,
): AnswerContent {
  if (status !== 200) return { posts: [] };
  const brief = (values: unknown): BriefPost[] =>
    briefStatuses(values, { source, question, readAccount, isOfTimeline: step === "timeline" });
  switch (step) {
    case "timeline":
      return { posts: brief(body) };
    case "thread": {
      const { data: thread } = threadSchema.safeParse(body);
      if (thread === undefined) return { posts: [] };
      const below = brief(thread.descendants);
      const posts = [...brief(thread.ancestors), ...below];
      return below.length < mostDescendants ? { posts, below } : { posts };
    }
    case "account": {
      const { data: account } = accountSchema.safeParse(body);
      if (account === undefined) return { posts: [] };
      const hasOptedOut = readAccount(body, source)?.hasOptedOut ?? false;
      return { posts: [], account: { id: account.id, hasOptedOut } };
    }
    default:
      return { posts: [] };
  }
}
