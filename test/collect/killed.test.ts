import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerLineSchema } from "../../src/model/collection-log.js";
import { mastodonAccount, mastodonStatus } from "../support/statuses.js";
import { temporaryFolder } from "../support/temporary-folder.js";

/*
 * The program as a process, killed as the kernel kills: at any moment of any request, again and
 * again, until a run comes to its end. What is then in the folder must be what one undisturbed run
 * leaves there.
 */

const program = fileURLToPath(new URL("../../bin/tagatlas.js", import.meta.url));
const folder = temporaryFolder();

const pageSize = 40;
const posts = Array.from({ length: 330 }, (_, index) =>
  mastodonStatus(String(1000 - index), `user_${index % 30}`, {
    day: 28 - Math.floor(index / 15),
    replies_count: index % 11 === 0 ? 1 : 0,
    reblogs_count: index % 13 === 0 ? 3 : 0,
  }),
);

/** What the server gives for a path, and where the next page is. */
function answer(url: URL): { body: unknown; next?: string } {
  const [, , , what, id, part] = url.pathname.split("/");
  const maxId = url.searchParams.get("max_id");
  if (url.pathname.endsWith("/instance")) return { body: { version: "4.5.0" } };
  if (what === "timelines") {
    const from = maxId === null ? 0 : posts.findIndex((post) => post.id === maxId) + 1;
    const body = posts.slice(from, from + pageSize);
    const isLast = from + pageSize >= posts.length;
    return isLast ? { body } : { body, next: String(body.at(-1)?.id) };
  }
  if (part === "context") {
    const reply = mastodonStatus(`${id}5`, "helper", { in_reply_to_id: id });
    return { body: { ancestors: [], descendants: [reply] } };
  }
  // Two pages of those who passed a post on.
  const names = maxId === null ? ["ada", "ben"] : ["cleo"];
  const body = names.map((name) => mastodonAccount(`${name}_${id}`));
  return maxId === null ? { body, next: "p2" } : { body };
}

/** When in a request a process is killed. */
type Moment = "asked" | "half" | "answered";
/** Signals that come while the server holds a request back, which it then never answers. */
let signals: NodeJS.Signals[] = [];
let victim: { child: ChildProcess; request: number; moment: Moment; hops: number } | undefined;
let requests = 0;

/** After so many turns of the event loop, so that it meets the program at different work. */
function killAfter(hops: number, child: ChildProcess): void {
  if (hops === 0) child.kill("SIGKILL");
  else setImmediate(() => killAfter(hops - 1, child));
}

