import type { Sandbox } from "../../sandbox/types.js";
import { type Lab, startLab } from "../operations/support.js";
import type { AppSettings } from "../support/api.js";

/** All accounts of the sandbox, in the order of the accounts file. */
export const ALL = ["bics-eu", "bics-oem", "reach-us", "reach-mvno", "next-za", "next-eu", "nexcon", "payu", "payu-2"];

const entriesOf = ({ accounts, reach, nextcomm, nexcon, payu }: Sandbox): readonly { readonly id: string }[] => [
  ...[accounts, reach.accounts, nextcomm.accounts].flat(),
  ...[nexcon.accounts, payu.accounts].flat(),
];

/** The whole program over all carriers, with its store open. `more` is what entries of the accounts file say beside. */
export async function startAll(more: Readonly<Record<string, object>> = {}, settings: AppSettings = {}): Promise<Lab> {
  const lab = await startLab({
    endpoints: 30,
    ...settings,
    accounts: (sandbox) => entriesOf(sandbox).map((entry) => ({ ...entry, ...more[entry.id] })),
  });
  await lab.caller.operations();
  return lab;
}

/** Something in a named situation. */
export function specimen({ sandbox }: Lab, account: string, name: string): string {
  const { bics, reach, nextcomm, nexcon, payu } = sandbox;
  const found = [bics, reach, nextcomm, nexcon, payu].flatMap(({ specimens }) => specimens[account]?.[name] ?? []);
  const [one] = found;
  if (one === undefined) throw new Error(`no specimen ${name} of ${account}`);
  return one;
}

/** The account and the operation of each carrier call, log-ins left out, equal ones counted. */
export function callsOf({ sandbox }: Lab): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { account, operation, effect } of sandbox.calls) {
    const call = `${account} ${operation}`;
    if (effect !== "auth") counts[call] = (counts[call] ?? 0) + 1;
  }
  return counts;
}

export interface SourceView {
  readonly account: { readonly id: string };
  readonly status: string;
  readonly error: { readonly code: string } | null;
  readonly retryAfter: number | null;
}

/** What became of each account on a page: its status, or the code of its failure. */
export const statusesOf = (sources: readonly SourceView[]): Readonly<Record<string, string>> =>
  Object.fromEntries(sources.map(({ account, status, error }) => [account.id, error?.code ?? status]));

interface RowView {
  readonly id: string;
  readonly account: { readonly id: string };
}

export interface PageView {
  readonly nodes: readonly RowView[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly sources: readonly SourceView[];
}

/** A page of one of the listings over accounts. */
export const pageOf = ({ caller }: Lab, listing: string, first: number, after: string | null = null) =>
  caller.only<PageView>(
    `query ($first: Int!, $after: String) { it: ${listing}(first: $first, after: $after) {
      nodes { id account { id } } pageInfo { hasNextPage endCursor }
      sources { account { id } status error { code } retryAfter } } }`,
    { first, after },
  );

/** All rows of a listing, page by page. */
export async function walk(lab: Lab, listing: string, first: number): Promise<readonly RowView[]> {
  const rows: RowView[] = [];
  for (let after: string | null = null; ; ) {
    const page: PageView = await pageOf(lab, listing, first, after);
    rows.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return rows;
    after = page.pageInfo.endCursor;
  }
}

/** How many rows each account has, in the order of their first ones. */
export function countsOf(rows: readonly RowView[]): Readonly<Record<string, number>> {
  const groups = Map.groupBy(rows, ({ account }) => account.id);
  return Object.fromEntries([...groups].map(([account, own]) => [account, own.length]));
}
