import { RichText } from "@atproto/api";
import fc from "fast-check";
import * as mfm from "mfm-js";
import twitterText from "twitter-text";
import { describe, expect, test } from "vitest";
import { withoutVerbatim } from "../../src/platform/misskey/misskey-text.js";
import { type TextPlatform, textRules } from "../../src/platform/text-rules.js";
import { cases } from "../support/cases.js";

function hashtagsIn(text: string, platform: TextPlatform): string[] {
  return textRules[platform].findHashtags(text).map(({ name }) => name);
}

function mentionsIn(text: string, platform: TextPlatform): string[] {
  const { beforeMention, mention } = textRules[platform];
  return [...text.matchAll(new RegExp(beforeMention + mention, "gu"))].map(([, name]) => name);
}

const persian = "آموزش\u200cپزشکی";
const japanese = "医学・教育";

/** Texts of what decides where names and hashtags begin and end; no name over X's 20 characters. */
const pieces = fc.constantFrom(
  ..."#＃@＠&;/=.:-_·・ab1é₂ßあ教ह्の ()!?,'\u200c\u200d\u0301\ufe0f\ufe0e".split(""),
  "RT",
  "://",
  " #ab",
  " @ann",
  "\u{1d538}",
  "😀",
);
const texts = fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(""));

describe("plain text of X", () => {
  test("has the hashtags that twitter-text finds in it", () => {
    fc.assert(
      fc.property(texts, (text) => {
        fc.pre(!text.includes("://"));
        expect(hashtagsIn(text, "x")).toEqual(twitterText.extractHashtags(text));
      }),
      { numRuns: cases(5000) },
    );
  });

  test("has the mentions that twitter-text finds in it, but for those that touch an RT", () => {
    fc.assert(
      fc.property(texts, (text) => {
        fc.pre(!/rt:?[@＠]/iu.test(text) && !/[@＠]\w{21}/u.test(text));
        expect(mentionsIn(text, "x")).toEqual(twitterText.extractMentions(text));
      }),
      { numRuns: cases(5000) },
    );
  });

  test.each([
    ["an address on Mastodon mentions nobody", "find me at @dora@med.example", []],
    ["a list mentions nobody", "read @ann/readers and @bob/2", ["bob"]],
    ["a name may follow Japanese without a space", "ありがとう@annさん", ["ann"]],
    ["a name that goes on with an accent is none", "@anné and @ann", ["ann"]],
  ])("%s", (_, text, names) => {
    expect(mentionsIn(text, "x")).toEqual(names);
    expect(twitterText.extractMentions(text)).toEqual(names);
  });

  test("lets ZWNJ, ZWJ and dots join the parts of a hashtag", () => {
    expect(hashtagsIn(`#${persian} #${japanese} #l·l #क्\u200dष`, "x")).toEqual([
      persian,
      japanese,
      "l·l",
      "क्\u200dष",
    ]);
  });
});

/*
 * The patterns of Mastodon as they stand in app/models/tag.rb (HASHTAG_RE before 4.6, HASHTAG_NAME_PAT) and
 * app/models/account.rb (MENTION_RE), in the words of another language. They search for where a name
 * ends; ours reads on without a search.
 */
const word = String.raw`\p{Alphabetic}\p{M}\p{Nd}\p{Pc}`;
const joined = String.raw`${word}_\u00b7\u30fb\u200c`;
const first = String.raw`[${word}][${joined}]*[\p{Alphabetic}_\u00b7\u30fb\u200c][${joined}]*[${word}]`;
const last = String.raw`[${word}]*\p{Alphabetic}[${word}]*`;
const hashtagPattern = new RegExp(
  String.raw`(?<![=/)\p{Alphabetic}\p{Nd}])[#＃](${first}|${last})`,
  "gu",
);
const mentionPattern = new RegExp(
  `(?<![=/${word}])@([a-zA-Z0-9_]+(?:[.-]+[a-zA-Z0-9_]+)*(?:@[${word}]+(?:[.-]+[${word}]+)*)?)`,
  "gu",
);

describe("plain text of Mastodon", () => {
  test("has the hashtags that its HASHTAG_RE finds in it", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(hashtagsIn(text, "mastodon")).toEqual(
          [...text.matchAll(hashtagPattern)].map(([, name]) => name),
        );
      }),
      { numRuns: cases(5000) },
    );
  });

  test("has the mentions that its MENTION_RE finds in it and its extractor keeps", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const kept = [...text.matchAll(mentionPattern)].filter(
          (match) =>
            !/^(?:[@＠\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]|[\u0300-\u036f]|:\/\/)/u.test(
              text.slice(match.index + match[0].length),
            ),
        );
        expect(mentionsIn(text, "mastodon")).toEqual(kept.map(([, name]) => name));
      }),
      { numRuns: cases(5000) },
    );
  });

  test("names people with their server, or without on the author's own", () => {
    expect(mentionsIn("@ann@uni.example. @bob and x@y.example", "mastodon")).toEqual([
      "ann@uni.example",
      "bob",
    ]);
  });

  test("ends a hashtag where its parts are no longer joined", () => {
    expect(
      hashtagsIn(`(#MedEd) #${persian}・ #${japanese}, #1 #1・1 /#no #a#b`, "mastodon"),
    ).toEqual(["MedEd", persian, japanese, "1・1", "a"]);
  });
});

