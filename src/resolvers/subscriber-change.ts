import type { SubscriberChange } from "../context.js";
import type { AddressChangeInput, SubscriberUpdateInput } from "../schema/subscriber-mutations.js";
import { refusal } from "./checks.js";
import { isGiven } from "./look-up.js";
import { filled, inDigits } from "./subscriber-inputs.js";

/** What is to be changed of a person: only what was given, and something of it. */
export function changeOf({ firstName, lastName, email, address }: SubscriberUpdateInput): SubscriberChange {
  const change = {
    ...(isGiven(firstName) ? { firstName: filled("firstName", firstName) } : {}),
    ...(isGiven(lastName) ? { lastName: filled("lastName", lastName) } : {}),
    ...(isGiven(email) ? { email: emailOf("email", email) } : {}),
    ...(address ? { address: addressOf(address) } : {}),
  };
  if (Object.keys(change).length > 0) return change;
  throw refusal("firstName", "something must be changed.", "Give firstName, lastName, email or address.");
}

const addressOf = ({ line1, line2, city, state, zip }: AddressChangeInput) => ({
  line1: filled("address.line1", line1),
  line2: line2 ?? "",
  city: filled("address.city", city),
  state: inDigits("address.state", state, /^[A-Z]{2}$/, "two capital letters"),
  zip: inDigits("address.zip", zip, /^\d{5}$/, "5 digits"),
});

/** An e-mail address, as far as one can tell from its looks. */
export function emailOf(field: string, text: string): string {
  const value = text.trim();
  if (/^[^\s@]{1,64}@[^\s@]{1,190}\.[^\s@.]{2,}$/.test(value)) return value;
  throw refusal(field, "must be an e-mail address.");
}
