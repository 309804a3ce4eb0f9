/*
 * An invented community, and attacks on the list of whom to follow in it: posts as a table. The same every time.
 */

/** @typedef {{ user: string, day: number, text: string }} Post */

/** How many members the smallest community has; three visitors come to each. */
export const usualSize = 40;
const days = 12;

/** Whom each attack is to bring among the first ten; in a pile-on, its victim. */
export const star = "zz_star";
export const victim = "member_30";

/** @param {string} name @param {number} count */
const named = (name, count) => Array.from({ length: count }, (_, at) => `${name}${two(at)}`);

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

/** @param {number} size */
const membersOf = (size) => named("member_", size);
/** @param {number} size */
const visitorsOf = (size) => named("visitor_", 3 * size);

/**
 * Members who talk with one another, the first of them most, and visitors who repost two of them.
 *
 * @param {number} size
 */
function community(size) {
  const chance = startChance();
  const members = membersOf(size);
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
    const next = members[(at + 1) % size];
    posts.push({ user, day: chance() * days, text: `@${next} thanks` });
  }
  for (const user of visitorsOf(size)) {
    for (let post = 0; post < 2; post += 1) {
      posts.push({ user, day: chance() * days, text: `RT @${someMember()}: case of the week` });
    }
  }
  return posts;
}

/** @param {number} count */
const fakes = (count) => named("zz_", count);

