import type { CarrierClient, Protocol } from "../http/client.js";
import { tokensOf } from "./auth.js";
import type { NextCommConfig } from "./config.js";
import { verdictOf } from "./failures.js";

/** How Next Communications is called: JSON both ways, and a bearer token where the operation asks for one. */
export const nextCommProtocol =
  (config: NextCommConfig) =>
  (client: CarrierClient): Protocol => {
    const tokens = tokensOf(client, config);
    return {
      token: () => tokens.get(),
      expire: (token) => tokens.expire(token),
      headers: (_operation, token) => ({
        "Content-Type": "application/json",
        ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
      }),
      judge: verdictOf,
    };
  };
