import path from 'node:path';
import { runProcess, serveWorker } from '@millrace/server-composition';

await runProcess(serveWorker, { sandboxChild: path.join(import.meta.dirname, 'sandbox-child.mjs') });
