import { describe, expect, test } from "vitest";
import type { PostItem } from "../../../src/model/item.js";
import { networkOfItems, tieWords } from "../../support/analyze-items.js";
import { readText } from "../../support/items-of-text.js";

const rows = (...lines: string[]): string => `${lines.join("\n")}\n`;

async function tiesIn(text: string): Promise<string[]> {
  const { items } = await readText(text);
  return tieWords(networkOfItems(items)).sort();
}

async function postsIn(text: string): Promise<PostItem[]> {
  const { items } = await readText(text);
  return items.flatMap((item) => (item.type === "post" ? [item] : []));
}

describe("tables of other platforms", () => {
  test.each([
    ["Reddit", "id,author,body,created_utc,subreddit\nx1,ann,so @cee,1600000000,medicine\n"],
    ["Reddit", "id,author,title,selftext,created_utc,subreddit\nx1,ann,T,so,1600000000,med\n"],
    ["YouTube", "videoId,author,text,publishedAt\nv,ann,hi @bob,2022-01-01T10:00:00Z\n"],
    ["Facebook", "Page Name,User Name,Facebook Id,Page Created,Message\nP,p,1,2010-01-01,hi\n"],
    ["Instagram", "id,timestamp,ownerUsername,caption\n1,2022-01-01T10:00:00Z,ann,hi @bob\n"],
    [
      "TikTok",
      "author,text,created_at,url\nann,hi @bob,2022-01-01 10:00,https://www.tiktok.com/@ann/video/7\n",
    ],
  ])("of %s are refused by name, and make nobody a person on X", async (platform, text) => {
    await expect(readText(text)).rejects.toThrow(
      `posts of ${platform}, which tagatlas does not read`,
    );
  });

  test("are no posts of X as rows of JSON either", async () => {
    const row = { author: "ann", body: "so @cee", created_utc: "1600000000", subreddit: "med" };
    await expect(readText(`${JSON.stringify(row)}\n`)).rejects.toThrow(
      "no posts that tagatlas knows",
    );
  });

  test("a post of X that links to a video stays one", async () => {
    const [post] = await postsIn(
      "tweet_id,created_at,screen_name,text,url\n1300000000000000001,2020-08-31 10:00,ann,hi,https://youtu.be/x\n",
    );
    expect(post?.author).toBe("x:@ann");
  });

  test("a network whose ties have a subreddit stays one", async () => {
    expect(await tiesIn("source,target,subreddit\nann,bob,med\nbob,cee,med\n")).toHaveLength(2);
  });
});

test.each([
  ["twarc-csv", "id,author_id,author.username,created_at,text,author.protected", "True"],
  ["academictwitteR", "tweet_id,author_id,user_username,created_at,text,user_protected", "TRUE"],
  ["rtweet", "status_id,user_id,screen_name,created_at,text,protected,is_retweet", "TRUE,FALSE"],
  ["nobody known", "id,user_id,screen_name,created_at,text,protected", "true"],
])("posts of protected accounts are left out of tables of %s, and the accounts not named", async (_, columns, end) => {
  const row = (id: number, name: string, last: string) =>
    `150000000000000000${id},1${id},${name},2022-01-01 10:00:00,hi @cat,${last}`;
  const { items, summary } = await readText(
    rows(columns, row(1, "ann", end), row(2, "bob", end.replace(/true/iu, "False"))),
  );
  expect(summary.skipped.map(({ reason, count }) => [reason, count])).toEqual([
    ["not public (protected account)", 1],
  ]);
  expect(items.flatMap((item) => (item.type === "post" ? [item.author] : []))).toEqual(["x:12"]);
  const accounts = items.flatMap((item) => (item.type === "account" ? [item] : []));
  expect(accounts.find(({ key }) => key === "x:11")?.profile.isPrivate).toBe(true);
});

test("a link whose number 4CAT has rounded is made anew from the post's id", async () => {
  const columns = "id,thread_id,timestamp,link,body,author,author_fullname,language_guess";
  const row = (id: string, linked: string) =>
    `${id},1,2024-01-03 10:00:00,https://x.com/ann/status/${linked},hi,ann,Ann,en`;
  const posts = await postsIn(
    rows(
      columns,
      row("1742500000000000123", "1742500000000000000"),
      row("1742500000000000456", "1742500000000000456"),
    ),
  );
  expect(posts.map(({ url }) => url)).toEqual([
    "https://x.com/ann/status/1742500000000000123",
    "https://x.com/ann/status/1742500000000000456",
  ]);
});

test("what X did not give out to 4CAT is nobody's post, whatever time 4CAT gives it", async () => {
  const { items, summary } = await readText(
    rows(
      "id,thread_id,timestamp,unix_timestamp,body,author,author_fullname,author_id,language_guess,is_retweet",
      "1,1,2022-01-05 10:00:00,1641376800,hello,ann,Ann,11,en,no",
      "2,2,2026-11-01 10:00:00,1793527200,,UNKNOWN,UNKNOWN,UNKNOWN,,no",
    ),
  );
  expect(summary).toMatchObject({ format: "4cat", kept: 1 });
  expect(summary.skipped[0].reason).toMatch(/did not give out/u);
  expect(items.filter(({ type }) => type === "account")).toHaveLength(1);
});

