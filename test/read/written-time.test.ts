import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openTimeColumn } from "../../src/read/tables/time-column.js";
import { readWrittenTime } from "../../src/read/tables/written-time.js";

const iso = (time: number | undefined) =>
  time === undefined ? undefined : new Date(time).toISOString().replace(".000Z", "Z");

describe("a written time", () => {
  test.each([
    ["2026-01-05", "2026-01-05T00:00:00Z"],
    ["2026/01/05 10:30", "2026-01-05T10:30:00Z"],
    ["2026-01-05 10:30:15.250", "2026-01-05T10:30:15.250Z"],
    ["2026-01-05T10:30:00+0200", "2026-01-05T08:30:00Z"],
    ["2020-08-30 12:00:00 CEST", "2020-08-30T10:00:00Z"],
    ["2020-08-30 12:00:00 +0200", "2020-08-30T10:00:00Z"],
    ["2020-08-30 12:00:00 UTC", "2020-08-30T12:00:00Z"],
    ["Wed Apr 16 02:38:15 +0000 2014", "2014-04-16T02:38:15Z"],
    ["Wed Apr 16 02:38:15 EDT 2014", "2014-04-16T06:38:15Z"],
    ["Wed, 16 Apr 2014 02:38:15 +0100", "2014-04-16T01:38:15Z"],
    ["Wed, 16 Apr 2014 02:38:15 GMT", "2014-04-16T02:38:15Z"],
    ["05.01.2026 09:00", "2026-01-05T09:00:00Z"],
    ["5.1.2026", "2026-01-05T00:00:00Z"],
    ["5. Januar 2026 um 09:00", "2026-01-05T09:00:00Z"],
    ["05-Jan-2026", "2026-01-05T00:00:00Z"],
    ["May 1, 2016 10:00 AM", "2016-05-01T10:00:00Z"],
    ["10:00 PM · May 1, 2016", "2016-05-01T22:00:00Z"],
    ["May 1, 2016 · 12:05 AM UTC", "2016-05-01T00:05:00Z"],
    ["Sunday, 1 May 2016 at 10:00", "2016-05-01T10:00:00Z"],
    ["13/1/2026 10:00", undefined],
    ["2020-13-45", undefined],
    ["2021-02-29", undefined],
    ["2021-02-29 10:00", undefined],
    ["2021-02-20 25:00", undefined],
    ["2021-02-20 10:00 XYZ", undefined],
    ["yesterday", undefined],
    ["", undefined],
  ])("%s is read as %s", (written, time) => {
    expect(iso(readWrittenTime(written, undefined)?.time)).toBe(time);
  });

  test("takes any text without a fault", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const time = readWrittenTime(text, "day-first")?.time;
        expect(time === undefined || Number.isFinite(time)).toBe(true);
      }),
    );
  });
});

describe("a column of times", () => {
  const readAll = (values: string[], order?: "day-first" | "month-first", ids?: number[]) => {
    const column = openTimeColumn(values, order, ids);
    return "openValue" in column ? column : values.map((value) => iso(column.read(value)));
  };

  test("one day above 12 settles which number is the month", () => {
    expect(readAll(["1/5/2026 9:00", "1/13/2026 10:00"])).toEqual([
      "2026-01-05T09:00:00Z",
      "2026-01-13T10:00:00Z",
    ]);
    expect(readAll(["1/5/2026 9:00", "13/5/2026 10:00"])).toEqual([
      "2026-05-01T09:00:00Z",
      "2026-05-13T10:00:00Z",
    ]);
  });

  test("stays open where nothing settles it, unless it is said", () => {
    expect(readAll(["5/1/2016", "5/2/2016"])).toEqual({ openValue: "5/1/2016" });
    expect(readAll(["5/1/2016"], "day-first")).toEqual(["2016-01-05T00:00:00Z"]);
    expect(readAll(["5/5/2016"])).toEqual(["2016-05-05T00:00:00Z"]);
  });

  test("the time in X's ids settles it too", () => {
    expect(readAll(["5/1/2016"], undefined, [Date.UTC(2016, 4, 1, 10)])).toEqual([
      "2016-05-01T00:00:00Z",
    ]);
  });

  test.each([
    [["1578220200"], "2020-01-05T10:30:00Z"],
    [["1578220200.0"], "2020-01-05T10:30:00Z"],
    [["1578220200000"], "2020-01-05T10:30:00Z"],
    [["1,5782202E+12"], "2020-01-05T10:30:00Z"],
    [["43835.4375"], "2020-01-05T10:30:00Z"],
    [["43835,4375", "43836"], "2020-01-05T10:30:00Z"],
    [["43835", "yesterday"], undefined],
    [["12"], undefined],
  ])("numbers are seconds, milliseconds or Excel's days: %j", (values, time) => {
    const column = openTimeColumn(values, undefined);
    expect("openValue" in column ? "open" : iso(column.read(values[0]))).toBe(time);
  });

  test("knows days from times, and times without a zone", () => {
    expect(openTimeColumn(["2026-01-05", "2026-01-06"], undefined)).toMatchObject({
      isDayOnly: true,
      lacksZone: false,
    });
    expect(openTimeColumn(["2026-01-05 10:00"], undefined)).toMatchObject({ lacksZone: true });
    expect(openTimeColumn(["2026-01-05T10:00Z"], undefined)).toMatchObject({ lacksZone: false });
  });
});
