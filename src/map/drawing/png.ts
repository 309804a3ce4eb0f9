import { readShippedFonts } from "./shipped-fonts.js";

/**
 * An SVG document as a PNG of `scale` pixels a unit, drawn with the fonts that ship with the
 * program and no others, so that every machine gives the same bytes.
 */
export async function renderPng(svg: Buffer, scale: number): Promise<Uint8Array> {
  // Native code, which only those who draw should have to load.
  const { renderAsync } = await import("@resvg/resvg-js");
  const { regular, bold } = readShippedFonts();
  // What was made of the text is given back at once; an object that holds it waits for the collector.
  const picture = await renderAsync(svg, {
    fitTo: { mode: "zoom", value: scale },
    font: {
      loadSystemFonts: false,
      fontFiles: [regular.path, bold.path],
      defaultFontFamily: "DejaVu Sans",
    },
  });
  return picture.asPng();
}
