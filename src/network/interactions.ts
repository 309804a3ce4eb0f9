import { type Corpus, isRepost, none, type TieTable } from "../model/corpus.js";
import {
  type InteractionKind,
  type InteractionTable,
  interactionKinds,
  nothingUnresolved,
  perKind,
  type UnresolvedReason,
} from "../model/interaction.js";
import { postOrigins } from "../model/item.js";
import type { OnShare } from "../model/progress.js";
import type { EdgeRule } from "../model/provenance.js";
import type { Selection } from "../model/selection.js";
import { startCleanTies } from "./clean-ties.js";
import { addNodexlTies, findPosters } from "./nodexl-ties.js";
import { addTwarcTies } from "./twarc-ties.js";

const referenced = postOrigins.indexOf("referenced");
const mention = interactionKinds.indexOf("mention");
const stepsAtOnce = 4096;

/**
 * The interactions of the selected posts under a rule, in the order of posts, and after them the
 * selected ties that came without posts, of the rule's kinds.
 *
 * `clean`: one post gives at most one interaction per target, by the precedence repost, reply,
 * quote, mention; a repost gives nothing but itself, since what it mentions or quotes is its
 * original's; a digest gives nothing; nobody interacts with oneself; who is not known is counted, never guessed.
 *
 * `twarc` and `nodexl`: as those programs do; see `addTwarcTies` and `addNodexlTies`.
 *
 * O(posts + relations + ties).
 */
export function buildInteractions(
  corpus: Corpus,
  selection: Selection,
  rule: EdgeRule,
  onShare: OnShare = () => {},
): InteractionTable {
  const { ties } = corpus;
  const { isPerson } = selection.filter;
  const steps = corpus.posts.count + ties.count;
  const rows = startRows();
  const hasPosted = rule.preset === "nodexl" ? findPosters(corpus, selection) : new Uint8Array(0);
  const kinds = new Set(rule.kinds.map((kind) => interactionKinds.indexOf(kind)));
  // What follows is done for millions of posts: nothing is made anew for each of them.
  let post = 0;
  let source = none;
  const add = (kind: number, target: number, targetPost: number): void => {
    if (!kinds.has(kind) || isPerson?.[target] === 0) return;
    rows.addOfPost({ source, target, kind, time: selection.time[post], post, targetPost });
  };
  const addTie = (at: number, target: number): void =>
    add(corpus.relations.kind[at], target, corpus.relations.post[at]);
  const countUnresolved = (at: number): void => {
    const kind = corpus.relations.kind[at];
    if (kinds.has(kind)) rows.countUnresolved(kind, whyUnresolved(corpus, at));
  };
  const addClean = startCleanTies({ corpus, addTie, countUnresolved }, (kind) => {
    if (kinds.has(kind)) rows.countWithOneself(kind);
  });
  for (; post < corpus.posts.count; post += 1) {
    if (post % stepsAtOnce === 0) onShare(post / steps);
    source = corpus.posts.author[post];
    if (selection.origin[post] === referenced || source === none) continue;
    const from = corpus.relations.offsets[post];
    const to = corpus.relations.offsets[post + 1];
    const onlyReposts = isRepost(corpus, post);
    // Somebody who passes a digest on has chosen to.
    const isDigest = corpus.posts.isDigest[post] === 1 && !onlyReposts;
    if (rule.preset === "clean" && isDigest) continue;
    switch (rule.preset) {
      case "clean":
        addClean(post, onlyReposts);
        break;
      case "twarc":
        addTwarcTies({ corpus, source, from, to, onlyReposts, addTie, countUnresolved });
        break;
      case "nodexl":
        addNodexlTies({
          ...{ corpus, source, from, to, onlyReposts, countUnresolved, hasPosted },
          addTie: (kind, target) => add(kind, target, none),
        });
        break;
    }
  }
  for (let tie = 0; tie < ties.count; tie += 1) {
    if (tie % stepsAtOnce === 0) onShare((corpus.posts.count + tie) / steps);
    if (selection.hasTie[tie] === 0 || !kinds.has(ties.kind[tie])) continue;
    if (ties.source[tie] === ties.target[tie] && rule.preset === "clean") {
      rows.countWithOneself(ties.kind[tie]);
    } else rows.add(rowOfTie(ties, tie));
  }
  return rows.finish();
}

function rowOfTie(ties: TieTable, tie: number): Row {
  return {
    source: ties.source[tie],
    target: ties.target[tie],
    kind: ties.kind[tie],
    weight: ties.weight[tie],
    time: ties.last[tie],
    firstTime: ties.first[tie],
    post: none,
    targetPost: none,
  };
}

interface Row {
  readonly source: number;
  readonly target: number;
  readonly kind: number;
  readonly weight: number;
  readonly time: number;
  readonly firstTime: number;
  readonly post: number;
  readonly targetPost: number;
}

/** A repost, reply or quote leads to somebody through a post; a mention without a name, through an id. */
function whyUnresolved({ relations }: Corpus, at: number): UnresolvedReason {
  if (relations.kind[at] === mention) return "idOfNobody";
  return relations.post[at] === none ? "postNotInFiles" : "postWithoutAuthor";
}

/** What a post does counts once, at the time of the post. */
type RowOfPost = Omit<Row, "weight" | "firstTime">;

interface Rows {
  add(row: Row): void;
  addOfPost(row: RowOfPost): void;
  countWithOneself(kind: number): void;
  countUnresolved(kind: number, reason: UnresolvedReason): void;
  finish(): InteractionTable;
}

function startRows(): Rows {
  // Columns, since a million rows as objects would be several times as large.
  const columns: Record<keyof Row, number[]> = {
    source: [],
    target: [],
    kind: [],
    weight: [],
    time: [],
    firstTime: [],
    post: [],
    targetPost: [],
  };
  const withOneself = new Int32Array(interactionKinds.length);
  const unresolved = new Int32Array(interactionKinds.length);
  const unresolvedBecause = { ...nothingUnresolved };
  const countOf = (column: Int32Array) => (kind: InteractionKind) =>
    column[interactionKinds.indexOf(kind)];
  const add = (row: RowOfPost, weight: number, firstTime: number): void => {
    columns.source.push(row.source);
    columns.target.push(row.target);
    columns.kind.push(row.kind);
    columns.weight.push(weight);
    columns.time.push(row.time);
    columns.firstTime.push(firstTime);
    columns.post.push(row.post);
    columns.targetPost.push(row.targetPost);
  };
  return {
    add: (row) => add(row, row.weight, row.firstTime),
    addOfPost: (row) => add(row, 1, row.time),
    countWithOneself(kind) {
      withOneself[kind] += 1;
    },
    countUnresolved(kind, reason) {
      unresolved[kind] += 1;
      unresolvedBecause[reason] += 1;
    },
    finish: () => ({
      count: columns.source.length,
      source: new Int32Array(columns.source),
      target: new Int32Array(columns.target),
      kind: new Uint8Array(columns.kind),
      weight: new Float64Array(columns.weight),
      time: new Float64Array(columns.time),
      firstTime: new Float64Array(columns.firstTime),
      post: new Int32Array(columns.post),
      targetPost: new Int32Array(columns.targetPost),
      withOneself: perKind(countOf(withOneself)),
      unresolved: perKind(countOf(unresolved)),
      unresolvedBecause,
    }),
  };
}
