export interface PeekedBytes {
  readonly head: Buffer;
  /** All of the input, the head too. */
  readonly chunks: AsyncIterable<Buffer>;
  /** Lets go of the input, read to its end or not. */
  close(): Promise<void>;
}

/** The first bytes of an input, as many as asked for or as there are, without using them up. */
export async function peekBytes(
  source: AsyncIterable<Buffer>,
  byteCount: number,
): Promise<PeekedBytes> {
  const iterator = source[Symbol.asyncIterator]();
  const first: Buffer[] = [];
  let length = 0;
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
