import { type PackedPage, unpackPage } from "../model/packed-page.js";
import { type ShowPerson, startMap } from "./map.js";
import { startOwnList } from "./own-list.js";
import { startPeopleTable } from "./people-table.js";
import { startSortableTables } from "./sortable-tables.js";

/** What the report wrote into its own page: the one text that is taken at its word. None of very many people. */
const written = document.getElementById("data")?.textContent;

/** Whom to follow can be read before anything of this begins. */
afterFrame(() => {
  startSortableTables();
  if (written !== undefined) startEverybody(JSON.parse(written));
});

function startEverybody(packed: PackedPage): void {
  const data = unpackPage(packed);
  document.documentElement.classList.add("has-script");
  startOwnList(data);
  let show: ShowPerson | undefined;
  startPeopleTable(data, (person) => show?.(person));
  afterFrame(() => {
    show = startMap(data);
  });
}

function afterFrame(act: () => void): void {
  requestAnimationFrame(() => setTimeout(act));
}
