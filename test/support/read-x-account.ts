import { z } from "zod";
import type { ReadAccount } from "../../src/collect/brief-post.js";
import { xKey } from "../../src/model/x-handle.js";
import { hasOptOutTag } from "../../src/platform/opt-out-tag.js";

const accountSchema = z.object({ id: z.string(), description: z.string().optional() });

/** An account of X's API v2, as the stage that reads posts knows it. */
export const readXAccount: ReadAccount = (account) => {
  const { data } = accountSchema.safeParse(account);
  if (data === undefined) return undefined;
  return { key: xKey(data.id), hasOptedOut: hasOptOutTag(data.description, []) === true };
};
