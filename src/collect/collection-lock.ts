import {
  constants,
  copyFile,
  link,
  open,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { z } from "zod";
import { systemCode, UserError } from "../model/errors.js";

export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  /** When it began, as ISO 8601. */
  readonly since: string;
}

export interface CollectionLock {
  /** Who held it and is gone, where somebody did not let go of it. */
  readonly left: LockHolder | undefined;
  release(): Promise<void>;
}

const holderSchema = z.object({ pid: z.int().positive(), host: z.string(), since: z.string() });

const heartbeatMs = 30_000;
const silenceMs = 20 * heartbeatMs;

/**
 * Keeps a second run out of a collection. The lock is a file that says who has it; it is made whole
 * and then linked into place, so that nobody reads half of it, and touched every half minute. It is
 * taken over where its process is no more, or where it was another machine's (a container's, say) and
 * has not been touched for ten minutes.
 *
 * @throws {UserError} where somebody else has it.
 */
export async function lockCollection(path: string, self: LockHolder): Promise<CollectionLock> {
  const own = `${path}.${self.pid}`;
  await writeFile(own, `${JSON.stringify(self)}\n`);
  try {
    let left: LockHolder | undefined;
    while (!(await tryLink(own, path))) {
      const holder = await readHolder(path);
      if (holder === "gone") continue;
      if (holder === undefined || !(await isGone(holder, { path, own, self }))) {
        throw heldBy(path, holder);
      }
      await takeAway(path, own, holder);
      left = holder;
    }
    const heartbeat = setInterval(() => touch(path), heartbeatMs).unref();
    return {
      left,
      async release() {
        clearInterval(heartbeat);
        await letGo(path, self);
      },
    };
  } finally {
    await rm(own, { force: true });
  }
}

async function tryLink(own: string, path: string): Promise<boolean> {
  try {
    await link(own, path);
    return true;
  } catch (error) {
    if (systemCode(error) === "EEXIST") return false;
    if (withoutLinks.has(systemCode(error) ?? "")) return tryCopy(own, path);
    throw error;
  }
}

/** What link() says on file systems that know no hard links: USB sticks, some drives of a network. */
const withoutLinks = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EINVAL"]);

/** The same in two steps: somebody else may read it before it is whole, and takes it for held. */
async function tryCopy(own: string, path: string): Promise<boolean> {
  try {
    await copyFile(own, path, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (systemCode(error) === "EEXIST") return false;
    throw error;
  }
}

/** Who has it; `undefined` where it does not say. */
async function readHolder(path: string): Promise<LockHolder | "gone" | undefined> {
  try {
    const parsed = holderSchema.safeParse(JSON.parse(await readFile(path, "utf8")));
    return parsed.success ? parsed.data : undefined;
  } catch (error) {
    return systemCode(error) === "ENOENT" ? "gone" : undefined;
  }
}

interface LockFiles {
  readonly path: string;
  /** A file that was just written: its time is "now" by the clock of the disk. */
  readonly own: string;
  readonly self: LockHolder;
}

/** A process of this machine can be looked for; of another's, only the silence tells. */
async function isGone(holder: LockHolder, { path, own, self }: LockFiles): Promise<boolean> {
  if (holder.host !== self.host) {
    const [now, touched] = await Promise.all([stat(own), stat(path)]);
    return now.mtimeMs - touched.mtimeMs > silenceMs;
  }
  // In a container, the process before this one often had the same number.
  if (holder.pid === self.pid) return true;
  try {
    process.kill(holder.pid, 0);
    return false;
  } catch (error) {
    return systemCode(error) === "ESRCH";
  }
}

/** Writes the same again, which the disk dates by its own clock. */
async function touch(path: string): Promise<void> {
  try {
    const file = await open(path, "r+");
    await file.write(await file.readFile(), 0, null, 0);
    await file.close();
  } catch {
    // Whoever removed the lock by hand meant it; the next beat is as good.
  }
}

/** Who was silent for too long, as a machine that slept, may find the lock in other hands. */
async function letGo(path: string, self: LockHolder): Promise<void> {
  const holder = await readHolder(path);
  const isOwn =
    typeof holder === "object" &&
    holder.pid === self.pid &&
    holder.host === self.host &&
    holder.since === self.since;
  if (isOwn) await rm(path, { force: true });
}

/** Two may see the same dead holder: who moves somebody else's new lock away puts it back. */
async function takeAway(path: string, own: string, dead: LockHolder): Promise<void> {
  const aside = `${own}.left`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return;
    throw error;
  }
  const moved = await readHolder(aside);
  const isOthers =
    typeof moved === "object" && (moved.pid !== dead.pid || moved.since !== dead.since);
  if (isOthers) await tryLink(aside, path);
  await rm(aside, { force: true });
}

function heldBy(path: string, holder: LockHolder | undefined): UserError {
  return new UserError(
    holder === undefined
      ? `another run is collecting into this folder: ${path} is there`
      : `another run is collecting into this folder: process ${holder.pid} on ${holder.host}, since ${holder.since}`,
    `wait until it is done; if it is no more, remove ${path}`,
  );
}
