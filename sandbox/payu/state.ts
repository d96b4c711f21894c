/** A plan as it is printed. Every field is text of a free format, and none of them is an id. */
export interface Plan {
  planName: string;
  price: string;
  validity: string;
  validityDescription?: string;
  talkTime: string;
  packageDescription: string;
  planType: string;
}

export interface Operator {
  operatorId: string;
  operatorName: string;
  /** By circle id. */
  plans: ReadonlyMap<string, readonly Plan[]>;
}

/** What is special about a number; of other numbers nothing is known and nothing is wrong. */
export interface KnownNumber {
  operatorId: string | null;
  /** The answer says SUCCESS and has the code of a failure. */
  isContradictory?: boolean;
}

/** Where the table and the examples of the document differ, one account follows the one, one the other. */
export interface Settings {
  codes: "200/600" | "1/0";
  plansName: "plansInfo" | "circlesInfo";
  errorsName: "errors" | "error";
  additionalParams: "object" | "list" | "null";
  /** A full stop behind the message of a failure. */
  hasFullStop: boolean;
  hasRefId: boolean;
}

export interface Account {
  id: string;
  displayName: string;
  clientId: string;
  clientSecret: string;
  grantType: string;
  agentId: string;
  settings: Settings;
  specimens: Record<string, string>;
}

export interface World {
  accounts: Account[];
  operators: ReadonlyMap<string, Operator>;
  circles: ReadonlySet<string>;
  numbers: ReadonlyMap<string, KnownNumber>;
  tokens: Map<string, { account: Account; scopes: readonly string[]; until: number }>;
  counter: number;
}
