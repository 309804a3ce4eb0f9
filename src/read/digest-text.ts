const digest = /\bis out!?[\s\S]{0,200}\b(?:stories|articles)(?: today)? via\b/i;

/**
 * Whether a text is a newspaper that a service makes of other people's posts: "The … Daily is out!
 * Stories via @a @b". Nobody has chosen whom it names.
 */
export function isDigest(text: string | undefined): boolean {
  return text !== undefined && digest.test(text);
}
