import type { Activity } from "../model/activity.js";
import type { MutualCore } from "../model/mutual-core.js";
import type { PerAccount } from "../model/per-index.js";
import { roles } from "../model/role.js";

const activeFromDays = 3;

/**
 * An index into `roles` each. Core: of the mutual core.
 * Active: posts or reposts on three days or more. Peripheral: on fewer. Mentioned: never.
 *
 * Wenger (1998), Communities of practice.
 */
export function classifyRoles(core: MutualCore, activity: Activity): PerAccount<Uint8Array> {
  return core.isMember.map((isMember, account) => {
    if (isMember === 1) return roles.indexOf("core");
    if (activity.activeDays[account] >= activeFromDays) return roles.indexOf("active");
    const acts = activity.posts[account] + activity.reposts[account];
    return roles.indexOf(acts > 0 ? "peripheral" : "mentioned");
  });
}
