import { SourceError } from "../../model/errors.js";
import type { AnswerContent } from "../collected.js";
import { type Collecting, keepAnswer, type LineParts } from "../collecting.js";
import type { Answer } from "../http.js";
import type { MastodonAnswer } from "./mastodon-client.js";
import { mastodonContent } from "./mastodon-content.js";
import { withoutPrivatePosts } from "./private-posts.js";

/** An answer as it may be kept. */
interface MastodonPage {
  readonly answer: Answer;
  /** JSON on one line; as it came, unless something of it is not for everybody. */
  readonly body: string;
  readonly leftOut: number;
  readonly content: AnswerContent;
}

/**
 * Takes out of an answer what only a token let us see, and reads the rest.
 *
 * @throws {SourceError} for an answer that cannot be looked through.
 */
export function publicPage(
  answer: MastodonAnswer,
  parts: Pick<LineParts, "source" | "step">,
  { question, respect }: Collecting,
): MastodonPage {
  const shown = withoutPrivatePosts(answer.value, answer.isHidden);
  if (shown === undefined) {
    throw new SourceError("bad-payload", {
      whatHappened: `${parts.source} gave an answer that is nested deeper than any should be`,
      nextStep: "tell the people of that server",
      status: answer.status,
    });
  }
  const { value, leftOut } = shown;
  const content = mastodonContent({ ...parts, question, status: answer.status }, value, respect);
  return { answer, body: leftOut === 0 ? answer.text : JSON.stringify(value), leftOut, content };
}

/** Keeps an answer that is no part of a timeline. */
export async function keepMastodonAnswer(
  answer: MastodonAnswer,
  parts: Omit<LineParts, "platform" | "leftOut">,
  collecting: Collecting,
): Promise<AnswerContent> {
  const { body, leftOut, content } = publicPage(answer, parts, collecting);
  const line = { platform: "mastodon", ...parts, ...(leftOut === 0 ? {} : { leftOut }) } as const;
  await keepAnswer(collecting, line, { answer, body, content });
  return content;
}

/** Whether a post that was asked for by itself is. */
export function isForEverybody({ value, isHidden }: MastodonAnswer): boolean {
  return withoutPrivatePosts(value, isHidden)?.value !== null;
}
