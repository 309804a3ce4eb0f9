import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openInput } from "../../src/read/input-bytes.js";
import { peekBehindBlankLines } from "../../src/read/peek-bytes.js";
import { cases } from "../support/cases.js";
import { readText } from "../support/items-of-text.js";
import { runCommand } from "../support/run-command.js";
import { mastodonStatus, ndjson } from "../support/statuses.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();
const posts = Array.from({ length: 40 }, (_, index) =>
  mastodonStatus(`${index}`, `p${index % 7}`, { content: `<p>${Math.sqrt(index + 2)}</p>` }),
);
const text = ndjson(posts);

async function* inPieces(bytes: Buffer, pieceBytes: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
}

async function contentOf(bytes: Buffer, pieceBytes = 1 << 16) {
  const input = await openInput("-", inPieces(bytes, pieceBytes));
  const parts: Buffer[] = [];
  for await (const part of input.chunks) parts.push(part);
  return { text: Buffer.concat(parts).toString("utf8"), ...input.result() };
}

describe("a gzip", () => {
  test("of one member or several is unpacked whole, in pieces of any size", async () => {
    const named = Buffer.concat([
      Buffer.from([0x1f, 0x8b, 8, 4 + 8 + 16 + 2, 0, 0, 0, 0, 0, 3, 2, 0, 1, 2]),
      Buffer.from("a name\0a comment\0cc"),
      gzipSync("named").subarray(10),
    ]);
    const packed = Buffer.concat([gzipSync("one"), gzipSync(""), named, gzipSync("three")]);
    const padded = Buffer.concat([packed, Buffer.alloc(512)]);
    for (const bytes of [packed, padded]) {
      for (const pieceBytes of [1, 2, 3, 7, 64, 1 << 16]) {
        expect(await contentOf(bytes, pieceBytes)).toEqual({
          text: "onenamedthree",
          sha256: createHash("sha256").update(bytes).digest("hex"),
          damage: undefined,
        });
      }
    }
  });

  test("that is damaged keeps what can be unpacked, and says what is wrong", async () => {
    const packed = gzipSync(text);
    const wrong = Buffer.from(packed);
    wrong[wrong.length - 6] ^= 1;
    const damaged: [Buffer, RegExp][] = [
      [Buffer.concat([packed, Buffer.from("twenty stray bytes..")]), /not gzip/u],
      [wrong, /checksum/u],
      [packed.subarray(0, -3), /unexpected end/u],
    ];
    for (const [bytes, reason] of damaged) {
      const content = await contentOf(bytes);
      expect(content.text).toBe(text);
      expect(content.damage).toMatch(reason);
      expect(content.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    }
    const { summary } = await readText(wrong);
    expect(summary).toMatchObject({ kept: 40, endedEarly: "its checksum is wrong" });
  });

  test("with any byte changed loses nothing that comes well before it", async () => {
    const noise = Array.from({ length: 60_000 }, (_, at) => String(Math.sin(at)).slice(-9)).join();
    const packed = gzipSync(noise);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 20, max: packed.length - 1 }), async (at) => {
        const bytes = Buffer.from(packed);
        bytes[at] ^= 0x55;
        const content = await contentOf(bytes);
        const safe = Math.floor(((at - 20) / packed.length) * noise.length) - 64 * 1024;
        expect(content.text.slice(0, Math.max(0, safe))).toBe(noise.slice(0, Math.max(0, safe)));
      }),
      { numRuns: cases(30) },
    );
  });
});

describe("UTF-16", () => {
  test("is read as the same text in UTF-8 is, with a byte-order mark or without", async () => {
    const little = (written: string): Buffer => Buffer.from(written, "utf16le");
    for (const bytes of [
      little(`\uFEFF${text}`),
      little(text),
      little(`\uFEFF${text}`).swap16(),
      little(text).swap16(),
      gzipSync(little(`\uFEFF${text}`)),
    ]) {
      for (const pieceBytes of [1, 5, 1 << 16]) {
        expect((await contentOf(bytes, pieceBytes)).text).toBe(text);
      }
    }
    const graphml =
      '<?xml version="1.0" encoding="UTF-16"?><graphml><graph edgedefault="directed"><node id="ä"/>' +
      '<node id="b"/><edge source="ä" target="b"/></graph></graphml>';
    const { ties } = await readText(little(`\uFEFF${graphml}`));
    expect(ties[0]).toMatchObject({ source: "ä", target: "b" });
  });
});

test("a few bytes that no text has cost their row; a binary file is refused", async () => {
  const [first, ...others] = text.trimEnd().split("\n");
  const { summary } = await readText([first, "\0", ...others].join("\n"));
  expect(summary).toMatchObject({ kept: 40, skipped: [{ count: 1, firstLines: [2] }] });
  await expect(readText(Buffer.from(Float64Array.from([1, 2, 3, 4]).buffer))).rejects.toThrow(
    /binary file/u,
  );
});

test("blank lines before the first row are not held, and count for the numbers of lines", async () => {
  let pulled = 0;
  async function* blank(): AsyncGenerator<Buffer> {
    for (let part = 0; part < 50; part += 1) {
      pulled += 1;
      yield Buffer.alloc(1 << 16, " \r\n\t");
    }
    yield Buffer.from(`\n  ${JSON.stringify(posts[0])}\n{"broken":\n`);
  }
  const { head, chunks } = await peekBehindBlankLines(blank(), 100);
  expect(pulled).toBe(50);
  expect(head.toString()).toMatch(/^ {2}\{/u);
  let lines = 0;
  for await (const chunk of chunks) lines += chunk.filter((byte) => byte === 0x0a).length;
  expect(lines).toBe(50 * 2 ** 14 + 3);

  const spaced = `${"\n".repeat(200_000)}${JSON.stringify(posts[0])}\n{"broken":\n`;
  const { summary } = await readText(spaced);
  expect(summary).toMatchObject({ kept: 1, skipped: [{ firstLines: [200_002] }] });
});

test("what is no file is refused by what it is", async () => {
  const at = (name: string): string => join(folder, name);
  symlinkSync("loop", at("loop"));
  execFileSync("mkfifo", [at("pipe")]);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(at("socket"), resolve));
  for (const [path, message] of [
    [at("loop"), /leads back to itself/u],
    [at("socket"), /is a socket/u],
    [at("pipe"), /is a named pipe/u],
    ["/dev/zero", /is a device/u],
    [folder, /is a folder/u],
    [at("x".repeat(300)), /too long a name/u],
    [join(at("loop"), "below"), /leads back to itself/u],
  ] as const) {
    for (const words of [
      ["follow", path],
      ["follow", "-", "--trust", path],
    ]) {
      const { code, stderr } = await runCommand(words, text);
      expect([path, code, stderr]).toEqual([path, 2, expect.stringMatching(message)]);
    }
  }
  server.close();
  writeFileSync(at("empty"), "");
  expect((await runCommand(["follow", "/dev/null"])).code).toBe(1);
});
