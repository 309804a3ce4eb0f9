import type { Transform } from "node:stream";
import * as zlib from "node:zlib";

/** So much is unpacked at once: a thousand times as many bytes can come of it. */
const pieceBytes = 16 * 1024;
/** Where the packed bytes are damaged, so much of what came of them may be lost. */
const options = { chunkSize: 8 * 1024 };

const unexpectedEnd = "unexpected end of file";

/**
 * Unpacks gzip, one member or several, as `gzip -dc` does: whatever could be unpacked is handed on,
 * and `onDamage` hears of a wrong checksum, of an end too early, and of bytes behind the end that are
 * neither gzip nor zeros.
 */
export async function* gunzip(
  packed: AsyncIterable<Buffer>,
  onDamage: (damage: string) => void,
): AsyncGenerator<Buffer> {
  const input = startReading(packed);
  for (let isFirst = true; ; isFirst = false) {
    const magic = await input.take(2);
    if (magic.length < 2 || magic[0] !== 0x1f || magic[1] !== 0x8b) {
      const isPadding = magic.every((byte) => byte === 0) && (await input.isRestZero());
      if (isFirst || !isPadding) onDamage("bytes behind its end that are not gzip");
      return;
    }
    if (!(await skipHeader(input))) {
      onDamage(unexpectedEnd);
      return;
    }
    let checksum = 0;
    let length = 0;
    const damage: string[] = [];
    for await (const part of inflate(input, (what) => damage.push(what))) {
      checksum = zlib.crc32(part, checksum);
      length = (length + part.length) % 2 ** 32;
      yield part;
    }
    if (damage.length > 0) {
      onDamage(damage[0]);
      return;
    }
    const trailer = await input.take(8);
    if (trailer.length < 8) {
      onDamage(unexpectedEnd);
      return;
    }
    if (trailer.readUInt32LE(0) !== checksum || trailer.readUInt32LE(4) !== length) {
      onDamage("its checksum is wrong");
    }
  }
}

/** Unpacks Zstandard; `undefined` where this Node cannot. */
export function unpackZstandard(
  packed: AsyncIterable<Buffer>,
  onDamage: (damage: string) => void,
): AsyncGenerator<Buffer> | undefined {
  const create: unknown = Reflect.get(zlib, "createZstdDecompress");
  if (typeof create !== "function") return undefined;
  return unpackAll(create(options), packed, onDamage);
}

async function* unpackAll(
  stream: Transform,
  packed: AsyncIterable<Buffer>,
  onDamage: (damage: string) => void,
): AsyncGenerator<Buffer> {
  const unpacking = startUnpacking(stream);
  const input = startReading(packed);
  let last: Buffer = Buffer.alloc(0);
  do {
    last = await input.takeUpTo(pieceBytes);
    const { out, error } = await unpacking.write(last, last.length === 0);
    if (out.length > 0) yield out;
    if (error !== undefined) {
      onDamage(error);
      return;
    }
  } while (last.length > 0);
}

/** One stream of deflated data; what stands behind its end is left to read. */
async function* inflate(
  input: ByteReader,
  onDamage: (damage: string) => void,
): AsyncGenerator<Buffer> {
  const stream = zlib.createInflateRaw(options);
  const unpacking = startUnpacking(stream);
  let taken = 0;
  for (;;) {
    const piece = await input.takeUpTo(pieceBytes);
    if (piece.length === 0) {
      onDamage(unexpectedEnd);
      return;
    }
    taken += piece.length;
    const { out, error, isDone } = await unpacking.write(piece, false);
    if (out.length > 0) yield out;
    if (error !== undefined) {
      onDamage(error);
      return;
    }
    if (isDone) {
      input.putBack(piece.subarray(piece.length - (taken - stream.bytesWritten)));
      return;
    }
  }
}

interface Unpacked {
  readonly out: Buffer;
  readonly error: string | undefined;
  /** The packed data says that it ends. */
  readonly isDone: boolean;
}

/**
 * A stream of zlib's, asked piece by piece: as a pipe it would throw away what it has unpacked as soon
 * as it meets an error.
 */
function startUnpacking(stream: Transform) {
  let parts: Buffer[] = [];
  let error: string | undefined;
  let isDone = false;
  let wake = (): void => {};
  stream.on("data", (part: Buffer) => parts.push(part));
  stream.on("error", (failure) => {
    error = failure.message;
    wake();
  });
  stream.on("end", () => {
    isDone = true;
    wake();
  });
  return {
    async write(piece: Buffer, isLast: boolean): Promise<Unpacked> {
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (isLast) stream.end();
        else stream.write(piece, () => resolve());
      });
      const out = parts.length === 1 ? parts[0] : Buffer.concat(parts);
      parts = [];
      return { out, error, isDone };
    },
  };
}

/** The header of a member behind its first two bytes (RFC 1952); false where it is cut off. */
async function skipHeader(input: ByteReader): Promise<boolean> {
  const fixed = await input.take(8);
  if (fixed.length < 8) return false;
  const flags = fixed[1];
  if ((flags & 4) !== 0) {
    const length = await input.take(2);
    if (length.length < 2) return false;
    await input.take(length.readUInt16LE(0));
  }
  for (const named of [8, 16]) {
    if ((flags & named) === 0) continue;
    let byte = await input.take(1);
    while (byte.length > 0 && byte[0] !== 0) byte = await input.take(1);
  }
  if ((flags & 2) !== 0) await input.take(2);
  return true;
}

type ByteReader = ReturnType<typeof startReading>;

/** Bytes of a stream, as many as are asked for, fewer at its end alone. */
function startReading(chunks: AsyncIterable<Buffer>) {
  const iterator = chunks[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);

  const fill = async (): Promise<boolean> => {
    while (rest.length === 0) {
      const next = await iterator.next();
      if (next.done === true) return false;
      rest = next.value;
    }
    return true;
  };

  const takeUpTo = async (count: number): Promise<Buffer> => {
    await fill();
    const part = rest.subarray(0, count);
    rest = rest.subarray(count);
    return part;
  };

  return {
    takeUpTo,
    async take(count: number): Promise<Buffer> {
      const parts: Buffer[] = [];
      for (let missing = count; missing > 0; ) {
        const part = await takeUpTo(missing);
        if (part.length === 0) break;
        parts.push(part);
        missing -= part.length;
      }
      return parts.length === 1 ? parts[0] : Buffer.concat(parts);
    },
    putBack(part: Buffer): void {
      rest = Buffer.concat([part, rest]);
    },
    async isRestZero(): Promise<boolean> {
      for (;;) {
        const part = await takeUpTo(1 << 20);
        if (part.length === 0) return true;
        if (part.some((byte) => byte !== 0)) return false;
      }
    },
  };
}
