import { wholeRowsWithin } from "./whole-rows-within.js";

/** A piece of text that should be one JSON value, and the line it begins on, from 1. */
export interface JsonText {
  readonly text: string;
  readonly line: number;
}

export interface JsonHandlers {
  onText(json: JsonText): void;
  /** What is no row, or none that can be taken, and why. */
  onBroken(reason: string, line: number): void;
}

export interface JsonEnding {
  /** The input stops inside a value. */
  readonly isTorn: boolean;
}

const newline = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;
const tab = 0x09;
const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

const endsRunInString = setOfBytes([quote, backslash, newline, carriageReturn]);
const endsRunOfValue = setOfBytes([
  ...[newline, carriageReturn, space, tab, quote],
  ...[openBrace, closeBrace, openBracket, closeBracket],
]);

/** Half of what a JavaScript string can hold; real rows are under a few megabytes. */
const longestValueBytes = 256 * 1024 * 1024;

/** Posts of all platforms are under 40 deep. Whatever reads a value may call itself once a level. */
const deepest = 500;

const brokenJson = "broken JSON";
const noObject = "no JSON object";

type State =
  /** Where a value may begin. */
  | "between"
  /** Behind a bracket that begins an array of rows, or a line such as `[INFO] started`. */
  | "opened"
  | "value"
  /** Behind a value, until what follows shows that it was whole. */
  | "closed"
  /** In something else than an object among the elements of an array. */
  | "scalar"
  /** In the rest of a line that holds no row. */
  | "skip";

/**
 * Cuts a stream into JSON values without holding more than one: lines of NDJSON, arrays of rows (one
 * of them, or one a line), and documents printed over several lines, in any mixture. A broken value
 * costs itself: no string goes on behind its line, and a line that begins a row where no value can
 * stand ends whatever was open. Linear in bytes.
 */
export async function splitJson(
  chunks: AsyncIterable<Buffer>,
  handlers: JsonHandlers,
): Promise<JsonEnding> {
  const cutter = startCutter(handlers);
  for await (const chunk of chunks) cutter.push(chunk);
  return cutter.end();
}

