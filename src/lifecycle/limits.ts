/** What BICS takes at most (pages Create, Modify, Bulk provisioning, Bulk Modify). Checked before anything is sent. */
export const LIMITS = {
  name: { pattern: /^[A-Za-z0-9 :_]{5,30}$/, form: "5 to 30 letters, digits, blanks, colons and underscores" },
  imei: { pattern: /^\d{14,16}$/, form: "14 to 16 digits" },
  tagsPerCall: 10,
  addonsPerCall: 10,
  /** On one endpoint at any time. */
  addons: 15,
  endpointsPerJob: 4000,
} as const;
