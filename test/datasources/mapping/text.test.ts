import { describe, expect, it } from "vitest";
import { entryOf, flagOf, partsOf, rawOf, textOf, wordIn } from "../../../src/datasources/mapping/text.js";

describe("a cell", () => {
  it("is nothing in three spellings, and when it is no scalar", () => {
    for (const nothing of ["", "-", "  ", " - ", null, undefined, {}, [], ["x"]]) expect(textOf(nothing)).toBeNull();
  });

  it("is trimmed text, whether it was printed as a text, a number or a boolean", () => {
    expect([" AT&T ", 3, 0, true, "0", "--"].map(textOf)).toEqual(["AT&T", "3", "0", "true", "0", "--"]);
  });

  it("is kept raw with its placeholder and its blanks", () => {
    expect(["-", " x ", "", 7, null, {}].map(rawOf)).toEqual(["-", " x ", "", "7", null, null]);
  });

  it("may be a list in one text", () => {
    expect(partsOf("a| b ||-|c", "|")).toEqual(["a", "b", "c"]);
    expect(partsOf("-", "|")).toEqual([]);
    expect(partsOf(5, ",")).toEqual(["5"]);
  });

  it("may be a boolean in several dialects", () => {
    expect(["true", "True", "Yes", "1", true, 1].map(flagOf)).toEqual(Array(6).fill(true));
    expect(["false", "No", "0", false, 0].map(flagOf)).toEqual(Array(5).fill(false));
    expect(["Active", "", "2", null].map(flagOf)).toEqual([null, null, null, null]);
  });
});

describe("a table of words", () => {
  const TABLE = { "global(local)": 1, constructed: 2 };

  it("is searched without case and without blanks", () => {
    expect([wordIn(TABLE, "Global (Local)"), wordIn(TABLE, "GLOBAL(LOCAL)"), wordIn(TABLE, "local")]).toEqual([
      1,
      1,
      null,
    ]);
  });

  it("knows nothing that every object inherits", () => {
    for (const name of ["constructor", "__proto__", "toString"]) {
      expect(wordIn(TABLE, name)).toBeNull();
      expect(entryOf(TABLE, name)).toBeNull();
    }
  });
});
