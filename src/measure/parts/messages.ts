import type { PartAnswer, PartWorkName, Prepared } from "./part-works.js";

/** What a thread is asked: parts up to `end`, whichever nobody has taken yet. */
export interface PartsRequest<Name extends PartWorkName = PartWorkName> {
  readonly name: Name;
  /** The same number stands for the same `prepared`, which a thread need not begin with again. */
  readonly work: number;
  readonly prepared: Prepared<Name>;
  readonly end: number;
  /** One number that all threads share: the first part that is not taken. */
  readonly next: Int32Array;
}

/** What a thread tells: how far it is with a part, a part's answer, or that none is left. */
export type PartsReport<Name extends PartWorkName = PartWorkName> =
  | { readonly part: number; readonly share: number }
  | { readonly part: number; readonly answer: PartAnswer<Name> }
  | "done";
