import { expect, test } from "vitest";
import type { PostItem, Relation } from "../../src/model/item.js";
import { startCorpus } from "../../src/network/corpus-builder.js";
import { parseEdgeRule } from "../../src/network/edge-rule.js";
import { buildInteractions } from "../../src/network/interactions.js";
import { selectPosts } from "../../src/network/select-posts.js";
import { observeActivity } from "../../src/observe/observe-activity.js";

const relations: readonly Relation[] = [
  { kind: "repost", account: "x:@bob", post: undefined, position: 0 },
  { kind: "mention", account: "x:@cy", post: undefined, position: 0 },
];

function readPost(addsWords: boolean) {
  const post: PostItem = {
    type: "post",
    key: "x:1",
    aliases: [],
    origin: "found",
    author: "x:@ann",
    time: 0,
    retrievedAt: undefined,
    url: undefined,
    tags: [],
    links: [],
    relations,
    addsWords,
  };
  const builder = startCorpus();
  builder.add(post);
  const corpus = builder.finish();
  const selection = selectPosts(corpus, { tag: undefined, since: undefined, until: undefined });
  const interactions = buildInteractions(corpus, selection, parseEdgeRule("clean"));
  return { interactions, activity: observeActivity(corpus, selection, interactions) };
}

test("what a bare repost mentions is its original's, and it is no post of its own", () => {
  const { interactions, activity } = readPost(false);
  expect([...interactions.target]).toEqual([1]);
  expect(activity.posts[0]).toBe(0);
});

test("a repost with words of its own mentions people itself, and is a post of its own", () => {
  const { interactions, activity } = readPost(true);
  expect([...interactions.target]).toEqual([1, 2]);
  expect(activity.posts[0]).toBe(1);
});
