import type { Clock } from "../model/clock.js";
import type { AnswerLine } from "../model/collection-log.js";
import type { Question } from "../model/question.js";
import type { ReadAccount } from "./brief-post.js";
import { type AnswerContent, type Collected, remember } from "./collected.js";
import type { Answer } from "./http.js";
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
  readonly readAccount: ReadAccount;
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

/** Writes an answer into the log and then takes it in; what is not written is not known. */
export async function keepAnswer(
  collecting: Collecting,
  parts: LineParts,
  { answer, body, content }: { answer: Answer; body: string; content: AnswerContent },
): Promise<void> {
  const { platform, source, step, ...more } = parts;
  const head = {
    tagatlas: 1,
    platform,
    source,
    step,
    question: collecting.question,
    ...more,
    request: { method: "GET", uri: answer.url },
    status: answer.status,
    headers: Object.fromEntries([...answer.headers].filter(([name]) => keptHeaders.test(name))),
    recorded_at: new Date(answer.receivedAt).toISOString(),
  } as const;
  await collecting.log.append(head, body);
  remember(collecting.collected, head, content);
  collecting.onAnswer();
}
