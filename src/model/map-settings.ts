/** The column that sizes people where nobody says. */
export const usualMapSize = "followers";

export const mapArrangements = ["box", "force"] as const;
type MapArrangement = (typeof mapArrangements)[number];

/** What becomes of ties between boxes. */
export const tieDisplays = ["show", "combine", "hide"] as const;
export type TieDisplay = (typeof tieDisplays)[number];

/** How the map is drawn, as it was asked for. */
export interface MapSettings {
  /** A numeric column of `nodes.csv`. */
  readonly size: string;
  /** Any column of `nodes.csv`. */
  readonly color: string;
  readonly layout: MapArrangement;
  /** `undefined` lets the number of ties decide. */
  readonly ties: TieDisplay | undefined;
  /** Pixels of the PNG per unit of the drawing. */
  readonly scale: number;
}
