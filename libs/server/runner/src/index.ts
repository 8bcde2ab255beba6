export { RunnerModule, type RunnerOptions } from './runner.module';
export { Runner } from './runner';
export { runnerConfig } from './runner.config';
