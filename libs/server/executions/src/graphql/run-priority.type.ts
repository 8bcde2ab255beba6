import { registerEnumType } from '@nestjs/graphql';

/** How much a run matters among others. */
export const RunPriorityEnum = { LOW: 'low', NORMAL: 'normal', HIGH: 'high' } as const;
registerEnumType(RunPriorityEnum, {
  name: 'RunPriority',
  description: 'Which runs are worked on first when there is more work than workers.',
});
