import { drawMap } from "../map/draw-map.js";
import { renderPng } from "../map/png.js";
import type { MapSettings } from "../model/map-settings.js";
import { makeRows } from "../model/rows.js";
import { readPageAssets } from "../report/page/page-assets.js";
import { pictureAddress } from "../report/page/picture-address.js";
import { renderReportHtml } from "../report/page/report-html.js";
import type { PublicReport } from "../report/public-report.js";
import type { ReportFile } from "../report/report-files.js";
import { mapInput } from "./map-input.js";

export interface DrawnReport {
  /** The same, with everybody's place on the map. */
  readonly report: PublicReport;
  /** The map as files, and the page that shows it, of the report above, where they are wanted. */
  readonly pictures: (report: PublicReport, wanted: ReadonlySet<string>) => Promise<ReportFile[]>;
}

/** Draws the map of a report. `onShare` is told how much of the layout is done, up to 1. */
export function drawPictures(
  report: PublicReport,
  settings: MapSettings,
  onShare: (share: number) => void,
): DrawnReport {
  const { layout, svg } = drawMap(mapInput(report, settings), onShare);
  const people = makeRows(report.people.length, (at) => ({
    ...report.people.row(at),
    place: {
      x: rounded(layout.x[at]),
      y: rounded(layout.y[at]),
      radius: rounded(layout.radius[at]),
      color: layout.color[at],
    },
  }));
  const pictures = async (
    withPlaces: PublicReport,
    wanted: ReadonlySet<string>,
  ): Promise<ReportFile[]> => {
    if (!["map.png", "map.svg", "report.html"].some((name) => wanted.has(name))) return [];
    const [png, assets] = await Promise.all([renderPng(svg, settings.scale), readPageAssets()]);
    const { width, height } = layout;
    const boxes = layout.boxes.map((box) => ({
      ...box,
      x: rounded(box.x),
      y: rounded(box.y),
      width: rounded(box.width),
      height: rounded(box.height),
    }));
    const address = pictureAddress(svg, png);
    return [
      { name: "map.png", render: () => [png] },
      { name: "map.svg", render: () => [svg] },
      {
        name: "report.html",
        render: () => renderReportHtml(withPlaces, { address, width, height, boxes }, assets),
      },
    ].filter(({ name }) => wanted.has(name));
  };
  return { report: { ...report, people }, pictures };
}

/** To a hundredth of a pixel. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
