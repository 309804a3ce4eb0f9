import { UserError } from "../model/errors.js";
import type { RecordReading } from "./input-format.js";
import { nodeOfPost } from "./network-row.js";

interface PeopleCheck {
  note(reading: RecordReading): void;
  /** @throws {UserError} where a tenth and more of the network is something else than people. */
  end(): void;
}

const mostOthers = 0.1;

/**
 * Programs write networks of hashtags that stand together, and of posts, in the formats of networks of
 * people (twarc2 network --nodes, 4CAT, DMI-TCAT): their nodes must not be ranked as people.
 */
export function startPeopleCheck(path: string): PeopleCheck {
  let nodes = 0;
  let hashtags = 0;
  let posts = 0;
  const meet = (name: string): void => {
    nodes += 1;
    if (/^#[\p{L}\p{N}_]/u.test(name)) hashtags += 1;
  };
  const refuse = (others: number, what: string): void => {
    if (others === 0 || others < nodes * mostOthers) return;
    throw networkOfOthers(path, what);
  };
  return {
    note({ items, skipped }) {
      for (const item of items) {
        if (item.type === "account" && item.isNode) meet(item.profile.label ?? item.key);
        if (item.type === "tie") {
          meet(item.source);
          meet(item.target);
        }
      }
      for (const reason of skipped) if (reason === nodeOfPost) posts += 1;
    },
    end() {
      refuse(hashtags, "hashtags");
      refuse(posts, "posts");
    },
  };
}

export function networkOfOthers(path: string, what: string): UserError {
  return new UserError(
    `${path} is a network of ${what}, and not of people`,
    "write it with people as its nodes, as twarc2 network --nodes users does, or give the posts themselves",
  );
}
