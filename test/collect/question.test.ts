import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Question } from "../../src/model/question.js";
import { collectFrom, freshFolder, logPath, serve, timelineIds } from "../support/collect-run.js";
import { type InventedPost, postsOf } from "../support/mastodon-world.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const within = temporaryFolder();

const tagged: readonly (readonly string[])[] = [
  ["MedEd"],
  ["meded", "FOAMed"],
  ["FOAMed"],
  ["MedEd", "FOAMed", "jobs"],
  ["Other", "jobs"],
  ["MedEd", "Anatomy"],
];

/** Posts of all these hashtags, from here and elsewhere. */
function posts(): InventedPost[] {
  return postsOf(60).map((post, row) => ({ ...post, tags: tagged[row % tagged.length] }));
}

function idsWhere(isWanted: (tags: readonly string[]) => boolean): string[] {
  return posts().flatMap(({ id, tags }) => (isWanted(tags) ? [id] : []));
}

describe("a question", () => {
  test("is put whole with every page, since a server's own links forget its filters", async () => {
    const server = await serve({ posts: posts(), mostPerPage: 5 });
    const question: Partial<Question> = {
      any: ["FOAMed", "Anatomy"],
      all: ["FOAMed"],
      none: ["jobs", "sp am"],
      scope: "remote",
    };
    const folder = freshFolder(within);
    await collectFrom([server], folder, { question });
    const pages = server.requests.filter(({ url }) => url.pathname.endsWith("/tag/MedEd"));
    expect(pages.length).toBeGreaterThan(2);
    for (const { url } of pages) {
      expect(url.searchParams.getAll("any[]")).toEqual(["FOAMed", "Anatomy"]);
      expect(url.searchParams.getAll("all[]")).toEqual(["FOAMed"]);
      expect(url.searchParams.getAll("none[]")).toEqual(["jobs", "sp am"]);
      expect(url.searchParams.get("remote")).toBe("true");
      expect(url.searchParams.has("local")).toBe(false);
    }
  });

  test("for --local asks for posts of the server's own people", async () => {
    const server = await serve({ posts: posts() });
    const folder = freshFolder(within);
    await collectFrom([server], folder, { question: { scope: "local" } });
    expect(server.requests[1].url.searchParams.get("local")).toBe("true");
    const own = posts().filter(({ acct }) => acct === "ada");
    const ids = own.flatMap(({ id, tags }) => (/meded/iu.test(tags.join()) ? [id] : []));
    expect(timelineIds(folder)).toEqual(ids.reverse());
  });

  test("is checked here as well, where a server does not know its filters", async () => {
    const isMedEd = (tags: readonly string[]) => /meded/iu.test(tags.join());
    const rows: readonly [Partial<Question>, string[]][] = [
      [{ all: ["#foamed"] }, idsWhere((tags) => isMedEd(tags) && tags.includes("FOAMed"))],
      [{ none: ["JOBS"] }, idsWhere((tags) => isMedEd(tags) && !tags.includes("jobs"))],
      // What it does not give cannot be had.
      [{ any: ["Other"] }, idsWhere(isMedEd)],
    ];
    for (const [question, ids] of rows) {
      const own = posts().filter(({ tags }) => isMedEd(tags));
      const server = await serve({ posts: own, ignoresFilters: true });
      const { outcome } = await collectFrom([server], freshFolder(within), { question });
      expect(outcome.posts, JSON.stringify(question)).toBe(ids.length);
    }
  });

  test("with --any that a server ignores is told from one that it has no posts of", async () => {
    const question = { any: ["FOAMed", "Unheard"] };
    const notesOf = async (ignoresFilters: boolean) => {
      const server = await serve({ posts: posts(), ignoresFilters });
      const folder = freshFolder(within);
      const { notes } = await collectFrom([server], folder, { question });
      const asked = server.requests.map(({ url }) => url.pathname.split("/tag/")[1]);
      expect(timelineIds(folder).length).toBe(new Set(timelineIds(folder)).size);
      return { notes: notes.map((note) => note.replace(server.name.host, "HOST")), asked };
    };
    const ignoring = await notesOf(true);
    expect(ignoring.notes).toEqual([
      "HOST ignores --any for #FOAMed: it has posts with it that did not come; collect #FOAMed from it into another folder, and analyse both",
    ]);
    expect(ignoring.asked.slice(-2)).toEqual(["FOAMed", "Unheard"]);
    const knowing = await notesOf(false);
    expect(knowing.notes).toEqual([]);
    // What came has told of #FOAMed.
    expect(knowing.asked.at(-1)).toBe("Unheard");
    expect(knowing.asked).not.toContain("FOAMed");
  });

  test("with more than three --any names those that Mastodon drops", async () => {
    const any = ["A1", "A2", "A3", "A4", "A5", "A6"];
    const world = any.flatMap((tag, row) => postsOf(2, { tags: [tag] }, 1 + 2 * row));
    const server = await serve({ posts: [...postsOf(30, {}, 100), ...world] });
    server.misbehave = ({ url, honest }) => {
      const all = url.searchParams.getAll("any[]");
      url.searchParams.delete("any[]");
      for (const tag of all.slice(0, 3)) url.searchParams.append("any[]", tag);
      return honest();
    };
    const { notes, outcome } = await collectFrom([server], freshFolder(within), {
      question: { any },
    });
    expect(outcome.posts).toBe(36);
    expect(notes.map((note) => /#(\w+):/u.exec(note)?.[1])).toEqual(["A4", "A5", "A6"]);
    // Below --max-posts, nobody has looked for them.
    const few = await collectFrom([server], freshFolder(within), {
      question: { any },
      maxPosts: 20,
    });
    expect(few.notes).toEqual([]);
  });

  test("that is another is refused with the difference, and nothing is asked", async () => {
    const server = await serve({ posts: postsOf(3) });
    const folder = freshFolder(within);
    const first = { any: ["FOAMed", "Anatomy"], since: Date.UTC(2026, 1, 1) };
    await collectFrom([server], folder, { question: first });
    server.requests.length = 0;
    const bytes = readFileSync(logPath(folder), "utf8");
    const rows: readonly [Partial<Question>, string][] = [
      [{ ...first, tag: "nursing" }, "hashtag was #meded and is #nursing now"],
      [{ ...first, any: ["FOAMed"] }, "--any was anatomy,foamed and is foamed now"],
      [{ ...first, all: ["x"] }, "--all was not given and is x now"],
      [{ ...first, none: ["x"] }, "--none was not given and is x now"],
      [{ ...first, scope: "local" }, "--local or --remote was everywhere and is local now"],
      [{ any: first.any }, "--since was 2026-02-01T00:00:00.000Z and is not given now"],
      [{ ...first, until: Date.UTC(2026, 5, 1) }, "--until was not given and is 2026-06-01"],
    ];
    for (const [question, difference] of rows) {
      await expect(collectFrom([server], folder, { question })).rejects.toThrow(difference);
    }
    expect(server.requests).toEqual([]);
    expect(readFileSync(logPath(folder), "utf8")).toBe(bytes);
    const written = { tag: "#meded", any: ["#anatomy", "FOAMED"], since: first.since };
    await collectFrom([server], folder, { question: written });
    // What the server is, its oldest end once more, what is new, and the two of --any that none has.
    expect(server.requests).toHaveLength(5);
  });

  test("stays the same with more companions and more servers", async () => {
    const [here, there] = [await serve({ posts: postsOf(3) }), await serve({ posts: postsOf(2) })];
    const folder = freshFolder(within);
    await collectFrom([here], folder);
    const { outcome } = await collectFrom([here, there], folder, {
      companions: new Set(["replies"] as const),
    });
    expect(outcome.sources.map(({ source, posts: count }) => [source, count])).toEqual([
      [here.name.host, 3],
      [there.name.host, 2],
    ]);
  });
});
