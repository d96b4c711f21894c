import { describe, expect, it } from "vitest";
import { shareOf } from "../../src/listing/share.js";

const { signal } = new AbortController();

/** The part of a minute, in whole seconds, that each of some accounts gets when all before it use theirs up. */
function sharesOf(accounts: number): readonly number[] {
  const shares: number[] = [];
  for (let left = 60_000, rest = accounts; rest > 0; rest -= 1) {
    const now = Date.now();
    const share = shareOf({ requestId: "r", signal, deadlineAt: now + left }, rest).deadlineAt - now;
    shares.push(Math.round(share / 1000));
    left -= share;
  }
  return shares;
}

describe("a minute that accounts share", () => {
  it.each([
    [1, [30]],
    [3, [15, 15, 15]],
    [5, [10, 10, 10, 10, 10]],
  ])("is the same for each of %i, and as much is left", (accounts, shares) => {
    expect(sharesOf(accounts)).toEqual(shares);
  });

  it("is five seconds for those among many, until that is too much of what is left", () => {
    expect(sharesOf(40).slice(0, 11)).toEqual([5, 5, 5, 5, 5, 5, 5, 5, 5, 4, 3]);
  });

  it("is nothing when it is over", () => {
    const deadlineAt = Date.now() - 1_000;
    expect(shareOf({ requestId: "r", signal, deadlineAt }, 3).deadlineAt).toBeLessThan(Date.now());
  });
});
