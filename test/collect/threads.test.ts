import { describe, expect, test } from "vitest";
import type { Companion } from "../../src/collect/collecting.js";
import { askedOf, collectFrom, freshFolder, readLog, serve } from "../support/collect-run.js";
import type { MastodonServer } from "../support/mastodon-server.js";
import { hourOf, type InventedPost, postsOf } from "../support/mastodon-world.js";
import { mastodonAccount } from "../support/statuses.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const within = temporaryFolder();
const companions = new Set<Companion>(["replies"]);

function reply(id: string, inReplyTo: string, more: Partial<InventedPost> = {}): InventedPost {
  return { id, acct: "dee", createdAt: hourOf(Number(id) - 1000), tags: [], inReplyTo, ...more };
}

async function threadsOf(server: MastodonServer, folder: string) {
  server.requests.length = 0;
  const run = await collectFrom([server], folder, { companions });
  const asked = askedOf(server).flatMap(
    (path) => /statuses\/(\d+)\/context/u.exec(path)?.[1] ?? [],
  );
  return { ...run, asked };
}

describe("threads", () => {
  test("of posts that are answered come by one request each, the root's for all below it", async () => {
    const tags = ["MedEd"];
    const posts = [
      ...postsOf(4),
      reply("1010", "1001", { tags }),
      reply("1011", "1010", { tags }),
      reply("1012", "1011"),
      reply("1013", "1003"),
    ];
    const server = await serve({ posts });
    const folder = freshFolder(within);
    const { asked, notes } = await threadsOf(server, folder);
    expect(asked).toEqual(["1001", "1003"]);
    expect(notes).toEqual([
      "threads: at most 4 requests, some 1 min at the 300 in five minutes that servers allow",
    ]);
    const [line] = readLog(folder).filter(({ step }) => step === "thread");
    expect(line.about).toEqual({ post: "https://home.example/users/ada/statuses/1001" });
    expect((await threadsOf(server, folder)).asked).toEqual([]);
  });

  test("that a token brings cost another look each, which is told", async () => {
    const token = "invented-token-of-a-reader";
    const posts = [...postsOf(2), reply("1010", "1001"), reply("1011", "1002")];
    const server = await serve({ posts, neededToken: token, shownToAll: "everything" });
    const { notes } = await collectFrom([server], freshFolder(within), {
      companions,
      environment: { TAGATLAS_MASTODON_TOKEN: token },
    });
    expect(notes).toContain(
      "threads: about 4 requests, some 1 min at the 300 in five minutes that servers allow",
    );
    const asked = server.requests.map(({ url }) => url.pathname);
    expect(asked.filter((path) => /\/context$|\/statuses$/u.test(path))).toHaveLength(4);
  });

  test("are asked for after their cost is told", async () => {
    const server = await serve({ posts: [...postsOf(1), reply("1010", "1001")] });
    const told: number[] = [];
    await collectFrom([server], freshFolder(within), {
      companions,
      onNote: () => told.push(server.requests.length),
    });
    expect(told).toEqual([4]);
    expect(askedOf(server)[3]).toBe("/api/v1/statuses/1001/context");
  });

  test("of a reply whose root is not here are asked for the reply", async () => {
    const posts = [{ ...postsOf(1)[0], tags: [] }, reply("1010", "1001", { tags: ["MedEd"] })];
    const server = await serve({ posts });
    expect((await threadsOf(server, freshFolder(within))).asked).toEqual(["1010"]);
  });

  test("that have grown are asked for again, and no others", async () => {
    const posts = [...postsOf(3), reply("1010", "1001"), reply("1011", "1002")];
    const server = await serve({ posts });
    const folder = freshFolder(within);
    expect((await threadsOf(server, folder)).asked).toEqual(["1001", "1002"]);
    server.world.posts.push(reply("1012", "1002"));
    expect((await threadsOf(server, folder)).asked).toEqual(["1002"]);
    expect((await threadsOf(server, folder)).asked).toEqual([]);
  });

  test("of posts that were younger than a week are looked for again, further down too", async () => {
    const server = await serve({ posts: postsOf(200) });
    const folder = freshFolder(within);
    const now = Date.parse(hourOf(210));
    await collectFrom([server], folder, { companions, now });
    server.world.posts.push(reply("1300", "1145"), reply("1301", "1010"));
    server.requests.length = 0;
    await collectFrom([server], folder, { companions, now: now + 86_400_000 });
    expect(askedOf(server).slice(1)).toEqual([
      // The end, for the second time.
      "/api/v1/timelines/tag/MedEd?max_id=1001",
      "/api/v1/timelines/tag/MedEd",
      "/api/v1/timelines/tag/MedEd?max_id=1161",
      "/api/v1/timelines/tag/MedEd?max_id=1121",
      "/api/v1/timelines/tag/MedEd?max_id=1081",
      "/api/v1/statuses/1145/context",
    ]);
  });

  test("make known the posts with the hashtag that the timeline left out", async () => {
    const token = "a-token-of-ours";
    const posts = [
      ...postsOf(1),
      reply("1010", "1001", { tags: ["meded"] }),
      reply("1011", "1001"),
      reply("1012", "1001", { tags: ["MedEd"], visibility: "unlisted" }),
    ];
    const server = await serve({ software: "gotosocial", neededToken: token, posts });
    const { outcome } = await collectFrom([server], freshFolder(within), {
      companions,
      environment: { TAGATLAS_MASTODON_TOKEN: token },
    });
    expect(outcome).toMatchObject({ posts: 2, newPosts: 2, people: 2 });
  });

  test("of people who opted out are not asked for, whichever of their posts says so", async () => {
    const account = mastodonAccount("gus", { note: "#nobot" });
    const posts = ["dee", "eve", "fay", "gus", "ada", "gus"].map((acct, row) => ({
      ...postsOf(1, { acct }, row + 1)[0],
      // He said so between his two posts; the earlier one still shows him as he was.
      ...(row === 5 ? { more: { account } } : {}),
    }));
    const replies = [1001, 1002, 1003, 1004, 1005].map((id) => reply(String(id + 9), String(id)));
    const server = await serve({
      posts: [...posts, ...replies],
      accounts: {
        dee: { noindex: true },
        eve: { discoverable: false },
        fay: { note: "<p>Nurse. <a href='https://home.example/tags/nobot'>#nobot</a></p>" },
      },
    });
    expect((await threadsOf(server, freshFolder(within))).asked).toEqual(["1005"]);
  });

  test("that failed are asked for in two more runs, and then no more", async () => {
    const server = await serve({ posts: [...postsOf(2), reply("1010", "1001")] });
    const folder = freshFolder(within);
    server.misbehave = ({ url }) =>
      url.pathname.endsWith("/context") ? { status: 404, value: { error: "gone" } } : undefined;
    const { asked, outcome } = await threadsOf(server, folder);
    expect(asked).toEqual(["1001"]);
    expect(outcome.failures).toEqual([]);
    expect(readLog(folder).at(-1)).toMatchObject({ step: "thread", status: 404 });
    expect((await threadsOf(server, folder)).asked).toEqual(["1001"]);
    expect((await threadsOf(server, folder)).asked).toEqual(["1001"]);
    expect((await threadsOf(server, folder)).asked).toEqual([]);
  });

  test("that a server says it is fetching for ever are asked for eight times, in two runs", async () => {
    for (const said of ['id="a", retry=1', "retry=999999999999999999999", 'RETRY = "2"', "id=x"]) {
      const server = await serve({ posts: [...postsOf(2), reply("1010", "1001")] });
      server.misbehave = ({ url, honest }) =>
        url.pathname.endsWith("/context")
          ? { ...honest(), headers: { "mastodon-async-refresh": said } }
          : undefined;
      const folder = freshFolder(within);
      const asked: number[] = [];
      for (let run = 0; run < 4; run += 1) {
        asked.push((await threadsOf(server, folder)).asked.length);
      }
      const isUnderstood = /^id="a"|^RETRY/u.test(said);
      expect(asked, said).toEqual(isUnderstood ? [4, 4, 0, 0] : [1, 0, 0, 0]);
    }
  });

  test("that hold more answers than their post says are whole", async () => {
    const posts = [...postsOf(2), reply("1010", "1001"), reply("1011", "1001")];
    posts[0] = { ...posts[0], more: { replies_count: 1 } };
    const server = await serve({ posts });
    const folder = freshFolder(within);
    expect((await threadsOf(server, folder)).asked).toEqual(["1001"]);
    expect((await threadsOf(server, folder)).asked).toEqual([]);
  });

  test("that Mastodon 4.5 is still fetching are waited for", async () => {
    const server = await serve({ posts: [...postsOf(2), reply("1010", "1001")] });
    let asks = 0;
    server.misbehave = ({ url }) => {
      if (!url.pathname.endsWith("/context")) return undefined;
      asks += 1;
      if (asks > 2) return undefined;
      const headers = { "mastodon-async-refresh": 'id="a:b", retry=5, result_count=0' };
      return { value: { ancestors: [], descendants: [] }, headers };
    };
    const folder = freshFolder(within);
    expect((await threadsOf(server, folder)).asked).toEqual(["1001", "1001", "1001"]);
    expect(readLog(folder).at(-1)?.body).toMatchObject({ descendants: [{ id: "1010" }] });
    expect((await threadsOf(server, folder)).asked).toEqual([]);
  });

  test("of a server that tells 0 answers of every post, as WordPress does, are asked for all the same", async () => {
    const noCounts = { replies_count: 0, reblogs_count: 0 };
    const posts = [...postsOf(30, { more: noCounts })];
    const server = await serve({
      posts: [...posts, ...posts.slice(10).map(({ id }, row) => reply(String(1100 + row), id))],
    });
    const { asked, notes } = await threadsOf(server, freshFolder(within));
    expect(new Set(asked).size).toBe(30);
    expect(notes).toContain(
      `${server.name.host} tells 0 answers of every post, though there are some: every thread is asked for`,
    );
    const silent = await serve({ posts: postsOf(30) });
    expect((await threadsOf(silent, freshFolder(within))).asked).toHaveLength(5);
  });

  test("that are cut after sixty answers are asked for where they were cut", async () => {
    const tags = ["MedEd"];
    const answers = Array.from({ length: 61 }, (_, row) =>
      reply(String(1010 + row), "1001", { tags }),
    );
    const server = await serve({ posts: [...postsOf(1), ...answers] });
    expect((await threadsOf(server, freshFolder(within))).asked).toEqual(["1001", "1070"]);
  });

  test("that are cut after twenty levels are asked for where they were cut", async () => {
    const chain = Array.from({ length: 45 }, (_, row) =>
      reply(String(1002 + row), String(1001 + row)),
    );
    const tagged = chain.map((post) => ({ ...post, tags: ["MedEd"] }));
    const server = await serve({ posts: [...postsOf(1), ...tagged] });
    const folder = freshFolder(within);
    expect((await threadsOf(server, folder)).asked).toEqual(["1001", "1021", "1041"]);
    expect((await threadsOf(server, folder)).asked).toEqual([]);
  });
});

