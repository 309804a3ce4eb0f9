import fc from "fast-check";
import type { PersonRow, PostRow, PostsFileRow, TieRow } from "../../src/model/converted-rows.js";

const people = [
  "ada@a.example",
  "ben@b.example",
  "cem@c.example",
  "x:1",
  "x:2",
  "withheld:0123abcd:1",
];
const names = [...people, "x:@two", "=dan@d.example"];
const posts = Array.from({ length: 12 }, (_, at) => `post-${at}`);
const start = Date.UTC(2026, 0, 5);
const hourMs = 3_600_000;

const someone = fc.constantFrom(...names);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const flag = fc.constantFrom(true as const, undefined, undefined);

/** Mostly days apart, with a clock that is wrong now and then. */
const time = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 0, max: 24 * 20 }).map((at) => start + at * hourMs) },
  { weight: 1, arbitrary: fc.constantFrom(0, Date.UTC(2031, 0), start + 0.5) },
);
const writtenTime = time.map((ms) => (Number.isInteger(ms) ? new Date(ms).toISOString() : ms));

const person = fc.record({
  tagatlas: fc.constant("person" as const),
  id: fc.constantFrom(...people),
  discoverable: maybe(fc.boolean()),
  indexable: maybe(fc.boolean()),
  noindex: maybe(fc.boolean()),
  hasOptOutTag: maybe(fc.boolean()),
  movedTo: maybe(fc.constantFrom(...people.slice(0, 3))),
  isInNetwork: flag,
}) satisfies fc.Arbitrary<PersonRow>;

/** As a file by `convert` lists them: by kind, each at a place of its own. */
const relations = fc
  .record({
    repost: fc.array(end(), { maxLength: 1 }),
    reply: fc.array(end(), { maxLength: 1 }),
    quote: fc.array(end(), { maxLength: 2 }),
    mention: fc.array(end(), { maxLength: 3 }),
  })
  .map((byKind) =>
    (["repost", "reply", "quote", "mention"] as const).flatMap((kind) =>
      byKind[kind].map((to, position) => ({
        kind,
        ...to,
        ...(kind === "mention" ? { post: undefined } : {}),
        ...(position === 0 ? {} : { position }),
      })),
    ),
  );

function end() {
  return fc.record({ person: maybe(someone), post: maybe(fc.constantFrom(...posts)) });
}

const content = fc.record({
  addsWords: flag,
  isDigest: flag,
  relations,
});

const post = fc
  .record({
    id: fc.constantFrom(...posts),
    author: maybe(someone),
    time: maybe(writtenTime),
    versions: fc.array(content, { minLength: 1, maxLength: 2 }),
    origins: fc.array(fc.constantFrom("found", "found", "thread", "referenced"), {
      minLength: 1,
      maxLength: 2,
    }),
  })
  .map(({ versions, origins, ...told }) =>
    origins.flatMap((origin) =>
      versions.map(
        (one, version): PostRow => ({
          tagatlas: "post",
          ...told,
          origin,
          ...one,
          ...(version === 0 ? {} : { version }),
        }),
      ),
    ),
  );

const tie = fc.record({
  tagatlas: fc.constant("tie" as const),
  source: fc.constantFrom(...people),
  target: fc.constantFrom(...people),
  kind: fc.constantFrom("reply", "mention", "follow"),
  weight: fc.constantFrom(1, 2, 0.5),
  last: maybe(writtenTime),
  isAmongMembers: fc.constant(undefined),
}) satisfies fc.Arbitrary<TieRow>;

/** X's people have a name beside their number, which other files may know them by. */
const alias: PersonRow = { tagatlas: "person", id: "x:2", aliases: ["x:@two"] };

/** Whoever is in a file has a row in it. */
const everybody: PersonRow[] = [
  ...names.filter((id) => id !== "x:@two").map((id): PersonRow => ({ tagatlas: "person", id })),
  alias,
];

/**
 * Files of posts as `convert` may write them, with posts in several rows and versions, people who opted
 * out or have moved, and ties without posts. A post's versions are the same wherever they stand.
 */
const anyRows: fc.Arbitrary<PostsFileRow[][]> = fc
  .record({
    people: fc.array(person, { maxLength: 8 }),
    posts: fc.uniqueArray(post, { maxLength: 12, selector: ([first]) => first.id }),
    ties: fc.array(tie, { maxLength: 4 }),
    follows: fc.uniqueArray(
      tie.map((row): TieRow => ({ ...row, kind: "follow", isAmongMembers: true })),
      { maxLength: 3, selector: ({ source, target }) => `${source} ${target}` },
    ),
    parts: fc.array(fc.nat(2), { minLength: 60, maxLength: 60 }),
  })
  .map(({ people: told, posts: written, ties, follows, parts }) => {
    const authors = new Map(written.map(([{ id, author }]) => [id, author]));
    const known = written.flat().map((row): PostRow => {
      const relations = row.relations?.map(({ person, post, ...relation }) => {
        if (post === undefined || !authors.has(post)) return { ...relation, person };
        return { ...relation, post, person: person === undefined ? undefined : authors.get(post) };
      });
      return { ...row, relations };
    });
    const rows = [...everybody, ...told, ...known, ...ties, ...follows];
    return [0, 1, 2].map((part) => rows.filter((_, at) => parts[at % parts.length] === part));
  });

/**
 * Three files of many such worlds, which have nobody and no post in common, so that one run tries all of
 * them.
 */
export function anyWorlds(count: number, seed: number): PostsFileRow[][] {
  const worlds = fc.sample(anyRows, { numRuns: count, seed });
  return [0, 1, 2].map((part) => worlds.flatMap((files, world) => inWorld(files[part], world)));
}

function inWorld(rows: readonly PostsFileRow[], world: number): PostsFileRow[] {
  const text = JSON.stringify(rows)
    .replaceAll(".example", `.world${world}.example`)
    .replaceAll(/"x:(\d|@two)"/gu, `"x:$1${world}"`)
    .replaceAll(/"(post-\d+)"/gu, `"$1-${world}"`)
    .replaceAll(/:1"/gu, `:${world + 1}"`);
  return JSON.parse(text);
}
