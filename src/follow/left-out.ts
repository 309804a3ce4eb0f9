import { type LeftOut, type LeftOutReason, leftOutReasons } from "../model/recommendation.js";

/** After a number: "12 opted out". */
const leftOutSentences: Readonly<Record<LeftOutReason, string>> = {
  excluded: "excluded by hand",
  followed: "followed already",
  "opted-out": "opted out of being discovered or indexed",
  "not-reachable": "locked, moved, suspended, limited or a memorial",
  organisation: "an organisation, a group or an event",
  automated: "automated, a feed, or stuffed with hashtags",
  "no-post": "without a post of their own",
  "not-vouched-for": "engaged by too few of the core",
  burst: "talked to in a burst by people who are otherwise not part of this community",
  "no-recent-post": `without a recent post, and so only on the list "Whom to follow"`,
};

/** How many each rule left out, without rules that left out nobody; `leftOutReason` is one an account. */
export function countLeftOut(accounts: Int32Array, leftOutReason: Int8Array): LeftOut[] {
  return leftOutReasons
    .map((reason, index) => ({
      reason,
      sentence: leftOutSentences[reason],
      count: accounts.filter((account) => leftOutReason[account] === index).length,
    }))
    .filter(({ count }) => count > 0);
}
