// Written by tools/generate.mjs. Do not edit: run `npm run generate`.
import type { CredentialType } from '@millrace/node-sdk';


/** Every credential type that comes with the product: the generic ones, then those of vendors. */
export const allCredentialTypes = [

] as const satisfies readonly CredentialType[];
