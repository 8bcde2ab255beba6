/** Starts what lays large workflows out beside the page. */
export function startLayoutWorker(): Worker {
  return new Worker(new URL('./layout.worker', import.meta.url), { type: 'module' });
}
