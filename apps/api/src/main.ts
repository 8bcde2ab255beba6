import path from 'node:path';
import { rotateSecrets, runProcess, serveApi } from '@millrace/server-composition';

const beside = (...parts: string[]): string => path.join(import.meta.dirname, ...parts);

if (process.argv[2] === 'rotate-secrets') process.exitCode = await rotateSecrets();
else await runProcess(serveApi, { sandboxChild: beside('sandbox-child.mjs'), webDir: beside('..', 'web') });
