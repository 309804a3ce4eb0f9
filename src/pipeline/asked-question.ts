import type { AnalysisSettings } from "../model/analysis.js";
import type { Corpus } from "../model/corpus.js";
import { normaliseHashtag } from "../model/hashtag.js";

type Asked = Pick<AnalysisSettings, "tag" | "tagAsWritten" | "since" | "until">;

/**
 * What is asked of the posts, where a collection says it and the command line does not: its hashtag
 * as the subject, and its period. Its posts need not be chosen by the hashtag again: the servers and
 * the reader did that, by `--any` and the like, too.
 */
export function askedOf<Settings extends Asked>(settings: Settings, corpus: Corpus): Settings {
  const [question, ...others] = new Map(
    corpus.answers.map((answer) => [JSON.stringify(answer.question), answer.question]),
  ).values();
  if (question === undefined || others.length > 0) return settings;
  return {
    ...settings,
    tag: settings.tag ?? normaliseHashtag(question.tag),
    tagAsWritten: settings.tagAsWritten ?? question.tag,
    since: settings.since ?? question.since,
    until: settings.until ?? question.until,
  };
}
