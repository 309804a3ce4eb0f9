import { followListNames, followOrders } from "../../model/recommendation.js";
import { optionsOf } from "./option.js";
import { listOf, oneOf, path, text, wholeNumber } from "./value-type.js";

const option = optionsOf("Lists of people");

/** How people are ranked. */
export const rankingOptions = {
  order: option({
    type: oneOf(followOrders),
    value: "<score>",
    line: "how people are ranked: d, df, dd, a, f, t, c",
    more:
      "d: how many different people engaged them. df: the same, times the root of their followers. " +
      "dd: as d, but recent ones count more. a: how steadily. f: d, dd and a combined. " +
      "t: how many replied to or mentioned them. c: how many people they answer, newcomers above all.",
    usual: "df for whom to follow; for attention dd under twelve weeks of posts, then f",
  }),
  top: option({
    type: wholeNumber(1),
    value: "<number>",
    default: 50,
    line: "people on a list at most",
  }),
  bootstrap: option({
    type: wholeNumber(0),
    value: "<number>",
    default: 100,
    line: "resamples behind each place",
    more: "Authors are drawn anew so often, to say how sure each place is. 0 for not at all.",
  }),
};

/** People who are named by hand. */
export const nameOptions = {
  for: option({
    type: text,
    value: "<handle>",
    holds: "people",
    line: "make the lists for this person",
    more: "People near to those whom they talk with, without those whom they follow.",
  }),
  following: option({
    type: path,
    value: "<file>",
    holds: "file",
    line: "whom that person follows already",
    more: "Mastodon's export, handles one a line, or `following.js` of an X archive.",
  }),
  trust: option({
    type: path,
    value: "<file>",
    holds: "file",
    line: "people whose word counts, one a line",
    more: "Whomever they engaged is vouched for.",
  }),
  keep: option({
    type: listOf(text),
    value: "<handle>",
    default: [],
    holds: "people",
    line: "recommend this person in spite of the rules",
    more: "Not against their own will.",
  }),
  exclude: option({
    type: listOf(text),
    value: "<handle>",
    default: [],
    holds: "people",
    line: "do not recommend this person",
  }),
};

/** Which list `follow` prints. */
export const oneListOptions = {
  list: option({
    type: oneOf(followListNames),
    value: "<name>",
    default: "starter",
    line: "starter, attention, talk and others",
  }),
  community: option({
    type: text,
    value: "<name>",
    line: "the list of one community, such as G2",
    more: "By number or label, as reports show them.",
  }),
};