describe("plain text of Misskey", () => {
  /** What MFM makes hashtags and mentions of, in order. */
  const read = (text: string): { hashtags: string[]; mentions: string[] } => {
    const found = { hashtags: [] as string[], mentions: [] as string[] };
    mfm.inspect(mfm.parse(text), (node) => {
      if (node.type === "hashtag") found.hashtags.push(node.props.hashtag);
      if (node.type === "mention") found.mentions.push(node.props.acct.slice(1));
    });
    return found;
  };
  const signs = fc.constantFrom(
    ..."#@.,!?'\"/()「」（）[]【】-1aZé :あ\u3000\u200c・".split(""),
    ...[" #ab", " @ann", "@b.example", "#covid-19"],
  );
  const texts = fc.array(signs, { maxLength: 14 }).map((parts) => parts.join(""));

  test("has the hashtags that mfm-js finds in it", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(hashtagsIn(text, "misskey")).toEqual(read(text).hashtags);
      }),
      { numRuns: cases(5000) },
    );
  });

  test("has the mentions that mfm-js finds in it, but in a hashtag or beside a dot or dash", () => {
    fc.assert(
      fc.property(texts, (text) => {
        fc.pre(!/#|[.-]@|@[.-]/u.test(text));
        expect(mentionsIn(text, "misskey")).toEqual(read(text).mentions);
      }),
      { numRuns: cases(5000) },
    );
  });

  test.each([
    "`@ann #a`",
    "```\n@ann #a\n```",
    "<plain>@ann #a</plain>",
    "\\(@ann #a\\)",
  ])("names nobody in %s", (text) => {
    expect(read(text)).toEqual({ hashtags: [], mentions: [] });
    expect(withoutVerbatim(text).trim()).toBe("");
  });
});

describe("plain text of Bluesky", () => {
  /** What the app makes facets of, whoever has the handle. */
  const read = (written: string): { hashtags: string[]; mentions: string[] } => {
    const text = new RichText({ text: written });
    text.detectFacetsWithoutResolution();
    const features = (text.facets ?? []).map(({ features: [feature] }) => feature);
    return {
      hashtags: features.flatMap((one) => ("tag" in one ? [String(one.tag)] : [])),
      mentions: features.flatMap((one) => ("did" in one ? [String(one.did)] : [])),
    };
  };
  const signs = fc.constantFrom(
    ..."#＃@.,!?'()-_1aé \n。…\u200b\u00ad\ufe0f".split(""),
    ...[" #ab", " @ann.bsky.social", "(@bob.com", "#covid-19"],
  );
  const texts = fc.array(signs, { maxLength: 14 }).map((parts) => parts.join(""));

  test("has the hashtags that @atproto/api finds in it", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(hashtagsIn(text, "bluesky")).toEqual(read(text).hashtags);
      }),
      { numRuns: cases(5000) },
    );
  });

  test("has the mentions that @atproto/api finds in it", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { mentions } = read(text);
        expect(mentionsIn(text, "bluesky")).toEqual(expect.arrayContaining(mentions));
      }),
      { numRuns: cases(5000) },
    );
  });

  test("has hashtags up to the next space, and handles with a dot", () => {
    const text = "Hi @ann.bsky.social, (@bob.uni.example) @carl. #MedEd! #covid-19 (#no) #2026";
    expect(hashtagsIn(text, "bluesky")).toEqual(["MedEd", "covid-19"]);
    expect(mentionsIn(text, "bluesky")).toEqual(["ann.bsky.social", "bob.uni.example"]);
  });
});

test("a long run of signs is read in time in proportion to its length", () => {
  const runs = ["#", "#1", "・", "#a・", "@a.", "@", ".", "a#", "#a"].map((part) =>
    part.repeat(100_000),
  );
  for (const open of ["```", "`", "<plain>", "\\(", "\\["]) {
    expect(withoutVerbatim(open.repeat(100_001)).length).toBeLessThan(open.length * 100_002);
  }
  for (const platform of ["x", "mastodon", "misskey", "bluesky"] as const) {
    for (const run of runs) {
      expect(hashtagsIn(`#${run}`, platform).length).toBeLessThanOrEqual(run.length);
      expect(mentionsIn(`@${run}`, platform).length).toBeLessThanOrEqual(run.length);
    }
  }
});
