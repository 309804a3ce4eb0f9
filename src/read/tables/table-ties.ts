import type { ColumnField } from "../../model/column-map.js";
import type { AccountItem, Relation } from "../../model/item.js";
import type { PostText } from "../post-text.js";
import { fieldOf, listEntries } from "./list-cell.js";
import type { RowMeaning, TableTie } from "./table-dialect.js";
import { type NameScope, personItem, type WrittenPerson } from "./table-person.js";
import type { FieldCell, TablePlan } from "./table-plan.js";
import { postReference } from "./table-post-id.js";
import { wholeId } from "./whole-id.js";

const kinds = { "repost-of": "repost", "reply-to": "reply", "quote-of": "quote" } as const;
const tieFields = ["repost-of", "reply-to", "quote-of"] as const satisfies readonly TableTie[];

/** A row, and the people whom its ties name, who are added here. */
export interface NamedTies {
  readonly plan: TablePlan;
  readonly cell: FieldCell;
  readonly scope: NameScope;
  readonly people: AccountItem[];
  readonly time: number | undefined;
}

interface TieSources {
  readonly text: PostText;
  readonly meaning: RowMeaning;
  readonly tells: (field: ColumnField) => boolean;
}

/**
 * A column that tells a tie is believed; what no column tells is read from the text, unless the
 * table's columns say all. The mentions of a repost's row are its original's.
 */
export function relationsOf(named: NamedTies, sources: TieSources): Relation[] {
  const { plan } = named;
  const { text, meaning, tells } = sources;
  const relations = tieFields.flatMap((field): Relation[] => {
    const told = tieRelations(named, field, meaning.ties?.includes(field) === true);
    if (told.length > 0 || plan.dialect.tellsTies === true) return told;
    if (field === "repost-of") return fromText(named, text.reposted, "repost");
    const isInText = field === "reply-to" && text.answered !== undefined && !tells(field);
    return isInText ? fromText(named, [text.answered ?? ""], "reply") : [];
  });
  const isRepost = relations.some(({ kind }) => kind === "repost");
  const inText = [...(text.answered === undefined ? [] : [text.answered]), ...text.mentioned];
  const tellsMentions = tells("mentions") || tells("mention-ids");
  if (tellsMentions && (!isRepost || plan.dialect.tellsTies === true)) {
    return [...relations, ...mentionRelations(named)];
  }
  if (isRepost && plan.dialect.tellsTies === true) return relations;
  return [...relations, ...fromText(named, inText, "mention")];
}

/** Of one tie's columns: several people where its cell is a list. */
function tieRelations(named: NamedTies, field: TableTie, isCertain: boolean): Relation[] {
  const { plan, cell } = named;
  const postCell = plan.isRounded(`${field}-post`) ? undefined : cell(`${field}-post`);
  const post = postCell === undefined ? undefined : postReference(postCell, named);
  const people = peopleOf(named, cell(field), field, `${field}-id`);
  if (people.length === 0) {
    if (post === undefined && !isCertain) return [];
    return [{ kind: kinds[field], account: undefined, post, position: 0 }];
  }
  return people.map((account, position) => ({
    kind: kinds[field],
    account,
    post: position === 0 ? post : undefined,
    position,
  }));
}

function mentionRelations(named: NamedTies): Relation[] {
  return peopleOf(named, named.cell("mentions"), "mentions", "mention-ids").map(
    (account, position) => ({ kind: "mention", account, post: undefined, position }),
  );
}

/** References to the people of a cell, who are taken in. Ids go with names where there are as many. */
function peopleOf(
  named: NamedTies,
  cell: string | undefined,
  nameRole: ColumnField,
  idRole: ColumnField,
): string[] {
  const { plan } = named;
  const { separator } = plan.dialect;
  const written = listEntries(cell, separator);
  const ids = plan.isRounded(idRole)
    ? []
    : listEntries(named.cell(idRole), separator).map((entry) => wholeId(String(entry)));
  if (plan.holdsIds(nameRole)) {
    const numbers = plan.isRounded(nameRole) ? [] : written.map((entry) => wholeId(String(entry)));
    return takeIn(
      named,
      numbers.map((id) => ({ id, name: undefined })),
    );
  }
  if (written.length === 0)
    return takeIn(
      named,
      ids.map((id) => ({ id, name: undefined })),
    );
  return takeIn(
    named,
    written.map((entry, index) =>
      typeof entry === "string"
        ? { id: ids.length === written.length ? ids[index] : undefined, name: entry }
        : {
            id: fieldOf(entry, "id_str", "id", "user_id", "did"),
            name: fieldOf(entry, "acct", "username", "screen_name", "handle"),
          },
    ),
  );
}

function fromText(named: NamedTies, names: readonly string[], kind: Relation["kind"]): Relation[] {
  const people = names.map((name) => ({ id: undefined, name }));
  return takeIn(named, people).map((account, position) => ({
    kind,
    account,
    post: undefined,
    position,
  }));
}

function takeIn(named: NamedTies, people: readonly WrittenPerson[]): string[] {
  return people.flatMap((person) => {
    const item = personItem(person, named.scope, {}, named.time);
    if (item === undefined) return [];
    named.people.push(item);
    return [item.key];
  });
}
