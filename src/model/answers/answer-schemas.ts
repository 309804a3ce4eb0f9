import { z } from "zod";
import { collectAnswer } from "./collect-answer.js";
import { compareAnswer } from "./compare-answer.js";
import { followAnswer } from "./follow-answer.js";
import { itemsAnswer } from "./items-answer.js";
import { analyzeAnswer, runAnswer } from "./report-answer.js";
import {
  configAnswer,
  convertAnswer,
  forgetAnswer,
  inspectAnswer,
  networkAnswer,
  redoAnswer,
  serversAnswer,
} from "./small-answers.js";
import { validateAnswer } from "./validate-answer.js";

/**
 * What each command prints with `--json`, by its name; "analyze-network" is of `analyze --network`. Another
 * command's answer is another row.
 */
export const answers: Readonly<Record<string, z.ZodType>> = {
  analyze: analyzeAnswer,
  "analyze-network": itemsAnswer,
  collect: collectAnswer,
  compare: compareAnswer,
  config: configAnswer,
  convert: convertAnswer,
  follow: followAnswer,
  forget: forgetAnswer,
  inspect: inspectAnswer,
  network: networkAnswer,
  redo: redoAnswer,
  run: runAnswer,
  servers: serversAnswer,
  validate: validateAnswer,
};

/**
 * JSON Schemas (2020-12) by the place of their file among schemas. Keys that a later version adds are no error, so further
 * ones are allowed.
 */
export function answerJsonSchemas(): Readonly<Record<string, object>> {
  return Object.fromEntries(
    Object.entries(answers).map(([command, schema]) => [
      `answers/${command}.schema.json`,
      {
        title: `What tagatlas ${command.replace("-", " --")} --json prints`,
        ...z.toJSONSchema(schema, { io: "input", reused: "ref" }),
      },
    ]),
  );
}
