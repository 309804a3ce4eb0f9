/** What was last kept under a text, for some of the texts. */
interface Store<Value> {
  get(text: string): Value | undefined;
  set(text: string, value: Value): void;
}

/** Holds the last `most` to twice as many; those that nobody asks for are forgotten. */
export function startStore<Value>(most: number): Store<Value> {
  let young = new Map<string, Value>();
  let old = new Map<string, Value>();
  const set = (text: string, value: Value): void => {
    if (young.size >= most) {
      old = young;
      young = new Map();
    }
    young.set(text, value);
  };
  return {
    set,
    get(text) {
      const known = young.get(text);
      if (known !== undefined) return known;
      const older = old.get(text);
      if (older !== undefined) set(text, older);
      return older;
    },
  };
}

/**
 * Answers by the text that they are found from, for what is asked again and again: a profile comes with each post
 * of its owner. Those that are forgotten are found anew, as `undefined` is each time.
 */
export function startMemory<Answer>(most: number): (text: string, find: () => Answer) => Answer {
  const store = startStore<Answer>(most);
  return (text, find) => {
    const known = store.get(text);
    if (known !== undefined) return known;
    const answer = find();
    if (answer !== undefined) store.set(text, answer);
    return answer;
  };
}
