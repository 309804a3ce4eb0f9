/** What people are put in order by, for the whole network and for each community, in the order of tables. */
export const topMeasures = [
  {
    measure: "betweenness",
    title: "Between others",
    unit: "betweenness",
    meaning: "the share of shortest paths between others that lead over them",
  },
  {
    measure: "replied_to",
    title: "Most replied to",
    unit: "replies",
    meaning: "how many replies they got",
  },
  {
    measure: "mentioned",
    title: "Most mentioned",
    unit: "mentions",
    meaning: "how many mentions they got",
  },
  {
    measure: "active",
    title: "Most active",
    unit: "posts",
    meaning: "how many posts they wrote",
  },
] as const;
export type TopMeasure = (typeof topMeasures)[number]["measure"];
