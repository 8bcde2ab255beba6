import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { RunLinks } from '@millrace/server-executions';
import { instanceKeyOf } from '@millrace/server-identity';
import { Config, publicUrlOf } from '@millrace/server-platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { parse as parseUuid, stringify as uuidOf, validate as isUuid } from 'uuid';
import { approvalsConfig } from '../approvals.config';

/** What stands behind an address of a run: a node that waits for a call, or for a form. */
export type DoorKind = 'webhook' | 'form';

const PATHS: Readonly<Record<DoorKind, string>> = { webhook: 'resume', form: 'forms/run' };
const ID_LENGTH = 22;
const SEAL_BYTES = 24;
const TOKEN = /^[\w-]{54}$/;

/**
 * Addresses of runs that nobody can guess: the id of the run and a seal over it, made with the key of the instance. They follow
 * from the run, so they can be handed out before its node waits, and nothing has to be kept.
 */
@Injectable()
export class RunDoors implements OnModuleInit {
  readonly #key: Buffer;
  readonly #publicUrl: string;

  constructor(
    private readonly links: RunLinks,
    config: Config,
  ) {
    const master = instanceKeyOf(config.of(approvalsConfig));
    this.#key = Buffer.from(hkdfSync('sha256', master, '', 'millrace run addresses', 32));
    this.#publicUrl = publicUrlOf(config);
  }

  onModuleInit(): void {
    this.links.use((executionId) => ({
      resumeUrl: this.addressOf('webhook', executionId),
      formUrl: this.addressOf('form', executionId),
    }));
  }

  /** The address of a run; with a node, that of one of its nodes. */
  addressOf(kind: DoorKind, executionId: string, nodeKey?: string): string {
    const token = `${Buffer.from(parseUuid(executionId)).toString('base64url')}${this.#seal(kind, executionId)}`;
    const node = nodeKey === undefined ? '' : `/${nodeKey.split('/').map(encodeURIComponent).join('/')}`;
    return `${this.#publicUrl}/${PATHS[kind]}/${token}${node}`;
  }

  /** The run behind a token; null when it was not made here for this. */
  executionOf(kind: DoorKind, token: string): string | null {
    if (!TOKEN.test(token)) return null;
    const executionId = textOf(Buffer.from(token.slice(0, ID_LENGTH), 'base64url'));
    return executionId !== null && this.#isSealed(token, this.#seal(kind, executionId)) ? executionId : null;
  }

  /** The page at which a node of a workflow starts runs; the same for all its versions. */
  startAddress(workflowId: string, nodeId: string): string {
    const token = `${Buffer.from(parseUuid(workflowId)).toString('base64url')}${this.#seal('start', `${workflowId}:${nodeId}`)}`;
    return `${this.#publicUrl}/forms/start/${token}/${encodeURIComponent(nodeId)}`;
  }

  /** The workflow behind such a token; null when it was not made here for this node. */
  workflowOf(token: string, nodeId: string): string | null {
    const workflowId = TOKEN.test(token) ? textOf(Buffer.from(token.slice(0, ID_LENGTH), 'base64url')) : null;
    if (workflowId === null) return null;
    return this.#isSealed(token, this.#seal('start', `${workflowId}:${nodeId}`)) ? workflowId : null;
  }

  #isSealed(token: string, seal: string): boolean {
    const [given, expected] = [Buffer.from(token.slice(ID_LENGTH)), Buffer.from(seal)];
    return given.length === expected.length && timingSafeEqual(given, expected);
  }

  #seal(kind: DoorKind | 'start', executionId: string): string {
    const digest = createHmac('sha256', this.#key).update(`${kind}:${executionId}`).digest();
    return digest.subarray(0, SEAL_BYTES).toString('base64url');
  }
}

/** Bytes of other kinds of ids were not made here. */
function textOf(bytes: Buffer): string | null {
  if (bytes.length !== 16) return null;
  const hex = bytes.toString('hex');
  const text = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  return isUuid(text) ? uuidOf(bytes) : null;
}
