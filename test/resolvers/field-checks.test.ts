import { describe, expect, it } from "vitest";
import { Failure } from "../../src/errors.js";
import { fieldChecks } from "../../src/resolvers/field-checks.js";

type Checks = ReturnType<typeof fieldChecks>;

const ADDRESS = { line1: "100 Main Street", line2: null, city: "Austin", state: "TX", zip: "78701" };
const PORT_IN = { msisdn: "5125550147", carrier: "Other", accountNumber: "998877665", pin: "4711", zip: "78702" };

/** What each makes of a good value, and a value that it refuses. */
const CASES: Readonly<Record<string, readonly [given: (at: Checks) => unknown, made: unknown]>> = {
  digits: [(at) => at.digits("phone", "512-555 0100", /^\d{10}$/, "10 digits"), "5125550100"],
  filled: [(at) => at.filled("name", " Grace "), "Grace"],
  zip: [(at) => at.zip("zip", "78701"), "78701"],
  pin: [(at) => at.pin("pin", " 4711 "), "4711"],
  email: [(at) => at.email("email", " grace@example.com"), "grace@example.com"],
  https: [(at) => at.https("url", "https://brand.example"), "https://brand.example"],
  within: [(at) => at.within("month", 12, 1, 12), 12],
  address: [(at) => at.address("address", ADDRESS), { ...ADDRESS, line2: "" }],
  portIn: [(at) => at.portIn("portIn", PORT_IN), PORT_IN],
};

const REFUSED: Readonly<Record<string, readonly [given: (at: Checks) => unknown, field: string, message: string]>> = {
  digits: [(at) => at.digits("phone", "51255501", /^\d{10}$/, "10 digits"), "phone", "must have 10 digits."],
  filled: [(at) => at.filled("name", "  "), "name", "must have 1 to 100 characters."],
  "filled, too long": [(at) => at.filled("name", "x".repeat(101)), "name", "must have 1 to 100 characters."],
  zip: [(at) => at.zip("zip", "7870"), "zip", "must have 5 digits."],
  pin: [(at) => at.pin("pin", "4".repeat(21)), "pin", "must have 1 to 20 characters."],
  email: [(at) => at.email("email", "grace@home"), "email", "must be an e-mail address."],
  https: [(at) => at.https("url", "http://brand.example"), "url", "must be an address that begins with https://."],
  within: [(at) => at.within("month", 13, 1, 12), "month", "must be from 1 to 12."],
  address: [
    (at) => at.address("address", { ...ADDRESS, state: "Texas" }),
    "address.state",
    "must have two capital letters.",
  ],
  portIn: [
    (at) => at.portIn("lines.1.portIn", { ...PORT_IN, msisdn: "555" }),
    "lines.1.portIn.msisdn",
    "must have 10 digits.",
  ],
};

const refusalOf = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (thrown) {
    return thrown;
  }
};

describe.each([[["input"]], [["order", "purchase"]]])("a field below %j", (path) => {
  const at = fieldChecks(path);

  it.each(Object.entries(CASES))("is taken in its form: %s", (_, [given, made]) => {
    expect(given(at)).toEqual(made);
  });

  it.each(Object.entries(REFUSED))("is refused by its whole way: %s", (_, [given, name, message]) => {
    const field = [...path, ...name.split(".")];
    const refusal = refusalOf(() => given(at));
    expect(refusal).toBeInstanceOf(Failure);
    expect(refusal).toMatchObject({ message: `${field.join(".")}: ${message}`, details: { field } });
  });
});
