/**
 * Whether anybody but its owner may read or write a file of this mode. Windows has no such modes: Node says of
 * every file there that all may read it, and who really may is a matter of the folder.
 *
 * https://nodejs.org/api/fs.html#fschmodpath-mode-callback
 */
export function isOpenForOthers(
  mode: number,
  platform: NodeJS.Platform = process.platform,
): boolean {
  return platform !== "win32" && (mode & 0o077) !== 0;
}
