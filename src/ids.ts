import { createHmac, hash, timingSafeEqual } from "node:crypto";
import { Failure } from "./errors.js";
import type { ObjectKey } from "./model/carrier.js";
import { RecentMap } from "./recent-map.js";

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
const HEAD = 1 + IV_BYTES;
const BLOCK = 32;

export interface DecodedId extends ObjectKey {
  readonly type: IdType;
}

/** Most ids of an account's objects of one type that are remembered: half of them are the latest. */
const REMEMBERED = 16_384;

/**
 * Public ids: `<type>_<sealed>`. The sealed part carries account and native key, is the same for the same object at every
 * replica with the same secret, and shows no number to who does not hold the secret. A changed or foreign id is refused.
 */
export class Ids {
  readonly #sealKey: string;
  readonly #signKey: string;
  /** By type, then by account. */
  readonly #encoded = new Map<IdType, Map<string, RecentMap<string>>>();

  /** `secret` is any text of at least 16 characters; ids of another secret are foreign. */
  constructor(secret: string) {
    this.#sealKey = createHmac("sha256", secret).update("ids/seal").digest("hex");
    this.#signKey = createHmac("sha256", secret).update("ids/sign").digest("hex");
  }

  /** Listings show the same objects again and again: sealing an id costs more than all else of a row. */
  encode(type: IdType, { account, native }: ObjectKey): string {
    const encoded = this.#encodedOf(type, account);
    const known = encoded.get(native);
    if (known !== undefined) return known;
    const id = `${ID_TYPES[type]}_${this.seal(ID_TYPES[type], `${account}\n${native}`)}`;
    encoded.set(native, id);
    return id;
  }

  #encodedOf(type: IdType, account: string): RecentMap<string> {
    const known = this.#encoded.get(type)?.get(account);
    if (known) return known;
    const made = new RecentMap<string>(REMEMBERED);
    this.#encoded.set(type, (this.#encoded.get(type) ?? new Map()).set(account, made));
    return made;
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
    const one = `${/^[AEIO]/.test(type) ? "an" : "a"} ${type}`;
    throw new Failure("INVALID_ARGUMENT", `${field.join(".")}: this is no id of ${one}.`, {
      field,
      hint: `Use an id that this API gave for ${one}.`,
    });
  }

  /** Seals a text so that it can be handed out and recognised again; equal texts give equal seals. */
  seal(purpose: string, text: string): string {
    const iv = this.#sign(purpose, text);
    const sealed = Buffer.allocUnsafe(HEAD + Buffer.byteLength(text));
    sealed[0] = VERSION;
    sealed.write(iv, 1, "hex");
    sealed.write(text, HEAD, "utf8");
    this.#cross(sealed, iv);
    return sealed.toString("base64url");
  }

  /** The sealed text, or null for a seal that is foreign, was changed, or has another purpose. */
  open(purpose: string, sealed: string): string | null {
    const bytes = Buffer.from(sealed, "base64url");
    const isOurForm = bytes.toString("base64url") === sealed && bytes[0] === VERSION;
    if (!isOurForm || bytes.length <= HEAD) return null;
    const iv = bytes.toString("hex", 1, HEAD);
    this.#cross(bytes, iv);
    const text = bytes.toString("utf8", HEAD);
    return timingSafeEqual(Buffer.from(this.#sign(purpose, text)), Buffer.from(iv)) ? text : null;
  }

  /**
   * A keyed digest, of which only half is shown, so that it cannot be lengthened. One-shot digests cost a sixth of an
   * HMAC and a cipher, which have to be set up for every id.
   */
  #sign(purpose: string, text: string): string {
    return hash("sha256", `${this.#signKey}${purpose}\n${text}`, "hex").slice(0, 2 * IV_BYTES);
  }

  /** Lays a stream of keyed digests over what follows the head, or takes it off again. */
  #cross(bytes: Buffer, iv: string): void {
    for (let at = HEAD, block = 0; at < bytes.length; at += BLOCK, block += 1) {
      const stream = Buffer.from(hash("sha256", `${this.#sealKey}${iv}${block}`, "hex"), "hex");
      const end = Math.min(BLOCK, bytes.length - at);
      for (let i = 0; i < end; i += 1) bytes[at + i] = (bytes[at + i] ?? 0) ^ (stream[i] ?? 0);
    }
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
