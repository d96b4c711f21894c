import type { SubscriberChange } from "../context.js";
import type { SubscriberUpdateInput } from "../schema/subscriber-mutations.js";
import { atInput } from "./field-checks.js";
import { isGiven } from "./look-up.js";

/** What is to be changed of a person: only what was given, and something of it. */
export function changeOf({ firstName, lastName, email, address }: SubscriberUpdateInput): SubscriberChange {
  const change = {
    ...(isGiven(firstName) ? { firstName: atInput.filled("firstName", firstName) } : {}),
    ...(isGiven(lastName) ? { lastName: atInput.filled("lastName", lastName) } : {}),
    ...(isGiven(email) ? { email: atInput.email("email", email) } : {}),
    ...(address ? { address: atInput.address("address", address) } : {}),
  };
  if (Object.keys(change).length > 0) return change;
  throw atInput.refusal("firstName", "something must be changed.", "Give firstName, lastName, email or address.");
}
