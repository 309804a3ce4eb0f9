import { counted, withCommas } from "../../text/counted.js";
import type { PublicCommunity, PublicReport } from "../view/public-report.js";
import { communityTitle, isCutOff } from "./community-title.js";
import { lookSentence } from "./shape-words.js";

/** Who posted how much and when, what the community looks like, and what to do next: short sentences. */
export function openingSentences(report: PublicReport): string[] {
  return [postsSentence(report), ...lookSentences(report), nextSentence(report)];
}

function postsSentence(report: PublicReport): string {
  const { people, provenance } = report;
  const { analysed, found } = provenance;
  if (found === 0)
    return `A network of ${counted(people.length, "person", "people")}, without posts.`;
  let writers = 0;
  for (const { posts } of people) if (posts > 0) writers += 1;
  const of = analysed === found ? "" : ` of the ${withCommas(found)} that were found`;
  return `${counted(analysed, "post", "posts")}${of}, by ${counted(writers, "person", "people")}${periodWords(report)}, ${analysed === 1 ? "was" : "were"} analysed. With those whom they mention, repost and answer, ${counted(people.length, "person takes", "people take")} part.`;
}

const months =
  "January February March April May June July August September October November December".split(
    " ",
  );

/** " from 5 January 2026 to 29 March 2026"; empty where no post has a time. */
function periodWords({ provenance: { firstPost, lastPost } }: PublicReport): string {
  if (firstPost === undefined || lastPost === undefined) return "";
  const first = dayWords(firstPost);
  const last = dayWords(lastPost);
  return first === last ? ` on ${first}` : ` from ${first} to ${last}`;
}

function dayWords(time: string): string {
  const [year, month, day] = time.slice(0, 10).split("-").map(Number);
  return `${day} ${months[month - 1]} ${year}`;
}

function lookSentences({ network, communities }: PublicReport): string[] {
  const look = lookSentence(network.shape);
  const [largest] = communities.filter((one) => !isCutOff(one, communities));
  const all = counted(communities.length, "community", "communities");
  const which =
    largest === communities[0]
      ? `The largest of its ${all}`
      : `Of its ${all}, the largest that is not cut off from the rest`;
  const groups =
    largest === undefined
      ? []
      : [`${which} has ${counted(largest.size, "person", "people")}${aboutWords(largest)}.`];
  return look === undefined ? groups : [look, ...groups];
}

function aboutWords(community: PublicCommunity): string {
  return community.label === ""
    ? ` (${communityTitle(community)})`
    : `, and what sets it apart is ${community.label}`;
}

function nextSentence({ follow }: PublicReport): string {
  const [first] = follow.lists;
  if (first === undefined) return "Next: collect more weeks, so that somebody can be recommended.";
  const [top] = first.people;
  return top === undefined
    ? "Next: read posts of the people below, and follow whom you want to learn from."
    : `Next: read the posts of ${top.person.name ?? top.person.label} below, and follow whom you want to learn from.`;
}
