import { drawMap } from "../map/drawing/draw-map.js";
import type { Fonts } from "../map/drawing/font.js";
import { renderPng } from "../map/drawing/png.js";
import { printedSheet, slideSheet } from "../map/drawing/sheet.js";
import type { MapInput } from "../map/map-input.js";
import { slideNames } from "../model/report-outputs.js";
import type { ReportFile } from "../report/report-files.js";

/** The map for slides, where it is wanted, of as many pixels across as the other. */
export async function slideFiles(
  { input, fonts, scale }: { input: MapInput; fonts: Fonts; scale: number },
  wanted: ReadonlySet<string>,
): Promise<ReportFile[]> {
  if (!slideNames.some((name) => wanted.has(name))) return [];
  const { svg } = drawMap(input, { fonts, sheet: slideSheet });
  const png = await renderPng(svg, (scale * printedSheet.width) / slideSheet.width);
  const [pngName, svgName] = slideNames;
  return [
    { name: pngName, render: () => [png] },
    { name: svgName, render: () => [svg] },
  ];
}
