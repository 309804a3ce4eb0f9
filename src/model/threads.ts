/** Where parts of a long computation are done. */
export interface Threads {
  /** 1 does everything in the thread that asks. */
  readonly count: number;
  /** The built `part-worker.js`: Node cannot start a thread from TypeScript. */
  readonly workerUrl: URL;
}
