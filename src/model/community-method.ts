/** How communities are found. */
export const communityMethods = ["leiden", "louvain", "cnm"] as const;
export type CommunityMethod = (typeof communityMethods)[number];

/** Where nobody says which. */
export const usualCommunityMethod: CommunityMethod = "leiden";

/** What papers call them. */
export const communityMethodNames: Readonly<Record<CommunityMethod, string>> = {
  leiden: "Leiden",
  louvain: "Louvain",
  cnm: "Clauset–Newman–Moore",
};
