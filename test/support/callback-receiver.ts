import { setTimeout as sleep } from "node:timers/promises";
import { empty } from "./scripted-answers.js";
import { type ReceivedRequest, type Script, startScriptedCarrier } from "./scripted-carrier.js";

/** Somewhere on loopback that a carrier may call. */
export interface CallbackReceiver {
  /** An address of its own, which nobody else calls. */
  address(name: string): string;
  /** What has come to an address. */
  at(name: string): readonly ReceivedRequest[];
  /** Waits until so many calls have come to an address. */
  awaits(name: string, count: number): Promise<readonly ReceivedRequest[]>;
  stop(): Promise<void>;
}

/** Starts it; it answers everything with 204 unless told. */
export async function startCallbackReceiver(script: Script = () => empty(204)): Promise<CallbackReceiver> {
  const server = await startScriptedCarrier(script);
  const at = (name: string) => server.to(`/${name}`);
  return {
    address: (name) => `${server.baseUrl}/${name}`,
    at,
    awaits: async (name, count) => {
      while (at(name).length < count) await sleep(5);
      return at(name);
    },
    stop: () => server.stop(),
  };
}
