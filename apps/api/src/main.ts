import path from 'node:path';
import { runProcess, serveApi } from '@millrace/server-composition';

await runProcess(serveApi, { sandboxChild: path.join(import.meta.dirname, 'sandbox-child.mjs') });
