import { groupBy, rowColumns } from "../../model/csr.js";
import type { Box } from "../../model/layout.js";

/** Marks by where their middles are. */
export interface MarkGrid {
  /** Whether any mark whose middle is in the box passes a test; in no order, edges included. */
  some(box: Box, test: (node: number) => boolean): boolean;
}

const marksOfCell = 4;

/** O(marks); a search takes as long as there are marks in the box and around it. */
export function gridOf(x: ArrayLike<number>, y: ArrayLike<number>): MarkGrid {
  const bounds = boundsOf(x, y);
  const side = Math.max(1, Math.ceil(Math.sqrt(x.length / marksOfCell)));
  const columnOf = (at: number): number => cellAt((at - bounds.x) / bounds.width, side);
  const rowOf = (at: number): number => cellAt((at - bounds.y) / bounds.height, side);
  const cellOf = Int32Array.from(x, (across, node) => rowOf(y[node]) * side + columnOf(across));
  const cells = groupBy(cellOf, side * side);
  return {
    some: (box, test) => {
      const right = box.x + box.width;
      const bottom = box.y + box.height;
      const lastColumn = columnOf(right);
      const lastRow = rowOf(bottom);
      for (let row = rowOf(box.y); row <= lastRow; row += 1) {
        for (let column = columnOf(box.x); column <= lastColumn; column += 1) {
          for (const node of rowColumns(cells, row * side + column)) {
            const isInside =
              x[node] >= box.x && x[node] <= right && y[node] >= box.y && y[node] <= bottom;
            if (isInside && test(node)) return true;
          }
        }
      }
      return false;
    },
  };
}

function cellAt(share: number, side: number): number {
  return Math.min(side - 1, Math.max(0, Math.floor(share * side)));
}

/** With an extent of 1 at least. */
function boundsOf(x: ArrayLike<number>, y: ArrayLike<number>): Box {
  let [left, top, right, bottom] = [x[0] ?? 0, y[0] ?? 0, x[0] ?? 0, y[0] ?? 0];
  for (let node = 1; node < x.length; node += 1) {
    left = Math.min(left, x[node]);
    right = Math.max(right, x[node]);
    top = Math.min(top, y[node]);
    bottom = Math.max(bottom, y[node]);
  }
  return { x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}
