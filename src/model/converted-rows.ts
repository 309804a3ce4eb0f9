import { z } from "zod";
import { collectionSteps, platforms, sweepEnds } from "./collection-log.js";
import { interactionKinds } from "./interaction.js";
import { postOrigins } from "./item.js";
import { questionSchema } from "./question.js";

/** Of the rows below. A row of a greater one is not read. */
export const convertedVersion = 1;

const time = z
  .union([z.iso.datetime(), z.number()])
  .describe("UTC; a number is milliseconds since 1970");
const count = z.int().nonnegative();
const flag = z.literal(true).optional();
const person = z.string().min(1).describe("the id of a person");
const post = z.string().min(1).describe("the id of a post");

/** The first row of a file of posts: how to read the others, and what cannot be told by them. */
export const headerRowSchema = z.object({
  tagatlas: z.literal("posts"),
  schemaVersion: z.literal(convertedVersion),
  source: z
    .string()
    .regex(/^[0-9a-f]{8}$/u)
    .describe("the same for the same inputs"),
  deletedPosts: count.describe("posts that were taken back, and are not here"),
  clampedTimes: count.describe("posts dated after they were fetched, which have that time"),
  undirectedEdges: count.describe("ties that came as undirected ones, which are two rows each"),
  edgesWithoutKind: count.describe("ties that came without a kind, and count as mentions"),
});

/** Somebody who wrote or is named. Absent is unknown, never no. */
export const personRowSchema = z.object({
  tagatlas: z.literal("person"),
  id: person.describe(
    "user@host on Mastodon, x:<id> or x:@name on X, withheld:<file>:<number> for somebody withheld, else as the network has it",
  ),
  handle: z.string().optional(),
  server: z.string().optional(),
  name: z.string().optional(),
  label: z.string().optional().describe("what a network calls them"),
  url: z.string().optional(),
  followers: z.number().optional(),
  following: z.number().optional(),
  isBot: z.boolean().optional(),
  isGroup: z.boolean().optional(),
  isOrganisation: z.boolean().optional(),
  isLocked: z.boolean().optional(),
  isGone: z.boolean().optional(),
  isLimited: z.boolean().optional(),
  movedTo: person.optional(),
  isPrivate: z.boolean().optional(),
  discoverable: z.boolean().optional(),
  indexable: z.boolean().optional(),
  noindex: z.boolean().optional(),
  hasOptOutTag: z.boolean().optional(),
  aliases: z.array(person).optional().describe("ids that mean this person, too"),
  formerNames: z.array(z.string()).optional(),
  pages: z
    .array(z.string())
    .optional()
    .describe("further addresses of this person and their posts"),
  sites: z.array(z.string()).optional().describe("where the profile leads"),
  localIds: z
    .array(z.string())
    .optional()
    .describe("what servers number this person and their posts by"),
  isInNetwork: flag.describe("a network lists this person, with ties or without"),
});

const relationSchema = z.object({
  kind: z.enum(interactionKinds).exclude(["follow"]),
  person: person.optional().describe("absent where nobody is known"),
  post: post.optional().describe("the post that is answered, reposted or quoted"),
  position: count.optional().describe("order among the relations of this kind; absent is 0"),
});

/** A post, without its text. */
export const postRowSchema = z.object({
  tagatlas: z.literal("post"),
  id: post.describe("the uri on Mastodon, x:<id> on X"),
  url: z.string().optional(),
  author: person.optional(),
  time: time.optional(),
  origin: z
    .enum(postOrigins)
    .describe("found: asked for; thread: fetched around one; referenced: named by another"),
  tags: z.array(z.string()).optional().describe("without #, as most people write them"),
  links: z.array(z.string()).optional(),
  relations: z.array(relationSchema).optional(),
  words: z
    .array(z.string())
    .optional()
    .describe("in order, without stop words; an empty one parts words that are no pair"),
  seenBy: z.array(z.string()).optional().describe("servers in whose timelines it stood"),
  version: z.number().optional().describe("of an edited post; the greater is newer"),
  language: z.string().optional().describe("of the text, as its source says"),
  addsWords: flag.describe("a repost with words of its own"),
  isDigest: flag.describe("made by a service of other people's posts"),
  hasBorrowedTime: flag.describe("its time is that of the post it passes on"),
});

/** A tie that came without posts. */
export const tieRowSchema = z.object({
  tagatlas: z.literal("tie"),
  source: person,
  target: person,
  kind: z.enum(interactionKinds),
  weight: z.number().positive(),
  first: time.optional(),
  last: time.optional(),
  isAmongMembers: flag.describe("it counts only between people who are there without it"),
});

/** What a server answered, for what it says of the collection itself. */
export const answerRowSchema = z.object({
  tagatlas: z.literal("answer"),
  key: z.string(),
  platform: z.enum(platforms),
  source: z.string().describe("the server"),
  step: z.enum(collectionSteps),
  question: questionSchema,
  sweep: z.number().optional(),
  from: z.string().optional().describe("stands for where a walk begins"),
  next: z.string().optional().describe("stands for where it goes on"),
  end: z.enum(sweepEnds).optional(),
  late: z.object({ posts: count, longestMs: z.number() }).optional(),
  retrievedAt: time.optional(),
  oldest: time.optional(),
  newest: time.optional(),
  leftOut: count,
});

/** A row of a file of posts. The first is a header. */
export const postsFileRowSchema = z.discriminatedUnion("tagatlas", [
  headerRowSchema,
  personRowSchema,
  postRowSchema,
  tieRowSchema,
  answerRowSchema,
]);

/** A row of a file of interactions. */
export const interactionRowSchema = z.object({
  tagatlas: z.literal("interaction"),
  schemaVersion: z.literal(convertedVersion),
  source: person.describe("who acts"),
  target: person.describe("who receives attention"),
  kind: z.enum(interactionKinds),
  time: time.optional(),
  post: post.optional().describe("the post that does it; absent for a tie that came without one"),
  weight: z.number().positive(),
  first: time.optional().describe("of a tie of several times, whose last is its time"),
});

export type PostsFileRow = z.input<typeof postsFileRowSchema>;
export type HeaderRow = z.input<typeof headerRowSchema>;
export type PersonRow = z.input<typeof personRowSchema>;
export type PostRow = z.input<typeof postRowSchema>;
export type TieRow = z.input<typeof tieRowSchema>;
export type AnswerRow = z.input<typeof answerRowSchema>;
export type InteractionRow = z.input<typeof interactionRowSchema>;

const lastIsoTime = Date.UTC(9999, 11, 31);

/** A time as these rows have it; NaN and `undefined` are absent. */
export function writtenTime(time: number | undefined): string | number | undefined {
  if (time === undefined || Number.isNaN(time)) return undefined;
  const isIso = Number.isInteger(time) && time >= Date.UTC(0) && time < lastIsoTime;
  return isIso ? new Date(time).toISOString() : time;
}

/** Milliseconds since 1970. */
export function timeOfWritten(written: string | number | undefined): number | undefined {
  return typeof written === "string" ? Date.parse(written) : written;
}

/** JSON Schemas by the name of their file. */
export function convertedSchemas(): Readonly<Record<string, object>> {
  return {
    "posts.schema.json": titled("A row of a file of posts by tagatlas", postsFileRowSchema),
    "interactions.schema.json": titled(
      "A row of a file of interactions by tagatlas",
      interactionRowSchema,
    ),
  };
}

function titled(title: string, schema: z.ZodType): object {
  return { title, ...z.toJSONSchema(schema, { io: "input" }) };
}
