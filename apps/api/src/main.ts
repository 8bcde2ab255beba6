import path from 'node:path';
import { runProcess, serveApi } from '@millrace/server-composition';

const beside = (...parts: string[]): string => path.join(import.meta.dirname, ...parts);

await runProcess(serveApi, { sandboxChild: beside('sandbox-child.mjs'), webDir: beside('..', 'web') });
