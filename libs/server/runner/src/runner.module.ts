import { ExecutionsModule } from '@millrace/server-executions';
import { Module } from '@nestjs/common';
import { Runner } from './runner';

/** Workers. Nothing runs until somebody calls `Runner.start`. */
@Module({ imports: [ExecutionsModule], providers: [Runner], exports: [Runner] })
export class RunnerModule {}
