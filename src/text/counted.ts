/** A number with its noun, and commas between thousands: "1 person", "1,204 people". */
export function counted(count: number, one: string, many: string): string {
  return `${withCommas(count)} ${count === 1 ? one : many}`;
}

/**
 * A number with commas between thousands, in every locale alike; what is no whole number, as only
 * the weights of a network from elsewhere are, to three digits.
 */
export function withCommas(value: number): string {
  if (!Number.isInteger(value)) return String(Number(value.toPrecision(3)));
  return String(value).replace(/\B(?=(?:\d{3})+$)/gu, ",");
}

/** A share as per cent, to one digit below ten. */
export function percent(share: number): string {
  const value = share * 100;
  return `${value.toFixed(value < 10 ? 1 : 0)} %`;
}

/** With a minus sign (U+2212) for the hyphen before a number, as people read it; tables of files keep the hyphen. */
export function withMinus(number: string): string {
  return number.replace(/^-(?=[\d.])/u, "−");
}
