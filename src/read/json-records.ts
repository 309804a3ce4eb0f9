/** A piece of text that should be one JSON value, and the line it begins on, from 1. */
export interface JsonText {
  readonly text: string;
  readonly line: number;
}

export interface JsonEnding {
  /** The input stops inside a value. */
  readonly isTorn: boolean;
  /** Lines that were longer than this program takes. */
  readonly tooLongLines: readonly number[];
}

const newline = 0x0a;
const carriageReturn = 0x0d;
const quote = 0x22;
const backslash = 0x5c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** Half of what a JavaScript string can hold; real lines are under a few megabytes. */
const longestValueBytes = 256 * 1024 * 1024;

/**
 * Cuts a stream into JSON values without holding more than one: the lines of NDJSON, where a
 * broken line costs itself alone; the elements of an array, or documents printed over several
 * lines, which are found by their brackets. Calls `onText` for each in order. Time is linear.
 */
export async function splitJson(
  chunks: AsyncIterable<Buffer>,
  onText: (json: JsonText) => void,
): Promise<JsonEnding> {
  let splitter: Splitter | undefined;
  let head: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (splitter !== undefined) {
      splitter.push(chunk);
      continue;
    }
    head = head.length === 0 ? withoutByteOrderMark(chunk) : Buffer.concat([head, chunk]);
    splitter = chooseSplitter(head, onText, false);
    splitter?.push(head);
  }
  if (splitter === undefined) {
    splitter = chooseSplitter(head, onText, true);
    splitter?.push(head);
  }
  return splitter?.end() ?? { isTorn: false, tooLongLines: [] };
}

interface Splitter {
  push(chunk: Buffer): void;
  end(): JsonEnding;
}

function withoutByteOrderMark(chunk: Buffer): Buffer {
  return chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? chunk.subarray(3) : chunk;
}

/**
 * By the first line: an array's opening bracket, or a line that ends inside an object while the
 * next does not begin one, mean values over several lines. Undecided until a line is whole.
 */
function chooseSplitter(
  head: Buffer,
  onText: (json: JsonText) => void,
  isWhole: boolean,
): Splitter | undefined {
  const start = head.findIndex((byte) => !isSpace(byte));
  if (start < 0) return isWhole ? splitLines(onText, newline) : undefined;
  if (head[start] === openBracket) return splitValues(onText, 1);
  const terminator = head.indexOf(newline, start) >= 0 ? newline : carriageReturn;
  const lineEnd = head.indexOf(terminator, start);
  const hasNextByte = lineEnd >= 0 && lineEnd + 1 < head.length;
  if (!hasNextByte && !isWhole && head.length < longestValueBytes) return undefined;
  if (!hasNextByte) return splitLines(onText, newline);
  const endsInside = depthAfter(head.subarray(start, lineEnd)) > 0;
  return endsInside && head[lineEnd + 1] !== openBrace
    ? splitValues(onText, 0)
    : splitLines(onText, terminator);
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === newline || byte === carriageReturn;
}

function depthAfter(line: Buffer): number {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < line.length; at += 1) {
    const byte = line[at];
    if (inString) {
      if (byte === backslash) at += 1;
      else if (byte === quote) inString = false;
    } else if (byte === quote) inString = true;
    else if (byte === openBrace || byte === openBracket) depth += 1;
    else if (byte === closeBrace || byte === closeBracket) depth -= 1;
  }
  return depth;
}

function splitLines(onText: (json: JsonText) => void, terminator: number): Splitter {
  let line = 1;
  let held: Buffer[] = [];
  let heldBytes = 0;
  const tooLongLines: number[] = [];

  const hold = (part: Buffer): void => {
    heldBytes += part.length;
    if (heldBytes <= longestValueBytes) held.push(part);
    else held = [];
  };
  const release = (): void => {
    if (heldBytes > longestValueBytes) tooLongLines.push(line);
    else {
      const text = (held.length === 1 ? held[0] : Buffer.concat(held))?.toString("utf8").trim();
      if (text !== undefined && text !== "") onText({ text, line });
    }
    held = [];
    heldBytes = 0;
  };

  return {
    push(chunk) {
      let from = 0;
      for (;;) {
        const at = chunk.indexOf(terminator, from);
        if (at < 0) break;
        hold(chunk.subarray(from, at));
        release();
        line += 1;
        from = at + 1;
      }
      if (from < chunk.length) hold(chunk.subarray(from));
    },
    end() {
      const lastLine = heldBytes === 0 ? "" : Buffer.concat(held).toString("utf8").trim();
      const isTorn = lastLine !== "" && depthAfter(Buffer.from(lastLine)) > 0;
      if (heldBytes > 0) release();
      return { isTorn, tooLongLines };
    },
  };
}

/** Values at the given depth: 1 for the elements of an array, 0 for whole documents. */
function splitValues(onText: (json: JsonText) => void, baseDepth: 0 | 1): Splitter {
  let line = 1;
  let depth = 0;
  let inString = false;
  let isEscaped = false;
  let isInside = false;
  let startLine = 1;
  let held: Buffer[] = [];
  let heldBytes = 0;
  const tooLongLines: number[] = [];

  const release = (part: Buffer): void => {
    if (heldBytes + part.length > longestValueBytes) tooLongLines.push(startLine);
    else onText({ text: Buffer.concat([...held, part]).toString("utf8"), line: startLine });
    held = [];
    heldBytes = 0;
    isInside = false;
  };

  return {
    push(chunk) {
      let start = isInside ? 0 : -1;
      for (let at = 0; at < chunk.length; at += 1) {
        const byte = chunk[at];
        if (byte === newline) line += 1;
        if (inString) {
          if (isEscaped) isEscaped = false;
          else if (byte === backslash) isEscaped = true;
          else if (byte === quote) inString = false;
        } else if (byte === quote) {
          inString = true;
        } else if (byte === openBrace || byte === openBracket) {
          if (depth === baseDepth) {
            isInside = true;
            start = at;
            startLine = line;
          }
          depth += 1;
        } else if (byte === closeBrace || byte === closeBracket) {
          depth -= 1;
          if (isInside && depth === baseDepth) {
            release(chunk.subarray(start, at + 1));
            start = -1;
          }
        }
      }
      if (isInside) {
        const part = chunk.subarray(start);
        heldBytes += part.length;
        if (heldBytes <= longestValueBytes) held.push(part);
        else held = [];
      }
    },
    end: () => ({ isTorn: depth > 0 || inString, tooLongLines }),
  };
}
