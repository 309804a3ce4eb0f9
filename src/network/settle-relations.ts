import { none, type RelationTable } from "../model/corpus.js";
import { offsetsOf } from "../model/csr.js";
import { interactionKinds } from "../model/interaction.js";
import type { RelationDrafts } from "./post-drafts.js";

interface SettledReferences {
  /** From a draft's row to its post; `none` where the post was taken back. */
  readonly positionOf: Int32Array;
  /** From a reference's number to an account. */
  readonly accountOf: Int32Array;
  /** From a reference's number to a post. */
  readonly postOf: Int32Array;
  /** From a post to its author. */
  readonly author: Int32Array;
}

const mention = interactionKinds.indexOf("mention");

/**
 * Relations by post, kind, position and account, each once, with accounts and posts that are
 * known by now: whoever is only named as the author of a post is found through it. Two copies of
 * a post that tell different halves of a relation give one whole.
 */
export function settleRelations(
  drafts: RelationDrafts,
  references: SettledReferences,
): RelationTable {
  const { row, kind, position } = drafts;
  const postOfRow = row.map((draft) => references.positionOf[draft]);
  const target = drafts.post.map((number) => (number === none ? none : references.postOf[number]));
  const account = drafts.account.map((number, at) => {
    const named = number === none ? none : references.accountOf[number];
    if (named !== none || target[at] === none) return named;
    return references.author[target[at]];
  });
  const rows = postOfRow.flatMap((post, at) => (post === none ? [] : [at]));
  // Known before unknown, so that the first row of a relation is the fullest.
  rows.sort(
    (a, b) =>
      postOfRow[a] - postOfRow[b] ||
      kind[a] - kind[b] ||
      position[a] - position[b] ||
      unknownLast(account[a]) - unknownLast(account[b]) ||
      unknownLast(target[a]) - unknownLast(target[b]),
  );
  const kept: number[] = [];
  for (const at of rows) {
    const before = kept.at(-1);
    const isSamePlace =
      before !== undefined &&
      postOfRow[at] === postOfRow[before] &&
      kind[at] === kind[before] &&
      position[at] === position[before];
    // Two servers may list the mentions of a post in another order.
    const isAnother = kind[at] === mention && account[at] !== none;
    if (!isSamePlace || (isAnother && account[at] !== account[before])) kept.push(at);
    else if (target[before] === none) target[before] = target[at];
  }
  return table(references.author.length, kept, {
    post: postOfRow,
    kind,
    account,
    target,
    position,
  });
}

function unknownLast(index: number): number {
  return index === none ? Number.MAX_SAFE_INTEGER : index;
}

interface Columns {
  readonly post: readonly number[];
  readonly kind: readonly number[];
  readonly account: readonly number[];
  readonly target: readonly number[];
  readonly position: readonly number[];
}

function table(postCount: number, rows: readonly number[], columns: Columns): RelationTable {
  return {
    offsets: offsetsOf(
      rows.map((at) => columns.post[at]),
      postCount,
    ),
    kind: Uint8Array.from(rows, (at) => columns.kind[at]),
    account: Int32Array.from(rows, (at) => columns.account[at]),
    post: Int32Array.from(rows, (at) => columns.target[at]),
    position: Uint16Array.from(rows, (at) => columns.position[at]),
  };
}
