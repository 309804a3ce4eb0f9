import { networkNames } from "../../model/other-network.js";
import { parseSpan, printSpan } from "../../model/span.js";
import { optionsOf } from "./option.js";
import { fraction, oneOf, parsed } from "./value-type.js";

const option = optionsOf("Network");

const printed = (value: unknown): string => (typeof value === "number" ? printSpan(value) : "");

/** Networks of other things than people. */
export const itemNetworkOptions = {
  network: option({
    type: oneOf(networkNames),
    value: "<name>",
    default: "people",
    line: "people, hashtags, posts, links, …",
    more:
      "`people`, `hashtags`, `people-hashtags`, `people-links`, `posts` (threads), `servers`, `links` (who shared the same " +
      "link), `words`. See docs/other-networks.md.",
  }),
  backbone: option({
    type: fraction(0, 1, "Give a number between 0 and 1, such as 0.05."),
    value: "<alpha>",
    line: "only ties less likely by chance",
    more: "The disparity filter, for networks of other things than people.",
  }),
  linkWithin: option({
    type: parsed(parseSpan, "Give a time such as 30s, 10m, 1h or 2d.", printed),
    value: "<time>",
    default: 3_600_000,
    line: "how soon two people share the same link",
    more: "For `--network links`.",
  }),
};
