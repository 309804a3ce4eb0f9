export interface MarkSizes {
  /** Before the map magnifies all of them alike. */
  readonly radius: Float64Array;
  /** The values of the smallest and the largest mark; NaN where nothing is known. */
  readonly low: number;
  readonly high: number;
  /** Somebody has less than `low`, or more than `high`, and looks the same. */
  readonly isClippedBelow: boolean;
  readonly isClippedAbove: boolean;
}

const smallestRadius = 1.5;
const largestRadius = 10;

/**
 * Radii from 1.5 to 10, marks' areas growing evenly with values, as eyes compare areas. The scale runs over the values within one
 * standard deviation of the mean and clips the rest, as NodeXL does when it ignores outliers:
 * otherwise one celebrity makes everybody else a dot. Unknown (NaN) is the smallest mark. Where all
 * are alike, so are the marks, of middle size.
 */
export function scaleMarks(values: Float64Array): MarkSizes {
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  if (known.length === 0) {
    const radius = values.map(() => smallestRadius);
    const nothing = Number.NaN;
    return { radius, low: nothing, high: nothing, isClippedBelow: false, isClippedAbove: false };
  }
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length;
  const deviation = Math.sqrt(variance);
  const usual = known.filter((value) => Math.abs(value - mean) <= deviation);
  // Where nearly all are equal nobody else is usual, and the scale would be a point.
  const scale = usual[0] === usual[usual.length - 1] ? known : usual;
  const low = scale[0];
  const high = scale[scale.length - 1];
  return {
    radius: values.map((value) => radiusOf(value, { low, high })),
    low,
    high,
    isClippedBelow: known[0] < low,
    isClippedAbove: known[known.length - 1] > high,
  };
}

/** The radius of a value on a scale, before magnification. */
export function radiusOf(
  value: number,
  { low, high }: { readonly low: number; readonly high: number },
): number {
  if (Number.isNaN(value)) return smallestRadius;
  if (low === high) return (smallestRadius + largestRadius) / 2;
  const share = (Math.min(high, Math.max(low, value)) - low) / (high - low);
  return Math.sqrt(smallestRadius ** 2 + (largestRadius ** 2 - smallestRadius ** 2) * share);
}
