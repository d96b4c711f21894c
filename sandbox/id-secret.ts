/** What object ids are sealed with before these carriers, so that examples and tests can name objects by their ids. */
export const SANDBOX_ID_SECRET = "secret of the carriers in a box";
