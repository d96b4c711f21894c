import type { CarrierClient, Protocol } from "../http/client.js";
import { Session } from "./auth.js";
import type { BicsConfig } from "./config.js";
import { verdictOf } from "./failures.js";

/** How BICS is called: a bearer token in X-Authorization (not Authorization), and two headers that never change. */
export const bicsProtocol =
  (config: BicsConfig) =>
  (client: CarrierClient): Protocol => {
    const session = new Session(client, config);
    return {
      token: () => session.token(),
      expire: (token) => session.expire(token),
      headers: (operation, token) => {
        const bearer = session.bearerOf(operation, token);
        return {
          "Content-Type": "application/json",
          "X-Requested-With": "XMLHttpRequest",
          ...(bearer === null ? {} : { "X-Authorization": `Bearer ${bearer}` }),
        };
      },
      judge: verdictOf,
    };
  };
