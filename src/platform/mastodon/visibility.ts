const openVisibilities = new Set(["public", "unlisted"]);

/**
 * WordPress puts this before the titles of posts that are not for everybody, which Enable Mastodon
 * Apps (1.4) hands to whoever has a token as `visibility: "public"`.
 */
const wordPressMark =
  /^\s*(?:<(?!\/?(?:strong|b|h[1-6])\b)[^>]*>\s*)*<(?:strong|b|h[1-6])\b[^>]*>\s*(?:Private|Protected):/iu;

/**
 * Whether anybody may read a status on the web, by what the server says of it. A token shows more:
 * followers-only and direct posts, and those of Akkoma (`local`), Pleroma (`list`) and Hometown or
 * glitch-soc (`limited`) by their visibility; those that never leave their server, which GoToSocial
 * 0.20, glitch-soc and Hometown call `local_only` while their visibility is `public`. A status that
 * says nothing of it is taken as public, as older servers have it; one whose visibility is told, and is
 * none of these two, is not: `null` is what a program writes that did not know.
 */
export function isPublicStatus(status: object): boolean {
  const visibility: unknown = Reflect.get(status, "visibility");
  const isOpen =
    visibility === undefined ||
    (typeof visibility === "string" && openVisibilities.has(visibility));
  const localOnly: unknown = Reflect.get(status, "local_only");
  const content: unknown = Reflect.get(status, "content");
  return (
    isOpen &&
    (localOnly === undefined || localOnly === null || localOnly === false) &&
    !(typeof content === "string" && wordPressMark.test(content))
  );
}
