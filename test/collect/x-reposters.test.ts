import { describe, expect, test } from "vitest";
import { noon, startXCollection } from "../support/collect-from-x.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { requestsTo, type XServer } from "../support/x-server.js";
import { xPerson, xPost } from "../support/x-world.js";

const folder = temporaryFolder();
const people = Array.from({ length: 260 }, (_, number) => xPerson(number + 1));

function ids(count: number): string[] {
  return people.slice(0, count).map(({ id }) => id);
}

/** Which posts were asked about, and from where on. */
function asked(server: XServer): string[] {
  return requestsTo(server, /retweeted_by/u).map(
    ({ path, parameters }) =>
      `${path.split("/")[3]} ${parameters.get("pagination_token") ?? "beginning"}`,
  );
}

describe("who passed a post on", () => {
  test("is asked of each post with reposts, page by page, once a cost is told", async () => {
    const [many, none, few] = [
      xPost(noon - 1000, 1, { repostedBy: ids(230) }),
      xPost(noon - 2000, 2),
      xPost(noon - 3000, 3, { repostedBy: ids(4) }),
    ];
    const { server, run, log } = await startXCollection(folder, {
      posts: [many, none, few],
      people,
    });
    const { failures, notes } = await run({ companions: ["reposts"] });
    expect(failures).toEqual([]);
    expect(asked(server)).toEqual([
      `${few.id} beginning`,
      `${many.id} beginning`,
      `${many.id} 100`,
      `${many.id} 200`,
    ]);
    expect(notes[1]).toBe(
      "the 234 reposts of 2 posts are up to $2.36 more, at 75 requests in 15 minutes",
    );
    const lines = log().filter(({ step }) => step === "reposters");
    expect(lines.map(({ about, next }) => [about?.post, next])).toEqual([
      [`x:${few.id}`, undefined],
      [`x:${many.id}`, "100"],
      [`x:${many.id}`, "200"],
      [`x:${many.id}`, undefined],
    ]);
    await server.close();
  });

  test("is not asked without that being wanted", async () => {
    const posts = [xPost(noon - 1000, 1, { repostedBy: ids(3) })];
    const { server, run } = await startXCollection(folder, { posts, people });
    await run();
    expect(asked(server)).toEqual([]);
    await server.close();
  });

  test("goes on in the middle of a list after a stop by the sum, and pays for each once", async () => {
    const post = xPost(noon - 1000, 1, { repostedBy: ids(230) });
    const { server, run } = await startXCollection(folder, { posts: [post], people });
    const first = await run({ companions: ["reposts"], maxCost: 1.5 });
    expect(first.failures[0].message).toContain("more of X could cost more than --max-cost");
    expect(asked(server)).toEqual([`${post.id} beginning`, `${post.id} 100`]);
    const second = await run({ companions: ["reposts"], maxCost: 1.5 });
    expect(second.failures).toEqual([]);
    // 148 people were bought for $1.485, the author among them.
    expect(asked(server)[2]).toBe(`${post.id} 149`);
    expect(server.sold.people.size).toBe(230);
    await server.close();
  });

  test("is asked again only once there are more", async () => {
    const post = xPost(noon - 1000, 1, { repostedBy: ids(3) });
    const { server, run } = await startXCollection(folder, {
      posts: [post],
      people,
      ignoresSinceId: true,
    });
    await run({ companions: ["reposts"] });
    await run({ companions: ["reposts"] });
    expect(asked(server)).toEqual([`${post.id} beginning`]);
    server.world.posts = [{ ...post, repostedBy: ids(5) }];
    await run({ companions: ["reposts"] });
    expect(asked(server)).toEqual([`${post.id} beginning`, `${post.id} beginning`]);
    await server.close();
  });

  test("is not asked about posts of people who have opted out", async () => {
    const [open, closed] = [
      xPost(noon - 1000, 1, { repostedBy: ids(3) }),
      xPost(noon - 2000, 2, { repostedBy: ids(3) }),
    ];
    const { server, run } = await startXCollection(folder, {
      posts: [open, closed],
      people: [xPerson(1), xPerson(2, { description: "I teach. #NoBot" }), xPerson(3)],
    });
    const { notes } = await run({ companions: ["reposts"] });
    expect(asked(server)).toEqual([`${open.id} beginning`]);
    expect(notes[1]).toContain("the 3 reposts of 1 posts");
    await server.close();
  });

  test("is nobody for a post that is gone by now, which keeps no other from being asked", async () => {
    const [gone, there] = [
      xPost(noon - 9000, 1, { repostedBy: ids(3) }),
      xPost(noon - 2000, 2, { repostedBy: ids(3) }),
    ];
    const collection = await startXCollection(folder, { posts: [gone, there], people });
    const { server, run } = collection;
    server.world.interrupt = ({ path }) => {
      if (path.includes("retweeted_by")) server.world.posts = [there];
      return undefined;
    };
    const { failures } = await run({ companions: ["reposts"] });
    expect(failures).toEqual([]);
    expect(asked(server)).toEqual([`${gone.id} beginning`, `${there.id} beginning`]);
    await run({ companions: ["reposts"] });
    expect(asked(server)).toHaveLength(2);
    await server.close();
  });

  test("ends where the token repeats, also after it was left there", async () => {
    const post = xPost(noon - 1000, 1, { repostedBy: ids(3) });
    const page = { data: [xPerson(5)], meta: { result_count: 1, next_token: "again" } };
    let answers = 1;
    const { server, run } = await startXCollection(folder, {
      posts: [post],
      people,
      interrupt: ({ path }) => {
        if (!path.includes("retweeted_by")) return undefined;
        answers -= 1;
        return answers < 0
          ? { status: 403, body: { title: "Forbidden" } }
          : { status: 200, body: page };
      },
    });
    expect((await run({ companions: ["reposts"] })).failures).toHaveLength(1);
    answers = 9;
    expect((await run({ companions: ["reposts"] })).failures).toEqual([]);
    expect(answers).toBe(8);
    await server.close();
  });
});
