/** Of a longer drawing a browser takes longer to make the picture than it takes to show one that is made. */
const longestSvg = 16_000_000;

/** A picture that stands in a page, as an address of data for an attribute in single quotes. */
export function pictureAddress(svg: Buffer, png: Uint8Array): string {
  if (svg.length <= longestSvg) return svgAddress(svg.toString("utf8"));
  return `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
}

/**
 * A drawing as an address of data, for an attribute in single quotes: what would end the attribute
 * or the address, or would be read as something else in them, stands as percent and two digits.
 * A quarter smaller than Base64, since a drawing is mostly digits.
 */
export function svgAddress(svg: string): string {
  const written = svg.toWellFormed().replace(/[%#&'\r\n\t\u0080-\u{10ffff}]/gu, (character) =>
    // The only one that `encodeURIComponent` leaves as it is.
    character === "'" ? "%27" : encodeURIComponent(character),
  );
  return `data:image/svg+xml,${written}`;
}
