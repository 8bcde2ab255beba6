import { randomBytes } from 'node:crypto';
import type { BrowserContext, Page } from 'playwright-core';
import { Client } from '@millrace/e2e-kit';
import type { Stage } from './stage';

const SIGN_UP = `mutation ($input: SignUpInput!) { signUp(input: $input) { session { accessToken } errors { code message } } }`;

/** Somebody in front of a browser. Whatever the console complains about is a fault, and so is any call to another origin. */
export class Visitor {
  readonly faults: string[] = [];
  readonly email = `${randomBytes(6).toString('hex')}@example.com`;
  readonly password = randomBytes(9).toString('base64url');
  #expected: RegExp[] = [];

  private constructor(
    readonly stage: Stage,
    readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  static async open(stage: Stage, context: BrowserContext): Promise<Visitor> {
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) =>
        console.error(`Content-Security-Policy: ${event.violatedDirective} ${event.blockedURI}`),
      );
    });
    const visitor = new Visitor(stage, context, await context.newPage());
    context.on('console', (message) => {
      if (message.type() === 'error') visitor.#blame(`console: ${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (error) => visitor.#blame(`page: ${error.error().stack ?? error.error().message}`));
    context.on('request', (request) => {
      const url = request.url();
      const isOurs = url.startsWith(stage.product.api.url) || /^(data|blob):/.test(url);
      if (!isOurs) visitor.#blame(`call to another origin: ${url}`);
    });
    return visitor;
  }

  #blame(fault: string): void {
    this.faults.push(fault);
  }

  /** The console may complain about this, because the journey makes it happen. */
  expectFault(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  /** @throws Error with everything that went wrong beside the journey */
  checkFaults(): void {
    const found = this.faults.filter((fault) => !this.#expected.some((pattern) => pattern.test(fault)));
    if (found.length > 0) throw new Error(`While this journey worked, something else went wrong:\n${found.join('\n')}`);
  }

  /** Makes an account without the pages; the browser is signed in from then on. Answers who may prepare things by API. */
  async signIn(): Promise<Client> {
    const input = { email: this.email, password: this.password, name: 'Ada Lovelace' };
    const answer = await this.context.request.post('/graphql', { data: { query: SIGN_UP, variables: { input } } });
    const { data } = (await answer.json()) as { data?: { signUp: { session: { accessToken: string } | null } } };
    if (!data?.signUp.session) throw new Error(`No account: ${await answer.text()}`);
    return Client.of(this.stage.product.api.url, this.email, data.signUp.session.accessToken);
  }
}