/** @param {string} user @param {readonly string[]} people @param {number} day @param {string} words */
const namesAll = (user, people, day, words) =>
  Array.from({ length: Math.ceil(people.length / 8) }, (_, part) => ({
    user,
    day: day + part / 100,
    text: `${words} ${people
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

/** Rings are a little larger than the community. @param {number} size */
const ringSize = (size) => Math.ceil(1.125 * size);

/** A member takes a fake for one of them. @param {number} size */
const oneRepost = (size) => ({
  user: membersOf(size)[3],
  day: 11.9,
  text: "RT @zz_00: nice summary of the session",
});

/** Rings that name each other over six days, and one another's next ring. @param {number} size @param {number} count */
const severalRings = (size, count) => {
  const each = Math.ceil((1.25 * size) / count);
  const all = fakes(each * count);
  const rings = Array.from({ length: count }, (_, at) => all.slice(at * each, (at + 1) * each));
  return [
    ...own,
    ...rings.flatMap((ring) => ringTalk(ring, manyDays, 2)),
    ...rings.flatMap((ring, at) =>
      ring.map((user, place) => ({
        user,
        day: 5 + at / 100,
        text: `@${rings[(at + 1) % count][place]} well said`,
      })),
    ),
    oneRepost(size),
  ];
};

/** @type {Record<string, { about: string, posts: (size: number) => Post[] }>} */
export const attacks = {
  ring: {
    about: "fakes name each other and the star on one day, and one puppet names them all",
    posts: (size) => [
      ...own,
      ...ringTalk(fakes(ringSize(size)), lateDay),
      ...namesAll("zz_out", [...fakes(ringSize(size)), star], 11.7, "good people"),
      ...namesAll(star, fakes(ringSize(size)), 11.8, "thanks"),
    ],
  },
  "patient ring": {
    about: "the same on six days, each naming three others",
    posts: (size) => [
      ...own,
      ...ringTalk(fakes(ringSize(size)), manyDays, 3),
      ...namesAll("zz_out", [...fakes(ringSize(size)), star], 11.7, "good people"),
      ...namesAll(star, fakes(ringSize(size)), 4, "thanks"),
      ...namesAll(star, fakes(ringSize(size)), 11.8, "thanks"),
    ],
  },
  "patient ring, reposted": {
    about: "the same, and a member reposts one of them",
    posts: (size) => [...attacks["patient ring"].posts(size), oneRepost(size)],
  },
  "ring that flatters": {
    about: "fakes name the star, the next fake and three members each on six days",
    posts: (size) => [
      ...own,
      ...ringTalk(fakes(ringSize(size)), manyDays),
      ...manyDays.flatMap((day, on) =>
        fakes(ringSize(size)).map((user, at) => ({
          user,
          day,
          text: [0, 1, 2].map((step) => `@${membersOf(size)[(at + on + step) % size]}`).join(" "),
        })),
      ),
      oneRepost(size),
    ],
  },
  "two rings": {
    about: "two rings name each other over six days, and a member reposts one fake",
    posts: (size) => severalRings(size, 2),
  },
  "many small rings": {
    about: "the same with five rings",
    posts: (size) => severalRings(size, 5),
  },
  sleepers: {
    about: "fakes repost two members each on eight days, as visitors do, and then talk to the star",
    posts: (size) => [
      ...own,
      ...fakes(2 * size).flatMap((user, at) => [
        ...[1, 2, 4, 5, 7, 8, 9, 10].map((day, on) => ({
          user,
          day,
          text: `RT @${membersOf(size)[(at * 7 + on * 3) % size]}: case of the week`,
        })),
        { user, day: 11 + (at % 8) / 10, text: `@${star} this helped me` },
      ]),
    ],
  },
  puppets: {
    about:
      "six fakes name the star, a member and each other; a puppet names them, a member reposts one",
    posts: (size) => [
      ...own,
      ...fakes(6).map((user, at) => ({
        user,
        day: 11.6,
        text: `@${star} explained it best, with @${membersOf(size)[at]} and @zz_${two((at + 1) % 6)}`,
      })),
      oneRepost(size),
      ...namesAll("zz_out", fakes(6), 11.7, "good people"),
    ],
  },
  digest: {
    about: "one account names everybody, and a member thanks it; eight fakes name the star",
    posts: (size) => [
      ...own,
      ...namesAll("weekly_post", [...membersOf(size), ...visitorsOf(size)], 11.3, "Our people:"),
      { user: membersOf(size)[5], day: 11.6, text: "@weekly_post thank you!" },
      ...fakes(8).map((user) => ({ user, day: 11.7, text: `learn from @${star}` })),
    ],
  },
  "bought reposts": {
    about: "fakes only repost the star",
    posts: (size) => [
      ...own,
      ...fakes(1.5 * size).map((user) => ({ user, day: 11.7, text: `RT @${star}: my course` })),
    ],
  },
  "bought followers": {
    about: "the same, and the star has two million followers",
    posts: (size) => attacks["bought reposts"].posts(size),
  },
  "pile-on": {
    about: "outsiders turn on a member at once",
    posts: (size) =>
      fakes(size).map((user) => ({ user, day: 11.5, text: `@${victim} this is a disgrace` })),
  },
};

/** How many accounts an attack needs. @param {string} attack @param {number} size */
export function countFakes(attack, size) {
  const honest = new Set(membersOf(size));
  return new Set(attacks[attack].posts(size).flatMap(({ user }) => (honest.has(user) ? [] : user)))
    .size;
}

/**
 * What members who are won over do, each at least once: talk to the star, to a fake of their own, or to every fake.
 *
 * @type {Record<string, (size: number, attack: string | undefined, at: number) => string[]>}
 */
const wonOverTalkTo = {
  star: () => [star],
  fakes: (_, __, at) => [`zz_${two(at)}`],
  "all fakes": (size, attack) =>
    attack === undefined
      ? []
      : [...new Set(attacks[attack].posts(size).map(({ user }) => user))].filter((user) =>
          /^zz_\d/u.test(user),
        ),
};
export const waysToBeWonOver = Object.keys(wonOverTalkTo);

/**
 * The community under an attack, as a table.
 *
 * @param {string | undefined} attack
 * @param {{ wonOver?: number, by?: string, size?: number }} [more]
 */
export function inventAttack(attack, { wonOver = 0, by = "star", size = usualSize } = {}) {
  const members = membersOf(size);
  const posts = [
    ...community(size),
    ...(attack === undefined ? [] : attacks[attack].posts(size)),
    ...Array.from({ length: wonOver }, (_, at) => at).flatMap((at) =>
      wonOverTalkTo[by](size, attack, at).map((whom, step) => ({
        user: members[size - 1 - at],
        day: 11.4 - step / 1000,
        text: `@${whom} good point`,
      })),
    ),
  ];
  return tableOf(posts, attack);
}

/**
 * A community of four times as many days, in which a star welcomes sixty fake newcomers, members welcome thirty real ones, and some
 * members thank the star.
 *
 * @param {number} wonOver
 */
export function inventWelcomes(wonOver) {
  const welcomed = (/** @type {string[]} */ people, /** @type {string[]} */ hosts, first = 40) =>
    people.flatMap((user, at) => [
      { user, day: first + at / 10, text: "hello, I am new here" },
      { user: hosts[at % hosts.length], day: first + 0.5 + at / 10, text: `@${user} welcome` },
    ]);
  const members = membersOf(usualSize);
  return tableOf(
    [
      ...community(usualSize).map((post) => ({ ...post, day: 4 * post.day })),
      ...welcomed(fakes(60), [star]),
      ...welcomed(named("new_", 30), members.slice(0, 12)),
      ...members
        .slice(10, 10 + wonOver)
        .map((user) => ({ user, day: 46.5, text: `@${star} thanks` })),
    ],
    undefined,
  );
}

/** @param {readonly Post[]} posts @param {string | undefined} attack */
function tableOf(posts, attack) {
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
  const [, at] = /^member_(\d+)$/u.exec(user) ?? [];
  return at === undefined ? 40 : 100 + Math.round(4000 / (Number(at) + 1));
}
