import { printable } from "../text/unprintable.js";
import { type Console, say } from "./console.js";

export const logFormats = ["text", "json"] as const;
type LogFormat = (typeof logFormats)[number];

/** The names by which scripts tell events apart; see docs/scripts.md. */
type EventName =
  | "progress"
  | "wait"
  | "input"
  | "collected"
  | "written"
  | "note"
  | "warning"
  | "error"
  | "end";

/** Something that is said beside the answer. */
export interface LogEvent {
  readonly event: EventName;
  readonly message: string;
  readonly nextStep?: string;
  /** Where in the program it came from. */
  readonly stack?: string;
  /** What else is known of it, for programs. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** How a command was told to speak. */
export interface LogFlags {
  readonly log: LogFormat;
  readonly quiet: boolean | undefined;
}

type LogConsole = Pick<Console, "stderr" | "clock">;

/** Says events on standard error: in plain lines, or as one object of JSON a line. */
export function tell(
  { stderr, clock }: LogConsole,
  log: LogFormat,
  events: readonly LogEvent[],
): void {
  for (const event of events) {
    say(stderr, log === "json" ? eventLine(event, clock.now()) : eventText(event));
  }
}

function eventText({ event, message, nextStep, stack }: LogEvent): string {
  const isOurs = event === "note" || event === "warning" || event === "error";
  const next = nextStep === undefined ? "" : `  ${nextStep}\n`;
  const where = stack === undefined ? "" : `${stack}\n`;
  return `${isOurs ? "tagatlas: " : ""}${message}\n${next}${where}`;
}

/** Every text of it is printable before it is JSON, so that nothing need be taken out of the line. */
function eventLine({ more = {}, ...event }: LogEvent, now: number): string {
  const line = { time: new Date(now).toISOString(), ...event, ...more };
  const text = JSON.stringify(line, (_, value: unknown) =>
    typeof value === "string" ? printable(value) : value,
  );
  return `${text}\n`;
}

/** Whether the words of a command line, of which nothing is known yet, ask for JSON. */
export function asksForJsonLog(words: readonly string[]): boolean {
  const last = words.findLastIndex((word) => /^--log(?:=|$)/u.test(word));
  return last >= 0 && (words[last] === "--log=json" || words[last + 1] === "json");
}
