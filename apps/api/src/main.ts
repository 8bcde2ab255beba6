import path from 'node:path';
import { printResetLink, rotateSecrets, runProcess, serveApi } from '@millrace/server-composition';

const beside = (...parts: string[]): string => path.join(import.meta.dirname, ...parts);

if (process.argv[2] === 'rotate-secrets') process.exitCode = await rotateSecrets();
else if (process.argv[2] === 'reset-link') process.exitCode = await printResetLink(process.argv[3]);
else await runProcess(serveApi, { sandboxChild: beside('sandbox-child.mjs'), webDir: beside('..', 'web') });
