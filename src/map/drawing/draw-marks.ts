import type { MarkShape } from "../../model/mark-shape.js";
import { xmlText } from "../../text/xml-text.js";
import type { BoxedMarks } from "../layout/group-in-a-box.js";
import { cornersOf } from "../look/mark-shape.js";
import { outlineColors, outlineOpacity, ringColors } from "../look/paper.js";
import type { MapInput } from "../map-input.js";
import { coordinate } from "./coordinate.js";
import type { MarkColors } from "./mark-color.js";

/** Above so many people, a tooltip for each would be most of the file. */
const mostTooltips = 5000;
/** A smaller mark is on no screen, and hundreds of thousands of them take most of what a picture takes. */
const leastRadius = 0.05;

/** Every mark that can be seen, with the person's name as its tooltip; SVG shapes, by colour. */
export function* drawMarks(
  input: MapInput,
  marks: BoxedMarks,
  colors: MarkColors,
): Generator<string> {
  const { people } = input;
  const byColor = new Map<string, number[]>();
  for (const [node, color] of colors.color.entries()) {
    const known = byColor.get(color);
    if (known === undefined) byColor.set(color, [node]);
    else known.push(node);
  }
  const hasTooltips = people.length <= mostTooltips;
  yield `<g stroke="${outlineColors.light}" stroke-opacity="${outlineOpacity}" stroke-width="${people.length > mostTooltips ? 0.2 : 0.5}">\n`;
  for (const [color, nodes] of byColor) {
    yield `<g fill="${color}">\n`;
    for (const node of nodes) {
      if (marks.radius[node] < leastRadius) continue;
      const place = { x: marks.x[node], y: marks.y[node], radius: marks.radius[node] };
      const title = hasTooltips ? `<title>${xmlText(tooltip(input, node))}</title>` : "";
      yield `${drawShape(colors.shape[node], place, title)}\n`;
    }
    yield "</g>\n";
  }
  yield "</g>\n";
}

/** A ring around everybody who is worth following; SVG circles. */
export function* drawRings(input: MapInput, marks: BoxedMarks): Generator<string> {
  if (input.follow.length === 0) return;
  yield `<g fill="none" stroke="${ringColors.light}" stroke-width="1.6">\n`;
  for (const node of input.follow) {
    yield `<circle cx="${coordinate(marks.x[node])}" cy="${coordinate(marks.y[node])}" r="${coordinate(marks.radius[node])}"/>\n`;
  }
  yield "</g>\n";
}

/** One mark, with `content` inside of its element. */
export function drawShape(
  shape: MarkShape,
  { x, y, radius }: { readonly x: number; readonly y: number; readonly radius: number },
  content = "",
): string {
  const [name, place] =
    shape === "circle"
      ? ["circle", `cx="${coordinate(x)}" cy="${coordinate(y)}" r="${coordinate(radius)}"`]
      : [
          "polygon",
          `points="${cornersOf(shape)
            .map(
              ([across, down]) =>
                `${coordinate(x + across * radius)},${coordinate(y + down * radius)}`,
            )
            .join(" ")}"`,
        ];
  return content === "" ? `<${name} ${place}/>` : `<${name} ${place}>${content}</${name}>`;
}

function tooltip({ people, community, communities }: MapInput, node: number): string {
  const person = people.row(node);
  const group = community[node] < 0 ? "no ties" : communities[community[node]].name;
  if (person.isWithheld) return `not named, ${group}`;
  return person.name === undefined
    ? `${person.label}, ${group}`
    : `${person.name} (${person.label}), ${group}`;
}
