import { startSandbox } from "./server.js";

const sandbox = await startSandbox({ port: Number(process.env.PORT ?? 4010), host: process.env.HOST ?? "127.0.0.1" });
const { nexcon, nextcomm, payu, reach } = sandbox;
const accounts = [...sandbox.accounts, ...nexcon.accounts, ...nextcomm.accounts, ...payu.accounts, ...reach.accounts];

console.log(`Sandbox on ${sandbox.url}

Accounts, as an accounts file wants them:
${JSON.stringify(accounts, null, 2)}

For special purposes:
${JSON.stringify(sandbox.extraAccounts, null, 2)}

Control:
  curl ${sandbox.url}/_sandbox/state
  curl ${sandbox.url}/_sandbox/calls
  curl ${sandbox.url}/_sandbox/ledger
  curl -X POST ${sandbox.url}/_sandbox/clock -d '{"advanceMs":60000}'
  curl -X POST ${sandbox.url}/_sandbox/faults -d '{"operation":"GetEndpoints","times":1,"fault":"status;status=503"}'
  curl -X DELETE ${sandbox.url}/_sandbox/faults
  curl -X POST ${sandbox.url}/_sandbox/conditions -d '{"account":"nexcon","callback":"late"}'
  curl -X POST ${sandbox.url}/_sandbox/conditions -d '{"account":"reach-us","callbackBaseUrl":"http://127.0.0.1:4000"}'
  curl -X POST ${sandbox.url}/_sandbox/reset
`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    void sandbox.stop().then(() => process.exit(0));
  });
}
