import type { Box } from "../../model/layout.js";
import type { FittedMarks } from "./fit-marks.js";
import type { Discs } from "./overlaps.js";

/**
 * Puts the marks into rows of equal cells, in about the order in which they stand: by y into rows,
 * by x along a row. What is left of a layout where a box is too full to move marks apart.
 */
export function marksInRows({ x, y, radius }: Discs, box: Box): FittedMarks {
  const count = x.length;
  const columns = Math.max(
    1,
    Math.min(count, Math.round(Math.sqrt((count * box.width) / box.height))),
  );
  const rowCount = Math.max(1, Math.ceil(count / columns));
  const cellWidth = box.width / columns;
  const cellHeight = box.height / rowCount;
  const inRows = { x: new Float64Array(count), y: new Float64Array(count) };
  const downwards = Int32Array.from({ length: count }, (_, mark) => mark);
  downwards.sort((one, other) => y[one] - y[other] || one - other);
  for (let row = 0; row < rowCount; row += 1) {
    const across = downwards.slice(row * columns, (row + 1) * columns);
    across.sort((one, other) => x[one] - x[other] || one - other);
    for (const [column, mark] of across.entries()) {
      inRows.x[mark] = box.x + (column + 0.5) * cellWidth;
      inRows.y[mark] = box.y + (row + 0.5) * cellHeight;
    }
  }
  let largest = 0;
  for (const one of radius) largest = Math.max(largest, one);
  const room = Math.min(cellWidth, cellHeight) / 2;
  return { ...inRows, factor: largest > room ? room / largest : 1 };
}
