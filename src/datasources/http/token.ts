export interface Token {
  readonly value: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** How a token is obtained. `previous` is the one it replaces, for carriers that renew. */
export type ObtainToken = (previous: Token | null) => Promise<Token>;

/** Renew this long before the carrier stops accepting it, but never before four fifths of a short life. */
const MARGIN_MS = 30_000;

/** After refused credentials wait before asking again: carriers lock accounts. */
const REFUSAL_HOLD_MS = 5_000;

/**
 * The token of one account, kept across requests. One call obtains it for everybody who waits.
 * The obtaining call belongs to no waiter: one that gives up does not spoil it for the others.
 */
export class TokenCache {
  #token: Token | null = null;
  #renewAt = 0;
  #stale: Token | null = null;
  #pending: Promise<string> | null = null;
  #refused: { readonly until: number; readonly reason: unknown } | null = null;

  constructor(
    readonly obtain: ObtainToken,
    readonly isRefusal: (error: unknown) => boolean,
    /** Epoch milliseconds. */
    readonly now: () => number = Date.now,
  ) {}

  /** The token that is at hand; where none is, rejects with what obtaining it failed with. */
  get(): string | Promise<string> {
    const now = this.now();
    if (this.#token && now < this.#renewAt) return this.#token.value;
    if (this.#refused && now < this.#refused.until) return Promise.reject(this.#refused.reason);
    this.#pending ??= this.#renew().finally(() => {
      this.#pending = null;
    });
    return this.#pending;
  }

  /** The carrier refused this token; a newer one is left alone. */
  expire(value: string): void {
    if (this.#token?.value !== value) return;
    this.#stale = this.#token;
    this.#token = null;
  }

  async #renew(): Promise<string> {
    try {
      const token = await this.obtain(this.#token ?? this.#stale);
      const lifeMs = token.expiresAt - this.now();
      this.#token = token;
      this.#stale = null;
      this.#renewAt = token.expiresAt - Math.min(MARGIN_MS, lifeMs / 5);
      this.#refused = null;
      return token.value;
    } catch (error) {
      this.#token = null;
      this.#stale = null;
      if (this.isRefusal(error)) this.#refused = { until: this.now() + REFUSAL_HOLD_MS, reason: error };
      throw error;
    }
  }
}
