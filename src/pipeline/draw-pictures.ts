import { drawMap } from "../map/draw-map.js";
import { renderPng } from "../map/png.js";
import type { MapSettings } from "../model/map-settings.js";
import type { PublicReport } from "../report/public-report.js";
import type { ReportFile } from "../report/report-files.js";
import { mapInput } from "./map-input.js";

export interface DrawnReport {
  /** The same, with everybody's place on the map. */
  readonly report: PublicReport;
  /** The map as files. */
  readonly pictures: () => Promise<ReportFile[]>;
}

/** Draws the map of a report. */
export function drawPictures(report: PublicReport, settings: MapSettings): DrawnReport {
  const { layout, svg } = drawMap(mapInput(report, settings));
  const people = report.people.map((person, at) => ({
    ...person,
    place: {
      x: rounded(layout.x[at]),
      y: rounded(layout.y[at]),
      radius: rounded(layout.radius[at]),
      color: layout.color[at],
    },
  }));
  const pictures = async (): Promise<ReportFile[]> => {
    const png = await renderPng(svg, settings.scale);
    return [
      { name: "map.png", render: () => [png] },
      { name: "map.svg", render: () => svg },
    ];
  };
  return { report: { ...report, people }, pictures };
}

/** To a hundredth of a pixel. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
