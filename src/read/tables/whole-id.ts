/** Without the `x` that R puts before it and the `.0` of a column of fractions; none of `1.26E+18`. */
export function wholeId(written: string | undefined): string | undefined {
  const id = written?.replace(/^x(?=\d)/u, "").replace(/^(\d+)\.0$/u, "$1");
  return id === undefined || /^\d+(?:[.,]\d+)?e\+?\d+/iu.test(id) ? undefined : id;
}
