import {
  fewestPeopleOfShape,
  type NetworkShape,
  networkShapes,
  type ShapeCondition,
  type ShapeFindings,
  type ShapeFit,
  type ShapeNumbers,
  shapeRules,
} from "../../model/network-shape.js";
import { percent } from "../../text/counted.js";
import type { PublicShape } from "../view/public-report.js";

interface ShapeWords {
  /** What the shape's paper calls it. */
  readonly crowd: string;
  readonly says: string;
  /** The same to somebody who has never heard of shapes, after "The network looks most like". */
  readonly looks: string;
  /** What it means for somebody who wants to take part. */
  readonly joining: string;
}

const words: Readonly<Record<NetworkShape, ShapeWords>> = {
  divided: {
    crowd: "polarized crowds",
    says: "two dense groups with few ties between",
    looks: "two groups that hardly talk with each other",
    joining: "To hear both, follow people of each.",
  },
  unified: {
    crowd: "a tight crowd",
    says: "one group whose people are tied across it",
    looks: "one tight group",
    joining: "You can join anywhere: whomever you follow first leads you to the others.",
  },
  fragmented: {
    crowd: "brand clusters",
    says: "people without ties, or in very small groups",
    looks: "many people who hardly talk with each other",
    joining: "Follow people for what they post, and expect few conversations.",
  },
  clustered: {
    crowd: "community clusters",
    says: "several groups with ties of their own",
    looks: "several groups that talk among themselves",
    joining:
      "To join, choose the group that is nearest to your interests, and follow people in it.",
  },
  "in-hub": {
    crowd: "a broadcast network",
    says: "many turn to one who hardly turns to them",
    looks: "many people who turn to one",
    joining: "Follow that one for news. For conversations, look for others.",
  },
  "out-hub": {
    crowd: "a support network",
    says: "one turns to many who are hardly tied otherwise",
    looks: "one who turns to many",
    joining: "That one may well turn to you, too. The others talk little with each other.",
  },
};

const numberWords: Readonly<Record<ShapeCondition["number"], string>> = {
  tiesPerPerson: "ties a person",
  modularity: "modularity",
  inCentralization: "in-centralization",
  outCentralization: "out-centralization",
  isolateFraction: "isolate fraction",
};

/** Below it a shape is the nearest rather than the network's own. */
const weakFit = 0.5;

/** What the network looks like, in one sentence for everybody; `undefined` where no shape fits. */
export function lookSentence({
  name,
  fit = 0,
}: Pick<PublicShape, "name" | "fit">): string | undefined {
  if (name === undefined) return undefined;
  return `The network looks most like ${words[name].looks}${fit < weakFit ? ", but not clearly" : ""}.`;
}

/** What the network looks like, and what that means for somebody who wants to take part. */
export function joiningSentence(shape: Pick<PublicShape, "name" | "fit">): string {
  const { name, fit = 0 } = shape;
  if (name === undefined)
    return "The network has no typical shape. Read a few posts before you choose whom to join.";
  const then =
    fit < weakFit ? "Read a few posts before you choose whom to join." : words[name].joining;
  return `${lookSentence(shape)} ${then}`;
}

/** Which shape a network has, which comes next, and the numbers that tell; two sentences. */
export function shapeSentence(found: ShapeFindings | undefined, people: number): string {
  if (people < fewestPeopleOfShape)
    return `Fewer than ${fewestPeopleOfShape} people have no shape.`;
  if (found === undefined) return "None of the six shapes of networks fits.";
  const { crowd, says } = words[found.shape];
  const next =
    found.runnerUp === undefined ? "no other shape is near" : `next ${fitText(found.runnerUp)}`;
  const how = found.fit < weakFit ? "roughly and weakly" : "roughly";
  return `Shape, ${how}: ${found.shape} (${crowd}: ${says}), fit ${found.fit.toFixed(2)} of 1; ${next}. ${numbersSentence(found.numbers)}`;
}

function fitText({ shape, fit }: ShapeFit): string {
  return `${shape} (${words[shape].crowd}), ${fit.toFixed(2)}`;
}

function numbersSentence(numbers: ShapeNumbers): string {
  const modularity = numbers.modularity?.toFixed(2) ?? "not known";
  return `Density ${numbers.density.toPrecision(3)} (${numbers.tiesPerPerson.toPrecision(2)} ties a person), modularity ${modularity}, centralization ${numbers.inCentralization.toFixed(2)} in and ${numbers.outCentralization.toFixed(2)} out, ${percent(numbers.isolateFraction)} isolates.`;
}

/** How the shape is judged: one sentence, and one a rule. */
export const shapeMethod =
  "The shape is a rough classification after Smith, Rainie, Himelboim and Shneiderman (2014), by " +
  "cut-offs of our own, since none are published. A shape fits as well as what it asks is met at " +
  "its worst, from 0 to 1; density is judged by ties a person, since that of a large network is " +
  "always small. No network is called divided or clustered if it would be as modular with its ties " +
  "exchanged at random.";

export const shapeRuleSentences: readonly string[] = networkShapes.map((shape) => {
  const alternatives = shapeRules
    .filter((rule) => rule.shape === shape)
    .map(({ conditions }) => conditions.map(conditionText).join(", "));
  return `${shape} (${words[shape].crowd}): ${alternatives.join("; or ")}.`;
});

function conditionText({ number, from, to }: ShapeCondition): string {
  const [beyond, full] = from < to ? ["above", "from"] : ["below", "up to"];
  return `${numberWords[number]} ${beyond} ${from} (fully ${full} ${to})`;
}
