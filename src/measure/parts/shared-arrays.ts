/** Typed arrays that kernels work on. */
type Numbers = Int32Array | Uint32Array | Uint8Array | Float64Array;

/**
 * The same object with its typed arrays, those of objects in it too, in memory that threads share:
 * sending it to one costs nothing then. What is there already stays as it is.
 */
export function withSharedArrays<T extends object>(value: T): T {
  const copy = { ...value };
  for (const [name, part] of Object.entries(value)) {
    if (isNumbers(part)) Object.assign(copy, { [name]: shared(part) });
    else if (typeof part === "object" && part !== null) {
      Object.assign(copy, { [name]: withSharedArrays(part) });
    }
  }
  return copy;
}

/** The memory of the typed arrays in an answer, which can move to another thread as it is. */
export function buffersOf(value: unknown): ArrayBuffer[] {
  if (isNumbers(value)) return value.buffer instanceof ArrayBuffer ? [value.buffer] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(buffersOf);
}

function isNumbers(value: unknown): value is Numbers {
  return (
    value instanceof Int32Array ||
    value instanceof Uint32Array ||
    value instanceof Uint8Array ||
    value instanceof Float64Array
  );
}

function shared(numbers: Numbers): Numbers {
  if (numbers.buffer instanceof SharedArrayBuffer) return numbers;
  const memory = new SharedArrayBuffer(numbers.byteLength);
  const copy = emptyLike(numbers, memory);
  copy.set(numbers);
  return copy;
}

function emptyLike(numbers: Numbers, memory: SharedArrayBuffer): Numbers {
  if (numbers instanceof Int32Array) return new Int32Array(memory);
  if (numbers instanceof Uint32Array) return new Uint32Array(memory);
  if (numbers instanceof Uint8Array) return new Uint8Array(memory);
  return new Float64Array(memory);
}
