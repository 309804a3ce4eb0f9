/** The package has no types of its own. */
declare module "twitter-text" {
  const twitterText: {
    extractHashtags(text: string): string[];
    extractMentions(text: string): string[];
  };
  export default twitterText;
}
