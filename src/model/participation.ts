/** How near to the middle of the community somebody takes part, after Wenger (1998). */
export const participations = ["mentioned", "peripheral", "active", "core"] as const;
export type Participation = (typeof participations)[number];
