import { describe, expect, test } from "vitest";
import { readsLikeOrganisation } from "../../src/platform/organisation-profile.js";

/* Invented, as all of them: handle, name, bio. */
const organisations = [
  [
    "MedEd2031_conf",
    "MedEd 2031",
    "The yearly meeting of those who teach medicine, July 9-12, 2031",
  ],
  [
    "LadiesOfStats",
    "R-Ladies Hill Town",
    "Promoting diversity in the #rstats community via meetups.",
  ],
  ["hilluni", "Hill University", "Official account of Hill University."],
  [
    "openwards",
    "OpenWards",
    "OpenWards develops free tools for hospital wards. Tweets by @ann_example",
  ],
  ["nursejournal", "Journal of Invented Nursing", "Peer reviewed since 1931"],
  ["stitchworks", "StitchWorks", "We make sutures for training. Contact us for samples."],
  ["pathgroup", "Open Pathology", "A community that values open slides and shared teaching."],
  ["thedaily", "The Hill Herald", "All the news of the hill."],
  ["tag_mirror", "Tag mirror", "An unattended bot that reposts #MedEd."],
  ["verein_lehre", "Verein Gute Lehre", "Wir fördern Lehre in der Medizin."],
  ["ladies_mvd", "R-Ladies Colina", "Somos parte de una organización mundial."],
  ["reuse_aid", "ReuseAid", "Non-profit that brings old devices to new clinics"],
] as const;

const people = [
  ["ann", "Ann Example", "Professor of surgery, Hill University. Opinions my own."],
  ["ben_md", "Ben Sample", "I teach anatomy and run the Hill meetup."],
  ["cem", "Cem", "she/her, software engineer at the Institute of Examples"],
  ["dora", "Dora Hill", "Founder of the Society for Plain Words, mother of two"],
  ["emil", "Emil Brook", ""],
  ["fay", "Fay ★", "R, data, visualisation."],
  ["gus", "Gus Barrow", "PhD student @hilluni, organiser of @LadiesOfStats"],
  ["hana", "Hana Field", "Centre for Examples, Hill Town"],
  ["ida1987", "ida", "not a bot"],
  ["jon", "Jon Post", "Nurse. We are all in this together."],
] as const;

describe("a profile reads like an organisation or like a person", () => {
  test.each(organisations)("@%s, %s: an organisation", (handle, name, bio) => {
    expect(readsLikeOrganisation({ handle, name, bio })).toBe(true);
  });

  test.each(people)("@%s, %s: a person", (handle, name, bio) => {
    expect(readsLikeOrganisation({ handle, name, bio })).toBe(false);
  });

  test("without name and bio nothing is known", () => {
    const unknown = { handle: "hillconf", name: undefined, bio: undefined };
    expect(readsLikeOrganisation(unknown)).toBeUndefined();
  });
});
