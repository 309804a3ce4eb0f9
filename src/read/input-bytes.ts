import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { collectionLogName } from "../model/collection-log.js";
import { UserError } from "../model/errors.js";
import { bytesToTell, decodeUtf16, utf16Of } from "./decode-utf16.js";
import { type PeekedBytes, peekBytes } from "./peek-bytes.js";
import { checkReadable, readingError } from "./readable-file.js";
import { gunzip, unpackZstandard } from "./unpack.js";

/** So many first bytes show whether content is packed, and how. */
const magicBytes = 4;

interface InputBytes {
  /** The content, unpacked and in UTF-8; ends without an error where the input is damaged. */
  readonly chunks: AsyncIterable<Buffer>;
  /** How much of the file, as it is stored, has been read, up to 1; `undefined` of a stream. */
  share(): number | undefined;
  /** What is known once `chunks` has ended. */
  result(): { readonly sha256: string | undefined; readonly damage: string | undefined };
}

/**
 * A file's content, or standard input's for `-`, unpacked where it is gzip or (with a Node that
 * can) Zstandard, and in UTF-8 where it is UTF-16.
 *
 * @throws {UserError} where there is no such file, or it cannot be read.
 */
export async function openInput(
  path: string,
  standardInput: AsyncIterable<Buffer>,
): Promise<InputBytes> {
  const hash = createHash("sha256");
  let rawEnded = false;
  let rawBytes = 0;
  let damage: string | undefined;
  const { source, size } =
    path === "-" ? { source: standardInput, size: undefined } : await openFile(path);

  async function* hashed(): AsyncGenerator<Buffer> {
    try {
      for await (const chunk of source) {
        hash.update(chunk);
        rawBytes += chunk.length;
        yield chunk;
      }
    } catch (error) {
      throw readingError(path, error);
    }
    rawEnded = true;
  }

  const noteDamage = (found: string): void => {
    damage ??= found;
  };

  async function* unpacked(): AsyncGenerator<Buffer> {
    const raw = await peekBytes(hashed(), magicBytes);
    try {
      yield* unpack(raw, path, noteDamage);
      // What stands behind the end of packed data counts for the hash.
      for await (const _ of raw.chunks);
    } finally {
      await raw.close();
    }
  }

  async function* readable(): AsyncGenerator<Buffer> {
    const { head, chunks, close } = await peekBytes(unpacked(), bytesToTell);
    try {
      const encoding = utf16Of(head);
      yield* encoding === undefined ? chunks : decodeUtf16(chunks, encoding);
    } finally {
      await close();
    }
  }

  let digest: string | undefined;
  return {
    chunks: readable(),
    share: () => (size === undefined || size === 0 ? undefined : Math.min(1, rawBytes / size)),
    result() {
      digest ??= rawEnded ? hash.digest("hex") : undefined;
      return { sha256: digest, damage };
    },
  };
}

interface OpenFile {
  readonly source: AsyncIterable<Buffer>;
  /** In bytes; a pipe has none. */
  readonly size: number | undefined;
}

async function openFile(path: string): Promise<OpenFile> {
  const status = await checkReadable(path);
  const source = createReadStream(path, { highWaterMark: 1 << 20 });
  return { source, size: status.isFile() ? status.size : undefined };
}

/** The file that a path means: of a folder that holds a collection, its log. */
export async function inputPath(path: string): Promise<string> {
  const log = join(path, collectionLogName);
  return path !== "-" && (await isFile(log)) ? log : path;
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

function unpack(
  { head, chunks }: PeekedBytes,
  path: string,
  onDamage: (damage: string) => void,
): AsyncIterable<Buffer> {
  if (head[0] === 0x1f && head[1] === 0x8b) return gunzip(chunks, onDamage);
  if (head.length < magicBytes || head.readUInt32LE(0) !== 0xfd2fb528) return chunks;
  const unpacked = unpackZstandard(chunks, onDamage);
  if (unpacked !== undefined) return unpacked;
  throw new UserError(
    `${path} is packed with Zstandard, which Node ${process.versions.node} cannot unpack`,
    `unpack it first, for example: zstd -dc ${path} | tagatlas analyze -`,
  );
}
