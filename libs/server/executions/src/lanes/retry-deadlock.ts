const DEADLOCK = '40P01';
const TRIES = 3;

/** Runs a transaction again when Postgres ended it because it and another one waited for each other. */
export async function retryDeadlock<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      if ((error as { code?: string }).code !== DEADLOCK || attempt >= TRIES) throw error;
    }
  }
}
