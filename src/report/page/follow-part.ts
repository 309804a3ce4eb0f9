import type { PublicFollow, PublicFollowList } from "../view/public-follow-lists.js";
import type { PublicReport } from "../view/public-report.js";
import { communityTitle, cutOffCommunities } from "../words/community-title.js";
import { importSentences } from "../words/import-words.js";
import { madeSentence } from "../words/list-words.js";
import { type Place, placeNumber, placesOf, stabilitySentences } from "../words/places.js";
import { eligibilitySentence, nobodySentence } from "../words/summary.js";
import { type Html, html } from "./html.js";
import { type CardContext, candidateLine, personCard } from "./person-card.js";

const firstPlaces = 10;
const otherPlaces = 5;

/** Whom to follow and why: the answer that people open the page for. */
export function followPart(report: PublicReport): Html {
  const { follow } = report;
  const everybodys = follow.lists.filter(({ community }) => community === undefined);
  const [first, ...others] = everybodys;
  const ofCommunities = follow.lists.filter(
    ({ list, community }) => list === "attention" && community !== undefined,
  );
  const shown = startLists(report);
  return html`<section id="follow" aria-labelledby="follow-title">
<h2 id="follow-title">${first?.title ?? "Whom to follow"}</h2>
${first === undefined ? html`<p>${nobodySentence(follow)}</p>` : shown.list(first, firstPlaces)}
<p class="fine">${eligibilitySentence(follow)} Attention is all that is measured: not whether somebody is right.</p>
${follow.warnings.map((warning) => html`<p class="note">Note: ${warning}.</p>\n`)}
${first === undefined ? undefined : ownPart(follow)}
${importPart(follow)}
${shown.details("Other lists", others)}
${shown.details("From each community", ofCommunities)}
</section>
`;
}

/** What Mastodon, or who is not on it, is to be told. */
function importPart(follow: PublicFollow): Html | undefined {
  const sentences = importSentences(follow);
  if (sentences.length === 0) return undefined;
  return html`<details><summary>Follow them at once</summary>
<p>${sentences.join(" ")}</p>
</details>`;
}

/** "I already follow …", which the script fills. */
function ownPart({ learner }: PublicFollow): Html {
  const whose =
    learner === undefined ? "" : " The lists on this page leave out whom you follow already.";
  return html`<form id="own" hidden>
<h3>I already follow …</h3>
<p>Paste handles, one a line, or choose the file of your follows that Mastodon exports: the list is ordered anew by who is near to them. Nothing leaves this page.${whose}</p>
<label for="own-handles">Handles</label>
<textarea id="own-handles" rows="4" spellcheck="false" placeholder="ada@med.example"></textarea>
<p><label for="own-file">or a file</label> <input id="own-file" type="file" accept=".csv,.txt,.js,text/*"> <button type="submit">Order anew</button></p>
<div id="own-result" aria-live="polite"></div>
</form>`;
}

/** Draws lists with what their cards take from the rest of the report. */
function startLists(report: PublicReport) {
  const { follow, communities } = report;
  const titleOf = new Map(communities.map((one) => [one.community, communityTitle(one)]));
  const cutOff = cutOffCommunities(communities);
  const colorOf = colorsOf(report);
  const listOf = (list: PublicFollowList, most: number): Html => {
    const context = { list: list.list, titleOf, cutOff, colorOf, binDays: follow.binDays };
    return html`<p><b>${list.question}</b></p>
<p class="fine">${madeSentence(list, follow)}</p>
<ol class="people cards">
${placesOf(list, most).map((place) => html`<li value="${place.rank}"><span class="place">${placeNumber(place)}</span>${placeOf(place, context)}</li>\n`)}</ol>
<p class="fine">${stabilitySentences(list).join(" ")}</p>
`;
  };
  const details = (summary: string, lists: readonly PublicFollowList[]): Html | undefined => {
    if (lists.length === 0) return undefined;
    return html`<details><summary>${summary}</summary>
${lists.map(
  (
    list,
  ) => html`<h3>${list.title}${list.community === undefined ? "" : ` in ${titleOf.get(list.community)} (${list.community})`}</h3>
${listOf(list, otherPlaces)}`,
)}
</details>`;
  };
  return { list: listOf, details };
}

function placeOf(place: Place, context: CardContext): Html {
  if (place.recommendation !== undefined) return personCard(place.recommendation, context);
  return html`<div class="card"><p class="why"><b>Too close to call.</b> These people could stand here:</p>
${place.candidates.map((candidate) => candidateLine(candidate, context))}</div>`;
}

/** Of everybody on a list. O(people). */
function colorsOf({ follow, people }: PublicReport): Map<string, string> {
  const listed = new Set(
    follow.lists.flatMap((list) =>
      [...list.people, ...list.candidates].map(({ person }) => person.id),
    ),
  );
  const colors = new Map<string, string>();
  for (const { id, place } of people) {
    if (place !== undefined && listed.has(id)) colors.set(id, place.color);
  }
  return colors;
}
