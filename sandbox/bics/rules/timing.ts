/** How long unfinished work takes, in sandbox milliseconds. The document gives no durations. */
export const DELINK_MS = 30_000;
export const ADDON_REMOVAL_MS = 20_000;
export const LOCAL_LIFECYCLE_MS = 60_000;
export const BULK_CREATE_MS = 15_000;
export const BULK_MODIFY_MS = 15_000;
