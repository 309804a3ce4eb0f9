import { type Corpus, none } from "../model/corpus.js";
import type { HeldBack } from "../model/held-back.js";
import type { PerAccount } from "../model/per-index.js";
import { nameWithheld } from "../model/withheld-names.js";
import { sharedByNamed } from "./shared-by-named.js";

/** So many words next to each other may be one name. */
const mostWords = 4;

export interface HidingInput {
  readonly corpus: Corpus;
  /** 1 for whoever is not to be named. */
  readonly withheld: PerAccount<Uint8Array>;
  readonly heldBack: HeldBack;
  /** Eight hexadecimal digits of the file, for made-up names. */
  readonly file: string;
}

/**
 * The words of each post, in order, with a made-up word for each that would name somebody, and in posts
 * of people who are not to be named for each that fewer than two others use: such words are on no
 * list, and the text cannot be found by the rest. Of a name in several words that all are common the
 * last goes. An empty word parts words that are no pair.
 */
export function startHiddenWords(input: HidingInput): (post: number) => string[] {
  const { corpus, withheld, heldBack, file } = input;
  const { words, author } = corpus.posts;
  const isAnybodyWithheld = withheld.includes(1);
  const isShared = sharedByNamed(corpus, withheld, words, corpus.words.length);
  const madeUp = new Map<string, string>();
  const hide = (word: string): string => {
    const known = madeUp.get(word) ?? nameWithheld(file, madeUp.size + 1);
    madeUp.set(word, known);
    return known;
  };
  const isHeld = corpus.words.map((word) => isAnybodyWithheld && heldBack.isText(word));

  return (post) => {
    const isHidden = author[post] !== none && withheld[author[post]] === 1;
    const written: string[] = [];
    let run: string[] = [];
    for (let at = words.offsets[post]; at < words.offsets[post + 1]; at += 1) {
      const word = words.columns[at];
      if (word === none) written.push("");
      else if (isHeld[word] || (isHidden && isShared[word] === 0)) {
        written.push(hide(corpus.words[word]));
      } else {
        const text = corpus.words[word];
        run.push(text);
        const isName = isAnybodyWithheld && endsInName(run, heldBack);
        written.push(isName ? hide(text) : text);
        if (!isName) continue;
      }
      run = [];
    }
    return written;
  };
}

function endsInName(run: readonly string[], { isText }: HeldBack): boolean {
  return run.length > 1 && isText(run.slice(-mostWords).join(" "));
}
