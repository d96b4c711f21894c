import { type ClassType, Field, Int, ObjectType } from "type-graphql";
import { Account } from "./account.js";
import { graphEnum } from "./enum.js";
import { CarrierFailure } from "./failure.js";

@ObjectType({ description: "Where a page lies in its listing." })
export class PageInfo {
  @Field(() => Boolean, { description: "More rows can be read now with `after: endCursor`." })
  hasNextPage!: boolean;
  @Field(() => Boolean, { description: "Always false: listings are walked forward." })
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: "Cursor of the first row." })
  startCursor!: string | null;
  @Field(() => String, {
    nullable: true,
    description: "Where to go on; also resumes accounts that failed on this page.",
  })
  endCursor!: string | null;
}

export type SourceState = "OK" | "FAILED" | "NOT_ASKED";

const SourceStateEnum = graphEnum<SourceState>("SourceState", "What became of an account in a listing over accounts.", {
  OK: "It answered.",
  FAILED: "It failed; its rows are missing. Resume with the same cursor.",
  NOT_ASKED: "Its turn comes on a later page, or it has none of these objects.",
});

@ObjectType({ description: "Why an account's rows are missing." })
export class SourceError extends CarrierFailure {}

@ObjectType({ description: "One account's part in a listing over accounts." })
export class SourceStatus {
  @Field(() => Account, { description: "The account." })
  account!: Account;
  @Field(() => SourceStateEnum, { description: "What became of it on this page." })
  status!: SourceState;
  @Field(() => SourceError, { nullable: true, description: "Why it failed." })
  error!: SourceError | null;
  @Field(() => Int, {
    nullable: true,
    description: "Milliseconds after which asking again may help; null when the carrier did not say.",
  })
  retryAfter!: number | null;
}

export interface Edge<T> {
  cursor: string;
  node: T;
}

/** Declares the edge and connection types of a listing over accounts. */
export function connectionOf<T extends object>(name: string, node: () => ClassType<T>) {
  @ObjectType(`${name}Edge`, { description: `A row of a listing of ${name} objects.` })
  class NodeEdge implements Edge<T> {
    @Field(() => String, { description: "Where this row lies; go on behind it with `after`." })
    cursor!: string;
    @Field(node, { description: "The row." })
    node!: T;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a listing of ${name} objects over accounts.` })
  class NodeConnection {
    @Field(() => [NodeEdge], { description: "The rows with their cursors." })
    edges!: NodeEdge[];
    @Field(() => [node()], { description: "The rows alone." })
    nodes!: T[];
    @Field(() => PageInfo, { description: "Where the page lies." })
    pageInfo!: PageInfo;
    @Field(() => Int, {
      nullable: true,
      description:
        "All rows of all asked accounts; null where a carrier does not count, or a filter is ours. May cost a call per account.",
    })
    totalCount!: number | null;
    @Field(() => [SourceStatus], { description: "Per account, whether its rows are in." })
    sources!: SourceStatus[];
  }
  return NodeConnection;
}
