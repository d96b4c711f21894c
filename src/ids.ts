import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from "node:crypto";
import { Failure } from "./errors.js";
import type { ObjectKey } from "./model/carrier.js";

/** The types of object that have an id. The word is the visible part of the id. */
export const ID_TYPES = {
  Endpoint: "endpoint",
  Sim: "sim",
  Plan: "plan",
  Balance: "balance",
  Addon: "addon",
  Operation: "operation",
  Callback: "callback",
  Subscriber: "subscriber",
} as const;

export type IdType = keyof typeof ID_TYPES;

const VERSION = 1;
const IV_BYTES = 16;

export interface DecodedId extends ObjectKey {
  readonly type: IdType;
}

/**
 * Public ids: `<type>_<sealed>`. The sealed part carries account and native key, is the same for the same object at every
 * replica with the same secret, and shows no number to who does not hold the secret. A changed or foreign id is refused.
 */
export class Ids {
  readonly #sealKey: Buffer;
  readonly #signKey: Buffer;

  /** `secret` is any text of at least 16 characters; ids of another secret are foreign. */
  constructor(secret: string) {
    this.#sealKey = createHmac("sha256", secret).update("ids/seal").digest();
    this.#signKey = createHmac("sha256", secret).update("ids/sign").digest();
  }

  encode(type: IdType, { account, native }: ObjectKey): string {
    return `${ID_TYPES[type]}_${this.seal(ID_TYPES[type], `${account}\n${native}`)}`;
  }

  /** The key in an id, or null when it is no id of ours. */
  decode(id: string): DecodedId | null {
    const type = typeOf(id);
    if (type === null) return null;
    const text = this.open(ID_TYPES[type], id.slice(ID_TYPES[type].length + 1));
    const at = text?.indexOf("\n") ?? -1;
    return text === null || at < 1 ? null : { type, account: text.slice(0, at), native: text.slice(at + 1) };
  }

  /** The key in an id that must be of one type. Throws INVALID_ARGUMENT, naming the field. */
  require(type: IdType, id: string, field: readonly string[]): ObjectKey {
    const key = this.decode(id);
    if (key?.type === type) return { account: key.account, native: key.native };
    throw new Failure("INVALID_ARGUMENT", `${field.join(".")}: this is no id of a ${type}.`, {
      field,
      hint: `Use an id that this API gave for a ${type}.`,
    });
  }

  /** Seals a text so that it can be handed out and recognised again; equal texts give equal seals. */
  seal(purpose: string, text: string): string {
    const iv = this.#sign(purpose, text);
    const cipher = createCipheriv("aes-256-ctr", this.#sealKey, iv);
    return Buffer.concat([Buffer.of(VERSION), iv, cipher.update(text, "utf8"), cipher.final()]).toString("base64url");
  }

  /** The sealed text, or null for a seal that is foreign, was changed, or has another purpose. */
  open(purpose: string, sealed: string): string | null {
    const bytes = Buffer.from(sealed, "base64url");
    const isOurForm = bytes.toString("base64url") === sealed && bytes[0] === VERSION;
    if (!isOurForm || bytes.length <= 1 + IV_BYTES) return null;
    const iv = bytes.subarray(1, 1 + IV_BYTES);
    const decipher = createDecipheriv("aes-256-ctr", this.#sealKey, iv);
    const text = Buffer.concat([decipher.update(bytes.subarray(1 + IV_BYTES)), decipher.final()]).toString("utf8");
    return timingSafeEqual(iv, this.#sign(purpose, text)) ? text : null;
  }

  #sign(purpose: string, text: string): Buffer {
    return createHmac("sha256", this.#signKey).update(`${purpose}\n${text}`).digest().subarray(0, IV_BYTES);
  }
}

function typeOf(id: string): IdType | null {
  const word = id.slice(0, id.indexOf("_"));
  for (const type in ID_TYPES) {
    if (isIdType(type) && ID_TYPES[type] === word) return type;
  }
  return null;
}

const isIdType = (type: string): type is IdType => Object.hasOwn(ID_TYPES, type);
