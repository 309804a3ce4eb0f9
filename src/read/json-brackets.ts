import { closeBracket, openBracket } from "./json-bytes.js";

/** Posts of all platforms are under 40 deep. Whatever reads a value may call itself once a level. */
export const deepest = 500;

/** Which brackets are open in a value, as far as it is known. */
interface JsonBrackets {
  /** A value begins: none is open. */
  reset(): void;
  open(byte: number): void;
  /** Of a bracket that does not fit, the one is believed that some open one fits. */
  close(byte: number): void;
  /** None is open any more. */
  areClosed(): boolean;
  /** Some were deeper than what is kept. */
  wereTooDeep(): boolean;
  /** Whether the innermost is an array's; "unknown" deeper than what is kept. */
  isInArray(): boolean | "unknown";
}

/** Each call takes constant time. */
export function startBrackets(): JsonBrackets {
  const isArrayAt = new Uint8Array(deepest);
  let depth = 0;
  let isTooDeep = false;
  return {
    reset() {
      depth = 0;
      isTooDeep = false;
    },
    open(byte) {
      if (depth < deepest) isArrayAt[depth] = byte === openBracket ? 1 : 0;
      else isTooDeep = true;
      depth += 1;
    },
    close(byte) {
      const isArray = byte === closeBracket ? 1 : 0;
      if (depth > deepest || isArrayAt[depth - 1] === isArray) depth -= 1;
      else if (depth > 1 && isArrayAt[depth - 2] === isArray) depth -= 2;
    },
    areClosed: () => depth === 0,
    wereTooDeep: () => isTooDeep,
    isInArray: () => (depth > deepest ? "unknown" : isArrayAt[depth - 1] === 1),
  };
}
