import type { Chronicle, ChronicleBin } from "../../model/chronicle.js";
import type { PublicChronicle, PublicChronicleBin } from "./public-report.js";

/** A chronicle with days as ISO 8601. */
export function publicChronicle({ activity, arrivals }: Chronicle): PublicChronicle {
  return {
    activity: { ...activity, bins: activity.bins.map(publicBin) },
    arrivals: { ...arrivals, bins: arrivals.bins.map(publicBin) },
  };
}

function publicBin(bin: ChronicleBin): PublicChronicleBin {
  return { ...bin, start: new Date(bin.start).toISOString().slice(0, 10) };
}
