import { type Corpus, none } from "../model/corpus.js";
import { interactionKinds } from "../model/interaction.js";
import { postOrigins } from "../model/item.js";
import type { PerAccount } from "../model/per-index.js";
import type { Selection } from "../model/selection.js";
import type { PostRelations } from "./post-relations.js";

const referenced = postOrigins.indexOf("referenced");
const reply = interactionKinds.indexOf("reply");
const quote = interactionKinds.indexOf("quote");
const mention = interactionKinds.indexOf("mention");

interface NodexlRelations extends Omit<PostRelations, "addTie"> {
  /** 1 for whoever has a post of their own here, a row of `Corpus.accounts`. */
  readonly hasPosted: Uint8Array;
  readonly addTie: (kind: number, target: number) => void;
}

/**
 * Ties as NodeXL draws them from the text of posts, for comparison with its maps: a reply to whom it
 * answers, a mention of everybody else who is named, whoever is reposted and whoever stands in reposted
 * text among them, once a post, and only of people who post here; and a post that names nobody
 * is a mention of oneself, so that its author has a loop.
 */
export function addNodexlTies(relations: NodexlRelations): void {
  const { corpus, source, from, to, hasPosted, addTie, countUnresolved } = relations;
  const { kind, account } = corpus.relations;
  const targets = new Map<number, number>();
  let namesSomebody = false;
  for (let at = from; at < to; at += 1) {
    // A quoted post is an address in the text, and no name.
    if (kind[at] === quote) continue;
    namesSomebody = true;
    const target = account[at];
    if (target === none) countUnresolved(at);
    if (target === none || hasPosted[target] === 0) continue;
    if (kind[at] === reply || !targets.has(target)) {
      targets.set(target, kind[at] === reply ? reply : mention);
    }
  }
  for (const [target, tieKind] of targets) addTie(tieKind, target);
  if (!namesSomebody) addTie(mention, source);
}

/** Who posts here. */
export function findPosters(corpus: Corpus, selection: Selection): PerAccount<Uint8Array> {
  const hasPosted = new Uint8Array(corpus.accounts.length);
  for (const [post, author] of corpus.posts.author.entries()) {
    if (author !== none && selection.origin[post] !== referenced) hasPosted[author] = 1;
  }
  return hasPosted;
}
