import Fastify from "fastify";
import { Pool } from "undici";

/** The least that can be written: a route that makes the same carrier calls and gives the same data. */
const pool = new Pool(process.env.CARRIER ?? "", { connections: 50, pipelining: 1 });
const headers = {
  "x-authorization": "Bearer x",
  "x-requested-with": "XMLHttpRequest",
  "content-type": "application/json",
};

// The floor trusts its carrier: it reads without checking, as a hand-written handler would.
// biome-ignore lint/suspicious/noExplicitAny: the point of the floor is to do nothing but the calls
async function get(path: string): Promise<any> {
  const { body } = await pool.request({ method: "GET", path: `/api${path}`, headers });
  return body.json();
}

async function profile(id: string) {
  const { basicInfo, benefitInfo } = (await get(`/GetEndPointProfile?endPointId=${id}`)).Response.info;
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
  const { endpoints } = (await get(`/GetEndpoints?page=1&perPage=${size}`)).Response.responseParam;
  return endpoints.map((e: Record<string, string>) => ({
    id: e.id,
    name: e.name,
    state: e.status,
    iccid: e.iccid,
    msisdn: e.msisdn,
  }));
}

const app = Fastify();
app.post("/one", async () => ({ data: { endpoint: await profile("51000001") } }));
app.post("/profiles", async () => ({
  data: { endpoints: { nodes: await Promise.all((await rows(100)).map(({ id }: { id: string }) => profile(id))) } },
}));
app.post("/rows", async () => ({ data: { endpoints: { nodes: await rows(2000) } } }));
await app.listen({ port: Number(process.env.PORT), host: "127.0.0.1" });
process.send?.("ready");
