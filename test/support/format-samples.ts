/** A small invented file of a format, and what is in it. */
export interface FormatSample {
  readonly name: string;
  /** What `--format` calls it. */
  readonly format: string;
  readonly text: string;
  /** As `tieWords` gives them. */
  readonly ties: readonly string[];
  /** Of each post that is somebody's own: author, day, hashtags, links. */
  readonly posts: readonly string[];
}

const lines = (...rows: readonly unknown[]): string =>
  rows.map((row) => `${JSON.stringify(row)}\n`).join("");

const snscrapeUser = (username: string, id: number) => ({
  _type: "snscrape.modules.twitter.User",
  username,
  id,
  displayname: username,
  followersCount: 3,
});

const snscrapePost = (id: string, username: string, more: object) => ({
  _type: "snscrape.modules.twitter.Tweet",
  url: `https://twitter.com/${username}/status/${id}`,
  date: "2026-03-01T12:00:00+00:00",
  id: Number(id),
  user: snscrapeUser(username, username === "ada" ? 11 : 13),
  lang: "en",
  ...more,
});

const webUser = (screen_name: string, rest_id: string) => ({
  user_results: {
    result: { __typename: "User", rest_id, core: { screen_name, name: "N" }, legacy: {} },
  },
});

const webTweet = (id: string, screen_name: string, userId: string, legacy: object) => ({
  __typename: "Tweet",
  rest_id: id,
  core: webUser(screen_name, userId),
  legacy: {
    id_str: id,
    user_id_str: userId,
    created_at: "Sun Mar 01 12:00:00 +0000 2026",
    full_text: "words #MedEd",
    entities: { hashtags: [{ text: "MedEd" }], user_mentions: [], urls: [] },
    ...legacy,
  },
});

const answering = {
  in_reply_to_status_id_str: "101",
  in_reply_to_user_id_str: "22",
  in_reply_to_screen_name: "ben",
};

const webRepost = webTweet("103", "cem", "33", {
  full_text: "RT @ada: words",
  retweeted_status_result: { result: webTweet("101", "ada", "11", {}) },
});

const webQuote = {
  ...webTweet("104", "dan", "44", {}),
  quoted_status_result: {
    result: { __typename: "TweetWithVisibilityResults", tweet: webTweet("101", "ada", "11", {}) },
  },
};

const webTies = ["reply x:11 x:22", "repost x:33 x:11", "quote x:44 x:11"];
const webPosts = ["x:11 2026-03-01 MedEd", "x:33 2026-03-01 MedEd", "x:44 2026-03-01 MedEd"];
const webTweets = [webTweet("102", "ada", "11", answering), webRepost, webQuote];

const entry = (result: unknown, more: object = {}) => ({
  content: { itemContent: { itemType: "TimelineTweet", tweet_results: { result }, ...more } },
});

const adaptiveTweet = (id: string, screen_name: string, id_str: string, legacy: object) => ({
  type: "adaptive",
  id: Number(id),
  legacy: {
    id_str: id,
    user_id_str: id_str,
    created_at: "Wed Jan 04 12:00:00 +0000 2023",
    ...legacy,
  },
  user: { id_str, screen_name, name: "N", description: "teacher" },
});

const apifyAuthor = (userName: string, id: string) => ({ type: "user", userName, id, name: "N" });
const apifyPost = (id: string, userName: string, userId: string, more: object) => ({
  type: "tweet",
  id,
  url: `https://x.com/${userName}/status/${id}`,
  text: "words #MedEd",
  createdAt: "Sun Mar 01 12:00:00 +0000 2026",
  author: apifyAuthor(userName, userId),
  entities: { hashtags: [{ text: "MedEd" }], user_mentions: [], urls: [] },
  ...more,
});

const archiveTweet = (id: string, full_text: string, more: object = {}) => ({
  tweet: {
    id_str: id,
    created_at: "Sun Mar 01 12:00:00 +0000 2026",
    full_text,
    truncated: false,
    entities: { hashtags: [{ text: "MedEd" }], user_mentions: [], urls: [] },
    ...more,
  },
});

