import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** One way of answering. Made by the functions below. */
export type Answer = (response: ServerResponse) => void | Promise<void>;

type Headers = Readonly<Record<string, string>>;

export const json = (body: unknown, status = 200, headers: Headers = {}): Answer =>
  text(JSON.stringify(body), status, { "content-type": "application/json", ...headers });

export const text = (body: string, status = 200, headers: Headers = {}): Answer => {
  return (response) => void response.writeHead(status, headers).end(body);
};

export const html = (status = 200): Answer =>
  text("<!DOCTYPE html><html><body><h1>Sorry</h1></body></html>", status, { "content-type": "text/html" });

export const empty = (status = 200): Answer => text("", status);

export const throttled = (retryAfter?: string): Answer =>
  json({ error: "slow down" }, 429, retryAfter === undefined ? {} : { "retry-after": retryAfter });

/** Announces the whole body, sends half of it and destroys the socket. */
export const truncated = (body: unknown, status = 200): Answer => {
  const whole = JSON.stringify(body);
  return (response) => {
    response.writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(whole) });
    response.write(whole.slice(0, whole.length / 2), () => response.destroy());
  };
};

/** Destroys the socket when the request has been read, without answering. */
export const reset = (): Answer => (response) => void response.destroy();

/** Reads the request and never answers. */
export const hang = (): Answer => () => {};

export const delayed = (ms: number, answer: Answer): Answer => {
  return async (response) => {
    await sleep(ms, undefined, { ref: false });
    if (!response.destroyed) await answer(response);
  };
};

/** Sends the body byte by byte. */
export const drip = (body: string, everyMs: number, status = 200): Answer => {
  return async (response) => {
    response.writeHead(status, { "content-type": "application/json" });
    for (const byte of Buffer.from(body)) {
      if (response.destroyed) return;
      response.write(Uint8Array.of(byte));
      await sleep(everyMs, undefined, { ref: false });
    }
    response.end();
  };
};

/** Sends a body that never ends, as fast as it is read. */
export const endless = (): Answer => {
  const chunk = " ".repeat(16 * 1024);
  return async (response) => {
    response.writeHead(200, { "content-type": "application/json" });
    while (!response.destroyed) {
      const more = response.write(chunk);
      await new Promise<void>((resolve) => (more ? setImmediate(resolve) : goesOn(response, resolve)));
    }
  };
};

const goesOn = (response: ServerResponse, resolve: () => void): void => {
  response.once("drain", resolve).once("close", resolve);
};
