import {
  type Condition,
  type ConditionNumber,
  parseCondition,
  printCondition,
} from "../fail-on.js";
import { flagOf, optionsOf } from "./option.js";
import { listOf, type ValueType, type Zod } from "./value-type.js";

const option = optionsOf("Output");

/** On which numbers a command can be made to fail. */
export function failOptions<const Names extends readonly ConditionNumber[]>(names: Names) {
  return {
    failOn: option({
      type: conditionsOn(names),
      value: "<condition>",
      default: [],
      isBeside: true,
      isOfCommand: true,
      line: "end with exit code 4 where this is so",
      more: `Such as \`${names[0]}<50\`; several with commas. Numbers: ${names.map((name) => `\`${name}\``).join(", ")}. One that is not known counts as so.`,
    }),
  };
}

/** A script whose variable is empty must hear of it: without a condition nothing would ever fail. */
function conditionsOn(names: readonly ConditionNumber[]) {
  const list = listOf(conditionOn(names));
  return {
    ...list,
    fromWords(words: readonly string[]) {
      const parts = list.fromWords(words);
      return parts.length === 0 && words.length > 0 ? [""] : parts;
    },
  };
}

function conditionOn(names: readonly ConditionNumber[]) {
  const type: ValueType = {
    schema: (zod: Zod) => zod.string(),
    fromWords: (words) => words.at(-1),
    print: (value) => printCondition(value as Condition),
  };
  return {
    ...type,
    schema: (zod: Zod) =>
      zod
        .string(`Give ${flagOf("failOn")} ${names[0]}<50.`)
        .transform((written, context): Condition => {
          const found = parseCondition(written, names);
          if (typeof found !== "string") return found;
          context.addIssue(found);
          return zod.NEVER;
        }),
  };
}
