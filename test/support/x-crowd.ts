import fc from "fast-check";
import { noon } from "./collect-from-x.js";
import type { XServer } from "./x-server.js";
import { type XPerson, type XWorldPost, xPerson, xPost } from "./x-world.js";

export function peopleUpTo(count: number): XPerson[] {
  return Array.from({ length: count }, (_, number) => xPerson(number + 1));
}

/** Posts a quarter of an hour apart, of authors in turn. */
export function posts(count: number, authors: number): XWorldPost[] {
  return Array.from({ length: count }, (_, at) =>
    xPost(noon - (at + 1) * 900_000, (at % authors) + 1),
  );
}

/** What a server handed out, in tenths of a cent. */
export function milsOf({ sold }: XServer): number {
  return sold.posts.size * 5 + sold.people.size * 10;
}

const crowdPart = fc.record({
  hasOwnAuthor: fc.boolean(),
  answers: fc.boolean(),
  quotes: fc.boolean(),
  mentions: fc.nat(9),
  reposts: fc.nat(130),
});
const dearest = { hasOwnAuthor: true, answers: true, quotes: true, mentions: 9, reposts: 130 };
/** Some posts of every kind, or as many of the dearest kind. */
export const crowdParts: fc.Arbitrary<CrowdPart[]> = fc.oneof(
  fc.array(crowdPart, { maxLength: 90 }),
  fc.nat(90).map(dearestCrowd),
);

/** Posts that each bring along as much as a post can. */
export function dearestCrowd(length: number): CrowdPart[] {
  return Array.from({ length }, () => dearest);
}

export interface CrowdPart {
  readonly hasOwnAuthor: boolean;
  readonly answers: boolean;
  readonly quotes: boolean;
  readonly mentions: number;
  readonly reposts: number;
}

/** Posts with the hashtag, each with people and other posts of its own around it. */
export function crowd(parts: readonly CrowdPart[]): { posts: XWorldPost[]; people: XPerson[] } {
  const placeEach = 20;
  const around = posts(parts.length * 3, 1);
  const world = parts.flatMap((part, at) => {
    const [itself, answered, quoted] = around.slice(at * 3, at * 3 + 3);
    const first = 200 + at * placeEach;
    return [
      { ...answered, author: String(first + 1), tags: [] },
      { ...quoted, author: String(first + 2), tags: [] },
      {
        ...itself,
        author: String(part.hasOwnAuthor ? first : 1),
        mentions: Array.from({ length: part.mentions }, (_, number) => String(first + 3 + number)),
        repostedBy: Array.from({ length: part.reposts }, (_, number) => String(number + 2)),
        ...(part.answers ? { answers: answered.id } : {}),
        ...(part.quotes ? { quotes: quoted.id } : {}),
      },
    ];
  });
  return { posts: world, people: peopleUpTo(200 + parts.length * placeEach) };
}
