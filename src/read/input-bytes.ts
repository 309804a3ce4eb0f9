import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline, Readable, type Transform } from "node:stream";
import * as zlib from "node:zlib";
import { collectionLogName } from "../model/collection-log.js";
import { UserError } from "../model/errors.js";

export interface InputBytes {
  /** The content, decompressed; ends without an error where the input is damaged. */
  readonly chunks: AsyncIterable<Buffer>;
  /** How much of the file, as it is stored, has been read, up to 1; `undefined` of a stream. */
  share(): number | undefined;
  /** What is known once `chunks` has ended. */
  result(): { readonly sha256: string | undefined; readonly damage: string | undefined };
}

/**
 * A file's content, or standard input's for `-`, unpacked where it is gzip or (with a Node that
 * can) Zstandard.
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

  async function* unpacked(): AsyncGenerator<Buffer> {
    const raw = hashed();
    const first = await raw.next();
    if (first.done === true) return;
    const unpack = unpackerFor(first.value, path);
    const whole = rejoined(first.value, raw);
    if (unpack === undefined) {
      yield* whole;
      return;
    }
    try {
      yield* pipeline(Readable.from(whole), unpack, () => {});
    } catch (error) {
      if (error instanceof UserError) throw error;
      damage = error instanceof Error ? error.message : String(error);
    }
  }

  let digest: string | undefined;
  return {
    chunks: unpacked(),
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
  try {
    const status = await stat(path);
    if (!status.isDirectory()) {
      const source = createReadStream(path, { highWaterMark: 1 << 20 });
      return { source, size: status.isFile() ? status.size : undefined };
    }
  } catch (error) {
    throw readingError(path, error);
  }
  throw new UserError(
    `${path} is a folder without a collection (${collectionLogName})`,
    `name the files in it, for example: tagatlas analyze ${path.replace(/\/+$/u, "")}/*.ndjson`,
  );
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

function readingError(path: string, error: unknown): Error {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") {
    return new UserError(`there is no file ${path}`, "check the path", { cause: error });
  }
  if (code === "EACCES" || code === "EPERM") {
    return new UserError(`${path} may not be read`, "check its permissions", { cause: error });
  }
  if (code === "EISDIR" || code === "EIO") {
    return new UserError(`${path} cannot be read (${code})`, "check the file", { cause: error });
  }
  return error instanceof Error ? error : new Error(String(error));
}

async function* rejoined(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

function unpackerFor(head: Buffer, path: string): Transform | undefined {
  if (head[0] === 0x1f && head[1] === 0x8b) return zlib.createGunzip({ chunkSize: 1 << 18 });
  if (head.length >= 4 && head.readUInt32LE(0) === 0xfd2fb528) {
    const create: unknown = Reflect.get(zlib, "createZstdDecompress");
    if (typeof create === "function") return create();
    throw new UserError(
      `${path} is packed with Zstandard, which Node ${process.versions.node} cannot unpack`,
      `unpack it first, for example: zstd -dc ${path} | tagatlas analyze -`,
    );
  }
  return undefined;
}
