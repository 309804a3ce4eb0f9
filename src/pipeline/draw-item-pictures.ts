import { drawMap } from "../map/drawing/draw-map.js";
import { drawnTexts } from "../map/drawing/drawn-texts.js";
import { renderPng } from "../map/drawing/png.js";
import { readFontsFor } from "../map/drawing/script-fonts.js";
import type { MapSettings } from "../model/map-settings.js";
import { renderItemPage } from "../report/items/item-page.js";
import type { ItemReport } from "../report/items/item-report.js";
import type { ItemPictures } from "../report/items/write-item-report.js";
import { pictureAddress } from "../report/page/picture-address.js";
import { itemMapInput } from "./item-map-input.js";
import { slideFiles } from "./slide-files.js";

/** Draws the map of a network of other things than people, where it or its page is wanted. */
export function drawItemPictures(
  report: ItemReport,
  settings: MapSettings,
  onShare: (share: number) => void,
): ItemPictures {
  return async (wanted) => {
    const input = itemMapInput(report, settings);
    const fonts = await readFontsFor(drawnTexts(input));
    const slides = await slideFiles({ input, fonts, scale: settings.scale }, wanted);
    if (!["map.png", "map.svg", "report.html"].some((name) => wanted.has(name))) return slides;
    const { layout, svg } = drawMap(input, { fonts, onShare });
    const png = await renderPng(svg, settings.scale);
    const { width, height } = layout;
    const picture = { address: pictureAddress(svg, png), width, height };
    return [
      ...slides,
      { name: "map.png", render: () => [png] },
      { name: "map.svg", render: () => [svg] },
      { name: "report.html", render: () => [renderItemPage(report, picture)] },
    ];
  };
}
