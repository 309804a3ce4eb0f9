import { drawMap } from "../map/drawing/draw-map.js";
import { drawnTexts } from "../map/drawing/drawn-texts.js";
import { renderPng } from "../map/drawing/png.js";
import { readFontsFor } from "../map/drawing/script-fonts.js";
import type { MapSettings } from "../model/map-settings.js";
import { makeRows } from "../model/rows.js";
import { readPageAssets } from "../report/page/page-assets.js";
import { pictureAddress } from "../report/page/picture-address.js";
import { renderReportHtml } from "../report/page/report-html.js";
import type { ReportFile } from "../report/report-files.js";
import type { PublicReport } from "../report/view/public-report.js";
import { mapInput } from "./map-input.js";
import { slideFiles } from "./slide-files.js";

interface DrawnReport {
  /** The same, with everybody's place on the map. */
  readonly report: PublicReport;
  /** The map as files, and the page that shows it, of the report above, where they are wanted. */
  readonly pictures: (report: PublicReport, wanted: ReadonlySet<string>) => Promise<ReportFile[]>;
}

/** Draws the map of a report. `onShare` is told how much of the layout is done, up to 1. */
export async function drawPictures(
  report: PublicReport,
  settings: MapSettings,
  onShare: (share: number) => void,
): Promise<DrawnReport> {
  const input = mapInput(report, settings);
  const fonts = await readFontsFor(drawnTexts(input));
  const { layout, svg } = drawMap(input, { fonts, onShare });
  const people = makeRows(report.people.length, (at) => ({
    ...report.people.row(at),
    place: {
      x: rounded(layout.x[at]),
      y: rounded(layout.y[at]),
      radius: rounded(layout.radius[at]),
      color: layout.color[at],
      shape: layout.shape[at],
    },
  }));
  const pictures = async (
    withPlaces: PublicReport,
    wanted: ReadonlySet<string>,
  ): Promise<ReportFile[]> => {
    const slides = await slideFiles({ input, fonts, scale: settings.scale }, wanted);
    if (!["map.png", "map.svg", "report.html"].some((name) => wanted.has(name))) return slides;
    const [png, assets] = await Promise.all([renderPng(svg, settings.scale), readPageAssets()]);
    const { width, height, ties, names, colorKeys } = layout;
    const boxes = layout.boxes.map((box) => ({
      ...box,
      x: rounded(box.x),
      y: rounded(box.y),
      width: rounded(box.width),
      height: rounded(box.height),
      titleHeight: rounded(box.titleHeight),
    }));
    const sizeKeys = layout.sizeKeys.map((key) => ({ ...key, radius: rounded(key.radius) }));
    const look = { width, height, boxes, ties, names, sizeKeys, colorKeys };
    const address = pictureAddress(svg, png);
    return [
      ...slides,
      { name: "map.png", render: () => [png] },
      { name: "map.svg", render: () => [svg] },
      {
        name: "report.html",
        render: () => renderReportHtml(withPlaces, { address, look }, assets),
      },
    ].filter(({ name }) => wanted.has(name));
  };
  return { report: { ...report, people }, pictures };
}

/** To a hundredth of a pixel. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
