import { MAX_PAGES } from "./account-rows.js";

/** The page, the rows around it when the listing has shifted, and those behind when the page ended at the position. */
const FETCHES_A_PAGE = 3;

interface Asked {
  readonly first: number;
  /** Goes on behind a cursor. */
  readonly isContinued: boolean;
  /** Rows are passed over here. */
  readonly isFiltered: boolean;
  readonly maxPageSize: number;
}

/** How often an account's source is asked at most for one page of a listing. */
export function mostFetches({ first, isContinued, isFiltered, maxPageSize }: Asked): number {
  const most = MAX_PAGES * FETCHES_A_PAGE;
  if (isContinued) return most;
  if (isFiltered || first > maxPageSize) return most - FETCHES_A_PAGE + 1;
  return 1;
}
