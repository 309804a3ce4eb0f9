import { type PackedPage, unpackPage } from "../model/packed-page.js";
import { type ShowPerson, startMap } from "./map.js";
import { startOwnList } from "./own-list.js";
import { startPeopleTable } from "./people-table.js";
import { startSortableTables } from "./sortable-tables.js";

/** What the report wrote into its own page: the one text that is taken at its word. */
const packed: PackedPage = JSON.parse(document.getElementById("data")?.textContent ?? "null");
const data = unpackPage(packed);

document.documentElement.classList.add("has-script");
startSortableTables();
startOwnList(data);
let show: ShowPerson | undefined;
startPeopleTable(data, (person) => show?.(person));
// Whom to follow can be read while the map is still drawn: a frame, and then the map.
requestAnimationFrame(() =>
  setTimeout(() => {
    show = startMap(data);
  }),
);
