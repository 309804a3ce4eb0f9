import {
  clearlyAboveChance,
  fewestPeopleOfShape,
  networkShapes,
  type ShapeCondition,
  type ShapeFindings,
  type ShapeFit,
  type ShapeNumbers,
  shapeRules,
} from "../../model/network-shape.js";
import { measureCentralization } from "./centralization.js";

interface ShapeInput {
  /** One a person: how many others engage them, and how many they engage. */
  readonly received: Int32Array;
  readonly given: Int32Array;
  readonly isolates: number;
  readonly modularity: number | undefined;
  /** Deviations above rewired networks; `undefined` where it is not known. */
  readonly modularityZ: number | undefined;
}

/**
 * Which of six shapes a network is nearest to: a rough classification by `shapeRules`. A shape fits
 * as well as the condition that fits it least; of two rules for one shape the better counts. Where
 * rewired networks are as modular, there are no groups to be divided or clustered into.
 * `undefined` where there are too few people for a shape, or none fits at all. O(people).
 *
 * Smith, Rainie, Himelboim and Shneiderman (2014), Mapping Twitter topic networks: from polarized
 * crowds to community clusters. Pew Research Center.
 */
export function classifyShape(input: ShapeInput): ShapeFindings | undefined {
  const numbers = numbersOf(input);
  if (numbers === undefined) return undefined;
  const { modularityZ } = input;
  const isByChance = modularityZ !== undefined && modularityZ < clearlyAboveChance;
  const fits = networkShapes.map((shape): ShapeFit => {
    if (isByChance && (shape === "divided" || shape === "clustered")) return { shape, fit: 0 };
    const ofRules = shapeRules
      .filter((rule) => rule.shape === shape)
      .map(({ conditions }) => Math.min(...conditions.map((each) => fitOf(each, numbers))));
    return { shape, fit: Math.max(...ofRules) };
  });
  const [best, second] = fits.toSorted((a, b) => b.fit - a.fit);
  if (best.fit === 0) return undefined;
  const runnerUp = second.fit === 0 ? undefined : second;
  return { ...best, runnerUp, numbers, modularityZ };
}

function numbersOf({
  received,
  given,
  isolates,
  modularity,
}: ShapeInput): ShapeNumbers | undefined {
  const people = received.length;
  const inCentralization = measureCentralization(received);
  const outCentralization = measureCentralization(given);
  if (people < fewestPeopleOfShape) return undefined;
  if (inCentralization === undefined || outCentralization === undefined) return undefined;
  const ties = received.reduce((sum, each) => sum + each, 0);
  return {
    density: ties / (people * (people - 1)),
    tiesPerPerson: ties / people,
    modularity,
    inCentralization,
    outCentralization,
    isolateFraction: isolates / people,
  };
}

function fitOf({ number, from, to }: ShapeCondition, numbers: ShapeNumbers): number {
  const value = numbers[number];
  if (value === undefined) return 0;
  return Math.min(1, Math.max(0, (value - from) / (to - from)));
}
