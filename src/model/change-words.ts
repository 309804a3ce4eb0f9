/** How something changed: whether by more than chance makes. */
export const changeVerdicts = ["more", "less", "within chance"] as const;
export type ChangeVerdict = (typeof changeVerdicts)[number];

/** What became of somebody from one analysis to the next. */
export const personChanges = ["new", "gone", "risen", "fallen", "within chance"] as const;
export type PersonChange = (typeof personChanges)[number];

/** What became of a community. */
export const communityChanges = ["goes on", "splits", "merges", "ends", "new"] as const;