function startCutter({ onText, onBroken }: JsonHandlers) {
  let state: State = "between";
  let line = 1;
  let indent = 0;
  let isAtLineStart = true;
  let isAfterCarriageReturn = false;
  /** Whether values are elements of an array, and the line on which it begins. */
  let isInArray = false;
  let arrayLine = 0;
  /** What was broken goes on over further lines: only a line as far in as rows begins the next one. */
  let isRecovering = false;
  let rowIndent = 0;

  // The value that is open, or has just been closed.
  let held: Buffer[] = [];
  let heldBytes = 0;
  let startLine = 1;
  let depth = 0;
  const isArrayAt = new Uint8Array(deepest);
  let isTooDeep = false;
  let inString = false;
  let isEscaped = false;
  let lastByte = 0;
  /** Where it begins in the chunk; -1 where none is open. */
  let from = -1;

  const hold = (part: Buffer): void => {
    heldBytes += part.length;
    if (heldBytes <= longestValueBytes) held.push(part);
    else held = [];
  };

  const takeHeld = (): string => {
    const text = Buffer.concat(held).toString("utf8");
    held = [];
    return text;
  };

  const open = (byte: number): void => {
    if (depth < deepest) isArrayAt[depth] = byte === openBracket ? 1 : 0;
    else isTooDeep = true;
    depth += 1;
  };

  /** Of a bracket that does not fit, the one is believed that some open one fits. */
  const close = (byte: number): void => {
    const isArray = byte === closeBracket ? 1 : 0;
    if (depth > deepest || isArrayAt[depth - 1] === isArray) depth -= 1;
    else if (depth > 1 && isArrayAt[depth - 2] === isArray) depth -= 2;
  };

  const beginValue = (byte: number, at: number): void => {
    if (isAtLineStart) rowIndent = indent;
    isRecovering = false;
    state = "value";
    from = at;
    startLine = line;
    held = [];
    heldBytes = 0;
    depth = 0;
    isTooDeep = false;
    open(byte);
  };

  const emitClosed = (): void => {
    if (heldBytes > longestValueBytes) onBroken("a row of over 256 MiB", startLine);
    else if (isTooDeep) onBroken(`nested over ${deepest} deep`, startLine);
    else onText({ text: takeHeld(), line: startLine });
    held = [];
  };

  const giveUpValue = (): void => {
    onBroken(brokenJson, startLine);
    from = -1;
    inString = false;
    if (heldBytes <= longestValueBytes) {
      for (const row of wholeRowsWithin(takeHeld(), startLine)) onText(row);
    }
    held = [];
    isRecovering = startLine < line;
    if (arrayLine === startLine) isInArray = false;
    state = "skip";
  };

  /** Whether the grammar lets a value stand here; deeper than what is known, it may. */
  const mayBeginInside = (): boolean =>
    depth > deepest ||
    lastByte === colon ||
    lastByte === openBracket ||
    (lastByte === comma && isArrayAt[depth - 1] === 1);

  const endLine = (chunk: Buffer, at: number): void => {
    if (inString) {
      inString = false;
      isEscaped = false;
      lastByte = quote;
      if (startLine === line) {
        hold(chunk.subarray(from, at));
        giveUpValue();
      }
    }
    if (state === "opened") {
      isInArray = true;
      arrayLine = line;
    }
    // What is printed over several lines may be shown to have ended too early by the next of them.
    const isOpen = state === "value" || (state === "closed" && startLine < line);
    if (state === "closed" && !isOpen) emitClosed();
    if (!isOpen) state = "between";
    isAtLineStart = true;
    indent = 0;
  };

  const isBeginning = (byte: number): boolean => byte === openBrace || byte === openBracket;

  const takeBetween = (byte: number, at: number): void => {
    if (isRecovering && isAtLineStart) {
      const isRow = isBeginning(byte) && indent === rowIndent;
      const isEnd = byte === closeBracket && indent === 0;
      if (!isRow && !isEnd) {
        state = "skip";
        return;
      }
      isRecovering = false;
    }
    if (byte === openBracket && !isInArray) state = "opened";
    else if (isBeginning(byte)) beginValue(byte, at);
    else if (byte === closeBracket) isInArray = false;
    else if (byte !== comma && byte !== closeBrace) {
      onBroken(noObject, line);
      state = isInArray && byte !== quote ? "scalar" : "skip";
    }
  };

  const takeOpened = (byte: number, at: number): void => {
    if (isBeginning(byte)) {
      isInArray = true;
      arrayLine = line;
      beginValue(byte, at);
    } else if (byte === closeBracket) {
      state = "between";
    } else {
      onBroken(noObject, line);
      state = "skip";
    }
  };

  const takeInValue = (byte: number, chunk: Buffer, at: number): void => {
    if (byte === quote) {
      inString = true;
    } else if (isBeginning(byte)) {
      const isAsRow = isAtLineStart && (indent === 0 || indent === rowIndent);
      if (isAsRow && !mayBeginInside()) {
        hold(chunk.subarray(from, at));
        giveUpValue();
        isRecovering = false;
        state = "between";
        takeBetween(byte, at);
        return;
      }
      open(byte);
    } else if (byte === closeBrace || byte === closeBracket) {
      close(byte);
      if (depth === 0) {
        hold(chunk.subarray(from, at + 1));
        from = -1;
        state = "closed";
      }
    }
    lastByte = byte;
  };

  /** A value ended too early where a key follows: what it seems to be is not what it was. */
  const takeClosed = (byte: number, at: number): void => {
    if (byte === comma) {
      lastByte = comma;
    } else if (byte === quote || byte === colon || byte === closeBrace) {
      held = [];
      giveUpValue();
    } else {
      emitClosed();
      state = "between";
      takeBetween(byte, at);
    }
  };

  const takeScalar = (byte: number): void => {
    if (byte === comma || byte === closeBracket) {
      state = "between";
      if (byte === closeBracket) isInArray = false;
    } else if (byte === quote || byte === colon || isBeginning(byte)) {
      state = "skip";
    }
  };

  const take = (byte: number, chunk: Buffer, at: number): void => {
    switch (state) {
      case "between":
        takeBetween(byte, at);
        break;
      case "opened":
        takeOpened(byte, at);
        break;
      case "value":
        takeInValue(byte, chunk, at);
        break;
      case "closed":
        takeClosed(byte, at);
        break;
      case "scalar":
        takeScalar(byte);
    }
    isAtLineStart = false;
  };

  return {
    push(chunk: Buffer): void {
      if (from >= 0) from = 0;
      for (let at = 0; at < chunk.length; at += 1) {
        if (inString) {
          if (!isEscaped) at = endOfRun(chunk, at, endsRunInString);
        } else if (state === "value" && !isAtLineStart) {
          const end = endOfRun(chunk, at, endsRunOfValue);
          if (end > at) lastByte = chunk[end - 1];
          at = end;
        }
        const byte = chunk[at];
        if (byte === newline || byte === carriageReturn) {
          endLine(chunk, at);
          if (byte === carriageReturn || !isAfterCarriageReturn) line += 1;
          isAfterCarriageReturn = byte === carriageReturn;
          continue;
        }
        isAfterCarriageReturn = false;
        if (inString) {
          if (isEscaped) isEscaped = false;
          else if (byte === backslash) isEscaped = true;
          else if (byte === quote) inString = false;
        } else if (isBlank(byte)) {
          indent += 1;
        } else {
          take(byte, chunk, at);
        }
      }
      if (from >= 0) hold(chunk.subarray(from));
    },
    end(): JsonEnding {
      const isTorn = state === "value" || state === "opened" || isInArray;
      if (state === "closed") emitClosed();
      if (state === "value") giveUpValue();
      return { isTorn };
    },
  };
}

/** The next byte that ends a run of those that mean nothing, or the chunk's last one. */
function endOfRun(chunk: Buffer, from: number, ends: Uint8Array): number {
  const last = chunk.length - 1;
  let at = from;
  while (at < last && ends[chunk[at]] === 0) at += 1;
  return at;
}

function setOfBytes(bytes: readonly number[]): Uint8Array {
  const set = new Uint8Array(256);
  for (const byte of bytes) set[byte] = 1;
  return set;
}

/**
 * Also a byte-order mark, as of files that were joined, and the separator of JSON text sequences
 * (RFC 7464), neither of which begins a value.
 */
function isBlank(byte: number): boolean {
  return byte === space || byte === tab || byte === 0x1e || isOfByteOrderMark(byte);
}

function isOfByteOrderMark(byte: number): boolean {
  return byte === 0xef || byte === 0xbb || byte === 0xbf;
}
