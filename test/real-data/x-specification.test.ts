import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { dayMs, noon, startXCollection } from "../support/collect-from-x.js";
import { hasRealData, realData } from "../support/real-data.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import type { XRequest } from "../support/x-replies.js";
import { xPerson, xPost } from "../support/x-world.js";

const folder = temporaryFolder();

const schemaSchema = z.object({
  type: z.string().optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  enum: z.array(z.string()).optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  items: z.object({ enum: z.array(z.string()) }).optional(),
});
type Schema = z.output<typeof schemaSchema>;

const parameterSchema = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean().optional(),
  schema: z.unknown(),
});
const referenceSchema = z.object({ $ref: z.string() });
const specificationSchema = z.object({
  paths: z.record(
    z.string(),
    z.object({ get: z.object({ parameters: z.array(z.unknown()).optional() }).optional() }),
  ),
  components: z.record(z.string(), z.record(z.string(), z.unknown())),
});
type Specification = z.output<typeof specificationSchema>;

function readSpecification(version: string): Specification {
  const bytes = readFileSync(realData(`../reference/openapi/x-${version}.json.gz`));
  return specificationSchema.parse(JSON.parse(gunzipSync(bytes).toString()));
}

function resolve({ components }: Specification, value: unknown): unknown {
  const { data } = referenceSchema.safeParse(value);
  if (data === undefined) return value;
  const [kind, name] = data.$ref.split("/").slice(-2);
  return components[kind][name];
}

/** What a specification says against a request; nothing where it takes it. */
function problemsOf(specification: Specification, request: XRequest): string[] {
  const path = request.path.replace(/tweets\/\d+\//u, "tweets/{id}/");
  const operation = specification.paths[path]?.get;
  if (operation === undefined) return [`no path ${path}`];
  const declared = (operation.parameters ?? []).map((value) =>
    parameterSchema.parse(resolve(specification, value)),
  );
  const queries = declared.filter((parameter) => parameter.in === "query");
  const missing = queries.filter(({ name, required }) => required && !request.parameters.has(name));
  const wrong = [...request.parameters].flatMap(([name, value]) => {
    const parameter = queries.find((candidate) => candidate.name === name);
    if (parameter === undefined) return [`${path}: no parameter ${name}`];
    const schema = schemaSchema.parse(resolve(specification, parameter.schema));
    return isOf(schema, value) ? [] : [`${path}: ${name} is ${value}`];
  });
  return [...missing.map(({ name }) => `${path}: ${name} is missing`), ...wrong];
}

function isOf(schema: Schema, value: string): boolean {
  if (schema.type === "array") {
    const parts = value.split(",");
    const known = schema.items?.enum;
    return new Set(parts).size === parts.length && parts.every((part) => known?.includes(part));
  }
  if (schema.type === "integer") {
    const number = Number(value);
    const { minimum = -Infinity, maximum = Infinity } = schema;
    return /^\d+$/u.test(value) && number >= minimum && number <= maximum;
  }
  const { pattern = "", minLength = 0, maxLength = Infinity } = schema;
  return (
    value.length >= minLength &&
    value.length <= maxLength &&
    new RegExp(pattern, "u").test(value) &&
    (schema.enum === undefined || schema.enum.includes(value)) &&
    (schema.format !== "date-time" || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u.test(value))
  );
}

/** Requests of every kind: first and further pages, runs that go on, both searches, reposters. */
async function requestsIn(dialect: "post" | "tweet"): Promise<readonly XRequest[]> {
  const people = Array.from({ length: 130 }, (_, number) => xPerson(number + 1));
  const repostedBy = people.map(({ id }) => id);
  const requests: XRequest[] = [];
  const periods = [{}, { since: noon - 6 * dayMs, until: noon - 1000 * 60 }];
  for (const question of [...periods, { since: noon - 20 * dayMs, until: noon + dayMs }]) {
    const posts = Array.from({ length: 620 }, (_, at) => xPost(noon - (at + 2) * 600_000, 1));
    posts.push(xPost(noon - 61_000, 2, { repostedBy }));
    const collection = await startXCollection(folder, { posts, people, dialect });
    const run = { question: { any: ["a"], all: [], none: ["b"], ...question }, dialect };
    for (const maxCost of [1, 3, 1000]) {
      await collection.run({ ...run, maxPosts: 240, companions: ["reposts"], maxCost });
    }
    collection.clock.time += 2 * dayMs;
    collection.server.world.posts.push(xPost(collection.clock.time - 9000, 1));
    await collection.run(run);
    await collection.run(run);
    requests.push(...collection.server.requests);
    await collection.server.close();
  }
  return requests;
}

describe.skipIf(!hasRealData)("whatever is asked of X", () => {
  test.each([
    ["post", "2.167", ["2.166"]],
    ["tweet", "2.166", ["2.167"]],
  ] as const)("in the words of %ss is in its specification %s", async (dialect, own, others) => {
    const requests = await requestsIn(dialect);
    const kinds = new Set(
      requests.flatMap(({ path, parameters }) =>
        [...parameters.keys()].map(
          (name) => `${path.replace(/tweets\/\d+\//u, "tweets/{id}/")} ${name}`,
        ),
      ),
    );
    for (const kind of [
      "/2/tweets/search/recent next_token",
      "/2/tweets/search/recent since_id",
      "/2/tweets/search/recent start_time",
      "/2/tweets/search/recent end_time",
      "/2/tweets/search/all until_id",
      "/2/tweets/search/all next_token",
      "/2/tweets/counts/recent since_id",
      "/2/tweets/counts/all start_time",
      "/2/tweets/{id}/retweeted_by pagination_token",
    ]) {
      expect(kinds).toContain(kind);
    }
    const specification = readSpecification(own);
    expect(requests.flatMap((request) => problemsOf(specification, request))).toEqual([]);
    // What has no dialect is the same before and after the renaming.
    for (const version of others) {
      const other = readSpecification(version);
      const undialected = requests.filter(({ path }) => !path.includes("/search/"));
      expect(undialected.flatMap((request) => problemsOf(other, request))).toEqual([]);
      const dialected = requests.filter(({ path }) => path.includes("/search/"));
      expect(dialected.every((request) => problemsOf(other, request).length > 0)).toBe(true);
    }
  });
});
