import { describe, expect, test } from "vitest";
import { inventedToken, noon, startXCollection, type XRun } from "../support/collect-from-x.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { invalid } from "../support/x-replies.js";
import { xPerson, xPost } from "../support/x-world.js";

const folder = temporaryFolder();

/** All that a run says. */
function words({ notes, failures, waits }: XRun): string {
  const errors = failures.map((error) => [error.message, error.nextStep, String(error.cause)]);
  return JSON.stringify([notes, errors, waits]);
}

describe.each(["post", "tweet"] as const)("people whose posts are protected, of %ss", (dialect) => {
  const secret = "for followers alone";
  const people = [
    xPerson(1),
    xPerson(2),
    xPerson(3),
    xPerson(66, { protected: true, description: "keeps to herself" }),
  ];

  test("have none of them in the log, be it found, answered or quoted, and are counted", async () => {
    const hidden = [
      xPost(noon - 9000, 66, { text: secret, tags: [] }),
      xPost(noon - 8000, 66, { text: secret, tags: [] }),
      xPost(noon - 1000, 66, { text: secret }),
      xPost(noon - 99_000, 66, { text: secret }),
    ];
    const open = [
      xPost(noon - 2000, 1, { quotes: hidden[0].id }),
      xPost(noon - 3000, 2, { answers: hidden[1].id, mentions: ["66", "3"] }),
      xPost(noon - 4000, 3),
    ];
    const posts = [...hidden, ...open];
    const collection = await startXCollection(folder, { posts, people, dialect });
    const { outcome, notes } = await collection.run({ dialect });
    const bytes = collection.bytes();
    expect(bytes).not.toContain(secret);
    expect(bytes).not.toContain("keeps to herself");
    expect(bytes).not.toContain(`"author_id":"66"`);
    // The number of one that is neither answered nor quoted stands nowhere at all.
    expect(bytes).not.toContain(hidden[2].id);
    expect(bytes).not.toContain(hidden[3].id);
    expect(outcome).toMatchObject({ posts: 3, people: 3 });
    expect(collection.log().map(({ leftOut }) => leftOut)).toEqual([undefined, 4]);
    // Whom an open post names is everybody's to read.
    expect(bytes).toContain(`"username":"invented_66"`);
    // They were paid for, nevertheless: seven posts and four people.
    expect(notes.at(-1)).toBe("X: $0.08 spent at most in this run");
    await collection.server.close();
  });

  test("are not among those who passed a post on", async () => {
    const posts = [xPost(noon - 1000, 1, { repostedBy: ["2", "66", "3"] })];
    const collection = await startXCollection(folder, { posts, people, dialect });
    await collection.run({ dialect, companions: ["reposts"] });
    expect(collection.bytes()).not.toContain("invented_66");
    expect(collection.bytes()).toContain("invented_3");
    expect(collection.log().at(-1)?.leftOut).toBe(1);
    await collection.server.close();
  });
});

test("a post is known by its author also where it tells that person's name", async () => {
  const closed = { id: "66", username: "invented_66", name: "n", protected: true };
  const collection = await startXCollection(folder, {
    people: [],
    interrupt: ({ path }) => ({
      status: 200,
      body: path.includes("counts")
        ? { meta: { total_post_count: 2 } }
        : {
            data: [
              { id: "8", author_id: "66", username: "invented_66", text: "for few" },
              { id: "7", author_id: "1", username: "invented_1", text: "for all" },
            ],
            includes: { users: [closed, xPerson(1)] },
            meta: { result_count: 2 },
          },
    }),
  });
  const { notes, outcome } = await collection.run();
  expect(collection.bytes()).not.toContain("for few");
  expect(outcome.posts).toBe(1);
  expect(notes.at(-1)).toBe("X: $0.03 spent at most in this run");
  await collection.server.close();
});

test("profiles are asked for where they lead, which is free, so that sites of people who said no are left out", async () => {
  const posts = [xPost(noon - 1000, 1)];
  const collection = await startXCollection(folder, { posts, people: [xPerson(1)] });
  await collection.run();
  const asked = collection.server.requests.map(({ parameters }) => parameters.get("user.fields"));
  expect(asked.filter((fields) => fields?.split(",").includes("entities"))).not.toEqual([]);
  await collection.server.close();
});

describe("the token", () => {
  const posts = [xPost(noon - 1000, 1)];
  const people = [xPerson(1)];

  test("is sent with every request, and is in no byte of the folder and no word", async () => {
    const collection = await startXCollection(folder, { posts, people });
    const run = await collection.run();
    expect(run.outcome.posts).toBe(1);
    for (const { authorization, path, parameters } of collection.server.requests) {
      expect(authorization).toBe(`Bearer ${inventedToken}`);
      expect(`${path} ${JSON.stringify([...parameters])}`).not.toContain(inventedToken);
    }
    expect(collection.bytes()).not.toContain(inventedToken);
    expect(words(run)).not.toContain(inventedToken);
    await collection.server.close();
  });

  test("is in none of them either where X says it back", async () => {
    const echo = `Bearer ${inventedToken}`;
    const collection = await startXCollection(folder, {
      posts,
      people: [xPerson(1, { description: echo })],
      interrupt: ({ parameters }) =>
        parameters.has("since_id") ? invalid(`bad ${echo}`, { query: [echo] }) : undefined,
    });
    await collection.run();
    posts.push(xPost(noon - 500, 1));
    const run = await collection.run();
    expect(run.failures).toHaveLength(1);
    expect(words(run)).not.toContain(inventedToken);
    expect(collection.bytes()).toContain("[secret]");
    expect(collection.bytes()).not.toContain(inventedToken);
    await collection.server.close();
  });

  test("is asked for by the name of its variable where X wants one", async () => {
    const collection = await startXCollection(folder, { posts, people });
    const { failures } = await collection.run({ environment: {} });
    expect(failures).toMatchObject([{ problem: "unauthorized", status: 401 }]);
    expect(failures[0].nextStep).toContain("TAGATLAS_X_BEARER_TOKEN");
    expect(collection.server.requests).toHaveLength(1);
    await collection.server.close();
  });
});
