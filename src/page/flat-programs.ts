import { EdgeRectangleProgram, NodeCircleProgram, type Program } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData } from "sigma/types";

/*
 * Sigma's own marks and lines, drawn as one array of triangles instead of one instance each. Where
 * graphics are software, an instance costs as much as hundreds of triangles: twenty thousand marks
 * are drawn in a twentieth of the time. It takes the memory of one item for each of its corners.
 */

export class FlatCircles extends NodeCircleProgram {
  constructor(...given: ConstructorParameters<typeof NodeCircleProgram>) {
    super(...given);
    flatten(this);
  }

  override processVisibleItem(node: number, start: number, data: NodeDisplayData): void {
    super.processVisibleItem(node, start, data);
    repeat(this, start);
  }
}

export class FlatLines extends EdgeRectangleProgram {
  constructor(...given: ConstructorParameters<typeof EdgeRectangleProgram>) {
    super(...given);
    flatten(this);
  }

  override processVisibleItem(
    edge: number,
    start: number,
    source: NodeDisplayData,
    target: NodeDisplayData,
    data: EdgeDisplayData,
  ): void {
    super.processVisibleItem(edge, start, source, target, data);
    repeat(this, start);
  }
}

type AnyProgram = Pick<
  Program,
  | "ATTRIBUTES"
  | "ATTRIBUTES_ITEMS_COUNT"
  | "CONSTANT_ATTRIBUTES"
  | "CONSTANT_DATA"
  | "STRIDE"
  | "VERTICES"
  | "array"
  | "isInstanced"
>;

/** What differs by corner, which instances share, becomes an attribute like the others. */
function flatten(program: AnyProgram): void {
  program.isInstanced = false;
  program.ATTRIBUTES = [...program.ATTRIBUTES, ...program.CONSTANT_ATTRIBUTES];
  program.ATTRIBUTES_ITEMS_COUNT += program.CONSTANT_DATA[0].length;
  program.STRIDE = program.VERTICES * program.ATTRIBUTES_ITEMS_COUNT;
}

/** Writes an item, which stands there for its first corner, for every corner. */
function repeat(program: AnyProgram, start: number): void {
  const { array, ATTRIBUTES_ITEMS_COUNT: size, CONSTANT_DATA: corners } = program;
  const ownCount = corners[0].length;
  const sharedCount = size - ownCount;
  let at = start;
  for (const own of corners) {
    // Value by value: for so few, the methods of arrays take longer.
    for (let item = 0; item < sharedCount; item += 1) array[at + item] = array[start + item];
    for (let item = 0; item < ownCount; item += 1) array[at + sharedCount + item] = own[item];
    at += size;
  }
}
