import type { InputFormatName } from "../../../src/model/provenance.js";

/** An invented table of a tool, and the ties that its posts make: kind, source, target. */
export interface ExampleTable {
  readonly format: InputFormatName;
  readonly text: string;
  readonly ties: readonly string[];
  /** Of posts that are hits. */
  readonly times?: readonly string[];
  readonly tags?: readonly string[];
}

const lines = (...rows: string[]): string => `${rows.join("\n")}\n`;
const xTime = "Wed Jan 03 10:00:00 +0000 2024";

export const exampleTables: readonly ExampleTable[] = [
  {
    format: "twarc-csv",
    text: lines(
      "id,referenced_tweets.replied_to.id,referenced_tweets.retweeted.id,referenced_tweets.quoted.id,author_id,in_reply_to_user_id,in_reply_to_username,retweeted_user_id,retweeted_username,quoted_user_id,quoted_username,created_at,text,lang,entities.hashtags,entities.mentions,author.username",
      '40,,9,,11,,,12,bob,,,2024-01-03T10:00:00.000Z,hello #x,en,"[""#x""]","[""@cat""]",ann',
      '30,,,8,13,,,,,12,bob,2024-01-02T10:00:00.000Z,so true,en,,"[{""username"":""dan"",""id"":""14""}]",cat',
      "20,7,,,14,12,bob,,,,,2024-01-01T10:00:00.000Z,@bob one\\n@cat two,en,,[],dan",
    ),
    ties: ["repost x:11 x:12", "mention x:13 x:14", "quote x:13 x:12", "reply x:14 x:12"],
    tags: ["x"],
  },
  {
    format: "twarc-1-csv",
    text: lines(
      "id,tweet_url,created_at,parsed_created_at,user_screen_name,text,tweet_type,hashtags,urls,in_reply_to_screen_name,in_reply_to_status_id,in_reply_to_user_id,retweet_or_quote_id,retweet_or_quote_screen_name,retweet_or_quote_user_id,user_id",
      `1,,${xTime},,ann,join @cat tonight #x,retweet,x y,,,,,9,bob,12,11`,
      `2,,${xTime},,dan,so true @eve,quote,,https://a.example/1 https://a.example/2,,,,9,bob,12,14`,
      `3,,${xTime},,eve,@ann yes @dan,reply,,,ann,1,11,,,,15`,
    ),
    ties: [
      "repost x:11 x:12",
      "mention x:14 x:15",
      "quote x:14 x:12",
      "mention x:15 x:14",
      "reply x:15 x:11",
    ],
    times: ["2024-01-03T10:00:00.000Z"],
    tags: ["x", "y"],
  },
  {
    format: "rtweet-csv",
    text: lines(
      '"user_id","status_id","created_at","screen_name","text","reply_to_user_id","reply_to_screen_name","is_quote","is_retweet","hashtags","mentions_user_id","mentions_screen_name","retweet_user_id","retweet_screen_name","quoted_user_id","quoted_screen_name"',
      '"x11","x1","2024-01-03 10:00:00","ann","thanks @bob and @cat","","",FALSE,FALSE,"x y","x12 13","bob cat","","","",""',
      '"x13","x2","2024-01-03 10:00:00","cat","RT @ann: thanks","","",FALSE,TRUE,NA,"x11","ann","x11","ann","",""',
      '"x12","x3","2024-01-03 10:00:00","bob","@ann see","x11","ann",TRUE,FALSE,NA,"x11","ann","","","x13","cat"',
    ),
    ties: [
      "mention x:11 x:12",
      "mention x:11 x:13",
      "quote x:12 x:13",
      "reply x:12 x:11",
      "repost x:13 x:11",
    ],
    tags: ["x", "y"],
  },
  {
    format: "tags",
    text: lines(
      "id_str,from_user,text,created_at,time,in_reply_to_screen_name,in_reply_to_user_id_str,from_user_id_str,status_url,entities_str",
      `1,ann,Hi @ben #Med,${xTime},03/01/2024 11:00:00,,,11,,"{""hashtags"":[{""text"":""Med""}],""user_mentions"":[{""screen_name"":""ben"",""id"":1.2e17}]}"`,
      `2,ben,thanks,${xTime},03/01/2024 11:00:00,ann,11,12,,`,
      `3,cem,RT @ann: Hi @ben,${xTime},03/01/2024 11:00:00,,,13,,`,
    ),
    ties: ["mention x:11 x:12", "reply x:12 x:11", "repost x:13 x:11"],
    times: ["2024-01-03T10:00:00.000Z"],
    tags: ["Med"],
  },
  {
    format: "4cat",
    text: lines(
      "id,thread_id,timestamp,unix_timestamp,link,body,author,author_fullname,author_id,is_retweet,retweeted_user,is_quote_tweet,quoted_user,is_reply,replied_user,hashtags,mentions",
      '1,1,2024-01-03 10:00:00,0,,RT @bob: hello,ann,Ann,11,yes,bob,no,,no,,"x,y","bob,cat"',
      "2,2,2024-01-03 10:00:00,0,,look,cat,Cat,12,no,,yes,bob,no,,,",
      '3,1,2024-01-03 10:00:00,0,,I agree,dan,Dan,13,no,,no,,yes,ann,,"ann,eve"',
      "5,1,2024-01-03 10:00:00,0,,RT @bob: I agree,eve,Eve,15,yes,bob,no,,yes,,,",
      "4,4,2024-01-03 10:00:00,0,,hello,REDACTED,REDACTED,REDACTED,no,,no,,no,,,",
    ),
    ties: [
      "mention x:13 x:15",
      "quote x:12 x:@bob",
      "reply x:13 x:11",
      "repost x:11 x:@bob",
      "repost x:15 x:@bob",
    ],
    tags: ["x", "y"],
  },
  {
    format: "4cat-bluesky",
    text: lines(
      "id,thread_id,created_at,author,author_id,body,link,tags,quoted_post,quoted_user,replied_to_post,replied_to_user,mentions,author_display_name",
      "at://did:plc:a/app.bsky.feed.post/1,x,2024-01-03T10:00:00+00:00,ann.bsky.social,did:plc:a,hi,https://bsky.app/profile/ann.bsky.social/post/1,med,,,,,bob.uni.example,Ann",
      "at://did:plc:b/app.bsky.feed.post/2,x,2024-01-03T10:00:00+00:00,bob.uni.example,did:plc:b,yes,https://bsky.app/profile/bob.uni.example/post/2,,DELETED,,https://bsky.app/profile/ann.bsky.social/post/1,ann.bsky.social,,Bob",
      "at://did:plc:c/app.bsky.feed.post/3,x,2024-01-03T10:00:00+00:00,cat.example.com,did:plc:c,see,,,https://bsky.app/profile/ann.bsky.social/post/1,ann.bsky.social,,,,Cat",
    ),
    ties: ["mention did:plc:a did:plc:b", "quote did:plc:c did:plc:a", "reply did:plc:b did:plc:a"],
    tags: ["med"],
  },
  {
    format: "dmi-tcat",
    text: lines(
      "id,time,created_at,from_user_name,text,to_user_name,in_reply_to_status_id,quoted_status_id,from_user_id,from_user_realname,mentions,hashtags",
      '1,1704276000,2024-01-03 11:00:00,ann,hi all,,,,11,Ann,"bob; cat","x; y"',
      "2,1704276000,2024-01-03 11:00:00,bob,RT @ann: hi all,,,,12,Bob,ann,",
      "3,1704276000,2024-01-03 11:00:00,cat,@ann yes,ann,1,,13,Cat,ann,",
      "4,1704276000,2024-01-03 11:00:00,dan,see,,,1,14,Dan,,",
    ),
    ties: [
      "mention x:11 x:12",
      "mention x:11 x:13",
      "quote x:14 x:11",
      "reply x:13 x:11",
      "repost x:12 x:11",
    ],
    times: ["2024-01-03T10:00:00.000Z"],
    tags: ["x", "y"],
  },
  {
    format: "minet",
    text: lines(
      "id,timestamp_utc,local_time,user_screen_name,text,lang,to_username,to_userid,to_tweetid,user_id,user_created_at,collected_via,match_query,retweeted_id,retweeted_user,retweeted_user_id,quoted_id,quoted_user,quoted_user_id,mentioned_names,mentioned_ids,hashtags",
      "1,1704276000,,ann,RT @bob: hi,en,,,,11,2012-05-12T17:32:30,search,1,9,bob,12,,,,bob,12,x|y",
      "2,1704276000,,cat,true,en,,,,13,,search,1,,,,9,bob,12,dan|eve,14|15,",
      "3,1704276000,,dan,@ann yes,en,ann,11,1,14,,search,1,,,,,,,ann,11,",
      "9,1704276000,,bob,hi @eve,en,,,,12,,quote,0,,,,,,,eve,15,",
    ),
    ties: [
      "mention x:13 x:14",
      "mention x:13 x:15",
      "quote x:13 x:12",
      "reply x:14 x:11",
      "repost x:11 x:12",
    ],
    times: ["2024-01-03T10:00:00.000Z"],
    tags: ["x", "y"],
  },
  {
    format: "twint",
    text: lines(
      "id,conversation_id,created_at,date,time,timezone,user_id,username,name,tweet,mentions,hashtags,link,retweet,quote_url,user_rt_id,user_rt,retweet_id,reply_to",
      `1,1,2024-01-03 12:00:00 EET,2024-01-03,12:00:00,+0200,11,ann,Ann,hi @bob,"[{'screen_name': 'bob', 'name': ""Bo'b"", 'id': '12'}]",['x'],,False,,,,,[]`,
      `2,1,2024-01-03 12:00:00 EET,2024-01-03,12:00:00,+0200,12,bob,Bob,@ann @cat yes,[],[],,False,,,,,"[{'screen_name': 'ann', 'name': 'Ann', 'id': '11'}, {'screen_name': 'cat', 'name': 'Cat', 'id': '13'}]"`,
      "3,3,2024-01-03 12:00:00 EET,2024-01-03,12:00:00,+0200,13,cat,Cat,see,[],[],,False,https://twitter.com/ann/status/1,,,,[]",
      "4,4,2024-01-03 12:00:00 EET,2024-01-03,12:00:00,+0200,14,dan,Dan,RT @ann: hi @bob,[],[],,True,,11,hi @bob,1,[]",
    ),
    ties: [
      "mention x:11 x:12",
      "mention x:12 x:13",
      "quote x:13 x:11",
      "reply x:12 x:11",
      "repost x:14 x:11",
    ],
    times: ["2024-01-03T10:00:00.000Z"],
    tags: ["x"],
  },
  {
    format: "get-old-tweets",
    text: lines(
      "username;date;retweets;favorites;text;geo;mentions;hashtags;id;permalink",
      `;2024-01-03 10:00;0;0;"she said "hi; there" to @bob";;@bob;#x #y;"1";https://twitter.com/ann/status/1`,
      `bob cat;2024-01-03 10:00;0;0;"@ann yes";;@ann;;"2";https://twitter.com/bob/status/2`,
    ),
    ties: ["mention x:@ann x:@bob", "reply x:@bob x:@ann"],
    times: ["2024-01-03T10:00:00.000Z"],
    tags: ["x", "y"],
  },
  {
    format: "get-old-tweets",
    text: lines(
      "date,username,to,retweets,favorites,text,geo,mentions,hashtags,id,permalink",
      `2024-01-03 10:00:00,ann,bob,0,0,"you ""too"", @cat",,@cat,#x,1,https://twitter.com/ann/status/1`,
    ),
    ties: ["mention x:@ann x:@cat", "reply x:@ann x:@bob"],
    tags: ["x"],
  },
  {
    format: "academic-twitter",
    text: lines(
      '"","tweet_id","user_username","text","created_at","author_id","in_reply_to_user_id","sourcetweet_type","sourcetweet_id","sourcetweet_author_id"',
      '"1","1","ada","hello #med","2024-01-03T10:00:00.000Z","11",NA,NA,NA,NA',
      '"2","2","bob","RT @ada: hello","2024-01-03T10:00:00.000Z","12",NA,"retweeted","1","11"',
      '"3","3","cat","good @dan","2024-01-03T10:00:00.000Z","13",NA,"quoted","1","11"',
      '"4","4","dan","@ada yes","2024-01-03T10:00:00.000Z","14","11",NA,NA,NA',
    ),
    ties: ["mention x:13 x:14", "quote x:13 x:11", "reply x:14 x:11", "repost x:12 x:11"],
    tags: ["med"],
  },
  {
    format: "hoaxy",
    text: lines(
      "canonical_url,from_user_id,from_user_screen_name,is_mention,to_user_id,to_user_screen_name,tweet_created_at,tweet_id,tweet_type",
      "https://a.example/1,11,ann,false,12,bob,2024-01-03T10:00:00Z,1,retweet",
      "https://a.example/1,11,ann,false,13,cat,2024-01-03T10:00:00Z,2,quote",
      "https://a.example/1,13,cat,true,14,dan,2024-01-03T10:00:00Z,2,quote",
      "https://a.example/1,14,dan,false,11,ann,2024-01-03T10:00:00Z,3,reply",
      "https://a.example/1,12,bob,true,13,cat,2024-01-03T10:00:00Z,4,origin",
      ",12,bob,true,14,dan,2024-01-03T10:00:00Z,5,mention",
    ),
    ties: [
      "mention x:12 x:13",
      "mention x:12 x:14",
      "mention x:13 x:14",
      "quote x:13 x:11",
      "reply x:14 x:11",
      "repost x:12 x:11",
    ],
  },
  {
    format: "twitter-r",
    text: lines(
      "text,favorited,favoriteCount,replyToSN,created,truncated,replyToSID,id,replyToUID,statusSource,screenName,retweetCount,isRetweet,retweeted,longitude,latitude",
      "hello, @bob, and #R, all,FALSE,0,NA,2024-01-03 10:00:00,FALSE,NA,1,NA,web,ann,0,FALSE,FALSE,NA,NA",
      '"@ann, yes",FALSE,0,ann,2024-01-03 10:00:00,FALSE,1,2,11,web,bob,0,FALSE,FALSE,NA,NA',
      "RT @ann: hello,FALSE,0,NA,2024-01-03 10:00:00,FALSE,NA,3,NA,web,cat,0,TRUE,FALSE,NA,NA",
    ),
    ties: ["mention x:11 x:@bob", "reply x:@bob x:11", "repost x:@cat x:11"],
    tags: ["R"],
  },
  {
    format: "tweet-harvest",
    text: lines(
      "conversation_id_str,created_at,favorite_count,full_text,id_str,image_url,in_reply_to_screen_name,lang,location,quote_count,reply_count,retweet_count,tweet_url,user_id_str,username",
      `1,${xTime},0,"hi @bob #x",1,,,en,,0,0,0,https://x.com/ann/status/1,11,ann`,
      `1,${xTime},0,"@ann yes",2,,ann,en,,0,0,0,https://x.com/bob/status/2,12,bob`,
    ),
    ties: ["mention x:11 x:12", "reply x:12 x:11"],
    tags: ["x"],
  },
  {
    format: "tweet-harvest",
    text: lines(
      "created_at;id;id_str;full_text;quote_count;reply_count;retweet_count;favorite_count;geo;lang;user_id_str;conversation_id;conversation_id_str;media_url_https;media_type",
      `${xTime};1;1;"she said "hi;\\n@bob \\n#x";0;0;0;0;;en;11;1;1;"";""`,
      `${xTime};2;2;"RT @ann: hi";0;0;0;0;;en;12;2;2;"";""`,
    ),
    ties: ["mention x:11 x:@bob", "repost x:12 x:@ann"],
    times: ["2024-01-03T10:00:00.000Z"],
    tags: ["x"],
  },
  {
    format: "mastodon-toolbox",
    text: lines(
      "id,created_at,content,visibility,in_reply_to_id,in_reply_to_account_id,user_id,user_name,user_acct,mentions_id,mentions_acct,hashtags,uri,url,instance_name",
      `1,2024-01-03T10:00:00,"<p>hi</p>",public,,,11,Ann,ann,"[""12""]","[""bob@uni.example""]","[""med""]",https://a.example/users/ann/statuses/1,,a.example`,
      `2,2024-01-03T10:00:00,"<p>yes</p>",public,1,11,12,Bob,bob@uni.example,[],[],[],https://uni.example/users/bob/statuses/2,,a.example`,
      `3,2024-01-03T10:00:00,"<p>no</p>",private,1,11,12,Bob,bob@uni.example,[],[],[],https://uni.example/users/bob/statuses/3,,a.example`,
    ),
    ties: ["mention ann@a.example bob@uni.example", "reply bob@uni.example ann@a.example"],
    tags: ["med"],
  },
  {
    format: "table",
    text: lines(
      "Tweet ID,Screen Name,Posted At,Tweet Text,In Reply To User,Mentioned Users,Retweeted User,Quoted User,Hashtags",
      "1,ann,2024-01-03 10:00,one,,bob;cat,,,x y",
      "2,bob,2024-01-03 10:00,two,ann,,,,",
      "3,cat,2024-01-03 10:00,three,,,ann,,",
      "4,dan,2024-01-03 10:00,four,,,,bob,",
    ),
    ties: [
      "mention x:@ann x:@bob",
      "mention x:@ann x:@cat",
      "quote x:@dan x:@bob",
      "reply x:@bob x:@ann",
      "repost x:@cat x:@ann",
    ],
    tags: ["x", "y"],
  },
  {
    format: "table",
    text: lines(
      "id,created_at,account,content,url",
      "1,2024-01-03 10:00:00,ann@uni.example,hello @bob@mas.example and @cat #med,https://uni.example/@ann/1",
      "2,2024-01-03 10:00:00,bob@mas.example,@ann@uni.example yes,https://mas.example/@bob/2",
    ),
    ties: [
      "mention ann@uni.example bob@mas.example",
      "mention ann@uni.example cat@uni.example",
      "reply bob@mas.example ann@uni.example",
    ],
    tags: ["med"],
  },
  {
    format: "table",
    text: lines(
      "uri,created_at,handle,text",
      "at://did:plc:a/app.bsky.feed.post/1,2024-01-03T10:00:00Z,ann.bsky.social,hello @bob.uni.example #med",
      "at://did:plc:b/app.bsky.feed.post/2,2024-01-03T10:00:00Z,bob.uni.example,hi",
    ),
    ties: ["mention bsky:@ann.bsky.social bsky:@bob.uni.example"],
    tags: ["med"],
  },
];
