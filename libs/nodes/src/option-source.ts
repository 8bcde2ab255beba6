import type { HttpPort, ResolvedCredential } from '@millrace/node-sdk';

/** One choice of a param. */
export interface OptionChoice {
  readonly value: string;
  /** What people read; the value when absent. */
  readonly label?: string;
  /** Something to know before it is chosen. */
  readonly hint?: string;
}

/** Where the choices of a param come from. Params name it in `ui.options`. */
export interface OptionSource {
  /** Credential types through which the service can be asked. */
  readonly credentialTypes: readonly string[];
  /** Choices for when it cannot be asked. */
  shipped(): readonly OptionChoice[];
  /** Asks the service. @throws NodeError */
  load(
    credential: ResolvedCredential,
    ctx: { readonly http: HttpPort; readonly nowMs: number },
  ): Promise<readonly OptionChoice[]>;
}
