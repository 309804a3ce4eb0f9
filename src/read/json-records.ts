import { startHeldBytes } from "./held-bytes.js";
import { deepest, startBrackets } from "./json-brackets.js";
import {
  backslash,
  carriageReturn,
  closeBrace,
  closeBracket,
  colon,
  comma,
  endOfRun,
  endsRunInString,
  endsRunOfValue,
  isBlank,
  newline,
  openBrace,
  openBracket,
  quote,
} from "./json-bytes.js";
import { jsonLineAt } from "./json-line.js";
import { wholeRowsWithin } from "./whole-rows-within.js";

/** A piece of text that should be one JSON value, and the line it begins on, from 1. */
export interface JsonText {
  readonly text: string;
  readonly line: number;
}

interface JsonHandlers {
  onText(json: JsonText): void;
  /** A line that may be a row: whether it is whole JSON, and taken. Else it is cut byte by byte. */
  onLine(json: JsonText): boolean;
  /** What is no row, or none that can be taken, and why. */
  onBroken(reason: string, line: number): void;
}

interface JsonEnding {
  /** The input stops inside a value. */
  readonly isTorn: boolean;
}

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

function startCutter({ onText, onLine, onBroken }: JsonHandlers) {
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
  const held = startHeldBytes();
  let startLine = 1;
  const brackets = startBrackets();
  let inString = false;
  let isEscaped = false;
  let lastByte = 0;
  /** Where it begins in the chunk; -1 where none is open. */
  let from = -1;

  const beginValue = (byte: number, at: number): void => {
    if (isAtLineStart) rowIndent = indent;
    isRecovering = false;
    state = "value";
    from = at;
    startLine = line;
    held.restart();
    brackets.reset();
    brackets.open(byte);
  };

  const emitClosed = (): void => {
    if (held.isTooLong()) onBroken("a row of over 256 MiB", startLine);
    else if (brackets.wereTooDeep()) onBroken(`nested over ${deepest} deep`, startLine);
    else onText({ text: held.takeText(), line: startLine });
    held.drop();
  };

  const giveUpValue = (): void => {
    onBroken(brokenJson, startLine);
    from = -1;
    inString = false;
    if (!held.isTooLong()) {
      for (const row of wholeRowsWithin(held.takeText(), startLine)) onText(row);
    }
    held.drop();
    isRecovering = startLine < line;
    if (arrayLine === startLine) isInArray = false;
    state = "skip";
  };

  /** Whether the grammar lets a value stand here; deeper than what is known, it may. */
  const mayBeginInside = (): boolean => {
    const isInArray = brackets.isInArray();
    if (isInArray === "unknown" || lastByte === colon || lastByte === openBracket) return true;
    return lastByte === comma && isInArray;
  };

  const endLine = (chunk: Buffer, at: number): void => {
    if (inString) {
      inString = false;
      isEscaped = false;
      lastByte = quote;
      if (startLine === line) {
        held.add(chunk.subarray(from, at));
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
        held.add(chunk.subarray(from, at));
        giveUpValue();
        isRecovering = false;
        state = "between";
        takeBetween(byte, at);
        return;
      }
      brackets.open(byte);
    } else if (byte === closeBrace || byte === closeBracket) {
      brackets.close(byte);
      if (brackets.areClosed()) {
        held.add(chunk.subarray(from, at + 1));
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
      held.drop();
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

  /** Where the newline stands of a line that was taken whole, as all lines of most files are. */
  const takeLine = (chunk: Buffer, at: number): number | undefined => {
    const isRowAhead = isAtLineStart && state === "between" && !isRecovering && indent === 0;
    if (!isRowAhead || chunk[at] !== openBrace) return undefined;
    const found = jsonLineAt(chunk, at, deepest);
    if (found === undefined || !onLine({ text: found.text, line })) return undefined;
    rowIndent = 0;
    isAfterCarriageReturn = false;
    lastByte = found.hasComma ? comma : closeBrace;
    line += 1;
    return found.end;
  };

  /** Where the next byte stands that may mean something. */
  const skipRun = (chunk: Buffer, at: number): number => {
    if (inString) return isEscaped ? at : endOfRun(chunk, at, endsRunInString);
    if (state !== "value" || isAtLineStart) return at;
    const end = endOfRun(chunk, at, endsRunOfValue);
    if (end > at) lastByte = chunk[end - 1];
    return end;
  };

  return {
    push(chunk: Buffer): void {
      if (from >= 0) from = 0;
      for (let at = 0; at < chunk.length; at += 1) {
        const end = takeLine(chunk, at);
        if (end !== undefined) {
          at = end;
          continue;
        }
        at = skipRun(chunk, at);
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
      if (from >= 0) held.add(chunk.subarray(from));
    },
    end(): JsonEnding {
      const isTorn = state === "value" || state === "opened" || isInArray;
      if (state === "closed") emitClosed();
      if (state === "value") giveUpValue();
      return { isTorn };
    },
  };
}
