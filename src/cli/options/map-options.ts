import { mapArrangements, tieDisplays, usualMapSize } from "../../model/map-settings.js";
import { optionsOf } from "./option.js";
import { fraction, oneOf, text } from "./value-type.js";

const option = optionsOf("Map");

/** How the map is drawn. */
export const mapOptions = {
  size: option({
    type: text,
    value: "<column>",
    default: usualMapSize,
    line: "column that sizes the marks",
    more: "A column of numbers in `nodes.csv`. In other networks than people the usual one is the strength.",
  }),
  color: option({
    type: text,
    value: "<column>",
    default: "community",
    line: "column that colours the marks",
    more: "Any column of `nodes.csv`.",
  }),
  layout: option({
    type: oneOf(mapArrangements),
    value: "<name>",
    default: "box",
    line: "arrangement: box, force",
    more: "A box for each community, or the whole network in one.",
  }),
  ties: option({
    type: oneOf(tieDisplays),
    value: "<name>",
    line: "ties between boxes: show, combine, hide",
    more: "`combine` draws a curve for each pair of boxes.",
    usual: "show; combine above 2,000 ties",
  }),
  scale: option({
    type: fraction(0.25, 8, "Give a factor from 0.25 to 8."),
    value: "<factor>",
    default: 2,
    line: "size of map.png",
    more: "1 is 1,600 by 1,200 pixels.",
  }),
};
