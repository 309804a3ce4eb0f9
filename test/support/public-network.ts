import { perNodeMeasure } from "../../src/model/columns/node-measures.js";
import { nothingUnresolved, perKind } from "../../src/model/interaction.js";
import type { MapLook } from "../../src/model/map-layout.js";
import { makeRows } from "../../src/model/rows.js";
import type { PublicPerson } from "../../src/report/view/public-person.js";
import type { PublicReport, PublicTie } from "../../src/report/view/public-report.js";
import { testTool } from "./test-tool.js";

/** A person of whom nothing is known but what a test is about. */
export function publicPerson(id: string, more: Partial<PublicPerson> = {}): PublicPerson {
  return {
    id,
    label: id,
    handle: undefined,
    server: undefined,
    name: undefined,
    url: undefined,
    isWithheld: false,
    community: undefined,
    role: "mentioned",
    posts: 0,
    firstPost: undefined,
    lastPost: undefined,
    followers: undefined,
    following: undefined,
    inDegree: 0,
    outDegree: 0,
    inStrength: 0,
    outStrength: 0,
    inByKind: perKind(() => 0),
    outByKind: perKind(() => 0),
    ...perNodeMeasure(() => 0),
    constraint: undefined,
    medianReplyMinutes: undefined,
    place: undefined,
    leftOut: undefined,
    automationSign: undefined,
    ...more,
  };
}

/** A tie of one mention without a time, but for what a test is about. */
export function publicTie(
  source: string,
  target: string,
  more: Partial<PublicTie> = {},
): PublicTie {
  return {
    source,
    target,
    weight: 1,
    byKind: { ...perKind(() => 0), mention: 1 },
    first: undefined,
    last: undefined,
    ...more,
  };
}

const noRows = makeRows<never>(0, () => {
  throw new RangeError("there are no rows");
});

/** What a map without boxes, names and keys is. */
export const bareMap: MapLook = {
  width: 1600,
  height: 1200,
  boxes: [],
  ties: "show",
  names: { tops: [], others: [] },
  sizeKeys: [],
  colorKeys: [],
};

/** A report that holds nothing but a network. */
export function publicNetwork(
  people: readonly PublicPerson[],
  ties: readonly PublicTie[],
): PublicReport {
  const ids = people.map(({ id }) => id);
  return {
    schemaVersion: 1,
    tool: testTool,
    query: { tag: undefined, since: undefined, until: undefined },
    provenance: {
      tool: "tagatlas",
      version: "0.0.0",
      run: { command: "analyze", options: [] },
      inputs: [],
      settings: {
        edges: "clean",
        communities: "leiden",
        metrics: "standard",
        respect: "discoverable",
        order: "dd",
        top: 50,
        seed: 1,
        reading: { format: [], map: [], dates: [] },
        bootstrap: 0,
        map: { size: "followers", color: "community", layout: "box", ties: undefined, scale: 1 },
        slices: undefined,
        sliceOverlap: undefined,
      },
      analysed: 0,
      found: 0,
      dropped: undefined,
      firstPost: undefined,
      lastPost: undefined,
      ...{ read: 0, kept: 0, duplicates: 0, skippedRows: 0, keptTies: 0, threads: 0 },
      ...{ withoutTime: 0, takenBack: 0, droppedPosts: 0, unknownAuthors: 0, unknownTimes: 0 },
      filtered: 0,
      filters: [],
      withoutTag: 0,
      outsidePeriod: 0,
      deletedPosts: 0,
      clampedTimes: 0,
      oddTimes: 0,
      coverage: undefined,
      withheld: 0,
      withheldServers: undefined,
      isCoarse: false,
    },
    network: {
      tieRule: "a <test> & nothing else",
      interactionsByKind: perKind(() => 0),
      withOneself: perKind(() => 0),
      unresolved: perKind(() => 0),
      unresolvedBecause: nothingUnresolved,
      shape: {
        name: undefined,
        fit: undefined,
        sentence: "",
        runnerUp: undefined,
        numbers: undefined,
        method: "",
        rules: [],
      },
      metrics: [],
      ties: {
        ...makeRows(ties.length, (at) => ties[at]),
        sourcePerson: Int32Array.from(ties, ({ source }) => ids.indexOf(source)),
        targetPerson: Int32Array.from(ties, ({ target }) => ids.indexOf(target)),
      },
    },
    communities: [],
    interactions: noRows,
    posts: noRows,
    hasTexts: false,
    topItems: [],
    topPeople: [],
    people: makeRows(people.length, (at) => people[at]),
    follow: {
      order: "dd",
      starterOrder: "df",
      resamples: 0,
      trusted: [],
      kept: [],
      excluded: [],
      learner: undefined,
      now: undefined,
      binDays: 7,
      halfLifeBins: 4,
      activeBins: 4,
      verdict: undefined,
      coreSize: 0,
      vouchersNeeded: 0,
      eligible: 0,
      leftOut: [],
      warnings: [],
      lists: [],
    },
    chronicle: undefined,
    slices: undefined,
    ranking: {
      isCandidate: new Uint8Array(0),
      base: new Float64Array(0),
      inDegree: new Float64Array(0),
      pairs: {
        source: new Int32Array(0),
        target: new Int32Array(0),
        effort: new Float64Array(0),
      },
    },
  };
}
