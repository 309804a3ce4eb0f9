import { coarsenings } from "../../model/coarsening.js";
import { respectLevels } from "../../model/provenance.js";
import { optionsOf } from "./option.js";
import { oneOf, onOff, path } from "./value-type.js";

const option = optionsOf("Consent and names");

/** Whose no is heard. */
export const respectOptions = {
  respect: option({
    type: oneOf(respectLevels),
    value: "<level>",
    default: "discoverable",
    line: "whom not to name",
    more: "`discoverable`: who opted out. `indexable`: who did not opt in. `none`: your own data.",
  }),
};

export const deletedOptions = {
  keepDeleted: option({
    type: onOff,
    line: "count posts that are gone from their servers",
    more: "Of a collection; use it only if you may.",
  }),
};

export const dropOptions = {
  drop: option({
    type: path,
    value: "<file>",
    holds: "file",
    line: "people and posts to leave out, one a line",
    more: "By handle, id or address.",
  }),
};

export const pseudonymOptions = {
  pseudonymize: option({
    type: onOff,
    line: "name nobody; give made-up names instead",
    more: "The same person has the same name in every run with one key.",
  }),
};

export const keyOptions = {
  key: option({
    type: path,
    value: "<file>",
    isBeside: true,
    line: "the key behind made-up names",
    more: "It is made where there is none.",
    usual: "`tagatlas/key` in your configuration folder",
  }),
};

export const coarsenOptions = {
  coarsen: option({
    type: oneOf(coarsenings),
    value: "[when]",
    default: "auto",
    alone: "always",
    line: "group the figures of unnamed people",
    more:
      "People who are not named get the figures of a group of five or more. " +
      "`auto`: where their own would tell who they are.",
  }),
};
