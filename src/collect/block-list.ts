import { createHmac, randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { systemCode, UserError } from "../model/errors.js";
import type { ForgetEntry } from "../model/forget-list.js";
import { pageForm } from "../model/listed-address.js";
import { writingProblem } from "../model/writing-problem.js";
import { type Forgotten, type ForgottenNames, isLoneId, localNumber } from "./forgotten-names.js";

/** Beside the log: who was forgotten here, in hashes. */
const blockListName = "forgotten.json";

const blockListSchema = z.object({
  tagatlas: z.literal("forgotten"),
  schemaVersion: z.literal(1),
  key: z.string().regex(/^[0-9a-f]{64}$/u),
  hashes: z.array(z.string().regex(/^[0-9a-f]{32}$/u)),
});
type BlockList = z.output<typeof blockListSchema>;

/**
 * Who was forgotten in a collection; `undefined` where nobody was. The key stands beside the hashes:
 * they hide names from whoever looks, and not from whoever tries a list of handles.
 *
 * @throws {UserError} for a file that cannot be read as one.
 */
export async function readBlockList(folder: string): Promise<ForgottenNames | undefined> {
  const list = await readList(folder);
  if (list === undefined) return undefined;
  const hashes = new Set(list.hashes);
  const key = Buffer.from(list.key, "hex");
  const has = (text: string): boolean => hashes.has(hashOf(text, key));
  return {
    isHandle: (handle) => has(`handle ${handle.toLowerCase()}`),
    isPage: (page) => has(`page ${pageForm(page)}`),
    isId: (id, source, of) =>
      (isLoneId(id, source) && has(`id ${id}`)) || has(`${of} ${source} ${id}`),
  };
}

/**
 * Adds whom a list names, and what was found of them, to those whom later runs leave out.
 *
 * @throws {UserError} where it cannot be written.
 */
export async function addToBlockList(
  folder: string,
  entries: readonly ForgetEntry[],
  { accounts, posts, handles, pages }: Forgotten,
): Promise<void> {
  const known = await readList(folder);
  const key = known?.key ?? randomBytes(32).toString("hex");
  const texts = [
    ...entries.flatMap(({ handle }) =>
      handle === undefined ? [] : `handle ${handle.toLowerCase()}`,
    ),
    ...entries.flatMap((entry) => entry.pages.map((page) => `page ${page}`)),
    ...entries.flatMap((entry) => localNumber(entry) ?? []),
    ...entries.flatMap(({ id }) => (id === undefined ? [] : `id ${id}`)),
    ...[...handles].map((handle) => `handle ${handle.toLowerCase()}`),
    ...[...pages].map((page) => `page ${pageForm(page)}`),
    ...[...accounts].map((id) => `account ${id}`),
    ...[...posts].map((id) => `post ${id}`),
  ];
  const hashes = texts.map((text) => hashOf(text, Buffer.from(key, "hex")));
  await writeList(folder, {
    tagatlas: "forgotten",
    schemaVersion: 1,
    key,
    hashes: [...new Set([...(known?.hashes ?? []), ...hashes])].sort(),
  });
}

function hashOf(text: string, key: Uint8Array): string {
  return createHmac("sha256", key).update(text, "utf8").digest("hex").slice(0, 32);
}

async function readList(folder: string): Promise<BlockList | undefined> {
  const path = join(folder, blockListName);
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (systemCode(error) === "ENOENT") return undefined;
    throw writingProblem(path, error);
  }
  const parsed = blockListSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new UserError(
    `${path} cannot be read: it says who was forgotten here`,
    "bring it back from a copy, or remove it and forget these people again",
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function writeList(folder: string, list: BlockList): Promise<void> {
  const path = join(folder, blockListName);
  const written = `${path}.new`;
  try {
    await rm(written, { force: true });
    const file = await open(
      written,
      constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL,
      0o600,
    );
    try {
      await file.writeFile(`${JSON.stringify(list, undefined, 1)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(written, path);
  } catch (error) {
    throw writingProblem(path, error);
  }
}
