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
import { addNodexlTies, findPosters } from "./nodexl-ties.js";
import type { PostRelations } from "./post-relations.js";
import { addTwarcTies } from "./twarc-ties.js";

const referenced = postOrigins.indexOf("referenced");
const repost = interactionKinds.indexOf("repost");
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
  const hasPosted = findPosters(corpus, selection);
  const kinds = new Set(rule.kinds.map((kind) => interactionKinds.indexOf(kind)));
  for (let post = 0; post < corpus.posts.count; post += 1) {
    if (post % stepsAtOnce === 0) onShare(post / steps);
    const source = corpus.posts.author[post];
    if (selection.origin[post] === referenced || source === none) continue;
    const from = corpus.relations.offsets[post];
    const to = corpus.relations.offsets[post + 1];
    const add = (kind: number, target: number, targetPost: number): void => {
      if (!kinds.has(kind) || isPerson?.[target] === 0) return;
      const time = selection.time[post];
      rows.add({ source, target, kind, weight: 1, time, firstTime: time, post, targetPost });
    };
    const addTie = (at: number, target: number): void =>
      add(corpus.relations.kind[at], target, corpus.relations.post[at]);
    const countUnresolved = (at: number): void => {
      const kind = corpus.relations.kind[at];
      if (kinds.has(kind)) rows.countUnresolved(kind, whyUnresolved(corpus, at));
    };
    const onlyReposts = isRepost(corpus, post);
    const relations = { corpus, source, from, to, onlyReposts, addTie, countUnresolved };
    // Somebody who passes a digest on has chosen to.
    const isDigest = corpus.posts.isDigest[post] === 1 && !onlyReposts;
    if (rule.preset === "clean" && isDigest) continue;
    switch (rule.preset) {
      case "clean":
        addCleanTies({ ...relations, rows, kinds });
        break;
      case "twarc":
        addTwarcTies(relations);
        break;
      case "nodexl":
        addNodexlTies({
          ...relations,
          hasPosted,
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

interface CleanRelations extends PostRelations {
  readonly rows: Rows;
  readonly kinds: ReadonlySet<number>;
}

function addCleanTies(relations: CleanRelations): void {
  const { corpus, from, to, onlyReposts, source, rows, kinds, addTie, countUnresolved } = relations;
  const { kind, account, post } = corpus.relations;
  const targets = new Set<number>();
  const unknownTargets = new Set<number>();
  // Relations stand in the order of kinds, which is the order of precedence.
  for (let at = from; at < to; at += 1) {
    if (onlyReposts && kind[at] !== repost) break;
    const target = account[at];
    if (target === none) {
      const isCounted = post[at] !== none && unknownTargets.has(post[at]);
      if (!isCounted) countUnresolved(at);
      unknownTargets.add(post[at]);
    } else if (!targets.has(target)) {
      targets.add(target);
      if (target !== source) addTie(at, target);
      else if (kinds.has(kind[at])) rows.countWithOneself(kind[at]);
    }
  }
}

/** A repost, reply or quote leads to somebody through a post; a mention without a name, through an id. */
function whyUnresolved({ relations }: Corpus, at: number): UnresolvedReason {
  if (relations.kind[at] === mention) return "idOfNobody";
  return relations.post[at] === none ? "postNotInFiles" : "postWithoutAuthor";
}

interface Rows {
  add(row: Row): void;
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
  return {
    add(row) {
      columns.source.push(row.source);
      columns.target.push(row.target);
      columns.kind.push(row.kind);
      columns.weight.push(row.weight);
      columns.time.push(row.time);
      columns.firstTime.push(row.firstTime);
      columns.post.push(row.post);
      columns.targetPost.push(row.targetPost);
    },
    countWithOneself(kind) {
      withOneself[kind] += 1;
    },
    countUnresolved(kind, reason) {
      unresolved[kind] += 1;
      unresolvedBecause[reason] += 1;
    },
    finish: () => ({
      count: columns.source.length,
      source: Int32Array.from(columns.source),
      target: Int32Array.from(columns.target),
      kind: Uint8Array.from(columns.kind),
      weight: Float64Array.from(columns.weight),
      time: Float64Array.from(columns.time),
      firstTime: Float64Array.from(columns.firstTime),
      post: Int32Array.from(columns.post),
      targetPost: Int32Array.from(columns.targetPost),
      withOneself: perKind(countOf(withOneself)),
      unresolved: perKind(countOf(unresolved)),
      unresolvedBecause,
    }),
  };
}
