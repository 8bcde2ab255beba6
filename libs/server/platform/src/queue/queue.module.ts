import { Module, type DynamicModule } from '@nestjs/common';
import { Queue } from './queue';
import type { QueueDefinition } from './queue-definition';

/** Makes the queues of a feature before anything sends to them. */
@Module({})
export class QueueModule {
  /** Import it in the feature's module. The same queue may be registered by several. */
  static register(queues: readonly QueueDefinition[]): DynamicModule {
    const token = Symbol(queues.map(({ name }) => name).join(','));
    return {
      module: QueueModule,
      providers: [
        { provide: token, inject: [Queue], useFactory: (queue: Queue) => queue.register(queues).then(() => queues) },
      ],
    };
  }
}
