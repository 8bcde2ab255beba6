export { sampleOf } from '@millrace/workflow-model';
