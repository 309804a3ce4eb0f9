import { isMadeUpKey } from "../model/withheld-names.js";

/**
 * Orders keys by the alphabet, and made-up ones behind all others, by file and number: people and posts
 * whose names were taken away keep the places that lots have given them (`orderByLot`).
 */
export function compareKeys(a: string, b: string): number {
  if (a === b) return 0;
  const [isMadeUpA, isMadeUpB] = [isMadeUpKey(a), isMadeUpKey(b)];
  if (isMadeUpA !== isMadeUpB) return isMadeUpA ? 1 : -1;
  if (!isMadeUpA) return a < b ? -1 : 1;
  const [fileA, fileB] = [a.slice(0, fileEnd), b.slice(0, fileEnd)];
  if (fileA !== fileB) return fileA < fileB ? -1 : 1;
  return a.length - b.length || (a < b ? -1 : 1);
}

const fileEnd = "withheld:00000000:".length;
