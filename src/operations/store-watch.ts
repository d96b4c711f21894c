import { Failure } from "../errors.js";
import type { Logger } from "../log.js";
import { type Store, StoreUnavailable } from "../store/sql.js";

/** How the store is. `reason` is a word for people, and shows no secret. */
export type StoreHealth =
  | { readonly state: "OPENING" | "OPEN" }
  | { readonly state: "UNAVAILABLE"; readonly reason: string };

/** What is thrown to whoever needs the store while it is away. */
export const storeUnavailable = (cause?: unknown): Failure =>
  new Failure("STORE_UNAVAILABLE", "The store of this server is not open: actions cannot be taken on.", { cause });

export const isAway = (error: unknown): boolean => error instanceof Failure && error.code === "STORE_UNAVAILABLE";

/** Knows how the store is from how it answers: it is asked all the time. Tells when it goes, and when it comes back. */
export class StoreWatch {
  #health: StoreHealth = { state: "OPENING" };

  constructor(readonly log: Logger) {}

  get health(): StoreHealth {
    return this.#health;
  }

  isUp(): void {
    if (this.#health.state === "UNAVAILABLE") this.log.info("the store can be reached again");
    this.#health = { state: "OPEN" };
  }

  isDown(error: unknown): void {
    const reason = error instanceof StoreUnavailable ? error.reason : "IT_CANNOT_BE_OPENED";
    if (this.#health.state !== "UNAVAILABLE") this.log.error({ err: error }, "the store is away: actions are refused");
    this.#health = { state: "UNAVAILABLE", reason };
  }

  /** The same store, whose going is noticed, and is a Failure for whoever asked. */
  over(store: Store): Store {
    const watched = async <T>(asked: Promise<T>): Promise<T> => {
      try {
        const answer = await asked;
        this.isUp();
        return answer;
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
        this.isDown(error);
        throw storeUnavailable(error);
      }
    };
    return {
      run: (text, values) => watched(store.run(text, values)),
      transaction: (work) => watched(store.transaction(work)),
      listen: (channel, hear) => watched(store.listen(channel, hear)),
      close: () => store.close(),
    };
  }
}
