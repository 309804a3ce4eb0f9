import type { Corpus } from "../model/corpus.js";

/** One post whose ties are to be found. */
export interface PostRelations {
  readonly corpus: Corpus;
  readonly source: number;
  /** Rows of `Corpus.relations`: from, and before which. */
  readonly from: number;
  readonly to: number;
  readonly onlyReposts: boolean;
  /** Adds a tie by a row of `Corpus.relations`, of its kind. */
  readonly addTie: (at: number, target: number) => void;
  /** Counts a tie to nobody known, by a row of `Corpus.relations`. */
  readonly countUnresolved: (at: number) => void;
}
