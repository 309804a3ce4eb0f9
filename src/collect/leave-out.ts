import type { AnswerLine } from "../model/collection-log.js";
import { type ForgottenNames, forgottenFinder, startForgotten } from "./forgotten-names.js";
import { pruneAnswer } from "./prune-answer.js";

/** What is left of an answer; `undefined` where it is about people who were forgotten alone. */
export type LeaveOut = (line: AnswerLine) => AnswerLine | undefined;

/**
 * Takes people who were forgotten out of answers, before these are written. Whom an answer has shown
 * by name is known in all that follow, where only their names or numbers may stand.
 */
export function startLeavingOut(names: ForgottenNames): LeaveOut {
  const { forgotten, read } = startForgotten(names);
  const { accounts, posts, words } = forgotten;
  let size = 0;
  let finder = forgottenFinder(forgotten);
  return (line) => {
    read(line);
    read(line);
    const found = accounts.size + posts.size + words.size;
    if (found > size) finder = forgottenFinder(forgotten);
    size = found;
    return finder === undefined ? line : pruneAnswer(line, forgotten, finder);
  };
}
