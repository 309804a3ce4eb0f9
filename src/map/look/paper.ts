/** What a map is drawn on. */
export type Paper = "light" | "dark";

/** Of the page; files are white. */
export const papers: Readonly<Record<Paper, string>> = { light: "#ffffff", dark: "#16181b" };

/** Around a mark: what tells it from the paper where its own colour does not. */
export const outlineColors: Readonly<Record<Paper, string>> = { light: "#333333", dark: "#d8dadd" };
export const outlineOpacity = 0.7;

/** Around the mark of somebody worth following. */
export const ringColors: Readonly<Record<Paper, string>> = { light: "#111111", dark: "#ffffff" };

export const frameColors: Readonly<Record<Paper, string>> = { light: "#8b939c", dark: "#737a83" };
