const charactersAtOnce = 1 << 18;

/**
 * Texts as UTF-8, many of them at once: to write or keep each by itself takes most of the time of a
 * large network. What is bytes already stays as it is.
 */
export function* utf8Batches(pieces: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  let held: string[] = [];
  let heldCharacters = 0;
  for (const piece of pieces) {
    if (typeof piece !== "string") {
      yield piece;
      continue;
    }
    held.push(piece);
    heldCharacters += piece.length;
    if (heldCharacters < charactersAtOnce) continue;
    yield Buffer.from(held.join(""), "utf8");
    held = [];
    heldCharacters = 0;
  }
  yield Buffer.from(held.join(""), "utf8");
}
