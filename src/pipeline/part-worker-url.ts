/** What a thread runs that does parts of a long computation; there once the program is built. */
export const partWorkerUrl = new URL("../measure/parts/part-worker.js", import.meta.url);
