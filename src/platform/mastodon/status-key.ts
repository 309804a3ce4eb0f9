/**
 * What names a status everywhere: its `uri`. Pleroma, Akkoma and an ActivityPub plugin for Indiekit
 * give a boost the `uri` of the post that it passes on. Such a boost is named by that post and by
 * who passed it on, as those in a list of boosters are named.
 */
export function statusKey(
  { uri, boostedUri }: { readonly uri: string; readonly boostedUri: string | undefined },
  authorKey: string,
): string {
  return uri === boostedUri ? repostKey(uri, authorKey) : uri;
}

/** A boost that has no name of its own: one person passes a post on once. */
export function repostKey(postKey: string, authorKey: string): string {
  return `${postKey} passed on by ${authorKey}`;
}
