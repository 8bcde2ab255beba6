import type { SandboxPort, SandboxRequest, SandboxResult } from '../context';

/** A sandbox that runs nothing: keeps every request and answers as the test says. */
export class ScriptedSandbox implements SandboxPort {
  readonly requests: SandboxRequest[] = [];

  constructor(
    private readonly answer: (request: SandboxRequest) => SandboxResult | Promise<SandboxResult> = () => ({
      value: null,
      logs: [],
    }),
  ) {}

  async run(request: SandboxRequest): Promise<SandboxResult> {
    this.requests.push(request);
    return this.answer(request);
  }
}
