/** When figures of people who are not named are coarsened. */
export const coarsenings = ["auto", "always", "never"] as const;
export type Coarsening = (typeof coarsenings)[number];

/** So many people who are not named have the same figures. */
export const groupSize = 5;
