/** What a map is drawn on: lengths and sizes of letters in units of the drawing. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Left and right of everything. */
  readonly side: number;
  readonly headHeight: number;
  readonly title: { readonly fontSize: number; readonly baseline: number };
  readonly counts: { readonly fontSize: number; readonly baseline: number };
  /** At the top of a large box and of a small one, where that has one. */
  readonly boxLabel: { readonly large: Line; readonly small: Line | undefined };
  /** Of people; `top` for the first of a box. */
  readonly name: { readonly fontSize: number; readonly top: number };
  readonly mostNames: number;
  /** Whether a long name or hashtag may be cut, or is left out. */
  readonly cutsText: boolean;
  /** Of the legend, and of the caption where there is one. */
  readonly foot: Line & { readonly hasCaption: boolean };
}

/** A line of text. */
export interface Line {
  readonly fontSize: number;
  readonly height: number;
}

/** To print or to put into a paper, 4 to 3. */
export const printedSheet: Sheet = {
  width: 1600,
  height: 1200,
  side: 24,
  headHeight: 78,
  title: { fontSize: 30, baseline: 40 },
  counts: { fontSize: 16, baseline: 65 },
  boxLabel: { large: { fontSize: 14, height: 19 }, small: { fontSize: 10, height: 13 } },
  name: { fontSize: 12, top: 13.5 },
  mostNames: 45,
  cutsText: true,
  foot: { fontSize: 13.5, height: 18.5, hasCaption: true },
};

/**
 * For a slide, 16 to 9: a unit is a point where the slide is 7.5 inches high, as slides are by
 * default, and no letter is smaller than 14 points.
 */
export const slideSheet: Sheet = {
  width: 960,
  height: 540,
  side: 16,
  headHeight: 64,
  title: { fontSize: 28, baseline: 33 },
  counts: { fontSize: 14, baseline: 55 },
  boxLabel: { large: { fontSize: 14, height: 19 }, small: undefined },
  name: { fontSize: 14, top: 16 },
  mostNames: 24,
  cutsText: false,
  foot: { fontSize: 14, height: 19, hasCaption: false },
};