const actor = "https://med.example/users/ada";
const everybody = "https://www.w3.org/ns/activitystreams#Public";
const activity = (id: string, more: object) => ({
  id: `${actor}/statuses/${id}/activity`,
  type: "Create",
  actor,
  published: "2026-03-01T12:00:00Z",
  to: [everybody],
  cc: [`${actor}/followers`],
  ...more,
});
const note = (id: string, more: object = {}) => ({
  id: `${actor}/statuses/${id}`,
  type: "Note",
  published: "2026-03-01T12:00:00Z",
  url: `https://med.example/@ada/${id}`,
  attributedTo: actor,
  to: [everybody],
  cc: [`${actor}/followers`],
  content: '<p>words <a href="https://journal.example/1">paper</a></p>',
  inReplyTo: null,
  tag: [{ type: "Hashtag", href: "https://med.example/tags/meded", name: "#MedEd" }],
  ...more,
});
const benMention = { type: "Mention", href: "https://b.example/users/ben", name: "@ben@b.example" };
const outbox = (items: readonly unknown[]): string =>
  `{"@context":"https://www.w3.org/ns/activitystreams","id":"outbox.json","type":"OrderedCollection","totalItems":${items.length},"orderedItems":[],"orderedItems":${JSON.stringify(items)}}`;

const misskeyUser = (username: string, host: string | null, more: object = {}) => ({
  id: `u-${username}`,
  username,
  host,
  name: null,
  avatarUrl: `https://mk.example/identicon/${username}@mk.example`,
  ...more,
});
const misskeyNote = (id: string, username: string, more: object = {}) => ({
  id,
  createdAt: "2026-03-01T12:00:00.000Z",
  userId: `u-${username}`,
  user: misskeyUser(username, null),
  text: "words #MedEd",
  cw: null,
  visibility: "public",
  tags: ["meded"],
  fileIds: [],
  replyId: null,
  renoteId: null,
  ...more,
});

const did = (name: string): string => `did:plc:${name}`;
const atPost = (name: string, id: string): string => `at://${did(name)}/app.bsky.feed.post/${id}`;
const skyPost = (name: string, id: string, record: object, more: object = {}) => ({
  uri: atPost(name, id),
  cid: "c",
  author: { did: did(name), handle: `${name}.bsky.social`, displayName: name },
  record: {
    $type: "app.bsky.feed.post",
    createdAt: "2026-03-01T12:00:00.000Z",
    text: "words #MedEd",
    facets: [{ index: {}, features: [{ $type: "app.bsky.richtext.facet#tag", tag: "MedEd" }] }],
    ...record,
  },
  indexedAt: "2026-03-01T12:00:05.000Z",
  ...more,
});

const rtweet04 = (id: string, screen_name: string, user_id: string, more: object) => ({
  screen_name,
  user_id,
  created_at: "2026-03-01 12:00:00",
  status_id: id,
  text: "words #MedEd",
  is_quote_status: false,
  is_retweet: false,
  hashtags: ["MedEd"],
  mentions_screen_name: [null],
  mentions_user_id: [null],
  ...more,
});

