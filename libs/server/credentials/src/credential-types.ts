import type {
  CredentialTestContext,
  CredentialTestResult,
  CredentialType,
  ResolvedCredential,
} from '@millrace/node-sdk';
import type { CredentialTypeData } from '@millrace/workflow-model';
import { unknownCredentialType } from './credentials.errors';

type Probe = (credential: ResolvedCredential, ctx: CredentialTestContext) => Promise<CredentialTestResult>;

/** A type with its code. */
export interface KnownCredentialType {
  readonly data: CredentialTypeData;
  readonly fields: CredentialType['fields'];
  readonly probe?: Probe;
}

/** The credential types of this installation. */
export class CredentialTypes {
  private readonly byType: ReadonlyMap<string, KnownCredentialType>;

  /** `data` tells the types as data, in the same order. */
  constructor(types: readonly CredentialType[], data: readonly CredentialTypeData[]) {
    this.byType = new Map(
      types.map((type, index) => {
        const told = data[index];
        if (told?.type !== type.type) throw new Error(`The data of the credential type ${type.type} is missing.`);
        const probe: Probe | undefined = type.probe && ((credential, ctx) => type.probe!(credential, ctx));
        return [type.type, { data: told, fields: type.fields, ...(probe ? { probe } : {}) }];
      }),
    );
  }

  /** By title. */
  all(): CredentialTypeData[] {
    return [...this.byType.values()].map(({ data }) => data).sort((a, b) => a.title.localeCompare(b.title, 'en'));
  }

  /** Undefined when there is none. */
  find(type: string): KnownCredentialType | undefined {
    return this.byType.get(type);
  }

  /** @throws DomainError `CREDENTIAL_TYPE_UNKNOWN` */
  of(type: string): KnownCredentialType {
    const found = this.byType.get(type);
    if (!found) throw unknownCredentialType(type);
    return found;
  }

  /** Whether a credential of this type goes into a slot that takes these. */
  fits(type: string, slotTypes: readonly string[]): boolean {
    if (slotTypes.includes(type)) return true;
    return slotTypes.includes('*') && this.byType.get(type)?.data.authenticate !== undefined;
  }
}
