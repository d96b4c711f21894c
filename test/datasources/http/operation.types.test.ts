import { describe, expectTypeOf, test } from "vitest";
import { z } from "zod";
import { type AnswerOf, type InputOf, type Outcome, operation } from "../../../src/datasources/http/operation.js";
import { checkedBy } from "../../../src/datasources/shapes.js";

const everything = operation({
  name: "Everything",
  doc: "toy",
  effect: "write",
  auth: "token",
  method: "POST",
  path: "/accounts/{accountId}/lines/{lineId}",
  query: z.object({ dryRun: z.boolean().default(false) }),
  body: z.strictObject({ amount: z.number().transform(String) }),
  answers: {
    200: checkedBy(z.object({ id: z.string().transform(Number) })),
    202: checkedBy(z.object({ jobId: z.string() })),
  },
  codes: { done: ["0"] },
  timeoutMs: 1000,
  repeat: "never",
});

const nothing = operation({
  name: "Nothing",
  doc: "toy",
  effect: "read",
  auth: "token",
  method: "GET",
  path: "/things",
  answers: { "2xx": checkedBy(z.array(z.string())) },
  codes: { done: ["0"] },
  timeoutMs: 1000,
  repeat: "safe",
});

const send = <O>(_input: O): void => {};

describe("the types of an operation", () => {
  test("ask for every path parameter, the query and the body, as they are before their schemas", () => {
    expectTypeOf<InputOf<typeof everything>["params"]>().toEqualTypeOf<
      Readonly<Record<"accountId" | "lineId", string>>
    >();
    expectTypeOf<InputOf<typeof everything>["query"]>().toEqualTypeOf<{ dryRun?: boolean | undefined }>();
    expectTypeOf<InputOf<typeof everything>["body"]>().toEqualTypeOf<{ amount: number }>();
  });

  test("give the union of what the schemas of the answer make of it", () => {
    expectTypeOf<AnswerOf<typeof everything>>().toEqualTypeOf<{ id: number } | { jobId: string }>();
    expectTypeOf<AnswerOf<typeof nothing>>().toEqualTypeOf<string[]>();
  });

  test("give an answer to what is done and none to what was so already", () => {
    type Of<Is> = Extract<Outcome<typeof nothing>, { is: Is }>;
    expectTypeOf<Extract<Outcome<typeof nothing>, { answer: string[] }>["is"]>().toEqualTypeOf<"done" | "pending">();
    expectTypeOf<Of<"already" | "empty">["answer"]>().toEqualTypeOf<null>();
  });

  test("refuse an input with a part missing or too many", () => {
    const params = { accountId: "1", lineId: "2" };
    send<InputOf<typeof everything>>({ params, query: {}, body: { amount: 1 } });
    send<InputOf<typeof nothing>>({});
    // @ts-expect-error a path parameter is missing
    send<InputOf<typeof everything>>({ params: { accountId: "1" }, query: {}, body: { amount: 1 } });
    // @ts-expect-error a path parameter does not exist
    send<InputOf<typeof everything>>({ params: { ...params, simId: "3" }, query: {}, body: { amount: 1 } });
    // @ts-expect-error the query is missing
    send<InputOf<typeof everything>>({ params, body: { amount: 1 } });
    // @ts-expect-error the body is missing
    send<InputOf<typeof everything>>({ params, query: {} });
    // @ts-expect-error the body has a field of another type
    send<InputOf<typeof everything>>({ params, query: {}, body: { amount: "1" } });
    // @ts-expect-error the operation has no body
    send<InputOf<typeof nothing>>({ body: {} });
    // @ts-expect-error the operation has no path parameters
    send<InputOf<typeof nothing>>({ params: { id: "1" } });
  });

  test("refuse a declaration that leaves out the deadline, or what a repeat does", () => {
    const { timeoutMs: _, ...endless } = nothing;
    const { repeat: __, ...unclear } = nothing;
    // @ts-expect-error timeoutMs is missing
    operation(endless);
    // @ts-expect-error repeat is missing
    operation(unclear);
    // @ts-expect-error failure codes are of the closed list
    operation({ ...nothing, codes: { done: ["0"], failed: { "1": "BROKEN" } } });
  });
});
