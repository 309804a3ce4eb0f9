import { withCommas } from "../../text/counted.js";
/** A value of a column as a legend shows it: a day, or a number to three digits. */
export function valueText(value: number, isTime: boolean): string {
  return isTime ? new Date(value).toISOString().slice(0, 10) : numberText(value);
}

/** A number as a legend shows it, to three digits, with commas between thousands: "12,300". */
function numberText(value: number): string {
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size < 0.001) return value.toExponential(1);
  if (size < 100) return String(Number(value.toPrecision(3)));
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(size)) - 2);
  return withCommas(Math.round(value / unit) * unit);
}
