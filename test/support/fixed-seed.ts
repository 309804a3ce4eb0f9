import fc from "fast-check";
import { cases } from "./cases.js";

// The same cases every time: a build that nothing has changed must not fail by chance.
fc.configureGlobal({ seed: 20_110_928, numRuns: cases(100) });
