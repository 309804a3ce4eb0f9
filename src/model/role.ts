/** How near to the middle of the community somebody takes part, after Wenger (1998). */
export const roles = ["mentioned", "peripheral", "active", "core"] as const;
export type Role = (typeof roles)[number];
