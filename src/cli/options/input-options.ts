import { optionsOf } from "./option.js";
import { listOfWhole, path, text } from "./value-type.js";

const option = optionsOf("Input");

/** A value that names an input, whose folder is the place of a run and no part of it. */
const namesInput = {
  ...listOfWhole(text),
  print: (value: unknown) => String(value).replace(/^[^=]*[\\/](?=[^=]*:)/u, ""),
};

/** What a command reads, where nobody types it. */
export const inputArguments = {
  inputs: option({
    type: listOfWhole(path),
    default: [],
    isArgument: true,
    line: "files of posts, a network, or a collection",
  }),
};

/** How inputs are read, where their content does not tell. */
export const inputOptions = {
  format: option({
    type: namesInput,
    value: "<name>",
    short: "f",
    default: [],
    line: "what the inputs are, if it is not detected",
    more: "One of the names in docs/formats.md. `FILE:name` says it of one input.",
  }),
  map: option({
    type: namesInput,
    value: "<fields>",
    default: [],
    line: "columns of an unknown table: author=user",
    more:
      "`author=user,time=created_at,text=text,id=id` and others, or `source=from,target=to` " +
      "for ties. `FILE:fields` says it of one input.",
  }),
  dates: option({
    type: namesInput,
    value: "<order>",
    default: [],
    line: "how to read 5/1/2016: day-first, month-first",
    more: "Needed only where a table does not tell. `FILE:order` says it of one input.",
  }),
};
