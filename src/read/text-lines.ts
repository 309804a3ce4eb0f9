import { TextDecoder } from "node:util";

interface LineHandlers {
  /** A line without its newline, and its number, from 1; a carriage return before it stays. */
  onLine(text: string, line: number): void;
  /** A line that is longer than this program takes. */
  onTooLong(line: number): void;
}

interface LineEnding {
  readonly lines: number;
  readonly endsWithLineEnd: boolean;
}

const longestLineCharacters = 16 * 1024 * 1024;

/**
 * Cuts UTF-8 into lines, without a byte-order mark. Lines end in a newline; where the first line
 * ends in a bare carriage return, as old spreadsheets write, all lines do. Linear in bytes.
 */
export async function splitTextLines(
  chunks: AsyncIterable<Buffer>,
  handlers: LineHandlers,
): Promise<LineEnding> {
  const decoder = new TextDecoder("utf-8");
  let terminator: "\n" | "\r" | undefined;
  let held: string[] = [];
  let heldCharacters = 0;
  let line = 0;

  const endLine = (last: string): void => {
    line += 1;
    const text = held.length === 0 ? last : held.join("") + last;
    if (heldCharacters + last.length > longestLineCharacters) handlers.onTooLong(line);
    else handlers.onLine(text, line);
    held = [];
    heldCharacters = 0;
  };

  const hold = (part: string): void => {
    heldCharacters += part.length;
    if (heldCharacters > longestLineCharacters) held = [];
    else held.push(part);
  };

  const take = (text: string): void => {
    let from = 0;
    while (terminator !== undefined) {
      const at = text.indexOf(terminator, from);
      if (at < 0) break;
      endLine(text.slice(from, at));
      from = at + 1;
    }
    if (from < text.length) hold(text.slice(from));
  };

  let isLineEnd = false;
  let carried = "";
  for await (const chunk of chunks) {
    let text = carried + decoder.decode(chunk, { stream: true });
    carried = "";
    if (text === "") continue;
    terminator ??= terminatorOf(text);
    if (terminator === undefined && text.endsWith("\r")) {
      carried = "\r";
      text = text.slice(0, -1);
    }
    take(text);
    isLineEnd = text.endsWith(terminator ?? "\r");
  }
  const rest = carried + decoder.decode();
  if (carried !== "") {
    terminator ??= "\r";
    isLineEnd = true;
  }
  take(rest);
  if (heldCharacters > 0) endLine("");
  return { lines: line, endsWithLineEnd: isLineEnd };
}

/** Undecided while nothing follows the first carriage return. */
function terminatorOf(text: string): "\n" | "\r" | undefined {
  const at = text.search(/[\r\n]/u);
  if (at < 0 || (text[at] === "\r" && at + 1 === text.length)) return undefined;
  return text[at] === "\r" && text[at + 1] !== "\n" ? "\r" : "\n";
}
