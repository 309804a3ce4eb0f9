import { html } from "./html.js";

/** Beside whoever belongs to a community that nobody outside is tied to. */
export const cutOffMark = html`<b class="cut-off" title="Nobody outside is tied to this community">cut off</b>`;
