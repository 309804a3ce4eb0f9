import { interactionKinds } from "../../model/interaction.js";
import { optionsOf } from "./option.js";
import { listOf, oneOf, onOff, path, text, wholeNumber } from "./value-type.js";

const option = optionsOf("Filters");

/** What is left out of an analysis, in the order in which it is done. */
export const filterOptions = {
  language: option({
    type: listOf(text),
    value: "<code>",
    default: [],
    line: "count only posts in this language",
    more: "As the posts' source says: `en` is `en-GB`, too. Several with commas.",
  }),
  excludeReposts: option({
    type: onOff,
    line: "count no reposts",
    more: "Neither as posts nor as ties.",
  }),
  people: option({
    type: path,
    value: "<file>",
    holds: "file",
    line: "count only these people, one a line",
    more: "Their posts, and ties among themselves.",
  }),
  kinds: option({
    type: listOf(oneOf(interactionKinds)),
    value: "<kind>",
    default: [],
    line: "count only ties of these kinds",
    more: "As `--edges PRESET:kind,kind`. The lists of people rest on all kinds.",
  }),
  minWeight: option({
    type: wholeNumber(1),
    value: "<number>",
    line: "leave out ties of less weight",
  }),
  ego: option({
    type: text,
    value: "<handle>",
    holds: "people",
    line: "only this person and those near",
  }),
  radius: option({
    type: wholeNumber(1),
    value: "<number>",
    default: 1,
    line: "how many ties away is near, for --ego",
    more: "Whatever the direction of ties.",
  }),
  kCore: option({
    type: wholeNumber(1),
    value: "<number>",
    line: "only people with so many contacts left",
    more: "Each is tied to at least so many others who are left, in any direction.",
  }),
  component: option({
    type: oneOf(["largest"]),
    value: "<which>",
    line: "largest: only the largest component",
    more: "People who are connected to each other, whatever the direction of ties.",
  }),
  community: option({
    type: text,
    value: "<name>",
    isOfCommand: true,
    line: "only one community, such as G2",
    more: "By number or label, as the same command shows them without this. What is left has communities of its own.",
  }),
};
