/** What the session keeps over a reload of the page; `sessionStorage` and `localStorage` fit. */
export interface KeyValueStore {
  getItem(key: string): string | null;
  /** @throws when it is full */
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** Forgets with the page. */
export function memoryStore(): KeyValueStore {
  const entries = new Map<string, string>();
  return {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  };
}
