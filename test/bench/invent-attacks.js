/*
 * An invented community, and attacks on the list of whom to follow in it: posts as a table. The same every time.
 */

/** @typedef {{ user: string, day: number, text: string }} Post */

export const memberCount = 40;
const visitorCount = 120;
const days = 12;
const members = Array.from({ length: memberCount }, (_, at) => `member_${two(at)}`);
const visitors = Array.from({ length: visitorCount }, (_, at) => `visitor_${at}`);

/** Whom each attack is to bring among the first ten; in a pile-on, its victim. */
export const star = "zz_star";
export const victim = "member_30";

/** @param {number} at */
function two(at) {
  return String(at).padStart(2, "0");
}

/** Numbers in [0, 1), the same each time: Park and Miller (1988). */
function startChance() {
  let state = 20_260_301;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Members who talk with one another, the first of them most, and visitors who repost two of them. */
function community() {
  const chance = startChance();
  const weights = members.map((_, at) => 1 / (at + 1));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const someMember = () => {
    let left = chance() * sum;
    for (const [at, weight] of weights.entries()) {
      left -= weight;
      if (left <= 0) return members[at];
    }
    return members[0];
  };
  /** @type {Post[]} */
  const posts = [];
  for (const [at, user] of members.entries()) {
    for (let post = 0; post < 6; post += 1) {
      posts.push({ user, day: chance() * days, text: `case ${post} of the week` });
    }
    for (let post = 0; post < 5; post += 1) {
      posts.push({ user, day: chance() * days, text: `@${someMember()} how do you teach it?` });
    }
    const next = members[(at + 1) % memberCount];
    posts.push({ user, day: chance() * days, text: `@${next} thanks` });
  }
  for (const user of visitors) {
    for (let post = 0; post < 2; post += 1) {
      posts.push({ user, day: chance() * days, text: `RT @${someMember()}: case of the week` });
    }
  }
  return posts;
}

/** @param {number} count */
const fakes = (count) => Array.from({ length: count }, (_, at) => `zz_${two(at)}`);

/** @param {string} user @param {readonly string[]} named @param {number} day @param {string} words */
const namesAll = (user, named, day, words) =>
  Array.from({ length: Math.ceil(named.length / 8) }, (_, part) => ({
    user,
    day: day + part / 100,
    text: `${words} ${named
      .slice(part * 8, part * 8 + 8)
      .map((one) => `@${one}`)
      .join(" ")}`,
  }));

/** On each of some days every fake names the star and the next ones. @param {string[]} ring @param {number[]} on */
const ringTalk = (ring, on, reach = 1) =>
  on.flatMap((day) =>
    ring.flatMap((user, at) => [
      ...Array.from({ length: reach }, (_, step) => ({
        user,
        day,
        text: `@${ring[(at + step + 1) % ring.length]} agreed, as @${star} says`,
      })),
    ]),
  );

const own = [10.9, 11, 11.1].map((day) => ({ user: star, day, text: "my course" }));
const lateDay = [11.5];
const manyDays = [2, 4, 6, 8, 10, 11.5];

/** @type {Record<string, { about: string, fakes: number, posts: () => Post[] }>} */
export const attacks = {
  ring: {
    about: "45 accounts that name each other and the star, and one puppet that names them all",
    fakes: 47,
    posts: () => [
      ...own,
      ...ringTalk(fakes(45), lateDay),
      ...namesAll("zz_out", [...fakes(45), star], 11.7, "good people"),
      ...namesAll(star, fakes(45), 11.8, "thanks"),
    ],
  },
  "patient ring": {
    about: "the same on six days, each naming three others",
    fakes: 47,
    posts: () => [
      ...own,
      ...ringTalk(fakes(45), manyDays, 3),
      ...namesAll("zz_out", [...fakes(45), star], 11.7, "good people"),
      ...namesAll(star, fakes(45), 4, "thanks"),
      ...namesAll(star, fakes(45), 11.8, "thanks"),
    ],
  },
  "patient ring, reposted": {
    about: "the same, and a member reposts one of them",
    fakes: 47,
    posts: () => [
      ...attacks["patient ring"].posts(),
      { user: members[3], day: 11.9, text: "RT @zz_00: nice summary of the session" },
    ],
  },
  "ring that flatters": {
    about: "45 accounts over six days that name the star, the next one and three members each time",
    fakes: 46,
    posts: () => [
      ...own,
      ...ringTalk(fakes(45), manyDays),
      ...manyDays.flatMap((day, on) =>
        fakes(45).map((user, at) => ({
          user,
          day,
          text: [0, 1, 2].map((step) => `@${members[(at + on + step) % memberCount]}`).join(" "),
        })),
      ),
      { user: members[3], day: 11.9, text: "RT @zz_00: nice summary of the session" },
    ],
  },
  "two rings": {
    about: "two rings of 25 that name each other over six days, and a member reposts one of them",
    fakes: 51,
    posts: () => [
      ...own,
      ...ringTalk(fakes(50).slice(0, 25), manyDays, 2),
      ...ringTalk(fakes(50).slice(25), manyDays, 2),
      ...fakes(25).map((user, at) => ({ user, day: 5, text: `@zz_${two(at + 25)} well said` })),
      ...fakes(25).map((user, at) => ({
        user: `zz_${two(at + 25)}`,
        day: 6,
        text: `@${user} yes`,
      })),
      { user: members[3], day: 11.9, text: "RT @zz_00: nice summary of the session" },
    ],
  },
  puppets: {
    about:
      "six accounts that name the star, a member and each other; a puppet names them, a member reposts one",
    fakes: 8,
    posts: () => [
      ...own,
      ...fakes(6).map((user, at) => ({
        user,
        day: 11.6,
        text: `@${star} explained it best, with @${members[at]} and @zz_${two((at + 1) % 6)}`,
      })),
      { user: members[3], day: 11.9, text: "RT @zz_00: nice summary of the session" },
      ...namesAll("zz_out", fakes(6), 11.7, "good people"),
    ],
  },
  digest: {
    about: "one account names everybody, and a member thanks it; eight accounts name the star",
    fakes: 10,
    posts: () => [
      ...own,
      ...namesAll("weekly_post", [...members, ...visitors], 11.3, "Our people this week:"),
      { user: members[5], day: 11.6, text: "@weekly_post thank you!" },
      ...fakes(8).map((user) => ({ user, day: 11.7, text: `learn from @${star}` })),
    ],
  },
  "bought reposts": {
    about: "60 accounts that only repost the star",
    fakes: 61,
    posts: () => [
      ...own,
      ...fakes(60).map((user) => ({ user, day: 11.7, text: `RT @${star}: my course` })),
    ],
  },
  "bought followers": {
    about: "the same, and the star has two million followers",
    fakes: 61,
    posts: () => attacks["bought reposts"].posts(),
  },
  "pile-on": {
    about: "40 outsiders turn on a member at once",
    fakes: 40,
    posts: () =>
      fakes(40).map((user) => ({ user, day: 11.5, text: `@${victim} this is a disgrace` })),
  },
};

/**
 * The community under an attack, as a table. Members who are won over each talk to the star once,
 * or to a fake of their own.
 *
 * @param {string | undefined} attack
 * @param {{ wonOver?: number, by?: "star" | "fakes" }} [more]
 */
export function inventAttack(attack, { wonOver = 0, by = "star" } = {}) {
  const posts = [
    ...community(),
    ...(attack === undefined ? [] : attacks[attack].posts()),
    ...Array.from({ length: wonOver }, (_, at) => ({
      user: members[memberCount - 1 - at],
      day: 11.4,
      text: `@${by === "star" ? star : `zz_${two(at)}`} good point`,
    })),
  ];
  const start = Date.UTC(2026, 2, 1);
  const rows = posts
    .map(({ user, day, text }) => ({ user, time: start + Math.round(day * 86_400) * 1000, text }))
    .sort((a, b) => a.time - b.time)
    .map(
      ({ user, time, text }, at) =>
        `${at + 1},${new Date(time).toISOString().replace(".000", "")},${user},${followersOf(user, attack)},"${text} #demo"`,
    );
  return ["id,created_at,user,followers_count,text", ...rows, ""].join("\n");
}

/** @param {string} user @param {string | undefined} attack */
function followersOf(user, attack) {
  if (user === star && attack === "bought followers") return 2_000_000;
  const at = members.indexOf(user);
  return at < 0 ? 40 : 100 + Math.round(4000 / (at + 1));
}
