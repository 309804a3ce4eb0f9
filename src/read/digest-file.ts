import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { UserError } from "../model/errors.js";

/**
 * SHA-256 of a file's bytes, in hexadecimal.
 *
 * @throws {UserError} where it cannot be read.
 */
export async function digestFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    await pipeline(createReadStream(path), hash);
  } catch (error) {
    throw new UserError(`${path} cannot be read`, "check the path", { cause: error });
  }
  return hash.digest("hex");
}
