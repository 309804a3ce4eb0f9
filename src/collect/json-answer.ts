import { printable } from "../text/unprintable.js";
import type { RawAnswer } from "./platform-fetch.js";
import { type Secrets, withoutSecrets } from "./secrets.js";

/** JSON as the server wrote it, and what it says. */
export interface JsonAnswer {
  /** On one line: line ends between tokens are spaces. */
  readonly text: string;
  readonly value: unknown;
}

/** What a body is that is no JSON. */
interface NoJson {
  readonly problem: string;
  /** Its own words for people: the title of a page, or a short text. */
  readonly said?: string | undefined;
  /** Another attempt may give something else. */
  readonly mayPass: boolean;
}

/** The whole of a thread of a thousand posts is some five megabytes. */
const mostBytes = 64 * 1024 * 1024;

/**
 * Reads a body to its end and takes it as JSON, or says what it is instead. A text is taken as it is.
 * What our own secrets look like is taken out, should a server send them back.
 *
 * @throws where the connection breaks.
 */
export async function readAnswer(
  answer: RawAnswer,
  form: "json" | "text",
  secrets: Secrets,
): Promise<JsonAnswer | NoJson> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of answer.body) {
    length += piece.length;
    if (length > mostBytes) {
      const problem = `sends more than ${mostBytes / 1024 / 1024} MB at once`;
      return { problem, mayPass: false };
    }
    pieces.push(piece);
  }
  // Without the mark that some servers begin UTF-8 with, which is no JSON.
  const written = withoutSecrets(new TextDecoder().decode(Buffer.concat(pieces)), secrets);
  if (form === "text") return { text: JSON.stringify(written), value: written };
  try {
    const value: unknown = JSON.parse(written);
    // In JSON a line end can only stand between tokens: within a text it must be escaped.
    return { text: written.trim().replace(/[\r\n]/gu, " "), value };
  } catch {
    return { problem: describe(written), mayPass: true, said: wordsOf(written) };
  }
}

function describe(written: string): string {
  const start = written.trimStart();
  if (start === "") return "gave an empty answer";
  if (/^<(?:!doctype|html)/iu.test(start)) {
    return "gave a web page instead of data: a page to log in, a proxy, or no server of this kind";
  }
  if (/^[[{]/u.test(start)) return "gave an answer that is cut off in the middle";
  return "gave an answer that is no JSON";
}

const mostWords = 200;

function wordsOf(written: string): string | undefined {
  const start = written.trim().slice(0, 4096);
  const title = /<title[^>]*>([^<]*)/iu.exec(start)?.[1];
  const words = title ?? (/[<{[]/u.test(start) ? "" : start);
  const said = printable(words).trim().slice(0, mostWords);
  return said === "" ? undefined : said;
}
