import type {
  PublicFollow,
  PublicFollowList,
  PublicRecommendation,
} from "../public-follow-lists.js";
import type { PublicReport } from "../public-report.js";
import { eligibilitySentence, orderSentence, placesOf, stabilitySentences } from "../summary.js";
import { type Html, html, link } from "./html.js";

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
  return html`<section id="follow" aria-labelledby="follow-title">
<h2 id="follow-title">${first?.title ?? "Whom to follow"}</h2>
${first === undefined ? html`<p>Nobody can be recommended here.</p>` : listOf(first, firstPlaces)}
<p class="fine">${orderSentence(follow)} ${eligibilitySentence(follow)} Attention is all that is measured: not whether somebody is right.</p>
${follow.warnings.map((warning) => html`<p class="note">Note: ${warning}.</p>\n`)}
${first === undefined ? undefined : ownPart(follow)}
${details("Other lists", others)}
${details("From each community", ofCommunities)}
</section>
`;
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

function details(summary: string, lists: readonly PublicFollowList[]): Html | undefined {
  if (lists.length === 0) return undefined;
  return html`<details><summary>${summary}</summary>
${lists.map(
  (
    list,
  ) => html`<h3>${list.title}${list.community === undefined ? "" : ` in ${list.community}`}</h3>
${listOf(list, otherPlaces)}`,
)}
</details>`;
}

function listOf(list: PublicFollowList, most: number): Html {
  const stability = stabilitySentences(list);
  return html`<ol class="people">
${placesOf(list, most).map(
  ({ rank, recommendation }) =>
    html`<li value="${rank}">${recommendation === undefined ? html`<span class="fine">no stable answer</span>` : personOf(recommendation)}</li>\n`,
)}</ol>
${stability.length === 0 ? undefined : html`<p class="fine">${stability.join(" ")}</p>\n`}`;
}

function personOf({ person, community, reasons, links }: PublicRecommendation): Html {
  const posts = links.map((url, index) => html` ${link(`post ${index + 1}`, url)}`);
  return html`<p class="who"><b>${link(person.label, person.url)}</b> ${person.name} <span class="fine">${community}</span></p>
<p class="why">${reasons.join(" ")}${posts}</p>`;
}
