/**
 * Twelve hues for the largest communities. Under normal sight, and as people who lack the red or
 * the green cones see them, any two are 28 or more apart in CIE Lab; a test measures it. Their
 * lightness varies as well, for grey print.
 */
export const hues = [
  "#4f96fb",
  "#db5262",
  "#f2c80b",
  "#613f8d",
  "#628e01",
  "#07d3f2",
  "#881448",
  "#cad371",
  "#b7669b",
  "#354e03",
  "#4de3ba",
  "#4047cf",
] as const;
