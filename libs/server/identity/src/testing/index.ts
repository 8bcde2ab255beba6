export { HeaderActorGuard } from './header-actor.guard';
