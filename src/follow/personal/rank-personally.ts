import type { Efforts } from "../../model/efforts.js";
import { personalPagerank, scorePersonal } from "./nearness.js";
import { rankPeople } from "./rank-people.js";
import { buildTieGraph } from "./tie-graph.js";

/** All that a list for one learner rests on. People are numbers from 0. */
interface PersonalInput {
  readonly efforts: Efforts;
  readonly accountCount: number;
  /** Whom the learner follows or talks with. */
  readonly contacts: Iterable<number>;
  /** Who may be recommended. */
  readonly candidates: Int32Array;
  /** What everybody gets; one a person, as is `inDegree`, how many different people engaged each. */
  readonly base: Float64Array;
  readonly inDegree: Float64Array;
  /** 1 for whoever is never named. */
  readonly withheld: ArrayLike<number>;
  readonly labelOf: (person: number) => string;
}

export interface PersonalRanking {
  /** Candidates, best first. */
  readonly people: Int32Array;
  /** P. */
  readonly score: (person: number) => number;
  /** How the learner gets to somebody, in a sentence; nobody who has opted out is named in it. */
  readonly pathTo: (person: number) => string | undefined;
}

const namesInPath = 2;

/** Candidates by P for a learner; `undefined` where they have no contact here. */
export function rankPersonally(input: PersonalInput): PersonalRanking | undefined {
  const { efforts, accountCount, candidates, base, inDegree } = input;
  const contacts = [...new Set(input.contacts)].sort((a, b) => a - b);
  if (contacts.length === 0) return undefined;
  const graph = buildTieGraph(efforts, accountCount);
  const score = scorePersonal(base, personalPagerank(graph, contacts), graph);
  const engaged = candidates.filter((person) => inDegree[person] > 0);
  const isContact = new Set(contacts);
  const engagers = collectEngagers(input);
  return {
    people: rankPeople({ candidates: engaged, score, inDegree }),
    score: (person) => score[person],
    pathTo: (person) => describePath(person, isContact, engagers, input.labelOf),
  };
}

/** Who engaged each person, if they may be named: the most engaged first. */
function collectEngagers(input: PersonalInput): (person: number) => number[] {
  const { efforts, inDegree, withheld } = input;
  const engagers = new Map<number, Set<number>>();
  for (let row = 0; row < efforts.source.length; row += 1) {
    const [source, target] = [efforts.source[row], efforts.target[row]];
    if (withheld[source] === 1 || source === target) continue;
    const known = engagers.get(target);
    if (known === undefined) engagers.set(target, new Set([source]));
    else known.add(source);
  }
  return (person) =>
    [...(engagers.get(person) ?? [])].sort((a, b) => inDegree[b] - inDegree[a] || a - b);
}

function describePath(
  person: number,
  isContact: ReadonlySet<number>,
  engagersOf: (person: number) => number[],
  labelOf: (person: number) => string,
): string | undefined {
  const engagers = engagersOf(person);
  const direct = engagers.filter((engager) => isContact.has(engager));
  if (direct.length > 0) {
    const others = direct.length - namesInPath;
    const more = others > 0 ? ` and ${others} more` : "";
    const names = direct
      .slice(0, namesInPath)
      .map(labelOf)
      .join(more === "" ? " and " : ", ");
    return `${names}${more}, whom you know, engaged them.`;
  }
  for (const between of engagers) {
    const contact = engagersOf(between).find((engager) => isContact.has(engager));
    if (contact === undefined) continue;
    return `${labelOf(contact)}, whom you know, engaged ${labelOf(between)}, who engaged them.`;
  }
  return undefined;
}
