/** Half of what a JavaScript string can hold; real rows are under a few megabytes. */
const longestBytes = 256 * 1024 * 1024;

/** The bytes of a value that is not whole yet. */
interface HeldBytes {
  /** Another value begins. */
  restart(): void;
  add(part: Buffer): void;
  /** It is longer than 256 MiB, and nothing of it is held. */
  isTooLong(): boolean;
  /** All that was held, as text; none of it is held any more. */
  takeText(): string;
  drop(): void;
}

/** Holds one value at a time. */
export function startHeldBytes(): HeldBytes {
  let parts: Buffer[] = [];
  let length = 0;
  return {
    restart() {
      parts = [];
      length = 0;
    },
    add(part) {
      length += part.length;
      if (length <= longestBytes) parts.push(part);
      else parts = [];
    },
    isTooLong: () => length > longestBytes,
    takeText() {
      const text = Buffer.concat(parts).toString("utf8");
      parts = [];
      return text;
    },
    drop() {
      parts = [];
    },
  };
}
