import { describe, expect, it } from "vitest";
import { Failure } from "../src/errors.js";
import { ID_TYPES, Ids, type IdType } from "../src/ids.js";

const ids = new Ids("a secret of the tests");
const TYPES = Object.keys(ID_TYPES).filter((type): type is IdType => Object.hasOwn(ID_TYPES, type));
const ICCID = "8932042000000100019";
const key = { account: "bics-eu", native: ICCID };

/** The texts that a curious person finds in an id: as it is, and decoded in every usual way. */
function readings(id: string): string[] {
  const sealed = id.slice(id.indexOf("_") + 1);
  const bytes = Buffer.from(sealed, "base64url");
  return [id, bytes.toString("utf8"), bytes.toString("latin1"), bytes.toString("hex"), bytes.toString("utf16le")];
}

describe("an id", () => {
  it.each(TYPES)("of a %s leads back to its key", (type) => {
    expect(ids.decode(ids.encode(type, key))).toEqual({ type, ...key });
  });

  it.each(["1", "0100", "a/b/c#2", "12/UNLIMITED//#3", "é\n✓", "x".repeat(500)])(
    "leads back to the native key %j, whatever is in it",
    (native) => {
      expect(ids.decode(ids.encode("Balance", { account: "a", native }))).toEqual({
        type: "Balance",
        account: "a",
        native,
      });
    },
  );

  it("is the same for the same object, also from another replica with the same secret", () => {
    expect(new Ids("a secret of the tests").encode("Sim", key)).toBe(ids.encode("Sim", key));
  });

  it("differs by type, by account and by native key", () => {
    const made = [
      ...TYPES.map((type) => ids.encode(type, key)),
      ids.encode("Sim", { ...key, account: "bics-oem" }),
      ids.encode("Sim", { ...key, native: "8932042000000100020" }),
      ids.encode("Sim", { account: "bics", native: `-eu${ICCID}` }),
    ].map((id) => id.slice(id.indexOf("_")));
    expect(new Set(made).size).toBe(made.length);
  });

  it("differs with another secret, where it is foreign", () => {
    const other = new Ids("another secret, just as long");
    const foreign = other.encode("Sim", key);
    expect(foreign).not.toBe(ids.encode("Sim", key));
    expect(ids.decode(foreign)).toBeNull();
  });

  it("has only characters that travel in an address", () => {
    expect(ids.encode("Sim", key)).toMatch(/^sim_[\w-]+$/);
  });

  it("shows neither number nor account, in clear or decoded", () => {
    const shown = TYPES.flatMap((type) => readings(ids.encode(type, key)));
    expect(shown.filter((text) => text.includes(ICCID) || text.includes(ICCID.slice(4, 12)))).toEqual([]);
    expect(shown.filter((text) => text.includes("bics-eu"))).toEqual([]);
  });
});

describe("an id that was changed", () => {
  const id = ids.encode("Endpoint", { account: "bics-eu", native: "51170019" });
  const changed = (index: number) => `${id.slice(0, index)}${id[index] === "A" ? "B" : "A"}${id.slice(index + 1)}`;
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"];

  it("at any one place is none of ours", () => {
    const accepted = [...id].map((_, index) => changed(index)).filter((text) => ids.decode(text) !== null);
    expect(accepted).toEqual([]);
  });

  // The last letter carries two, four or six bits: the others must be as they were, too.
  it.each(["1", "12", "123"])("in its last letter is none of ours (key %s)", (native) => {
    const whole = ids.encode("Endpoint", { account: "bics-eu", native });
    const others = letters.map((letter) => whole.slice(0, -1) + letter).filter((text) => text !== whole);
    expect(others.filter((text) => ids.decode(text) !== null)).toEqual([]);
  });

  it.each([
    ["padding", `${id}=`],
    ["a blank", `${id} `],
    ["a line", `${id}\n`],
    ["a dot", `${id.slice(0, 20)}.${id.slice(20)}`],
    ["more behind it", `${id}AAAA`],
    ["less of it", id.slice(0, -4)],
    ["another type in front", id.replace("endpoint_", "sim_")],
    ["no type in front", id.replace("endpoint_", "")],
    ["capitals", id.toUpperCase()],
  ])("by %s is none of ours", (_, text) => {
    expect(ids.decode(text)).toBeNull();
  });

  it.each([
    "",
    "_",
    "endpoint",
    "endpoint_",
    "endpoint_AA",
    "constructor_AAAA",
    "__proto___x",
    "sim_💥",
    "8932042000000100019",
  ])("%j never was one", (text) => {
    expect(ids.decode(text)).toBeNull();
  });
});

describe("an id that must be of one type", () => {
  const refusalOf = (type: IdType, id: string): unknown => {
    try {
      return ids.require(type, id, ["by", "id"]);
    } catch (thrown) {
      return thrown;
    }
  };

  it("gives its key", () => {
    expect(ids.require("Sim", ids.encode("Sim", key), ["by", "id"])).toEqual(key);
  });

  it.each([
    ["of another type", ids.encode("Endpoint", key)],
    ["of nothing", ICCID],
  ])("is refused when it is %s, naming the field and not the id", (_, id) => {
    const failure = refusalOf("Sim", id);
    expect(failure).toBeInstanceOf(Failure);
    expect(failure).toMatchObject({ code: "INVALID_ARGUMENT", details: { field: ["by", "id"] } });
    expect(String(failure)).toContain("by.id");
    expect(String(failure)).not.toContain(id);
  });

  it.each([
    ["Sim", "a Sim"],
    ["Subscriber", "a Subscriber"],
    ["Endpoint", "an Endpoint"],
    ["Addon", "an Addon"],
    ["Operation", "an Operation"],
  ] as const)("is asked for in English: %s", (type, one) => {
    expect(refusalOf(type, "x")).toMatchObject({
      message: `by.id: this is no id of ${one}.`,
      hint: `Use an id that this API gave for ${one}.`,
    });
  });
});
