export { RunnerModule } from './runner.module';
export { Runner } from './runner';