const server = createServer((request, response) => {
  requests += 1;
  if (requests === 4 && signals.length > 0) {
    for (const signal of signals) running?.kill(signal);
    return;
  }
  const target = victim?.request === requests ? victim : undefined;
  const { body, next } = answer(new URL(request.url ?? "/", origin));
  if (next !== undefined) {
    const link = new URL(request.url ?? "/", origin);
    link.searchParams.set("max_id", next);
    response.setHeader("link", `<${link.href}>; rel="next"`);
  }
  const text = Buffer.from(JSON.stringify(body));
  response.setHeader("content-type", "application/json");
  response.setHeader("content-length", text.length);
  if (target?.moment === "asked") killAfter(target.hops, target.child);
  if (target?.moment === "half") {
    response.write(text.subarray(0, text.length >> 1), () => killAfter(target.hops, target.child));
    return;
  }
  response.end(text, () => {
    if (target?.moment === "answered") killAfter(target.hops, target.child);
  });
});
let origin = "http://127.0.0.1";

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address !== null && typeof address === "object") origin = `http://127.0.0.1:${address.port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** The latest that was started. */
let running: ChildProcess | undefined;

interface Ending {
  readonly code: number | null;
  readonly stderr: string;
}

/** Runs the program, and kills it in a request, if one is given. */
function collect(
  out: string,
  kill?: { request: number; moment: Moment; hops: number },
  within: readonly string[] = [],
): Promise<Ending> {
  requests = 0;
  const words = ["collect", "MedEd", "--from", origin, "--with", "replies,reposts", "--out", out];
  const [command, ...before] = [...within, process.execPath];
  const child = spawn(command, [...before, program, ...words], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  victim = kill === undefined ? undefined : { child, ...kill };
  const errors: string[] = [];
  running = child;
  child.stderr?.on("data", (data) => errors.push(String(data)));
  return new Promise((resolve) => {
    child.on("close", (code) => resolve({ code, stderr: errors.join("") }));
  });
}

interface Kept {
  /** What was asked and answered, in order, without the description of the server. */
  readonly uris: readonly string[];
  readonly bodies: ReadonlyMap<string, string>;
}

function keptIn(out: string): Kept {
  const text = readFileSync(join(out, "pages.ndjson"), "utf8");
  expect(text.endsWith("\n")).toBe(true);
  const lines = text.trimEnd().split("\n");
  const answers = lines.map((line) => answerLineSchema.parse(JSON.parse(line)));
  // Each later run looks at the end once more until it has been shown twice.
  const isSecondLook = ({ end, body }: (typeof answers)[number]): boolean =>
    end === "oldest" && JSON.stringify(body) === "[]";
  const pages = answers.filter(
    (line) =>
      !["server", "tag"].includes(line.step) && (line.sweep ?? 1) === 1 && !isSecondLook(line),
  );
  return {
    uris: pages.map(({ request }) => request.uri),
    bodies: new Map(pages.map(({ request, body }) => [request.uri, JSON.stringify(body)])),
  };
}

/** Numbers that look like chance and are the same every time. */
function* chance(): Generator<number> {
  for (let state = 20_111; ; state = (state * 48_271) % 2_147_483_647) yield state / 2_147_483_647;
}

test("killed at many moments, a collection loses no page, has none twice, and says what it mended", async () => {
  const undisturbed = join(folder, "undisturbed");
  expect((await collect(undisturbed)).code).toBe(0);
  const expected = keptIn(undisturbed);
  // Nine pages of the timeline, threads of 30 posts, two pages of reposters of 26.
  expect(expected.uris).toHaveLength(9 + 30 + 2 * 26);

  const out = join(folder, "killed");
  const numbers = chance();
  const draw = (below: number): number => Math.floor((numbers.next().value ?? 0) * below);
  const moments: readonly Moment[] = ["asked", "half", "answered"];
  const said: string[] = [];
  for (let kills = 0; kills < 24; kills += 1) {
    const kill = { request: 2 + draw(7), moment: moments[kills % 3], hops: draw(40) };
    const { code, stderr } = await collect(out, kill);
    said.push(stderr);
    if (code !== null) break;
  }
  const last = await collect(out);
  expect(last.code).toBe(0);
  const kept = keptIn(out);
  expect(kept.uris.length).toBe(new Set(kept.uris).size);
  expect(kept.bodies).toEqual(expected.bodies);
  expect(said.join("") + last.stderr).toMatch(
    /process \d+, which collected here since .* was cut short/u,
  );
}, 600_000);

test("interrupted, a collection ends in good order and says how to go on", async () => {
  const out = join(folder, "interrupted");
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    signals = [signal];
    const { code, stderr } = await collect(out);
    expect(code).toBe(130);
    expect(stderr).toMatch(/interrupted; the same command goes on where it was/u);
    expect(readdirSync(out)).toEqual(["pages.ndjson"]);
  }
  signals = [];
  expect((await collect(out)).code).toBe(0);
  const kept = keptIn(out);
  expect(kept.uris.length).toBe(new Set(kept.uris).size);
});

test("a terminal that is closed interrupts as well", async () => {
  const out = join(folder, "hung-up");
  signals = ["SIGHUP"];
  const { code, stderr } = await collect(out);
  signals = [];
  expect(code).toBe(130);
  expect(stderr).toMatch(/interrupted; the same command goes on where it was/u);
  expect(readdirSync(out)).toEqual(["pages.ndjson"]);
  expect(readFileSync(join(out, "pages.ndjson"), "utf8").endsWith("\n")).toBe(true);
});

test("on a full disk, a collection keeps what was whole, says so, and goes on when there is room", async () => {
  const out = join(folder, "full");
  // Files may grow to 50 blocks of 512 bytes here, in the middle of a page.
  const full = await collect(out, undefined, ["sh", "-c", 'ulimit -f 50; exec "$0" "$@"']);
  expect(full.code).toBe(3);
  expect(full.stderr).toMatch(/pages\.ndjson cannot be written: .*\n.*make room/u);
  const before = readFileSync(join(out, "pages.ndjson"), "utf8");
  expect(before.endsWith("\n")).toBe(true);
  const again = await collect(out);
  expect(again).toMatchObject({ code: 0 });
  expect(again.stderr).not.toMatch(/cut off/u);
  expect(readFileSync(join(out, "pages.ndjson"), "utf8").startsWith(before)).toBe(true);
});
