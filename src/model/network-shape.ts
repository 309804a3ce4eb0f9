/** Shapes of networks, after Smith, Rainie, Himelboim and Shneiderman (2014). */
export const networkShapes = [
  "divided",
  "unified",
  "fragmented",
  "clustered",
  "in-hub",
  "out-hub",
] as const;
export type NetworkShape = (typeof networkShapes)[number];

/** What a shape is judged by. Loops are left out. */
export interface ShapeNumbers {
  /** Of all ordered pairs of people, the share with a tie. */
  readonly density: number;
  /** Density times the others there are: the density of a large network is always small. */
  readonly tiesPerPerson: number;
  /** `undefined` without ties. */
  readonly modularity: number | undefined;
  /** Of attention received, and of attention given, whichever way the ties were asked to run. */
  readonly inCentralization: number;
  readonly outCentralization: number;
  readonly isolateFraction: number;
}

/** How near a network is to a shape: 0 for not at all, 1 for all that is asked. */
export interface ShapeFit {
  readonly shape: NetworkShape;
  readonly fit: number;
}

export interface ShapeFindings extends ShapeFit {
  /** `undefined` where no other shape has anything for it. */
  readonly runnerUp: ShapeFit | undefined;
  /** Deviations of its modularity above rewired networks; `undefined` where it is not known. */
  readonly modularityZ: number | undefined;
  readonly numbers: ShapeNumbers;
}

/** A number counts 0 up to `from` and 1 from `to` on, or the other way where `to` is the smaller. */
export interface ShapeCondition {
  readonly number: Exclude<keyof ShapeNumbers, "density">;
  readonly from: number;
  readonly to: number;
}

interface ShapeRule {
  readonly shape: NetworkShape;
  readonly conditions: readonly ShapeCondition[];
}

/** In standard deviations above rewired networks; below it communities may be chance alone. */
export const clearlyAboveChance = 2;

/** Fewer people have no shape. */
export const fewestPeopleOfShape = 10;

const fewIsolates: ShapeCondition = { number: "isolateFraction", from: 0.6, to: 0.2 };
const nobodyInTheMiddle: readonly ShapeCondition[] = [
  { number: "inCentralization", from: 0.6, to: 0.4 },
  { number: "outCentralization", from: 0.6, to: 0.4 },
];
/** Around a hub people have hardly any other ties. */
const onlySpokes: ShapeCondition = { number: "tiesPerPerson", from: 5, to: 2 };

/**
 * What each shape asks. The cut-offs are ours, since none are published; they tell textbook graphs
 * apart. Two groups cannot have a modularity above 0.5, which is where divided ends and clustered
 * is under way. Ties go to the shape that `networkShapes` names first.
 */
export const shapeRules: readonly ShapeRule[] = [
  {
    shape: "divided",
    conditions: [
      { number: "modularity", from: 0.3, to: 0.4 },
      { number: "modularity", from: 0.6, to: 0.5 },
      { number: "tiesPerPerson", from: 2, to: 5 },
      fewIsolates,
      ...nobodyInTheMiddle,
    ],
  },
  {
    shape: "unified",
    conditions: [
      { number: "modularity", from: 0.5, to: 0.3 },
      { number: "tiesPerPerson", from: 1, to: 3 },
      fewIsolates,
      ...nobodyInTheMiddle,
    ],
  },
  { shape: "fragmented", conditions: [{ number: "isolateFraction", from: 0.2, to: 0.6 }] },
  // Every tie joins two groups at most: with half a tie a person at least half as many groups are left.
  { shape: "fragmented", conditions: [{ number: "tiesPerPerson", from: 1, to: 0.5 }] },
  {
    shape: "clustered",
    conditions: [
      { number: "modularity", from: 0.4, to: 0.6 },
      { number: "tiesPerPerson", from: 0.5, to: 1 },
      fewIsolates,
      ...nobodyInTheMiddle,
    ],
  },
  {
    shape: "in-hub",
    conditions: [
      { number: "inCentralization", from: 0.1, to: 0.4 },
      // Whoever answers the many who turn to them is no broadcaster.
      { number: "outCentralization", from: 0.4, to: 0.1 },
      onlySpokes,
      fewIsolates,
    ],
  },
  {
    shape: "out-hub",
    conditions: [{ number: "outCentralization", from: 0.1, to: 0.4 }, onlySpokes, fewIsolates],
  },
];
