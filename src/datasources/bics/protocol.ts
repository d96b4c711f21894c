import type { CarrierClient, Protocol } from "../http/client.js";
import { Session } from "./auth.js";
import type { BicsConfig } from "./config.js";
import { verdictOf } from "./failures.js";

/** How BICS is called: a bearer token in X-Authorization (not Authorization), and two headers that never change. */
export const bicsProtocol =
  (config: BicsConfig) =>
  (client: CarrierClient): Protocol => {
    const session = new Session(client, config);
    // Made once for each token: a listing with profiles makes hundreds of calls with the same one.
    let signed: Signed = { bearer: null, headers: headersWith(null) };
    return {
      token: () => session.token(),
      expire: (token) => session.expire(token),
      headers: (operation, token) => {
        const bearer = session.bearerOf(operation, token);
        if (bearer !== signed.bearer) signed = { bearer, headers: headersWith(bearer) };
        return signed.headers;
      },
      judge: verdictOf,
    };
  };

interface Signed {
  readonly bearer: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

const headersWith = (bearer: string | null): Signed["headers"] => ({
  "Content-Type": "application/json",
  "X-Requested-With": "XMLHttpRequest",
  ...(bearer === null ? {} : { "X-Authorization": `Bearer ${bearer}` }),
});
