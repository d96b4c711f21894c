import type { NotificationReader } from "../datasources/port/notifications.js";
import type { KeptCallback } from "../model/callback.js";
import type { Store } from "../store/sql.js";
import { type CallbackFilter, keptCallback, keptCallbacks } from "./inbox-rows.js";
import { type Replay, replay } from "./replay.js";

/** What has come from carriers, for people: to be looked through, and to be made to take effect again. */
export class KeptInbox {
  constructor(
    readonly store: Store,
    readonly readerOf: (account: string) => NotificationReader | null,
  ) {}

  /** Newest first. */
  list(filter: CallbackFilter, most: number): Promise<readonly KeptCallback[]> {
    return keptCallbacks(this.store, filter, most);
  }

  /** Null when it is not kept any more, or never was. */
  byId(id: string): Promise<KeptCallback | null> {
    return keptCallback(this.store, id);
  }

  /** See `replay`. */
  replay(asked: Replay): Promise<void> {
    return replay(this.store, asked, this.readerOf);
  }
}
