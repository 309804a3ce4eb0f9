/**
 * Answers by the text that they are found from, for what is asked again and again: a profile comes with each post
 * of its owner. Holds the last `most` to twice as many; those that nobody asks for are forgotten, and found
 * anew, as `undefined` is each time.
 */
export function startMemory<Answer>(most: number): (text: string, find: () => Answer) => Answer {
  let young = new Map<string, Answer>();
  let old = new Map<string, Answer>();
  return (text, find) => {
    const known = young.get(text);
    if (known !== undefined) return known;
    const answer = old.get(text) ?? find();
    if (young.size >= most) {
      old = young;
      young = new Map();
    }
    young.set(text, answer);
    return answer;
  };
}