describe("a fault of one thread", () => {
  const isContextOf = (url: URL, ids: readonly string[]): boolean =>
    ids.some((id) => url.pathname.endsWith(`/${id}/context`));

  test("costs that thread alone, and the next run tries it again", async () => {
    const posts = [
      ...postsOf(3),
      ...["1001", "1002", "1003"].map((id, row) => reply(`101${row}`, id)),
    ];
    const server = await serve({ posts });
    const folder = freshFolder(within);
    server.misbehave = ({ url }) =>
      isContextOf(url, ["1001", "1002"]) ? { status: 403, value: { error: "no" } } : undefined;
    const broken = await threadsOf(server, folder);
    expect(broken.asked).toEqual(["1001", "1002", "1003"]);
    expect(broken.outcome.failures).toEqual([]);
    expect(broken.notes.filter((note) => note.includes("left out for now"))).toHaveLength(1);
    server.misbehave = () => undefined;
    expect((await threadsOf(server, folder)).asked).toEqual(["1001", "1002"]);
  });

  test("that ten in a row have is the server's, and reposts are asked for all the same", async () => {
    const posts = postsOf(15).map((post) => ({ ...post, reposters: ["eve"] }));
    const server = await serve({
      posts: [...posts, ...posts.map(({ id }, row) => reply(String(1100 + row), id))],
    });
    server.misbehave = ({ url }) =>
      url.pathname.endsWith("/context") ? { status: 403, value: { error: "no" } } : undefined;
    const { outcome } = await collectFrom([server], freshFolder(within), {
      companions: new Set<Companion>(["replies", "reposts"]),
    });
    expect(outcome.failures.map(({ message }) => message)).toEqual([
      `${server.name.host} refuses (HTTP 403): no`,
    ]);
    const asked = askedOf(server);
    expect(asked.filter((path) => path.endsWith("/context"))).toHaveLength(10);
    expect(asked.filter((path) => path.endsWith("/reblogged_by"))).toHaveLength(15);
  });
});
