import type { ShapeFindings } from "../../model/network-shape.js";
import { shapeMethod, shapeRuleSentences, shapeSentence } from "../words/shape-words.js";
import type { PublicShape } from "./public-report.js";
import { rounded } from "./public-values.js";

/** The shape of a network of so many people, with how it was judged. */
export function publicShape(found: ShapeFindings | undefined, people: number): PublicShape {
  const sentence = shapeSentence(found, people);
  const method = { method: shapeMethod, rules: shapeRuleSentences };
  if (found === undefined) {
    return {
      name: undefined,
      fit: undefined,
      sentence,
      runnerUp: undefined,
      numbers: undefined,
      ...method,
    };
  }
  const { runnerUp, numbers } = found;
  return {
    name: found.shape,
    fit: rounded(found.fit),
    sentence,
    runnerUp:
      runnerUp === undefined ? undefined : { name: runnerUp.shape, fit: rounded(runnerUp.fit) },
    numbers: {
      density: rounded(numbers.density),
      tiesPerPerson: rounded(numbers.tiesPerPerson),
      modularity: rounded(numbers.modularity),
      inCentralization: rounded(numbers.inCentralization),
      outCentralization: rounded(numbers.outCentralization),
      isolateFraction: rounded(numbers.isolateFraction),
    },
    ...method,
  };
}
