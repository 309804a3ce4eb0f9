import { communityMethods, usualCommunityMethod } from "../../model/community-method.js";
import { metricDefinitions } from "../../model/provenance.js";
import { optionsOf } from "./option.js";
import { oneOf, text, wholeNumber } from "./value-type.js";

const option = optionsOf("Network");

/** What makes a tie. */
export const tieOptions = {
  edges: option({
    type: text,
    value: "<rule>",
    default: "clean",
    line: "what makes a tie",
    more:
      "One of `clean`, `conversation`, `amplification`, `flow`, `twarc`, `nodexl`. " +
      "`PRESET:kind,kind` or `kind,kind` keeps those kinds.",
  }),
};

export const communityOptions = {
  communities: option({
    type: oneOf(communityMethods),
    value: "<method>",
    default: usualCommunityMethod,
    line: "method: leiden, louvain, cnm",
    more: "How communities are found.",
  }),
};

export const metricOptions = {
  metrics: option({
    type: oneOf(metricDefinitions),
    value: "<name>",
    default: "standard",
    line: "definitions: standard, nodexl",
    more:
      "How betweenness, closeness, PageRank and eigenvector centrality are defined: " +
      "as usual, or as NodeXL prints them.",
  }),
};

export const seedOptions = {
  seed: option({
    type: wholeNumber(0),
    value: "<number>",
    default: 1,
    line: "seed of everything left to chance",
    more: "The same seed gives the same bytes.",
  }),
};
