/** What may be drawn of a text. */
export interface Letters {
  /** Whether there is a glyph for every character. */
  canDraw(text: string): boolean;
}

/** What somebody can be called by. */
interface Nameable {
  readonly label: string;
  readonly name: string | undefined;
  readonly handle: string | undefined;
  readonly isWithheld: boolean;
}

/** Pictures in names that a font without them would show as boxes, and names of server emoji. */
const pictures =
  /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200d|\ufe0f|\u20e3/gu;
const emojiName = /:\w{2,}:/gu;

/**
 * What a person is called on the map: their name without pictures, where the font can draw it,
 * else their handle, else the address; `undefined` for whoever is not to be named.
 */
export function nameText(person: Nameable, font: Letters): string | undefined {
  if (person.isWithheld) return undefined;
  const handle = person.handle === undefined ? undefined : `@${person.handle}`;
  for (const text of [person.name, handle, person.label]) {
    const shown = text?.replace(emojiName, " ").replace(/\s+/gu, " ").trim();
    if (shown === undefined) continue;
    for (const candidate of [shown, withoutPictures(shown)]) {
      if (/[\p{L}\p{N}]/u.test(candidate) && font.canDraw(candidate)) return candidate;
    }
  }
  return undefined;
}

/** Whether a font without pictures would show boxes. */
export function holdsPicture(text: string): boolean {
  return text.search(pictures) >= 0;
}

function withoutPictures(text: string): string {
  // Digits and # are bases of emoji, and stay.
  return text.replace(pictures, " ").replace(/\s+/gu, " ").trim();
}
