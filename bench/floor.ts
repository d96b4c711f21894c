import Fastify from "fastify";
import { Pool } from "undici";

/** The least that can be written: routes that make the same carrier calls and give the same data. */
const pool = new Pool(process.env.CARRIERS ?? "", { connections: 50, pipelining: 1 });
const bics = {
  "x-authorization": "Bearer x",
  "x-requested-with": "XMLHttpRequest",
  "content-type": "application/json",
};
const json = { "content-type": "application/json", authorization: "Bearer x" };

// The floor trusts its carriers: it reads without checking, as a hand-written handler would.
// biome-ignore lint/suspicious/noExplicitAny: the point of the floor is to do nothing but the calls
async function get(path: string, headers: Record<string, string> = bics): Promise<any> {
  const { body } = await pool.request({ method: "GET", path, headers });
  return body.json();
}

// biome-ignore lint/suspicious/noExplicitAny: as above
async function post(path: string, content: object, headers: Record<string, string> = json): Promise<any> {
  const { body } = await pool.request({ method: "POST", path, headers, body: JSON.stringify(content) });
  return body.json();
}

async function profile(id: string) {
  const { basicInfo, benefitInfo } = (await get(`/bics/api/GetEndPointProfile?endPointId=${id}`)).Response.info;
  return {
    id,
    name: basicInfo.name,
    state: basicInfo.currentStatus,
    plan: { name: basicInfo.planName },
    balances: benefitInfo.benefit.map((b: Record<string, string>) => ({
      name: b.name,
      remaining: { amount: b.balance },
    })),
  };
}

async function rows(size: number) {
  const { endpoints } = (await get(`/bics/api/GetEndpoints?page=1&perPage=${size}`)).Response.responseParam;
  return endpoints.map((e: Record<string, string>) => ({
    id: e.id,
    name: e.name,
    state: e.status,
    iccid: e.iccid,
    msisdn: e.msisdn,
  }));
}

async function five() {
  const [endpoint, reach, next, sim, plans] = await Promise.all([
    profile("51000001"),
    get("/reach/apisvc/v0/customerinfo?customerId=C1", json),
    post("/nextcomm/api/default/GetSubscriberInfo", { UserID: "u", Password: "p", MobileNo: "27827000001" }),
    post("/nexcon/api/v1/simcard/status", { icc: "89450000000000000001" }),
    get("/payu/v2/nbc/getCustomizedRechargePlans?agentId=a&circleId=C&mobileNo=9876500001&operatorId=OP", json),
  ]);
  const { customerId, firstName, status, planName } = reach.data;
  const { MobileNo, SubscriberName, SimStatus, balances } = JSON.parse(next.MessageData);
  return {
    endpoint,
    reach: { id: customerId, name: firstName, state: status, plan: { name: planName } },
    next: { id: MobileNo, name: SubscriberName, state: SimStatus, balances },
    sim: { state: sim.status },
    plans: plans.payload.plansInfo.map((p: Record<string, string>) => ({ name: p.planName, price: p.price })),
  };
}

async function suspend() {
  await profile("51000001");
  const answer = await post("/bics/api/EndPointLifeCycleChange", { Request: { endPointId: "51000001" } }, bics);
  return { operation: { state: answer.Response.resultParam.resultCode } };
}

const app = Fastify();
app.post<{ Params: { id: string } }>("/one/:id", async ({ params }) => ({
  data: { endpoint: await profile(params.id) },
}));
app.post("/profiles", async () => ({
  data: { endpoints: { nodes: await Promise.all((await rows(100)).map(({ id }: { id: string }) => profile(id))) } },
}));
app.post<{ Params: { size: string } }>("/rows/:size", async ({ params }) => ({
  data: { endpoints: { nodes: await rows(Number(params.size)) } },
}));
app.post("/five", async () => ({ data: await five() }));
app.post("/suspend", async () => ({ data: { endpointSuspend: await suspend() } }));
await app.listen({ port: Number(process.env.PORT), host: "127.0.0.1" });
