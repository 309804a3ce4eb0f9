import { describe, expect, test } from "vitest";
import { networkOfItems, tieWords } from "../../support/analyze-items.js";
import { readText } from "../../support/items-of-text.js";
import { flattenedPosts } from "./flattened-posts.js";

describe("tables that pandas has made of JSON", () => {
  const cases = Object.entries(flattenedPosts).flatMap(([posts, { json, tables }]) =>
    Object.entries(tables).map(([how, table]) => ({ posts, how, json, table })),
  );
  test.each(cases)("$posts by $how say what the JSON says", async ({ json, table }) => {
    const fromJson = await readText(json);
    const fromTable = await readText(table);
    expect(fromTable.summary.format).toBe(fromJson.summary.format);
    expect(fromTable.items).toEqual(fromJson.items);
    expect(tieWords(networkOfItems(fromTable.items)).length).toBeGreaterThan(0);
    expect(fromTable.summary.notes).toHaveLength(1);
  });

  test("paths with underscores between their steps are paths too", async () => {
    const { tables } = flattenedPosts["X API v1.1 posts"];
    const [header, ...rows] = tables.json_normalize.split("\n");
    const dotted = await readText(tables.json_normalize);
    const underscored = await readText([header.replaceAll(".", "_"), ...rows].join("\n"));
    const tiesOf = ({ items }: typeof dotted) => tieWords(networkOfItems(items)).sort();
    expect(tiesOf(underscored)).toContain("repost x:11 x:12");
    expect(tiesOf(dotted)).toEqual(expect.arrayContaining(tiesOf(underscored)));
  });

  test("lists whose items have columns of their own, as Apify writes them, are lists", async () => {
    const { items, summary } = await readText(
      "id,author/userName,author/id,createdAt,text,entities/user_mentions/0/screen_name,entities/user_mentions/1/screen_name,isRetweet\n" +
        "1300000000000000001,ann,11,Mon Aug 31 10:00:00 +0000 2020,hi both,bob,cee,false\n",
    );
    expect(summary.format).toBe("x-apify");
    expect(tieWords(networkOfItems(items)).sort()).toEqual([
      "mention x:11 x:@bob",
      "mention x:11 x:@cee",
    ]);
  });

  test("names that somebody has joined to posts of the API v2 are their authors' names", async () => {
    const { items } = await readText(
      "id,author_id,username,text,created_at,referenced_tweets\n" +
        "1600000000000000002,11,ann,RT @bob: hi,2022-12-06T10:00:00.000Z,\"[{'type': 'retweeted', 'id': '1600000000000000001'}]\"\n",
    );
    expect(items).toContainEqual(expect.objectContaining({ key: "x:11", aliases: ["x:@ann"] }));
    expect(tieWords(networkOfItems(items))).toEqual(["repost x:11 x:@bob"]);
  });

  test("people whom a cell names as objects of Python are mentioned", async () => {
    const { items } = await readText(
      "Datetime,Tweet Id,Text,Username,inReplyToUser,mentionedUsers\n" +
        "2020-08-31 10:00:00+00:00,1300000000000000002,hi,cee,\"User(username='dan', id=14)\",\"[User(username='dan', id=14, created=datetime.datetime(2012, 3, 4, 5, 6, tzinfo=datetime.timezone.utc), label=None), User(username='eve', id=15)]\"\n",
    );
    expect(tieWords(networkOfItems(items)).sort()).toEqual([
      "mention x:@cee x:15",
      "reply x:@cee x:14",
    ]);
  });

  test("of a list that a spreadsheet has cut, the names that are whole are read, and no others", async () => {
    const { items } = await readText(
      "created_at,user,text,mentions\n2020-08-31 10:00:00,ann,hi,\"[{'username': 'bob', 'id': '12'}, {'username': 'ce\"\n",
    );
    expect(tieWords(networkOfItems(items))).toEqual(["mention x:@ann x:@bob"]);
  });
});
