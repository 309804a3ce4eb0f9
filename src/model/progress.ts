/** Told what is being done, and how much of it is done, up to 1, where that can be known. */
export type OnProgress = (what: string, share?: number) => void;