describe("tables with odd columns", () => {
  test.each([
    "[id],user,text,created_at",
    "{id},user,text,created_at",
  ])("a header that begins %s makes a table no JSON", async (header) => {
    expect(await tiesIn(`${header}\n7,ann,hi @bob,2020-01-01 10:00\n`)).toEqual([
      "mention x:@ann x:@bob",
    ]);
  });

  test("an author of nothing, as programs write it, is nobody, and is counted", async () => {
    const { items, summary } = await readText(
      rows(
        "created_at,user,text",
        "2020-01-01 10:00,nan,hi @bob",
        "2020-01-01 10:00,None,hi @bob",
        "2020-01-01 10:00,@nan,hi @bob",
      ),
    );
    const authors = items.flatMap((item) => (item.type === "post" ? [item.author] : []));
    expect(authors).toEqual(["x:@nan"]);
    expect(summary.skipped).toEqual([
      expect.objectContaining({ reason: "a row without an author", count: 2 }),
    ]);
  });

  test("one column for the kind of a reference and one for its post make the tie", async () => {
    const table = rows(
      "id,author_id,author_username,text,created_at,in_reply_to_user_id,referenced_tweet_type,referenced_tweet_id",
      "1300000000000000001,11,ann,hi,2020-08-31T10:00:00Z,,,",
      "1300000000000000002,12,bob,thanks,2020-08-31T11:00:00Z,11,replied_to,1300000000000000001",
      "1300000000000000003,13,cee,hi,2020-08-31T12:00:00Z,,retweeted,1300000000000000001",
      "1300000000000000004,14,dan,look,2020-08-31T13:00:00Z,,quoted,1300000000000000001",
    );
    expect(await tiesIn(table)).toEqual(["quote x:14 x:11", "reply x:12 x:11", "repost x:13 x:11"]);
  });

  test.each([
    ["rt_of_user", "cee", "repost"],
    ["Retweeted User", "cee", "repost"],
    ["quotedTweet", "https://twitter.com/cee/status/1290000000000000001", "quote"],
    ["quoted_status.user.screen_name", "cee", "quote"],
    ["In Reply To", "@cee", "reply"],
  ])("the column %s names somebody", async (column, cell, kind) => {
    const table = rows(`created_at,user,text,${column}`, `2020-01-01 10:00,ann,hi,${cell}`);
    expect(await tiesIn(table)).toEqual([`${kind} x:@ann x:@cee`]);
  });

  test("the address of a post that names nobody makes nobody a person", async () => {
    const table = rows(
      "created_at,user,text,quotedTweet",
      "2020-01-01 10:00,ann,hi,https://twitter.com/i/web/status/1290000000000000001",
    );
    expect(await tiesIn(table)).toEqual([]);
  });

  test("a bio in a column user_bio can say no", async () => {
    const { items } = await readText(
      rows(
        "id,guid,link,pubdate,author,title,description,source,user_id,profile_image_url,user_friends_count,user_followers_count,user_created_at,user_bio,user_location,lang,coords",
        "1,https://twitter.com/ann/statuses/15,https://twitter.com/ann/statuses/15,2020-03-26 14:29:57,ann,hi @bob,hi @bob,web,11,,3,4,2010-01-01 00:00:00,I teach. #nobot,,en,",
      ),
    );
    const author = items.flatMap((item) =>
      item.type === "account" && item.key === "x:11" ? [item] : [],
    );
    expect(author.map(({ profile }) => [profile.hasOptOutTag, profile.followers])).toEqual([
      [true, 4],
    ]);
  });

  test("the title is the text where no other column is, and the link is X's", async () => {
    const table = rows(
      "id,guid,link,pubdate,author,title,description,source,to",
      "1,g,https://twitter.com/ann/status/1300000000000000001,2020-08-31 10:00:00,ann,hi @bob #MedEd,hi,Web,",
    );
    const [post] = await postsIn(table);
    expect(post).toMatchObject({ key: "x:1300000000000000001", tags: ["MedEd"] });
    expect(await tiesIn(table)).toEqual(["mention x:@ann x:@bob"]);
  });

  test("numbers of rows are no ids of posts, and still say which row answers which", async () => {
    const table = rows(
      "id,created_at,user,text,in_reply_to_id",
      "1,2020-01-01 10:00,ann,hi,",
      "2,2020-01-01 11:00,bob,yes,1",
    );
    const [first] = await postsIn(table);
    expect(first?.key).toMatch(/^x:row-/u);
    expect(first?.url).toBeUndefined();
    expect(await tiesIn(table)).toEqual(["reply x:@bob x:@ann"]);
  });

  test("a name alone is at home on the server that the posts' pages are on", async () => {
    const table = rows(
      "id,url,created_at,acct,content",
      "5,https://a.example/@ann/5,2023-01-01 10:00,ann,hi @bob@b.example",
    );
    expect(await tiesIn(table)).toEqual(["mention ann@a.example bob@b.example"]);
  });

  test("a column that looks like a tie and is not used is listed", async () => {
    const { summary } = await readText(
      "created_at,user,text,my rt flag\n2020-01-01 10:00,ann,hi,1\n",
    );
    expect(summary.unusedColumns).toEqual(["my rt flag"]);
  });
});
