const digitPlaces = [0, 1, 2, 3, 5, 6, 8, 9, 11, 12, 14, 15, 17, 18, 20, 21, 22];
const zero = 0x30;

/** `2026-03-05T14:41:59.279Z`, as Mastodon writes its times; `undefined` for anything else, other times too. */
export function parseUtcTime(written: string): number | undefined {
  if (written.length !== 24 || !hasSigns(written)) return undefined;
  for (const at of digitPlaces) {
    const digit = written.charCodeAt(at) - zero;
    if (!(digit >= 0 && digit <= 9)) return undefined;
  }
  const year = 100 * twoDigits(written, 0) + twoDigits(written, 2);
  const month = twoDigits(written, 5);
  const day = twoDigits(written, 8);
  const hour = twoDigits(written, 11);
  const minute = twoDigits(written, 14);
  const second = twoDigits(written, 17);
  // `Date.UTC` takes years below 100 for those of its own century, and carries what is too large.
  const isUsual = year >= 100 && month >= 1 && month <= 12 && day >= 1 && day <= 28;
  if (!isUsual || hour > 23 || minute > 59 || second > 59) return undefined;
  const milliseconds = 10 * twoDigits(written, 20) + written.charCodeAt(22) - zero;
  return Date.UTC(year, month - 1, day, hour, minute, second, milliseconds);
}

function hasSigns(written: string): boolean {
  return (
    written[4] === "-" &&
    written[7] === "-" &&
    written[10] === "T" &&
    written[13] === ":" &&
    written[16] === ":" &&
    written[19] === "." &&
    written[23] === "Z"
  );
}

function twoDigits(written: string, at: number): number {
  return 10 * (written.charCodeAt(at) - zero) + written.charCodeAt(at + 1) - zero;
}
