import { DirectedGraph } from "graphology";
import { expect, test } from "vitest";
import {
  buildNetwork,
  fromGraphology,
  listOf,
  measureNetwork,
  readPosts,
  recommend,
  toGraphology,
} from "../src/library/tagatlas.js";
import { runCommand } from "./support/run-command.js";

const community = "fixtures/community.ndjson";

test("the library gives the numbers of the command line, and by default names nobody who opted out", async () => {
  const posts = await readPosts([community]);
  const network = buildNetwork(posts, { tag: "#MedEd" });
  const answer = await recommend(network, {
    bootstrap: 0,
    keep: ["private_ines@med.example"],
  });
  const measured = await measureNetwork(network);
  const words = ["--tag", "MedEd", "--bootstrap", "0", "--json"];
  const report = JSON.parse((await runCommand(["analyze", community, ...words])).stdout);
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
  expect(plain(measured.people)).toEqual(
    report.people.map(({ place: _, ...person }: { place: unknown }) => person),
  );
  expect(plain(measured.ties)).toEqual(report.network.ties);
  expect(plain(listOf(answer, "starter"))).toEqual(report.follow.lists[0]);
  expect(listOf(answer, "attention", "G2")?.people).toHaveLength(5);
  const graph = toGraphology(measured);
  const everything = JSON.stringify([posts, network, answer, measured, graph.export()]);
  expect(everything).not.toContain("private_");
  expect(everything).toContain("withheld-");
  expect(graph.order).toBe(network.peopleCount);
}, 60_000);

test("a graph of graphology comes in with weights, and goes out again", async () => {
  const graph = new DirectedGraph();
  graph.addEdgeWithKey("ab", graph.addNode("a"), graph.addNode("b"), { weight: 3 });
  graph.addDirectedEdge("b", graph.addNode("c"));
  const network = buildNetwork(await fromGraphology(graph));
  expect(network).toMatchObject({ peopleCount: 3, tieCount: 2, postCount: 0 });
  const back = toGraphology(await measureNetwork(network));
  expect(back.getEdgeAttribute("a", "b", "weight")).toBe(3);
  expect(back.getNodeAttribute("b", "betweenness")).toBeGreaterThan(0);
});

test("what the library did not give is refused", async () => {
  const made = { postCount: 0, peopleCount: 0, inputs: [] };
  expect(() => buildNetwork(made)).toThrow("give what readPosts or fromGraphology returned");
  await expect(readPosts(["nowhere.ndjson"])).rejects.toMatchObject({
    name: "UserError",
    nextStep: expect.any(String),
  });
});
