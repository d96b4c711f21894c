/** What a job is asked by. The carrier calls `callbackUrl` when the job has finished. */
export const jobToWire = (iccid: string, callbackUrl: string | null) => ({
  icc: iccid,
  ...(callbackUrl === null ? {} : { callbackUrl }),
});
