const limits = { concurrency: 50 };

/** The accounts file of the bench: one account of each carrier. */
export const accountsAt = (origin: string) => [
  { id: "bics", carrier: "BICS", baseUrl: `${origin}/bics/api`, username: "u", password: "p", limits },
  { id: "reach", carrier: "REACH", baseUrl: `${origin}/reach`, jwt: "j", apiKey: "k", limits },
  {
    id: "nextcomm",
    carrier: "NEXTCOMM",
    baseUrl: `${origin}/nextcomm/api/default`,
    loginId: "l",
    userId: "u",
    password: "p",
    encryptionKey: "0123456789abcdef0123456789abcdef",
    cipher: "aes-256-cbc",
    loginEntityId: "1",
    timeZone: "Africa/Johannesburg",
    currency: "ZAR",
    limits,
  },
  { id: "nexcon", carrier: "NEXCON", baseUrl: `${origin}/nexcon/api/v1`, apiKey: "k", limits },
  {
    id: "payu",
    carrier: "PAYU",
    baseUrl: `${origin}/payu`,
    tokenUrl: `${origin}/payu/oauth/token`,
    clientId: "c",
    clientSecret: "s",
    agentId: "a",
    limits,
  },
];
