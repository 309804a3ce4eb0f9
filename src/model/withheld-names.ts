const withheldName = /(?:^|[\s/])withheld[:-][0-9a-f]{8}[:-]\d+(?:\.invalid)?(?:$|[\s/])/u;

/**
 * What stands for whatever would name somebody who is not to be named, in our own files of posts:
 * people, posts, words. `file` is eight hexadecimal digits, so that two files do not mean different
 * people by one name. No handle, word or hashtag is written so.
 */
export function nameWithheld(file: string, number: number): string {
  return `withheld:${file}:${number}`;
}

/** Whether a key of a person or a post is such a name. */
export function isMadeUpKey(key: string): boolean {
  return key.startsWith("withheld:") && /^withheld:[0-9a-f]{8}:\d+$/u.test(key);
}

/** The same for a site. */
export function siteWithheld(file: string, number: number): string {
  return `https://withheld-${file}-${number}.invalid`;
}

/** Whether a key, a word, several, a domain or an address holds such a name, and is on no list. */
export function isWithheldName(text: string): boolean {
  return withheldName.test(text);
}
