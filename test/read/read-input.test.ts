import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { UserError } from "../../src/model/errors.js";
import { networkOfFiles } from "../support/analyze-items.js";
import { readText } from "../support/items-of-text.js";
import { mastodonStatus, ndjson } from "../support/statuses.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = temporaryFolder();

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const posts = Array.from({ length: 200 }, (_, index) =>
  mastodonStatus(`${index}`, `p${index % 7}`),
);

describe("reading an input", () => {
  test("accounts for every row: read is kept, met before and skipped", async () => {
    const rows = [
      ...posts,
      posts[3],
      { foreign: true },
      mastodonStatus("x", "ada", { visibility: "direct" }),
    ];
    const { summary } = await readText(`${ndjson(rows)}{"broken": \n`);
    const skipped = summary.skipped.reduce((sum, { count }) => sum + count, 0);
    expect(summary).toMatchObject({ read: 204, kept: 200, duplicates: 1 });
    expect(skipped).toBe(3);
    expect(summary.skipped.map(({ reason, firstLines }) => [reason, firstLines])).toEqual([
      ["broken JSON", [204]],
      ["no row of Mastodon statuses", [202]],
      ["not public (direct, followers-only or local-only)", [203]],
    ]);
  });

  test("unpacks gzip by its content and hashes the file as it lies there", async () => {
    const packed = gzipSync(ndjson(posts));
    const { inputs } = await networkOfFiles([file("posts.txt", packed)]);
    expect(inputs[0]).toMatchObject({
      name: "posts.txt",
      kept: 200,
      endedEarly: undefined,
      sha256: createHash("sha256").update(packed).digest("hex"),
    });
  });

  test("keeps what a cut-off gzip still holds, and says that it ended early", async () => {
    const packed = gzipSync(ndjson(posts));
    const { inputs } = await networkOfFiles([file("cut.gz", packed.subarray(0, -200))]);
    expect(inputs[0].kept).toBeGreaterThan(50);
    expect(inputs[0].endedEarly).toBeDefined();
  });

  test("says what a file is that it cannot read", async () => {
    const refused: [string, string | Buffer, RegExp][] = [
      ["a.xlsx", Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), /zip archive/u],
      ["b.bin", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0]), /binary file/u],
      ["c.json", Buffer.from([0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0]), /UTF-32/u],
      ["d.json", '{"nodes": 3}', /no posts that tagatlas knows.*nodes/u],
      ["e.json", "{broken", /no line of it is whole JSON/u],
    ];
    for (const [name, content, message] of refused) {
      await expect(networkOfFiles([file(name, content)])).rejects.toThrow(message);
    }
    await expect(networkOfFiles([folder])).rejects.toThrow(/is a folder/u);
    await expect(networkOfFiles([join(folder, "nowhere")])).rejects.toThrow(UserError);
  });

  test("takes an empty file for no posts", async () => {
    const { inputs } = await networkOfFiles([file("empty", "")]);
    expect(inputs[0]).toMatchObject({ read: 0, kept: 0, endedEarly: undefined });
  });
});
