/**
 * Weights of a tie that a network file may hold. Beyond these, sums of them are no longer exact, and
 * products of sums leave the range of numbers.
 */
export const smallestWeight = 1e-15;
export const greatestWeight = 1e15;
