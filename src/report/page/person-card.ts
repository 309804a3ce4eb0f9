import { counted } from "../../text/counted.js";
import type { PublicFollowList, PublicRecommendation } from "../view/public-follow-lists.js";
import type { PublicIdentity } from "../view/public-person.js";
import { mainReason } from "../words/list-words.js";
import { avatar } from "./avatar.js";
import { cutOffMark } from "./cut-off-mark.js";
import { breakable, type Html, html, link } from "./html.js";
import { sparkline } from "./sparkline.js";

/** What a card takes from around the list. */
export interface CardContext {
  readonly list: PublicFollowList["list"];
  /** The title of a community by its id. */
  readonly titleOf: ReadonlyMap<string, string>;
  /** Ids of communities that nobody outside is tied to. */
  readonly cutOff: ReadonlySet<string>;
  /** Somebody's colour on the map, by id. */
  readonly colorOf: ReadonlyMap<string, string>;
  /** How many days a bar of the chart stands for. */
  readonly binDays: number;
}

/** Somebody on a list: who, of which community, one reason, when, three posts; numbers fold out. */
export function personCard(recommendation: PublicRecommendation, context: CardContext): Html {
  const { reasons, caution, links } = recommendation;
  const main = mainReason(recommendation, context.list);
  const further = reasons.filter((reason) => reason !== main && reason !== caution);
  const posts = links.map(
    (url, index) => html`${index === 0 ? "" : " · "}${link(`post ${index + 1}`, url)}`,
  );
  return html`<div class="card">${nameOf(recommendation, context)}
<p class="why">${main}${caution === undefined || caution === main ? "" : html` <b>${caution}</b>`}</p>
<p class="when">${sparkline(recommendation.attentionByBin, context.binDays)}<span class="posts">${posts.length === 0 ? "" : "Read: "}${posts}</span></p>
<details><summary>Numbers</summary><p class="fine">${further.join(" ")} ${scoresText(recommendation)}</p></details></div>`;
}

/** The same in one line, for whoever could stand on a place that is too close to call. */
export function candidateLine(recommendation: PublicRecommendation, context: CardContext): Html {
  return html`<div class="candidate">${nameOf(recommendation, context)}</div>`;
}

function nameOf({ person, community }: PublicRecommendation, context: CardContext): Html {
  const { titleOf, cutOff, colorOf } = context;
  const where =
    community === undefined
      ? "in no community"
      : html`${titleOf.get(community)} <span class="id">${community}</span>${cutOff.has(community) ? html` ${cutOffMark}` : undefined}`;
  return html`${avatar(person, colorOf.get(person.id))}<p class="who">${person.name === undefined ? undefined : html`<span class="name">${person.name}</span> <br>`}${handleLink(person)}<br><span class="fine">${where}</span></p>`;
}

function handleLink({ label, url }: PublicIdentity): Html {
  return link(breakable(label), url);
}

function scoresText({ scores }: PublicRecommendation): string {
  const digits = (value: number): string => String(Number(value.toPrecision(3)));
  return `Engaged by ${counted(scores.d, "person", "people")} (D), with their followers ${digits(scores.df)} (Df); recent attention ${digits(scores.dd)} (Dd), steady ${digits(scores.a)} (A), fused ${digits(scores.f)} (F); conversation ${digits(scores.t)} (T); help ${digits(scores.c)} (C).`;
}
