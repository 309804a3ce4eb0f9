import type { MarkShape } from "./mark-shape.js";
import type { PageData, PagePeople, PageRanking, PageTies } from "./page-data.js";

/*
 * A page's data as it stands in the page: without what follows from the rest, a third smaller. What
 * is packed is unpacked to the same.
 */

export interface PackedPage extends Omit<PageData, "people" | "ranking"> {
  readonly people: PackedPeople;
  readonly ranking: PackedRanking;
}

interface PackedPeople
  extends Omit<PagePeople, "label" | "url" | "role" | "color" | "shape" | "isWithheld"> {
  /** 0 where it is the id. */
  readonly label: readonly (string | 0)[];
  /** 0 where it is the usual address of the label. */
  readonly url: readonly (string | null | 0)[];
  readonly role: PackedWords;
  readonly color: PackedWords;
  readonly shape: PackedWords<MarkShape>;
  /** Whoever is withheld. */
  readonly withheld: readonly number[];
}

interface PackedWords<Word extends string = string> {
  readonly words: readonly Word[];
  /** Indices of words. */
  readonly of: readonly number[];
}

interface PackedRanking extends Omit<PageRanking, "source" | "target"> {
  /** `null` where they are those of the ties. */
  readonly pairs: Pick<PageRanking, "source" | "target"> | null;
}

/** O(people + ties). */
export function packPage({ people, ranking, ...rest }: PageData): PackedPage {
  const { label, url, role, color, shape, isWithheld, ...plain } = people;
  const { source, target, ...scores } = ranking;
  return {
    ...rest,
    people: {
      ...plain,
      label: label.map((text, person) => (text === people.id[person] ? 0 : text)),
      url: url.map((address, person) =>
        address !== null && address === usualAddress(label[person]) ? 0 : address,
      ),
      role: packWords(role),
      color: packWords(color),
      shape: packWords(shape),
      withheld: [...isWithheld.keys()].filter((person) => isWithheld[person] === 1),
    },
    ranking: { ...scores, pairs: isSamePairs(ranking, rest.ties) ? null : { source, target } },
  };
}

/** O(people + ties). */
export function unpackPage({ people, ranking, ...rest }: PackedPage): PageData {
  const { label, url, role, color, shape, withheld, ...plain } = people;
  const { pairs, ...scores } = ranking;
  const labels = label.map((text, person) => (text === 0 ? people.id[person] : text));
  const isWithheld = new Set(withheld);
  return {
    ...rest,
    people: {
      ...plain,
      label: labels,
      url: url.map((address, person) =>
        address === 0 ? (usualAddress(labels[person]) ?? null) : address,
      ),
      role: unpackWords(role),
      color: unpackWords(color),
      shape: unpackWords(shape),
      isWithheld: people.id.map((_, person) => (isWithheld.has(person) ? 1 : 0)),
    },
    ranking: {
      ...scores,
      source: pairs?.source ?? rest.ties.source,
      target: pairs?.target ?? rest.ties.target,
    },
  };
}

/** Where Mastodon shows somebody who is labelled `user@server`. */
function usualAddress(label: string): string | undefined {
  const [user, server, ...others] = label.split("@");
  if (server === undefined || others.length > 0) return undefined;
  return `https://${server}/@${user}`;
}

function packWords<Word extends string>(texts: readonly Word[]): PackedWords<Word> {
  const places = new Map([...new Set(texts)].map((word, place) => [word, place]));
  return { words: [...places.keys()], of: texts.flatMap((text) => places.get(text) ?? []) };
}

function unpackWords<Word extends string>({ words, of }: PackedWords<Word>): Word[] {
  return of.map((word) => words[word]);
}

function isSamePairs(ranking: PageRanking, { source, target }: PageTies): boolean {
  return (
    ranking.source.length === source.length &&
    ranking.source.every((person, tie) => person === source[tie]) &&
    ranking.target.every((person, tie) => person === target[tie])
  );
}
