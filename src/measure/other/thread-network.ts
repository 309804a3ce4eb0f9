import { measureTrees, withoutCircles } from "../../kernel/trees.js";
import { type Corpus, isRepost, none } from "../../model/corpus.js";
import { isPostHeld } from "../../model/held-back.js";
import { interactionKinds } from "../../model/interaction.js";
import { postOrigins } from "../../model/item.js";
import type { ItemNetwork, Thread } from "../../model/other-network.js";
import { counted } from "../../text/counted.js";
import type { OtherInput } from "./other-input.js";

const referenced = postOrigins.indexOf("referenced");
const reply = interactionKinds.indexOf("reply");
const quote = interactionKinds.indexOf("quote");

/**
 * Posts and what they answer or quote: a tie runs from a post to the one that it answers, else to the first
 * that it quotes, so that each thread is a tree. A post that is answered is there though it is outside of the
 * question. Posts of people who have opted out are not; what answers them begins a thread of its own, since
 * a gap in a public thread would lead to them. O(posts + relations).
 */
export function buildThreadNetwork(input: OtherInput): ItemNetwork {
  const { corpus, selection } = input;
  const { count, author } = corpus.posts;
  const { withheld, isPseudonymous } = input;
  const isTheirs = (post: number): boolean => author[post] !== none && withheld[author[post]] === 1;
  const isHidden = Uint8Array.from({ length: count }, (_, post) =>
    isTheirs(post) || (!isPseudonymous && isPostHeld(corpus, post, input)) ? 1 : 0,
  );
  const parent = new Int32Array(count).fill(none);
  const isReply = new Uint8Array(count);
  let cutOff = 0;
  let alone = 0;
  for (let post = 0; post < count; post += 1) {
    if (selection.origin[post] === referenced || isHidden[post] === 1) continue;
    if (isRepost(corpus, post)) continue;
    alone += 1;
    const [kind, target] = answeredBy(corpus, post);
    if (target === none || target === post) continue;
    if (isHidden[target] === 1) cutOff += 1;
    else {
      parent[post] = target;
      isReply[post] = kind === reply ? 1 : 0;
    }
  }
  const tree = withoutCircles(parent);
  const isThere = new Uint8Array(count);
  for (const [post, target] of tree.entries()) {
    if (target === none) continue;
    isThere[post] = 1;
    isThere[target] = 1;
  }
  const posts = [...isThere.keys()].filter((post) => isThere[post] === 1);
  const outside = posts.filter((post) => selection.origin[post] === referenced).length;
  alone -= posts.length - outside;
  const nodeOf = new Int32Array(count).fill(none);
  for (const [node, post] of posts.entries()) nodeOf[post] = node;
  const parentNode = Int32Array.from(posts, (post) =>
    tree[post] === none ? none : nodeOf[tree[post]],
  );
  const source = Int32Array.from([...posts.keys()].filter((node) => parentNode[node] !== none));
  return {
    items: posts.map((post) => ({ kind: "post", post })),
    posts: new Int32Array(posts.length).fill(1),
    people: Int32Array.from(posts, (post) => (author[post] === none ? 0 : 1)),
    ties: {
      nodeCount: posts.length,
      tieCount: source.length,
      source,
      target: source.map((node) => parentNode[node]),
      weight: new Float64Array(source.length).fill(1),
      isReply: Int32Array.from(source, (node) => isReply[posts[node]]),
    },
    isDirected: true,
    notes: [
      ...(alone === 0
        ? []
        : [
            `${counted(alone, "post", "posts")} that neither answered nor quoted, nor was: left out.`,
          ]),
      ...(outside === 0
        ? []
        : [
            `${counted(outside, "post", "posts")} outside of the question: shown, since others answered.`,
          ]),
      ...(cutOff === 0
        ? []
        : [
            `${counted(cutOff, "answer", "answers")} to people who have opted out: the start of a thread, or out.`,
          ]),
    ],
    threads: findThreads(posts, parentNode, { corpus, isReply, time: selection.time }),
  };
}

/** The post that a post answers, else the first that it quotes, and how. */
function answeredBy({ relations }: Corpus, post: number): readonly [number, number] {
  for (const wanted of [reply, quote]) {
    for (let at = relations.offsets[post]; at < relations.offsets[post + 1]; at += 1) {
      if (relations.kind[at] === wanted && relations.post[at] !== none) {
        return [wanted, relations.post[at]];
      }
    }
  }
  return [none, none];
}

/** The largest first. */
function findThreads(
  posts: readonly number[],
  parent: Int32Array,
  {
    corpus,
    isReply,
    time,
  }: { readonly corpus: Corpus; readonly isReply: Uint8Array; readonly time: Float64Array },
): Thread[] {
  const trees = measureTrees(parent);
  const parts = Array.from({ length: trees.count }, () => ({
    people: new Set<number>(),
    replies: 0,
    quotes: 0,
    first: Infinity,
    last: -Infinity,
  }));
  for (const [node, post] of posts.entries()) {
    const part = parts[trees.of[node]];
    const author = corpus.posts.author[post];
    if (author !== none) part.people.add(author);
    if (parent[node] !== none) {
      if (isReply[post] === 1) part.replies += 1;
      else part.quotes += 1;
    }
    // One unknown time makes both ends unknown.
    part.first = Math.min(part.first, time[post]);
    part.last = Math.max(part.last, time[post]);
  }
  return parts
    .map(({ people, replies, quotes, first, last }, tree) => ({
      root: trees.root[tree],
      posts: trees.size[tree],
      people: people.size,
      replies,
      quotes,
      depth: trees.depth[tree],
      width: trees.width[tree],
      virality: trees.meanDistance[tree],
      duration: last - first,
    }))
    .sort((a, b) => b.posts - a.posts || a.root - b.root);
}
