/* The bytes that mean something in JSON. */

export const newline = 0x0a;
export const carriageReturn = 0x0d;
const space = 0x20;
const tab = 0x09;
export const quote = 0x22;
export const backslash = 0x5c;
export const comma = 0x2c;
export const colon = 0x3a;
export const openBracket = 0x5b;
export const closeBracket = 0x5d;
export const openBrace = 0x7b;
export const closeBrace = 0x7d;

/** What ends a run of bytes that mean nothing in a string, and in a value outside of strings. */
export const endsRunInString = setOfBytes([quote, backslash, newline, carriageReturn]);
export const endsRunOfValue = setOfBytes([
  ...[newline, carriageReturn, space, tab, quote],
  ...[openBrace, closeBrace, openBracket, closeBracket],
]);

/** The next byte that ends a run of those that mean nothing, or the chunk's last one. */
export function endOfRun(chunk: Buffer, from: number, ends: Uint8Array): number {
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
 * White space within a line. Also a byte-order mark, as of files that were joined, and the separator of JSON text sequences
 * (RFC 7464), neither of which begins a value.
 */
export function isBlank(byte: number): boolean {
  return byte === space || byte === tab || byte === 0x1e || isOfByteOrderMark(byte);
}

function isOfByteOrderMark(byte: number): boolean {
  return byte === 0xef || byte === 0xbb || byte === 0xbf;
}
