import { PGlite } from "@electric-sql/pglite";
import type { Sql, Store } from "./sql.js";

/**
 * Postgres inside this process, in a folder. It takes no lock itself: two processes on one folder would lose rows,
 * so the folder is held by `holdDirectory` before.
 */
export async function openEmbedded(directory: string): Promise<Store & { readonly pglite: PGlite }> {
  const pglite = await PGlite.create(directory);
  return {
    pglite,
    run: async (text, values) => (await pglite.query(text, [...(values ?? [])])).rows,
    transaction: async <T>(work: (sql: Sql) => Promise<T>): Promise<T> =>
      pglite.transaction((tx) =>
        work({ run: async (text, values) => (await tx.query(text, [...(values ?? [])])).rows }),
      ),
    listen: (channel, hear) => pglite.listen(channel, hear),
    close: () => pglite.close(),
  };
}
