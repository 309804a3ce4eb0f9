import { TextDecoder } from "node:util";

/** So many first bytes show what a text is written in. */
export const bytesToTell = 512;

/**
 * Whether text is UTF-16, and which: by its byte-order mark, or because every other byte is zero, as in
 * whatever has keys, digits or names of columns.
 */
export function utf16Of(head: Buffer): "utf-16le" | "utf-16be" | undefined {
  if (head.length < 2) return undefined;
  // The mark of UTF-32 begins like it, and has zeros where a character would stand.
  if (head[0] === 0xff && head[1] === 0xfe) {
    return head.length > 3 && head[2] === 0 && head[3] === 0 ? undefined : "utf-16le";
  }
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const pairs = Math.floor(Math.min(head.length, bytesToTell) / 2);
  let zerosFirst = 0;
  let zerosSecond = 0;
  for (let pair = 0; pair < pairs; pair += 1) {
    if (head[2 * pair] === 0) zerosFirst += 1;
    if (head[2 * pair + 1] === 0) zerosSecond += 1;
  }
  if (pairs < 2) return undefined;
  if (zerosSecond * 2 > pairs && zerosFirst === 0) return "utf-16le";
  if (zerosFirst * 2 > pairs && zerosSecond === 0) return "utf-16be";
  return undefined;
}

/** The same text in UTF-8, without a byte-order mark. Half a character at the end is lost. */
export async function* decodeUtf16(
  chunks: AsyncIterable<Buffer>,
  encoding: "utf-16le" | "utf-16be",
): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
}
