import type { Clock } from "../model/clock.js";
import type { AnswerLine } from "../model/collection-log.js";
import type { Respect } from "../model/provenance.js";
import type { Question } from "../model/question.js";
import { type AnswerContent, type Collected, remember } from "./collected.js";
import type { Answer } from "./http.js";
import type { LeaveOut } from "./leave-out.js";
import type { PageLog } from "./page-log.js";
import type { Ask } from "./patient-ask.js";

/** What `--with` can ask for around the posts. */
export const companions = ["replies", "reposts", "follows"] as const;
export type Companion = (typeof companions)[number];

/** A collection that is under way: what every walk of it shares. */
export interface Collecting {
  readonly question: Question;
  readonly companions: ReadonlySet<Companion>;
  /** A walk brings so many new posts at most. */
  readonly maxPosts: number | undefined;
  readonly collected: Collected;
  readonly log: PageLog;
  readonly ask: Ask;
  readonly clock: Clock;
  /** Ends waiting. */
  readonly signal: AbortSignal;
  readonly respect: Respect;
  /** Takes people out who were forgotten in this collection; `undefined` where nobody was. */
  readonly leaveOut: LeaveOut | undefined;
  readonly readContent: (line: AnswerLine) => AnswerContent;
  /** Says that something has come. */
  readonly onAnswer: () => void;
  /** Something that a person should know, in a sentence. */
  readonly onNote: (note: string) => void;
  /** Only what it would cost is asked for. */
  readonly isPlan: boolean;
  /** When it has to be over, in milliseconds since 1970. */
  readonly endsAt: number | undefined;
  /** What something will cost, in a sentence, before it is begun. */
  readonly onPlan: (cost: string) => void;
}

/** What is particular to an answer; the rest is the same for every line. */
export type LineParts = Pick<AnswerLine, "platform" | "source" | "step"> &
  Partial<
    Pick<AnswerLine, "about" | "sweep" | "from" | "next" | "end" | "late" | "leftOut" | "beyondMax">
  >;

/** Headers that tell something later: when, what next, and how much more was allowed. */
const keptHeaders = /^(?:date|link|content-type|.*rate-?limit.*|mastodon-async-refresh)$/u;

/**
 * Writes an answer into the log and then takes it in; what is not written is not known. Gives where
 * the next page begins, as it was written.
 */
export async function keepAnswer(
  collecting: Collecting,
  parts: LineParts,
  { answer, body, content }: { answer: Answer; body: string; content: AnswerContent },
): Promise<string | undefined> {
  const { platform, source, step, next, ...more } = parts;
  const head = {
    tagatlas: 1,
    platform,
    source,
    step,
    question: collecting.question,
    ...more,
    ...(next === undefined ? {} : { next }),
    request: { method: "GET", uri: answer.url },
    status: answer.status,
    headers: Object.fromEntries([...answer.headers].filter(([name]) => keptHeaders.test(name))),
    recorded_at: new Date(answer.receivedAt).toISOString(),
  } as const;
  const { leaveOut, readContent, log, collected } = collecting;
  if (leaveOut === undefined) {
    await log.append(head, body);
    remember(collected, head, content);
    collecting.onAnswer();
    return next;
  }
  const line: AnswerLine = { ...head, body: JSON.parse(body) };
  const rest = leaveOut(line);
  const kept = rest ?? { ...line, body: null };
  const { body: left, ...headLeft } = kept;
  // An answer that is about them alone is known, so that it is not asked for again, and not kept.
  if (rest !== undefined) await log.append(headLeft, JSON.stringify(left));
  remember(collected, headLeft, readContent(kept));
  collecting.onAnswer();
  return kept.next;
}
