import { describe, expect, it } from "vitest";
import { z } from "zod";
import { cell, checkedBy, Flaw, list, members, nullish, object, side, text } from "../../src/datasources/shapes.js";

const Tag = object({ tagId: text, tagName: cell });
const Row = object({ id: text, name: cell, tags: side(list(Tag)) });
const Answer = object({ rows: nullish(list(Row)), total: cell });

/** What is wrong, after the path to it. */
function flawIn(value: unknown): string {
  const read = Answer(value);
  return read instanceof Flaw ? `${read.path.join(".")}: ${read.message}` : "nothing";
}

describe("what is right", () => {
  it("is the very same object, undeclared members and all", () => {
    const answer = {
      rows: [
        { id: "1", other: 7, tags: [{ tagId: "2" }] },
        { id: "2", tags: null },
      ],
      more: {},
    };
    expect(Answer(answer)).toBe(answer);
  });

  it("may be absent where it is said so", () => {
    for (const rows of [undefined, null, []]) expect(flawIn({ rows })).toBe("nothing");
  });

  it("is copied where it must be changed, and the answer itself stays as it came", () => {
    const answer = { rows: [{ id: "1" }, { id: " 2 " }, { id: "3", tags: "junk" }] };
    const read = Answer(answer);
    expect(read).toEqual({ rows: [{ id: "1" }, { id: "2" }, { id: "3", tags: null }] });
    expect(read instanceof Flaw ? null : read.rows?.[0]).toBe(answer.rows[0]);
    expect(answer).toEqual({ rows: [{ id: "1" }, { id: " 2 " }, { id: "3", tags: "junk" }] });
  });
});

describe("what is wrong", () => {
  it.each([
    [null, ": expected an object, found null"],
    [[], ": expected an object, found a list"],
    [{ rows: {} }, "rows: expected a list, found object"],
    [{ rows: [{ id: "1" }, "junk"] }, "rows.1: expected an object, found string"],
    [{ rows: [[]] }, "rows.0: expected an object, found a list"],
    [{ rows: [{}] }, "rows.0.id: expected a text, found undefined"],
    [{ rows: [{ id: "  " }] }, "rows.0.id: expected a text, found string"],
  ])("%j", (answer, flaw) => {
    expect(flawIn(answer)).toBe(flaw);
  });

  it("counts as absent beside more important things", () => {
    for (const tags of [7, "junk", {}, [null], [{}], [{ tagId: "1" }, { tagId: 7 }]]) {
      expect(Answer({ rows: [{ id: "1", tags }] })).toEqual({ rows: [{ id: "1", tags: null }] });
    }
  });

  it("is told with its path and without the value, also by a schema", () => {
    const secret = { rows: [{ id: { secret: "4711" } }] };
    expect(Answer(secret)).toEqual(new Flaw("expected a text, found object", ["rows", 0, "id"]));
    const Token = checkedBy(z.object({ token: z.string() }));
    expect(Token({ token: "t" })).toEqual({ token: "t" });
    const flaw = Token({ token: { secret: "4711" } });
    expect(flaw).toMatchObject({ path: ["token"] });
    expect(JSON.stringify(flaw)).not.toContain("4711");
  });
});

it("an object whose members nobody knows is any object", () => {
  expect(members({ a: 1 })).toEqual({ a: 1 });
  expect(members([])).toBeInstanceOf(Flaw);
});
