import type { TitledBox } from "../../model/map-layout.js";
import { counted, withCommas } from "../../text/counted.js";
import type { MapBox } from "../layout/group-in-a-box.js";
import type { MapCommunity, MapInput } from "../map-input.js";
import { fitText } from "./fit-text.js";
import type { Fonts } from "./font.js";
import type { Sheet } from "./sheet.js";

interface BoxLabel {
  /** In bold, before `detail`. */
  readonly name: string;
  readonly detail: string;
  readonly fontSize: number;
  readonly detailOffset: number;
}

/** What communities are called, and what their members are. */
type LabelWords = Pick<MapInput, "communities"> & {
  readonly words: Pick<MapInput["words"], "noun">;
};

const fewestLettersOfCut = 11;

/**
 * What stands at the top of a box: its number, how many people, and what sets them apart, as much
 * of it as there is room for.
 */
export function boxLabel(
  { group, labelPane }: MapBox,
  input: LabelWords,
  { fonts, sheet }: { readonly fonts: Fonts; readonly sheet: Sheet },
): BoxLabel | undefined {
  const { large, small = large } = sheet.boxLabel;
  const { fontSize } = labelPane.height >= large.height ? large : small;
  if (group.kind === "everybody" || labelPane.height < fontSize) return undefined;
  const [name, ...details] = labelParts(group, input);
  const nameWidth = fonts.bold.width(name, fontSize);
  if (nameWidth > labelPane.width) return undefined;
  const space = fonts.regular.width("  ", fontSize);
  const detailOffset = nameWidth + space;
  const width = labelPane.width - detailOffset;
  const detail = details.find((text) => fonts.regular.width(text, fontSize) <= width);
  const shortest = details.at(-1);
  const oneWord = details.at(-2);
  // Most of a hashtag says more than none.
  const cut =
    sheet.cutsText && group.kind === "community" && detail === shortest && oneWord !== undefined
      ? fitText(oneWord, fonts.regular, { font: fontSize, width })
      : "";
  const isTelling = cut.length >= (detail ?? "").length + fewestLettersOfCut;
  return { name, detail: isTelling ? cut : (detail ?? ""), fontSize, detailOffset };
}

/** The frame of a box, with all that can stand at its top. */
export function titledBox(box: MapBox, input: LabelWords): TitledBox {
  const { group, frame, pane } = box;
  const [name = "", ...details] = group.kind === "everybody" ? [] : labelParts(group, input);
  return {
    ...frame,
    name,
    details,
    communities: group.communities,
    titleHeight: pane.y - frame.y,
    isCutOff: isCutOff(group, input.communities),
  };
}

/** Whether nobody outside is tied to anybody in it; the small ones are alone all the same. */
export function isCutOff(
  { kind, communities: numbers }: MapBox["group"],
  communities: readonly MapCommunity[],
): boolean {
  return kind === "community" && communities[numbers[0]].isCutOff;
}

/** The name, and after it from the longest to the shortest what can follow it. */
function labelParts(
  group: MapBox["group"],
  { communities, words: { noun } }: LabelWords,
): string[] {
  const size = withCommas(group.size);
  const sizeInWords = counted(group.size, ...noun);
  if (group.kind === "isolates") return [`No ties`, sizeInWords, size];
  if (group.kind === "small communities") {
    const first = communities[group.communities[0]].name;
    const last = communities[group.communities[group.communities.length - 1]].name;
    const count = withCommas(group.communities.length);
    return [
      `${first}–${last}`,
      `${sizeInWords} in ${count} small communities`,
      `${sizeInWords}, ${count} groups`,
      sizeInWords,
      size,
    ];
  }
  const { name, label } = communities[group.communities[0]];
  const words = label === "" ? [] : label.split(" ");
  const labels = words.map((_, index) => words.slice(0, words.length - index).join(" "));
  const short = isCutOff(group, communities) ? `${size} · cut off` : size;
  return [name, ...labels.map((text) => `${short} · ${text}`), ...new Set([short, size])];
}
