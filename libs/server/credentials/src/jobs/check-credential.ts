import { fieldText, type CredentialTestResult, NodeError } from '@millrace/node-sdk';
import { GuardedHttp, GuardedNet } from '@millrace/server-platform';
import { getPath, parsePath, type CredentialTestRequest, type Json, type JsonObject } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { CredentialTypes } from '../credential-types';
import type { Credential } from '../model/credential';
import { NodeHttp } from '../run/node-http';
import { NodeNet } from '../run/node-net';
import { nodeErrorOf, ResolveForRun } from '../run/resolve-for-run';
import type { RunCredential } from '../run/run-credential';
import { SecretMask } from '../run/secret-mask';

const TIMEOUT_MS = 15_000;

/** Tries out whether a credential works. Only in workers. */
@Injectable()
export class CheckCredential {
  constructor(
    private readonly types: CredentialTypes,
    private readonly resolving: ResolveForRun,
    private readonly http: GuardedHttp,
    private readonly net: GuardedNet,
  ) {}

  /** What was found, without secrets. @throws NodeError `SECRETS_UNAVAILABLE`; errors of ours */
  async check(credential: Credential): Promise<CredentialTestResult> {
    const mask = new SecretMask();
    try {
      const found = await this.ask(credential, mask);
      const { ok, account } = found;
      return {
        ok,
        message: mask.text(found.message),
        ...(account === undefined ? {} : { account: mask.text(account) }),
      };
    } catch (thrown) {
      const error = nodeErrorOf(thrown);
      if (!(error instanceof NodeError)) throw mask.error(error);
      if (error.failure.code === 'SECRETS_UNAVAILABLE') throw error;
      return { ok: false, message: mask.text(error.failure.message) };
    }
  }

  private async ask(credential: Credential, mask: SecretMask): Promise<CredentialTestResult> {
    const type = this.types.of(credential.type);
    const resolved = await this.resolving.read(credential, mask);
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const http = new NodeHttp({ http: this.http, idempotencyKey: `test:${credential.id}`, signal, mask });
    if (type.probe) return type.probe(resolved, { http, net: new NodeNet(this.net) });
    if (type.data.test) return this.request(type.data.test, resolved, type.data.secretFields, http);
    // Tokens were had, or are not needed: there is no more to find out.
    return { ok: true, message: type.data.oauth2 ? 'The service gave tokens.' : 'Its values are stored.' };
  }

  private async request(
    test: CredentialTestRequest,
    credential: RunCredential,
    secretFields: readonly string[],
    http: NodeHttp,
  ): Promise<CredentialTestResult> {
    const secrets = Object.fromEntries(secretFields.map((field) => [field, credential.secret(field)]));
    const values: JsonObject = { ...credential.fields, ...secrets };
    const filled = (text: string): string => fieldText(text, values);
    const answer = await http.request({
      method: test.method,
      url: filled(test.url),
      headers: Object.fromEntries(Object.entries(test.headers ?? {}).map(([name, text]) => [name, filled(text)])),
      ...(test.body === undefined ? {} : { body: filled(test.body) }),
      timeoutMs: TIMEOUT_MS,
      maxBytes: 1024 * 1024,
      credential,
    });
    const isGood = test.goodStatus?.includes(answer.status) ?? (answer.status >= 200 && answer.status < 300);
    if (!isGood) return { ok: false, message: refusalOf(answer.status) };
    const body = jsonOf(answer.body);
    if (test.expects && at(body, test.expects.path) !== test.expects.equals)
      return { ok: false, message: 'The service answered, but did not accept the credential.' };
    const account = test.accountPath === undefined ? undefined : at(body, test.accountPath);
    return { ok: true, message: 'The service accepted it.', ...(typeof account === 'string' ? { account } : {}) };
  }
}

function refusalOf(status: number): string {
  if (status === 401 || status === 403)
    return `The service refused the credential (${status}). Enter its values again.`;
  return `The service answered ${status}, which does not tell whether the credential is good.`;
}

function jsonOf(body: Uint8Array): Json {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8')) as Json;
  } catch {
    return null;
  }
}

function at(value: Json, path: string): Json | undefined {
  const parsed = parsePath(path);
  return parsed === undefined ? undefined : getPath(value, parsed);
}
