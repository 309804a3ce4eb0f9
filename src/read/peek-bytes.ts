export interface PeekedBytes {
  readonly head: Buffer;
  /** All of the input, the head too. */
  readonly chunks: AsyncIterable<Buffer>;
  /** Lets go of the input, read to its end or not. */
  close(): Promise<void>;
}

/** The first bytes of an input, as many as asked for or as there are, without using them up. */
export function peekBytes(source: AsyncIterable<Buffer>, byteCount: number): Promise<PeekedBytes> {
  return peek(source[Symbol.asyncIterator](), [], byteCount);
}

/**
 * The same behind blank lines, however many the input begins with. They are not held: as many line
 * ends come in their place, so that lines keep their numbers.
 */
export async function peekBehindBlankLines(
  source: AsyncIterable<Buffer>,
  byteCount: number,
): Promise<PeekedBytes> {
  const iterator = source[Symbol.asyncIterator]();
  const blank = { newlines: 0, carriageReturns: 0 };
  let next = await iterator.next();
  const begun: Buffer[] = [];
  while (next.done !== true) {
    const start = next.value.findIndex((byte) => !isBlank(byte));
    const end = start < 0 ? next.value.length : lineStart(next.value, start);
    countLineEnds(next.value.subarray(0, end), blank);
    if (start >= 0) {
      begun.push(next.value.subarray(end));
      break;
    }
    next = await iterator.next();
  }
  const { newlines, carriageReturns } = blank;
  const peeked = await peek(iterator, begun, byteCount);
  async function* whole(): AsyncGenerator<Buffer> {
    yield* lineEnds(newlines > 0 ? "\n" : "\r", newlines > 0 ? newlines : carriageReturns);
    yield* peeked.chunks;
  }
  return { ...peeked, chunks: whole() };
}

async function peek(
  iterator: AsyncIterator<Buffer>,
  begun: readonly Buffer[],
  byteCount: number,
): Promise<PeekedBytes> {
  const first = [...begun];
  let length = first.reduce((sum, chunk) => sum + chunk.length, 0);
  while (length < byteCount) {
    const next = await iterator.next();
    if (next.done === true) break;
    first.push(next.value);
    length += next.value.length;
  }
  async function* whole(): AsyncGenerator<Buffer> {
    yield* first;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
      yield next.value;
    }
  }
  return {
    head: Buffer.concat(first),
    chunks: whole(),
    async close() {
      await iterator.return?.();
    },
  };
}

const newline = 0x0a;
const carriageReturn = 0x0d;

const blankBytes = new Set([0x20, 0x09, newline, carriageReturn, 0xef, 0xbb, 0xbf]);

/** White space, or a byte-order mark. */
function isBlank(byte: number): boolean {
  return blankBytes.has(byte);
}

/** Where the line of a place begins: what stands before its first character may mean something. */
function lineStart(chunk: Buffer, at: number): number {
  let start = at;
  while (start > 0 && chunk[start - 1] !== newline && chunk[start - 1] !== carriageReturn)
    start -= 1;
  return start;
}

function countLineEnds(part: Buffer, counts: { newlines: number; carriageReturns: number }): void {
  for (const byte of part) {
    if (byte === newline) counts.newlines += 1;
    else if (byte === carriageReturn) counts.carriageReturns += 1;
  }
}

function* lineEnds(character: string, count: number): Generator<Buffer> {
  const many = Buffer.alloc(Math.min(count, 1 << 16), character);
  for (let left = count; left > 0; left -= many.length) yield many.subarray(0, left);
}
