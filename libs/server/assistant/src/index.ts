export { AssistantModule } from './assistant.module';
export { assistantConfig } from './assistant.config';