/** One sample a format, or two where it comes in two shapes. */
export const formatSamples: readonly FormatSample[] = [
  {
    name: "snscrape",
    format: "snscrape",
    text: lines(
      snscrapePost("101", "ada", {
        content: "@ben see #MedEd https://t.co/1",
        inReplyToUser: snscrapeUser("ben", 12),
        mentionedUsers: [snscrapeUser("ben", 12), snscrapeUser("cem", 13)],
        outlinks: ["https://journal.example/1"],
      }),
      snscrapePost("102", "cem", {
        rawContent: "so true",
        hashtags: ["MedEd"],
        quotedTweet: snscrapePost("101", "ada", { rawContent: "@ben see" }),
      }),
      { _type: "snscrape.modules.twitter.Tombstone", id: 7 },
    ),
    ties: ["reply x:11 x:12", "mention x:11 x:13", "quote x:13 x:11"],
    posts: ["x:11 2026-03-01 MedEd https://journal.example/1", "x:13 2026-03-01 MedEd"],
  },
  {
    name: "Zeeschuimer's X",
    format: "x-web",
    text: lines(
      ...webTweets.map((data) => ({
        nav_index: "1:0:1",
        item_id: data.rest_id,
        timestamp_collected: 1772400000000,
        source_platform: "twitter.com",
        source_url: "https://x.com/search",
        data,
      })),
    ),
    ties: webTies,
    posts: webPosts,
  },
  {
    name: "Zeeschuimer's X of before 2023",
    format: "x-web",
    text: lines(
      ...[
        adaptiveTweet("1500000000000000001", "ada", "11", {
          full_text: "hello @ben #MedEd",
          entities: {
            hashtags: [{ text: "MedEd" }],
            user_mentions: [{ screen_name: "ben", id_str: "12" }],
          },
        }),
        adaptiveTweet("1500000000000000002", "cem", "13", {
          full_text: "RT @ada: hello @ben #MedEd",
          retweeted_status_id_str: "1500000000000000001",
          entities: { hashtags: [{ text: "MedEd" }], user_mentions: [] },
        }),
        adaptiveTweet("1500000000000000003", "ben", "12", {
          full_text: "@ada yes",
          in_reply_to_status_id_str: "1500000000000000001",
          in_reply_to_user_id_str: "11",
          in_reply_to_screen_name: "ada",
        }),
      ].map((data) => ({ item_id: data.id, source_platform: "twitter.com", data })),
    ),
    ties: ["mention x:11 x:12", "repost x:13 x:11", "reply x:12 x:11"],
    posts: ["x:11 2023-01-04 MedEd", "x:13 2023-01-04 MedEd", "x:12 2023-01-04"],
  },
  {
    name: "4CAT's X envelope",
    format: "x-web",
    text: lines(
      ...webTweets.map((data) => ({
        ...data,
        __import_meta: { source_platform: "x.com", timestamp_collected: 1772400000000 },
      })),
    ),
    ties: webTies,
    posts: webPosts,
  },
  {
    name: "an answer of X's page",
    format: "x-web",
    text: JSON.stringify({
      data: {
        threaded_conversation_with_injections_v2: {
          instructions: [
            {
              type: "TimelineAddEntries",
              entries: [
                entry(webTweets[0]),
                {
                  content: {
                    items: [{ item: { itemContent: { tweet_results: { result: webRepost } } } }],
                  },
                },
                entry(webQuote),
                entry(webTweet("9", "shop", "99", {}), { promotedMetadata: {} }),
                entry({ __typename: "TweetTombstone", tombstone: {} }),
              ],
            },
          ],
        },
      },
    }),
    ties: webTies,
    posts: webPosts,
  },
  {
    name: "Apify's X posts",
    format: "x-apify",
    text: JSON.stringify([
      apifyPost("102", "ada", "11", {
        isReply: true,
        inReplyToId: "101",
        inReplyToUserId: "22",
        inReplyToUsername: "ben",
      }),
      apifyPost("103", "cem", "33", {
        isRetweet: true,
        retweet: apifyPost("101", "ada", "11", {}),
      }),
      apifyPost("104", "dan", "44", { isQuote: true, quote: apifyPost("101", "ada", "11", {}) }),
    ]),
    ties: webTies,
    posts: webPosts,
  },
  {
    name: "an X archive",
    format: "x-archive",
    text: `window.YTD.tweets.part0 = ${JSON.stringify(
      [
        archiveTweet("102", "@ben words #MedEd", {
          in_reply_to_status_id_str: "101",
          in_reply_to_user_id_str: "22",
          in_reply_to_screen_name: "ben",
          extended_entities: {
            media: [{ expanded_url: "https://twitter.com/ada/status/102/photo/1" }],
          },
        }),
        archiveTweet("103", "RT @cem: words #MedEd", {
          entities: {
            hashtags: [{ text: "MedEd" }],
            user_mentions: [{ screen_name: "cem", id_str: "33", indices: ["3", "7"] }],
            urls: [],
          },
        }),
        archiveTweet("104", "so true #MedEd https://t.co/x", {
          entities: {
            hashtags: [{ text: "MedEd" }],
            user_mentions: [],
            urls: [{ url: "https://t.co/x", expanded_url: "https://twitter.com/dan/status/77" }],
          },
        }),
      ],
      undefined,
      2,
    )}`,
    ties: ["reply x:@ada x:22", "repost x:@ada x:33", "quote x:@ada x:@dan"],
    posts: ["x:@ada 2026-03-01 MedEd", "x:@ada 2026-03-01 MedEd", "x:@ada 2026-03-01 MedEd"],
  },
  {
    name: "a Mastodon archive",
    format: "mastodon-archive",
    text: outbox([
      activity("1", {
        object: note("1", {
          inReplyTo: "https://b.example/users/ben/statuses/9",
          tag: [benMention, { type: "Hashtag", name: "#MedEd" }],
        }),
      }),
      activity("2", { object: note("2", { tag: [benMention] }) }),
      activity("3", { object: note("3", { to: ["https://b.example/users/ben"], cc: [] }) }),
      activity("4", {
        type: "Announce",
        cc: ["https://c.example/users/cem", `${actor}/followers`],
        object: "https://c.example/users/cem/statuses/5",
      }),
    ]),
    ties: [
      "reply ada@med.example ben@b.example",
      "mention ada@med.example ben@b.example",
      "repost ada@med.example cem@c.example",
    ],
    posts: [
      "ada@med.example 2026-03-01 MedEd https://journal.example/1",
      "ada@med.example 2026-03-01 https://journal.example/1",
      "ada@med.example 2026-03-01",
    ],
  },
  {
    name: "Misskey notes",
    format: "misskey",
    text: JSON.stringify([
      misskeyNote("n1", "ada", { text: "@ben@b.example and @cem words #MedEd", mentions: ["u-x"] }),
      misskeyNote("n2", "ben", {
        user: misskeyUser("ben", "b.example"),
        uri: "https://b.example/notes/n2",
        text: "yes",
        replyId: "n1",
        reply: misskeyNote("n1", "ada"),
      }),
      misskeyNote("n3", "cem", { text: null, renoteId: "n1", renote: misskeyNote("n1", "ada") }),
      misskeyNote("n4", "dan", { renoteId: "n1", renote: misskeyNote("n1", "ada") }),
      misskeyNote("n5", "eva", { visibility: "followers" }),
    ]),
    ties: [
      "mention ada@mk.example ben@b.example",
      "mention ada@mk.example cem@mk.example",
      "reply ben@b.example ada@mk.example",
      "repost cem@mk.example ada@mk.example",
      "quote dan@mk.example ada@mk.example",
    ],
    posts: [
      "ben@b.example 2026-03-01 meded",
      "ada@mk.example 2026-03-01 meded",
      "cem@mk.example 2026-03-01 meded",
      "dan@mk.example 2026-03-01 meded",
    ],
  },
  {
    name: "Bluesky posts",
    format: "bluesky",
    text: JSON.stringify({
      posts: [
        skyPost("ada", "1", {
          facets: [
            { features: [{ $type: "app.bsky.richtext.facet#tag", tag: "MedEd" }] },
            { features: [{ $type: "app.bsky.richtext.facet#mention", did: did("ben") }] },
            {
              features: [
                { $type: "app.bsky.richtext.facet#link", uri: "https://journal.example/1" },
              ],
            },
          ],
        }),
        skyPost("cem", "2", { reply: { parent: { uri: atPost("ada", "1") } } }),
        skyPost("dan", "3", {
          embed: { $type: "app.bsky.embed.record", record: { uri: atPost("ada", "1"), cid: "c" } },
        }),
      ],
    }),
    ties: [
      "mention did:plc:ada did:plc:ben",
      "reply did:plc:cem did:plc:ada",
      "quote did:plc:dan did:plc:ada",
    ],
    posts: [
      "did:plc:ada 2026-03-01 MedEd https://journal.example/1",
      "did:plc:cem 2026-03-01 MedEd",
      "did:plc:dan 2026-03-01 MedEd",
    ],
  },
  {
    name: "rtweet 0.4",
    format: "rtweet",
    text: lines(
      rtweet04("102", "ada", "11", {
        in_reply_to_status_status_id: "101",
        in_reply_to_status_user_id: "22",
        in_reply_to_status_screen_name: "ben",
      }),
      rtweet04("103", "cem", "33", {
        text: "RT @ada: words #MedEd",
        is_retweet: true,
        retweet_status_id: "101",
        mentions_screen_name: ["ada"],
        mentions_user_id: ["11"],
      }),
    ),
    ties: ["reply x:11 x:22", "repost x:33 x:11"],
    posts: ["x:11 2026-03-01 MedEd", "x:33 2026-03-01 MedEd"],
  },
  {
    name: "rtweet 1.x",
    format: "x-v1.1",
    text: lines({
      created_at: "2026-03-01 12:00:00",
      id: 1.6e18,
      id_str: "1600000000000000001",
      full_text: "@ben words #MedEd",
      truncated: false,
      entities: {
        hashtags: [{ text: "MedEd" }],
        user_mentions: [{ screen_name: "ben", id_str: "22" }],
      },
      in_reply_to_screen_name: "ben",
      in_reply_to_user_id_str: "22",
      user_id: "11",
    }),
    ties: ["reply x:11 x:22"],
    posts: ["x:11 2026-03-01 MedEd"],
  },
  {
    name: "X posts that R's jsonlite wrote without auto_unbox",
    format: "x-v2-flat",
    text: JSON.stringify([
      {
        id: ["101"],
        author_id: ["11"],
        text: ["@ben words"],
        created_at: ["2026-03-01T12:00:00.000Z"],
        in_reply_to_user_id: ["22"],
        entities: { hashtags: [{ tag: ["MedEd"] }] },
        geo: {},
      },
    ]),
    ties: ["reply x:11 x:22"],
    posts: ["x:11 2026-03-01 MedEd"],
  },
  {
    name: "academictwitteR's users and referenced posts",
    format: "x-v2",
    text: JSON.stringify({
      users: [{ id: "11", username: "ada", name: "Ada" }],
      tweets: [{ id: "9", author_id: "22", text: "words", created_at: "2026-03-01T12:00:00.000Z" }],
    }),
    ties: [],
    posts: [],
  },
];
